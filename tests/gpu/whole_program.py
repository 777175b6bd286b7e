# SPDX-License-Identifier: MIT
"""Runs the program itself on a GPU: the built-in pair against the CPU, a stop, a kill, a LoRA, and pairs of WAN 14B's size made by
tests/oracle/large_pair.py within 22 and 11 GB. Prints a line for each finding; exit code 1 if one is wrong.

    whole_program.py FLOWBLEND --demo resources/demo-pair/pair.json [--large DIR] [--lora FILE] [--seconds 240]
"""
import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

import numpy as np
import pynvml
from PIL import Image

parser = argparse.ArgumentParser()
parser.add_argument("flowblend")
parser.add_argument("--demo", required=True)
parser.add_argument("--large")
parser.add_argument("--lora", help="for the large model of the built-in pair")
parser.add_argument("--seconds", type=float, default=240, help="no further run is begun after these")
options = parser.parse_args()
for path in ("flowblend", "demo", "large", "lora"):
    if getattr(options, path):
        setattr(options, path, str(pathlib.Path(getattr(options, path)).resolve()))
began = time.time()
work = pathlib.Path(tempfile.mkdtemp())
wrong = []
pynvml.nvmlInit()
gpu = pynvml.nvmlDeviceGetHandleByIndex(0)


def used():
    return pynvml.nvmlDeviceGetMemoryInfo(gpu).used / 1e9


def find(what, fine, figure=""):
    print(f"{'ok   ' if fine else 'WRONG'} {what}: {figure}", flush=True)
    if not fine:
        wrong.append(what)


class Run:
    """A run of the program with what it told, and the GPU memory of each phase as the driver counts it."""

    def __init__(self, *arguments, at_step=None, then=None, env=None):
        self.events, self.peaks, self.steps, self.phase = [], {}, [], "start"
        self.asked = float("nan")
        base, start = used(), time.time()
        self.process = subprocess.Popen([options.flowblend, "--json", *map(str, arguments)], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, cwd=work, env=env)
        errors = []
        reader = threading.Thread(target=lambda: errors.append(self.process.stderr.read()))
        watcher = threading.Thread(target=self.watch, args=(base,))
        reader.start(), watcher.start()
        for line in self.process.stdout:
            try:
                event = json.loads(line)
            except ValueError:
                continue
            self.events.append(event)
            if event["event"] == "phase":
                self.phase = event["phase"]
            if event["event"] == "step":
                self.steps.append((event["model"], round(event["seconds"], 2)))
                if len(self.steps) == at_step:
                    self.asked = time.time()
                    then(self.process)
        self.code = self.process.wait()
        self.ended = time.time()
        self.seconds = self.ended - start
        reader.join(), watcher.join()
        self.error = errors[0][-400:]
        self.finished = next((e for e in self.events if e["event"] == "finished"), {})

    def watch(self, base):
        while self.process.poll() is None:
            self.peaks[self.phase] = max(self.peaks.get(self.phase, 0), round(used() - base, 2))
            time.sleep(0.02)


def frames(folder):
    files = sorted(pathlib.Path(folder).glob("*.png"))
    return np.stack([np.asarray(Image.open(file).convert("RGB")) for file in files]).astype(float) if files else np.zeros(0)


def generate(name, *arguments, **how):
    return Run("generate", "--pair", options.demo, "-p", "a red circle moves right", "--seed", "7", "--format", "png", "-o",
               work / name / "f.png", "--run-dir", work / (name + ".run"), *arguments, **how)


def difference(a, b):
    a, b = frames(work / a), frames(work / b)
    return np.abs(a - b).max() if a.shape == b.shape and a.size else np.inf


def built_in():
    for name in ("cpu", "gpu", "bf16", "no-graphs", "stopped", "killed", "lora-cpu", "lora-gpu"):
        (work / name).mkdir()
    print(subprocess.run([options.flowblend, "devices"], capture_output=True, text=True).stdout.strip(), flush=True)
    cpu, gpu32 = generate("cpu", "--device", "cpu"), generate("gpu", "--dtype", "fp32", "--device", "cuda")
    find("fp32 on the GPU against the CPU", difference("cpu", "gpu") <= 1,
         f"largest difference {difference('cpu', 'gpu')} of 255; {gpu32.seconds:.1f} s against {cpu.seconds:.1f} s {gpu32.error}")
    bf16 = generate("bf16")
    find("chosen by itself", bf16.finished.get("device", "").startswith("cuda") and bf16.finished.get("dtype") == "bf16",
         f"{bf16.finished.get('device')}, {bf16.finished.get('dtype')}, {bf16.seconds:.1f} s, {bf16.finished.get('seconds')} {bf16.error}")
    without = generate("no-graphs", env=dict(os.environ, FLOWBLEND_GRAPHS="0"))
    replayed = [part["name"] for part in planned(["--pair", options.demo], None)["parts"] if part["replayed"]]
    told = [event["message"] for event in bf16.events if event["event"] == "warning"]
    find("replayed as graphs: the frames of plain forwards", bool(replayed) and not told and difference("no-graphs", "bf16") == 0,
         f"{replayed}; sampling {bf16.finished.get('seconds', {}).get('sampling')} s, "
         f"plain {without.finished.get('seconds', {}).get('sampling')} s {told} {without.error}")
    stopped = generate("stopped", at_step=9, then=lambda process: process.send_signal(signal.SIGINT))
    after = len(stopped.steps)
    run = Run("resume", work / "stopped.run", "--format", "png", "-o", work / "stopped" / "f.png")
    find("stopped after 9 steps and resumed: the same frames", stopped.code == 5 and run.code == 0 and difference("stopped", "bf16") == 0,
         f"{after} steps, {stopped.ended - stopped.asked:.2f} s to the end of the process, codes {stopped.code}, {run.code} {run.error}")
    killed = generate("killed", at_step=13, then=lambda process: process.kill())
    run = Run("resume", work / "killed.run", "--format", "png", "-o", work / "killed" / "f.png")
    find("killed after 13 steps and resumed: the same frames", run.code == 0 and difference("killed", "bf16") == 0,
         f"codes {killed.code}, {run.code} {run.error}")
    if options.lora:
        generate("lora-cpu", "--device", "cpu", "--lora", options.lora)
        run = generate("lora-gpu", "--dtype", "fp32", "--lora", options.lora)
        find("a LoRA on the GPU against the CPU", difference("lora-cpu", "lora-gpu") <= 1 and difference("lora-cpu", "cpu") > 1,
             f"{difference('lora-cpu', 'lora-gpu')} of 255, without it {difference('lora-cpu', 'cpu')} {run.error}")


