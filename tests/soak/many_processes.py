"""Two to eight processes at once on one folder: every clip exists once, and every run ends as itself.

    many_processes.py FLOWBLEND --preload libsoak_preload.so [--rounds 10] [--seed N]

A round is one of these, with processes that begin within a few milliseconds:
  names    `generate` without a name for the clip, each with a seed of its own, and with one state folder for all;
  one-name `generate -o out.gif` by all: one has the name, the others keep their runs and say so;
  one-run  `generate --run-dir run` by all: one begins the run, the others are told that it is taken;
  resume   one run that was killed, gone on with by all;
  frames   `export` of one run into one folder of PNG images by all.
"""
import collections
import json
import os
import pathlib
import random
import re
import shutil

import sandbox
from sandbox import BUILT_IN, TINY

SEEDS = range(1, 9)
SMALL = ["--steps", "3", "--width", "32", "--height", "32", "--frames", "5"]


def with_seed(seed):
    return ["generate", *BUILT_IN, "--seed", seed, *SMALL]


class Bench:
    def __init__(self, options, root):
        self.options, self.root = options, root
        self.servers = sandbox.Servers(options)
        box = self.box = sandbox.Sandbox(self.servers, root / "alone")
        self.of_seed = {}
        for seed in SEEDS:
            box.succeed(*with_seed(seed), "--run-dir", f"run{seed}", "-o", f"{seed}.gif")
            self.of_seed[sandbox.digest(box.folder / f"{seed}.gif")] = seed
        box.succeed("export", "run1", "-o", "frames", "--format", "png")
        assert len(self.of_seed) == len(SEEDS), "two seeds make the same clip"
        sandbox.kill_after_first_step(box, "generate", *TINY, "--run-dir", "cut", "-o", "unused.gif")

    def seed_of(self, path):
        """Of the clip in a file; nothing if it is none of those expected."""
        return self.of_seed.get(sandbox.digest(path)) if path.is_file() else None


def all_at_once(box, commands):
    """Each as (exit code, events, standard error)."""
    processes = [box.start("--json", *command) for command in commands]
    ends = []
    for process in processes:
        out, err = process.communicate()
        ends.append((process.returncode, [json.loads(line) for line in out.splitlines()], err))
    return ends


def last(events):
    return events[-1] if events else {}


def round_names(bench, box, count, rng, problems):
    """Nobody names the clip: each finds a name of its own, also where a file of the user's bears the first one."""
    mine = box.folder / "flowblending.gif"
    mine.write_text("the user's own")
    ends = all_at_once(box, [with_seed(seed) + ["--format", "gif"] for seed in range(1, count + 1)])
    clips = {}
    for seed, (code, events, err) in zip(SEEDS, ends):
        output = last(events).get("output")
        if code != 0 or not output:
            problems.append(f"seed {seed}: exit code {code}: {last(events)} {err[-300:]}")
        elif output in clips:
            problems.append(f"two runs say that {output} is theirs")
        elif bench.seed_of(box.folder / output) != seed:
            problems.append(f"{output} is not the clip of seed {seed}")
        else:
            clips[output] = seed
    if mine.read_text() != "the user's own":
        problems.append("the user's own clip was touched")
    found = [path.name for path in box.folder.iterdir() if bench.seed_of(path)]
    if sorted(found) != sorted(map(os.path.basename, clips)):
        problems.append(f"the clips are {found}")
    kept = list((box.root / "state").glob("flowblending-studio/runs/*"))
    if kept and len(clips) == count:
        problems.append(f"runs that ended are kept: {kept}")


def round_one_name(bench, box, count, rng, problems):
    ends = all_at_once(box, [with_seed(seed) + ["-o", "out.gif"] for seed in range(1, count + 1)])
    winners = [seed for seed, (code, _, _) in zip(SEEDS, ends) if code == 0]
    if len(winners) != 1 or bench.seed_of(box.folder / "out.gif") != winners[0]:
        problems.append(f"{winners} say that the clip is theirs; it is of {bench.seed_of(box.folder / 'out.gif')}")
    for seed, (code, events, err) in zip(SEEDS, ends):
        if code == 0:
            continue
        said = last(events).get("message", "")
        way = re.search(r"flowblend export (\S+) -o FILE", said)
        if code not in (1, 3) or "out.gif" not in said:
            problems.append(f"seed {seed}: exit code {code}: {said} {err[-300:]}")
        elif way:
            box.succeed("export", way.group(1), "-o", f"kept{seed}.gif")
            if bench.seed_of(box.folder / f"kept{seed}.gif") != seed:
                problems.append(f"the kept run of seed {seed} is another one")
        elif last(events).get("event") != "failed" or any(event["event"] == "step" for event in events):
            problems.append(f"seed {seed}: its steps are lost: {said}")


