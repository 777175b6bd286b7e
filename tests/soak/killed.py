"""Programs are killed without warning at random moments: nothing is lost, the frames are those of a run that nobody disturbed,
no file of others is touched, and no half file bears a final name.

    killed.py FLOWBLEND --preload libsoak_preload.so [--kills 40] [--seed N] [--jobs N]
              [--studio-test tst_ui_killed] [--studio-kills 3]

Of the rounds, two sixths kill `generate`, a sixth each `resume`, `export`, several runs at once in one folder, and a sweep. The
Studio with a queue is killed by tst_ui_killed, in turns while it samples, writes the queue and exports.
"""
import collections
import json
import os
import pathlib
import random
import shutil
import subprocess
import time

import sandbox
from sandbox import BUILT_IN, CLIP, TINY

SWEEP = ["sweep", "--out", "sweep", *BUILT_IN, *CLIP, "--early", "0.4", "--late", "0,0.4"]
# Lossless, so that the same frames are the same file, and one that is written in several passes.
OUTPUTS = {"gif": "out.gif", "png": "frames", "mov": "out.mov", "mp4": "out.mp4"}


def output_of(kind):
    return ["-o", OUTPUTS[kind]] + (["--format", "png"] if kind == "png" else [])


class Bench:
    def __init__(self, options, root):
        self.options, self.root = options, root
        self.servers = sandbox.Servers(options)
        whole = sandbox.Sandbox(self.servers, root / "whole")
        self.whole = whole
        self.seconds = {}
        self.seconds["generate"] = timed(lambda: whole.succeed("generate", *TINY, "--run-dir", "run", "-o", "out.mp4"))
        for kind in OUTPUTS:
            if kind != "mp4":
                self.seconds["export"] = timed(lambda k=kind: whole.succeed("export", "run", *output_of(k)))
        self.clip_digest = sandbox.digest(whole.folder / "run" / "clip.safetensors")
        self.seconds["sweep"] = timed(lambda: whole.succeed(*SWEEP))
        self.sweep = results_in(whole.folder / "sweep")

    def is_whole(self, box, kind):
        """Whether the output is what a run that nobody disturbed makes."""
        mine, other = box.folder / OUTPUTS[kind], self.whole.folder / OUTPUTS[kind]
        if kind == "png":
            return sandbox.snapshot(mine) == sandbox.snapshot(other)
        return sandbox.digest(mine) == sandbox.digest(other) or kind == "mp4" and sandbox.looks_like(mine, other)

    def box(self, name):
        box = sandbox.Sandbox(self.servers, self.root / name)
        sandbox.place_decoys(box.folder)
        return box