def planned(arguments, env):
    answer = subprocess.run([options.flowblend, "--json", "estimate", *arguments], capture_output=True, text=True, env=env).stdout
    return json.loads(answer.splitlines()[-1])["memory"]


HOLDS_MEMORY = """
import sys, torch
held = []
for line in sys.stdin:
    free = torch.cuda.mem_get_info()[0]
    held.append(torch.empty(int(free - float(line) * 1e9), dtype=torch.uint8, device="cuda"))
    print("held", flush=True)
"""


class Neighbour:
    """Another program that takes all memory of the GPU but so many GB."""

    def __enter__(self):
        self.process = subprocess.Popen([sys.executable, "-c", HOLDS_MEMORY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def leave(self, gigabytes):
        self.process.stdin.write(f"{gigabytes}\n")
        self.process.stdin.flush()
        self.process.stdout.readline()


def large(kind, budget, *more, name=None, **how):
    label = name or f"14B and 1.3B in {kind} within {budget} GB"
    if time.time() - began > options.seconds:
        print(f"not run: {label}", flush=True)
        return
    size = ["--pair", f"{options.large}/{kind}/pair.json", "--width", "832", "--height", "480", "--frames", "81", "--steps", "4",
            "--early", "0.25", "--late", "0.25", "--decode-precision", "tf32"]
    if budget:
        size += ["--memory-budget", str(budget)]
    # What earlier runs taught would hide a plan that is computed wrongly.
    env = dict(os.environ, XDG_STATE_HOME=str(work / f"state of {label}"))
    plan = planned(size, env)
    parts = ", ".join(f"{part['name']} {part['place']} {part['on_device'] / 1e9:.1f}" for part in plan["parts"])
    phases = ", ".join(f"{phase['name']} {(phase['weights'] + phase['working']) / 1e9:.1f}" for phase in plan["phases"])
    run = Run("generate", *size, "-p", "a red circle", "--seed", "1", "-o", work / f"{kind}.mp4", "--overwrite", *more, env=env, **how)
    find(label, run.code == 0, f"{run.seconds:.1f} s, {run.finished.get('seconds')}, steps {run.steps} {run.error}")
    allocated = {phase: round(count / 1e9, 2) for phase, count in run.finished.get("peak_memory", {}).items()}
    print(f"      plan: {parts}; {phases}; peak {plan['peak'] / 1e9:.1f}\n      allocated: {allocated}; driver: {run.peaks}", flush=True)
    if run.code == 0 and not how:
        peak = max(allocated.values())
        if budget:
            find(f"{label}, the budget", peak <= budget, f"{peak} GB allocated at most")
        find(f"{label}, the plan", abs(peak / plan["peak"] * 1e9 - 1) <= 0.1, f"{peak} GB, planned {plan['peak'] / 1e9:.2f}")
        sampling = [phase for phase in planned(size, env)["phases"] if phase["name"] in ("early", "middle", "late")]
        most = max(phase["weights"] + phase["working"] for phase in sampling) / 1e9
        # Within a budget, another number of blocks may stay now.
        find(f"{label}, the next plan is as measured", all(phase["measured"] for phase in sampling) and
             (budget or abs(most - allocated["sampling"]) <= 0.05), f"sampling {most:.2f} GB, measured {allocated['sampling']}")
    for event in run.events:
        if event["event"] == "warning":
            print("      told:", event, flush=True)
    return run


built_in()
if options.large:
    large("bf16", 22)
    large("bf16", 22, name="the same prompt again")
    large("fp8", 11)
    large("q4_k", 11)
    large("bf16", 0)
    with Neighbour() as neighbour:
        neighbour.leave(46)
        large("bf16", 0, name="another program takes all but 1 GB after the first step", at_step=1, then=lambda _: neighbour.leave(1))
print(f"{time.time() - began:.0f} s; wrong: {wrong or 'nothing'}")
raise SystemExit(1 if wrong else 0)