def round_one_run(bench, box, count, rng, problems):
    ends = all_at_once(box, [with_seed(seed) + ["--run-dir", "run", "-o", f"{seed}.gif"] for seed in range(1, count + 1)])
    winners = [seed for seed, (code, _, _) in zip(SEEDS, ends) if code == 0]
    if len(winners) != 1:
        problems.append(f"{winners} began the run")
    for seed, (code, events, err) in zip(SEEDS, ends):
        clip = box.folder / f"{seed}.gif"
        if code == 0 and bench.seed_of(clip) != seed:
            problems.append(f"seed {seed} made another clip")
        if code != 0 and (code != 3 or "run" not in last(events).get("message", "") or clip.exists()):
            problems.append(f"seed {seed}: exit code {code}: {last(events)} {err[-300:]}")
    for seed in winners:
        if sandbox.digest(box.folder / "run" / "clip.safetensors") != clip_of(bench, seed):
            problems.append("the run folder holds another clip than its run's")


def clip_of(bench, seed):
    return sandbox.digest(bench.box.folder / f"run{seed}" / "clip.safetensors")


def round_resume(bench, box, count, rng, problems):
    shutil.copytree(bench.box.folder / "cut", box.folder / "run")
    ends = all_at_once(box, [["resume", "run", "-o", f"{i}.gif"] for i in range(count)])
    done = 0
    for i, (code, events, err) in enumerate(ends):
        clip = box.folder / f"{i}.gif"
        done += code == 0
        if code == 0 and bench.seed_of(clip) != 1:
            problems.append(f"process {i} made another clip")
        if code != 0 and (code != 3 or "in use" not in last(events).get("message", "") or clip.exists()):
            problems.append(f"process {i}: exit code {code}: {last(events)} {err[-300:]}")
    if done == 0:
        problems.append("nobody went on with the run")
    if sandbox.digest(box.folder / "run" / "clip.safetensors") != clip_of(bench, 1):
        problems.append("the run folder holds another clip than its run's")


def round_frames(bench, box, count, rng, problems):
    shutil.copytree(bench.box.folder / "run1", box.folder / "run")
    ends = all_at_once(box, [["export", "run", "-o", "frames", "--format", "png"] for _ in range(count)])
    done = sum(code == 0 for code, _, _ in ends)
    if done != 1:
        problems.append(f"{done} wrote the images")
    for code, events, err in ends:
        if code not in (0, 3) or code == 3 and "frames" not in last(events).get("message", ""):
            problems.append(f"exit code {code}: {last(events)} {err[-300:]}")
    if sandbox.snapshot(box.folder / "frames") != sandbox.snapshot(bench.box.folder / "frames"):
        problems.append("the images are not those of the run")


ROUNDS = [round_names, round_one_name, round_one_run, round_resume, round_frames]


def main():
    options = sandbox.arguments(__doc__, rounds=(10, "how many in all"), keep=("", "a folder for rounds with problems"))
    rng, problems, told = random.Random(options.seed), [], collections.Counter()
    with sandbox.temporary_folder() as root:
        bench = Bench(options, pathlib.Path(root))
        for index in range(options.rounds):
            kind, count, found = ROUNDS[index % len(ROUNDS)], rng.randint(2, 8), []
            box = sandbox.Sandbox(bench.servers, bench.root / f"round{index}")
            sandbox.place_decoys(box.folder)
            before = sandbox.snapshot(box.folder)
            kind(bench, box, count, rng, found)
            after = sandbox.snapshot(box.folder)
            found += [f"touched: {name}" for name, value in before.items() if after.get(name) != value]
            found += [f"left behind: {rest}" for rest in sandbox.leftovers(box.root)]
            told[kind.__name__] += 1
            if found and options.keep:
                shutil.copytree(box.root, pathlib.Path(options.keep) / f"round{index}", dirs_exist_ok=True)
            shutil.rmtree(box.root)
            for problem in found:
                problems.append(f"round {index} ({kind.__name__}, {count} processes): {problem}")
                print(problems[-1], flush=True)
            if (index + 1) % 20 == 0:
                print(f"{index + 1} rounds, {len(problems)} problems", flush=True)
    print(dict(told), flush=True)
    sandbox.conclude(f"{options.rounds} rounds of two to eight processes", problems)


if __name__ == "__main__":
    main()
