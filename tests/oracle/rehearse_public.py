# SPDX-License-Identifier: MIT
"""The first commands of somebody with a 12 GB card and published files, on replicas of the files: sparse, of their true
names, shapes, types and sizes, with zeros for weights.

For each layout of docs/pairs.md: `inspect` of each file, `estimate` for a GPU with 11 GB free, and `generate` on the CPU in
a small size under a memory budget. Prints a table of what the runs took. Not a test of ctest: a run takes minutes, as it reads
tens of GB.

  rehearse_public.py PROGRAM [--replicas DIR] [--layouts comfy gguf ...] [--no-runs] [--before COMMAND ...]

The replicas are made in DIR if it does not exist, and take no space but for the tokenizers.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
PROMPT = "a polar bear plays the guitar"
CARD = 11  # GB that are free on a card of 12
BUDGET = 4.8  # GB

COMFY = {"text-encoder": "wan/comfy/text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors", "vae": "wan/comfy/vae/wan_2.1_vae.safetensors"}
SMALL = "wan/comfy/diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors"
T5 = {"text-encoder": "ltx/t5xxl_fp8_e4m3fn_scaled.safetensors", "tokenizer": "ltx/tokenizer"}
LAYOUTS = {
    "comfy": {"large": "wan/comfy/diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors", "small": SMALL} | COMFY,
    "gguf": {"large": "wan/gguf/wan2.1-t2v-14b-Q4_K_M.gguf", "small": SMALL,
             "text-encoder": "wan/gguf/umt5-xxl-encoder-Q8_0.gguf", "vae": COMFY["vae"]},
    "kijai": {"large": "wan/kijai/Wan2_1-T2V-14B_fp8_e4m3fn.safetensors", "small": "wan/kijai/Wan2_1-T2V-1_3B_bf16.safetensors",
              "text-encoder": "wan/kijai/umt5-xxl-enc-fp8_e4m3fn.safetensors", "tokenizer": "wan/Wan2.1-T2V-1.3B/google/umt5-xxl",
              "vae": "wan/kijai/Wan2_1_VAE_bf16.safetensors"},
    "authors": {"large": "wan/Wan2.1-T2V-14B", "small": "wan/Wan2.1-T2V-1.3B"} | COMFY,
    "diffusers": {"large": "wan/Wan2.1-T2V-14B-Diffusers", "small": "wan/Wan2.1-T2V-1.3B-Diffusers"},
    "ltx": {"large": "ltx/ltxv-13b-0.9.8-dev.safetensors", "small": "ltx/ltxv-2b-0.9.8-distilled.safetensors"} | T5,
    "ltx-fp8": {"large": "ltx/ltxv-13b-0.9.8-dev-fp8.safetensors", "small": "ltx/ltxv-2b-0.9.8-distilled-fp8.safetensors"} | T5,
    # Guidance that rescales divides by the standard deviation, which is 0 here: that of 2B 0.9.6 dev always does.
    "ltx-folders": {"large": "ltx/models--Lightricks--LTX-Video-0.9.7-dev/snapshots/0123456789abcdef",
                    "small": "ltx/ltxv-2b-0.9.8-distilled.safetensors"},
}


def make_replicas(folder):
    for name, script in {"wan": "public_wan_checkpoints.py", "ltx": "public_checkpoints.py"}.items():
        if not (folder / name).is_dir():
            subprocess.run([sys.executable, HERE / script, "--out", folder / name], check=True)


class Program:
    """Runs commands with a home of its own, so that nothing is remembered from other runs."""

    def __init__(self, path, home, before):
        self.command = [*before, str(path), "--json"]
        self.environment = os.environ | {"HOME": str(home), "OMP_WAIT_POLICY": "passive"}
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            self.environment[f"XDG_{name}_HOME"] = str(home / name.lower())

    def run(self, *arguments):
        """The events that the command printed, and the most memory that it had, in GB."""
        process = subprocess.Popen([*self.command, *map(str, arguments)], env=self.environment, stdout=subprocess.PIPE, text=True)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        events = [json.loads(line) for line in output.splitlines()]
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(map(str, arguments))}: ended with {process.returncode}: {events[-1:]}")
        return events, usage.ru_maxrss * 1024 / 1e9


def rehearse(program, name, replicas, out, runs):
    layout = {part: replicas / path for part, path in LAYOUTS[name].items()}
    for path in layout.values():
        events, _ = program.run("inspect", path)
        for part in events[-1].get("components", events):
            assert part.get("complete", part.get("kind") == "tokenizer"), part
    models = [word for part, path in layout.items() for word in (f"--{part}", path)]
    plan = program.run("estimate", "-p", PROMPT, *models, "--gpu-memory", CARD)[0][-1]["memory"]
    assert not plan["problem"], plan["problem"]
    large = next(part for part in plan["parts"] if part["name"] == "large model")
    row = [name, f"{large['resident_blocks']} of {large['blocks']}", f"{plan['peak'] / 1e9:.1f} of {plan['limit'] / 1e9:.1f} GB"]
    if runs:
        tiny = ["-p", PROMPT, *models, "--width", 64, "--height", 64, "--frames", 9 if "ltx" in name else 5, "--steps", 2, "--small-steps", 0,
                "--early", 0.5, "--late", 0, "--dtype", "bf16", "--device", "cpu", "--memory-budget", BUDGET]
        planned = program.run("estimate", *tiny)[0][-1]["memory"]["peak"]
        began = time.monotonic()
        events, peak = program.run("generate", *tiny, "--seed", 1, "--no-run-dir", "-o", out / f"{name}.mp4", "--overwrite")
        assert events[-1]["event"] == "finished", events[-1]
        row += [f"{time.monotonic() - began:.0f} s", f"{peak:.2f} GB (plan {planned / 1e9:.2f})"]
        for event in events:
            if event["event"] == "warning":
                print(f"{name}: warning: {event['message']}")
    print(" | ".join(row), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path, help="flowblend")
    parser.add_argument("--replicas", type=pathlib.Path, help="a folder for the replicas, kept; otherwise a temporary one")
    parser.add_argument("--layouts", nargs="+", choices=LAYOUTS, default=list(LAYOUTS))
    parser.add_argument("--no-runs", action="store_true", help="inspect and estimate only")
    parser.add_argument("--before", nargs="+", default=[], help="a command that runs the program, such as nice")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        out = pathlib.Path(temporary)
        replicas = options.replicas or out / "replicas"
        make_replicas(replicas)
        print("layout | blocks of the large model on the GPU | plan for 11 GB | time | peak on the CPU")
        for name in options.layouts:
            home = out / name
            home.mkdir()
            rehearse(Program(options.program.absolute(), home, options.before), name, replicas, out, not options.no_runs)


if __name__ == "__main__":
    main()