def results_in(folder):
    """Of a sweep: the bits of its clips, and what was measured of them, without times and the checksums over these."""
    results = {path.parent.name: sandbox.digest(path) for path in folder.glob("runs/*/clip.safetensors")}
    for path in folder.glob("records/*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        results[path.name] = {key: value for key, value in record.items() if not key.startswith(("seconds", "checksum"))}
    return results


def timed(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


def kill_after(process, seconds):
    """Whether the process was still there to be killed."""
    try:
        process.communicate(timeout=seconds)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return process.returncode == -9


def finish(bench, box, run, kind, problems):
    """Goes on with the run as often as it takes, which is once."""
    taken = (box.folder / OUTPUTS[kind]).exists()
    if taken and not bench.is_whole(box, kind):
        problems.append(f"half a file: {OUTPUTS[kind]}")
    if (run / "request.json").exists():
        code, _, err = box.run("resume", run, *([] if taken else output_of(kind)), *(["-o", "again.gif"] if taken else []))
    elif taken:
        return problems.append("there is a clip and no run")
    else:
        # It had not begun; what is there may not be in the way of doing it again.
        code, _, err = box.run("generate", *TINY, "--run-dir", run, *output_of(kind))
    if code != 0:
        return problems.append(f"cannot go on, exit code {code}: {err.strip()[-300:]}")
    if sandbox.digest(run / "clip.safetensors") != bench.clip_digest:
        problems.append("other frames")
    if not bench.is_whole(box, kind):
        problems.append(f"another {OUTPUTS[kind]}")


def closing(bench, box, before, problems):
    after = sandbox.snapshot(box.folder)
    problems += [f"touched: {name}" for name, value in before.items() if after.get(name) != value]
    problems += [f"left behind: {rest}" for rest in sandbox.leftovers(box.folder)]


def kill_generate(bench, box, rng, problems):
    kind = rng.choice(list(OUTPUTS))
    killed = kill_after(box.start("generate", *TINY, "--run-dir", "run", *output_of(kind)),
                        rng.uniform(0, 1.1 * bench.seconds["generate"]))
    finish(bench, box, box.folder / "run", kind, problems)
    return killed


def kill_resume(bench, box, rng, problems):
    """Two to four times in a row, each time a little later on the average."""
    kind, killed = rng.choice(list(OUTPUTS)), 0
    command = ["generate", *TINY, "--run-dir", "run", *output_of(kind)]
    for _ in range(rng.randint(2, 4)):
        if (box.folder / "run" / "request.json").exists():
            command = ["resume", "run", *output_of(kind)]
        if (box.folder / OUTPUTS[kind]).exists():
            break
        killed += kill_after(box.start(*command), rng.uniform(0.2, 1) * bench.seconds["generate"])
    finish(bench, box, box.folder / "run", kind, problems)
    return killed


def kill_export(bench, box, rng, problems):
    kind, replaces = rng.choice(list(OUTPUTS)), rng.random() < 0.5
    shutil.copytree(bench.whole.folder / "run", box.folder / "finished")
    output, old = box.folder / OUTPUTS[kind], None
    if replaces and kind != "png":
        output.write_text("what the user had")
        old = sandbox.digest(output)
    command = ["export", "finished", *output_of(kind), *(["--overwrite"] if replaces else [])]
    killed = kill_after(box.start(*command), rng.uniform(0, 1.1 * bench.seconds["export"]))
    if output.exists() and (output.is_dir() or sandbox.digest(output) != old) and not bench.is_whole(box, kind):
        problems.append(f"half a file: {output.name}")
    again, _, err = box.run("export", "finished", *output_of(kind), "--overwrite")
    if again != 0 or not bench.is_whole(box, kind):
        problems.append(f"cannot be exported again, exit code {again}: {err.strip()[-300:]}")
    shutil.rmtree(box.folder / "finished")
    return killed


def kill_parallel(bench, box, rng, problems):
    """Four runs at once without names of their own; some are killed, the others end as if nobody had been."""
    runs = [box.start("generate", *TINY, "--format", "gif", "-o", f"clip{i}.gif") for i in range(4)]
    victims = set(rng.sample(range(4), rng.randint(1, 3)))
    time.sleep(rng.uniform(0, 2 * bench.seconds["generate"]))
    killed = 0
    for i in victims:
        if runs[i].poll() is None:
            runs[i].kill()
    expected = sandbox.digest(bench.whole.folder / "out.gif")
    for i, process in enumerate(runs):
        _, err = process.communicate(timeout=sandbox.PATIENCE)
        killed += process.returncode == -9
        clip = box.folder / f"clip{i}.gif"
        if process.returncode not in (0, -9):
            problems.append(f"run {i}: exit code {process.returncode}: {err.strip()[-300:]}")
        if process.returncode == 0 and not clip.exists() or clip.exists() and sandbox.digest(clip) != expected:
            problems.append(f"run {i} made another clip")
    for folder in (box.root / "state").glob("flowblending-studio/runs/*"):
        if not (folder / "request.json").exists():
            continue
        code, _, err = box.run("resume", folder, "-o", "resumed.gif", "--overwrite")
        if code != 0 or sandbox.digest(box.folder / "resumed.gif") != expected:
            problems.append(f"{folder.name} cannot be resumed, exit code {code}: {err.strip()[-300:]}")
    # The next export here clears away what the killed ones had begun.
    box.run("export", "resumed.gif" if (box.folder / "resumed.gif").exists() else "clip0.gif", "-o", "last.gif")
    return killed


def kill_sweep(bench, box, rng, problems):
    """One to four times in a row, at any moment; the same command goes on each time."""
    killed, folder = 0, box.folder / "sweep"
    for _ in range(rng.randint(1, 4)):
        killed += kill_after(box.start(*SWEEP), rng.uniform(0, bench.seconds["sweep"]))
        half = {name: value for name, value in results_in(folder).items() if bench.sweep.get(name) != value}
        problems += [f"half a result: {name}" for name in half]
    code, _, err = box.run(*SWEEP)
    if code != 0:
        problems.append(f"cannot go on, exit code {code}: {err.strip()[-300:]}")
    elif results_in(folder) != bench.sweep:
        problems.append("other results")
    return killed


KINDS = [kill_generate, kill_generate, kill_resume, kill_export, kill_parallel, kill_sweep]


def attempt(bench, numbered):
    index, seed = numbered
    rng, problems, kind = random.Random(seed), [], KINDS[index % len(KINDS)]
    box = bench.box(f"k{index}")
    before = sandbox.snapshot(box.folder)
    killed = kind(bench, box, rng, problems)
    closing(bench, box, before, problems)
    if problems and bench.options.keep:
        shutil.copytree(box.root, pathlib.Path(bench.options.keep) / f"k{index}", dirs_exist_ok=True)
    shutil.rmtree(box.root, ignore_errors=True)
    return kind.__name__, int(killed), [f"round {index} ({kind.__name__}, seed {seed}): {problem}" for problem in problems]


def kill_studios(options, problems):
    if not options.studio_test:
        return 0
    environment = dict(os.environ, FB_KILLS=str(options.studio_kills), FB_SEED=str(options.seed),
                       QT_QPA_PLATFORM="offscreen", CUDA_VISIBLE_DEVICES="", OMP_WAIT_POLICY="passive", LC_ALL="C.UTF-8",
                       QTEST_FUNCTION_TIMEOUT=str(20 * 3600 * 1000))
    ended = subprocess.run([str(pathlib.Path(options.studio_test).resolve()), "-maxwarnings", "0"], env=environment,
                           capture_output=True, text=True, errors="replace", check=False)
    print("\n".join(line for line in ended.stdout.splitlines() if "kills;" in line or "FAIL" in line or "Loc" in line))
    if ended.returncode != 0:
        problems.append(f"tst_ui_killed: {ended.stdout[-2000:]}")
    return ended.stdout.count("ms after it began")


def main():
    options = sandbox.arguments(__doc__, kills=(40, "how many programs are killed in all, but for the Studio"),
                                studio_test=("", "tst_ui_killed as it was built"), studio_kills=(3, "how many Studios"),
                                keep=("", "a folder that gets what rounds with problems left"))
    rng, problems, kills = random.Random(options.seed), [], collections.Counter()
    with sandbox.temporary_folder() as root:
        bench = Bench(options, pathlib.Path(root))
        index, total = 0, 0
        while total < options.kills:
            batch = [(index + i, rng.randrange(2**32)) for i in range(len(KINDS) * options.jobs)]
            index += len(batch)
            for kind, killed, found in sandbox.in_parallel(options.jobs, lambda n: attempt(bench, n), batch):
                kills[kind] += killed
                total += killed
                problems += found
                for problem in found:
                    print(problem, flush=True)
            print(f"{total} killed, {len(problems)} problems", flush=True)
    kills["Studio"] = kill_studios(options, problems)
    print(dict(kills), flush=True)
    sandbox.conclude(f"{sum(kills.values())} kills", problems)


if __name__ == "__main__":
    main()
