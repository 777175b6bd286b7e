"""Each call of the file system fails in turn, through generate, resume, decode, export and calibrate: no crash, no silent success, and
nothing sound is touched.

    failed_calls.py FLOWBLEND --preload libsoak_preload.so [--points 40] [--seed N] [--jobs N] [--only SCENARIO]

A counting run of each scenario notes its calls on files; the points are drawn from them, by turns from each kind of call on
each kind of file. At a point the call fails once, or it and all that follow, or it does half of what it was asked. After
a failure the run is resumed without one, to the clip that it would have made.
"""
import collections
import errno
import pathlib
import random
import re
import shutil

import sandbox
from sandbox import PAIR_FOLDER, TINY, VARYING

ERRORS = {
    "open": ("EIO", "EACCES", "EMFILE", "ENOSPC"), "read": ("EIO", "HALF"), "write": ("EIO", "ENOSPC", "EDQUOT", "HALF"),
    "fsync": ("EIO", "ENOSPC"), "rename": ("EIO", "ENOSPC", "EACCES"), "mmap": ("ENOMEM", "ENODEV"),
    "close": ("EIO", "ENOSPC"), "mkdir": ("EIO", "ENOSPC", "EACCES"),
}

Point = collections.namedtuple("Point", "scenario call kind path error lasting")


class Scenario:
    """A command, its outputs, what is there before, and which of that is to be replaced; weight: its share of the points."""

    def __init__(self, name, command, outputs, prepared=(), replaced=(), run="run", keep_cache=False, weight=3):
        self.name, self.command, self.outputs, self.weight = name, command, outputs, weight
        self.prepared, self.replaced, self.run, self.keep_cache = prepared, replaced, run, keep_cache


SCENARIOS = [
    Scenario("generate-mp4", ["generate", *TINY, "--run-dir", "run", "-o", "out.mp4"], ["out.mp4"], weight=1),
    Scenario("generate-gif-default-run", ["generate", *TINY, "-o", "out.gif"], ["out.gif"], run=None,
             keep_cache=True, weight=1),
    Scenario("generate-png", ["generate", *TINY, "--run-dir", "run", "-o", "frames", "--format", "png"], ["frames"],
             weight=1),
    Scenario("generate-replace", ["generate", *TINY, "--run-dir", "run", "-o", "out.mp4", "--overwrite"], ["out.mp4"],
             prepared=["out.mp4"], replaced=["out.mp4"], keep_cache=True, weight=1),
    Scenario("resume", ["resume", "run", "-o", "out.mp4"], ["out.mp4"], prepared=["run"], keep_cache=True),
    Scenario("decode", ["decode", "finished", "-o", "out.gif"], ["out.gif"], prepared=["finished"], run="finished"),
    Scenario("export-mp4", ["export", "finished", "-o", "out.mp4"], ["out.mp4"], prepared=["finished"], run="finished"),
    Scenario("export-mov-of-clip", ["export", "clip.mp4", "-o", "out.mov"], ["out.mov"], prepared=["clip.mp4"], run=None),
    Scenario("export-gif-replace", ["export", "clip.mp4", "-o", "out.gif", "--overwrite"], ["out.gif"],
             prepared=["clip.mp4", "out.gif"], replaced=["out.gif"], run=None),
    Scenario("export-png-beside-others", ["export", "finished", "-o", "clip.png"],
             [f"clip_{n:05}.png" for n in range(1, 6)], prepared=["finished"], run="finished"),
    Scenario("calibrate", ["calibrate", *TINY], [], run=None, keep_cache=True, weight=1),
]


class Bench:
    """Templates of what the scenarios begin with, and how one trial goes."""

    def __init__(self, options, root):
        self.options, self.root = options, root
        self.servers = sandbox.Servers(options)
        self.templates = sandbox.Sandbox(self.servers, root / "templates")
        make = self.templates
        make.succeed("generate", *TINY, "--run-dir", "finished", "-o", "clip.mp4")
        self.clip_digest = sandbox.digest(make.folder / "finished" / "clip.safetensors")
        sandbox.kill_after_first_step(make, "generate", *TINY, "--run-dir", "run", "-o", "unused.mp4")
        assert not (make.folder / "run" / "clip.safetensors").exists(), "the run to resume was over before it was killed"
        for name in ("out.mp4", "out.gif"):
            (make.folder / name).write_text("what the user had")
        self.expected = {}

    def trial(self, name, scenario):
        box = sandbox.Sandbox(self.servers, self.root / name)
        for prepared in scenario.prepared:
            source = self.templates.folder / prepared
            (shutil.copytree if source.is_dir() else shutil.copy2)(source, box.folder / prepared)
        if scenario.keep_cache:
            shutil.copytree(self.templates.root / "cache", box.root / "cache")
        sandbox.place_decoys(box.folder)
        box.environment.update(FB_FAULT_UNDER=f"{box.root}:{PAIR_FOLDER}",
                               FB_FAULT_LOG=str(self.root / f"{name}.log"))
        return box

    def count(self, scenario):
        """The calls of an undisturbed run: (number, kind, path); what it left becomes what is expected."""
        box = self.trial("count-" + scenario.name, scenario)
        box.succeed(*scenario.command, FB_FAULT_AT="0")
        self.expected[scenario.name] = sandbox.snapshot(box.folder)
        lines = (self.root / f"count-{scenario.name}.log").read_text().splitlines()
        return [(int(number), kind, path) for number, kind, path in (line.split(" ", 2) for line in lines)]

    def attempt(self, numbered):
        """The problems of one point, and how the program ended."""
        index, point = numbered
        scenario = point.scenario
        box = self.trial(f"t{index}", scenario)
        before = sandbox.snapshot(box.folder)
        fault = {"FB_FAULT_AT": str(point.call),
                 "FB_FAULT_ERRNO": str(0 if point.error == "HALF" else getattr(errno, point.error))}
        if point.lasting:
            fault["FB_FAULT_ALL"] = "1"
        code, out, err = box.run(*scenario.command, **fault)
        log = self.root / f"t{index}.log"
        hit = log.read_text().splitlines()[0] if log.exists() else "nothing"
        problems = judge(self, point, box, before, code, err, hit)
        box.environment.pop("FB_FAULT_UNDER")
        problems += recover(self, scenario, box, code, err)
        problems += cleared(scenario, box)
        problems += harmed(scenario, before, sandbox.snapshot(box.folder))
        where = f"{scenario.name} call {point.call} {point.error}{' from then on' if point.lasting else ''} (hit {hit})"
        if problems and self.options.keep:
            shutil.copytree(box.root, pathlib.Path(self.options.keep) / f"t{index}", dirs_exist_ok=True)
        shutil.rmtree(box.root, ignore_errors=True)
        log.unlink(missing_ok=True)
        return [f"{where}: exit code {code}: {problem}; it said {err.strip()[-400:]!r}" for problem in problems], code, hit


def same(bench, scenario, box, name, found, expected):
    """x264 makes slightly other files of the same frames, as the memory happens to lie: those are looked at."""
    if found == expected or not name.endswith(".mp4") or not found:
        return found == expected
    return sandbox.looks_like(box.folder / name, bench.root / ("count-" + scenario.name) / "work" / name)


def judge(bench, point, box, before, code, err, hit):
    problems, scenario = [], point.scenario
    if code not in sandbox.EXIT_CODES:
        return ["no documented exit code"]
    after, expected = sandbox.snapshot(box.folder), bench.expected[scenario.name]
    if code == 0:
        for name, value in expected.items():
            if VARYING.fullmatch(pathlib.Path(name).name):
                # A state for branches may be lost, but not without a word.
                if name not in after and "-0" in name and "branch" not in err:
                    problems.append(f"success, and {name} is missing without a word")
            elif not same(bench, scenario, box, name, after.get(name), value):
                problems.append(f"success, and {name} is not what it should be")
    else:
        said = [line for line in err.splitlines() if line.startswith("error: ")]
        names = [word for word in scenario.command if re.search(r"^\w+(\.\w+)?$", word)] + ["/"]
        if len(said) != 1:
            problems.append("not one sentence that begins with error:")
        elif not any(name in said[0] for name in names):
            problems.append("the sentence names no file")
        if "unexpected" in err or "terminate called" in err:
            problems.append("the sentence is not ours")
        # What bears a name of an output is whole, also if what came after it failed.
        for name in scenario.outputs:
            if name in after and after[name] != before.get(name) and not same(bench, scenario, box, name, after[name],
                                                                              expected[name]):
                problems.append(f"half a file: {name}")
            for inner in (inner for inner in after if inner.startswith(name + "/")):
                if after[inner] != expected.get(inner):
                    problems.append(f"half a file: {inner}")
    known = set(before) | set(expected) | {scenario.run}
    temporaries = sandbox.leftovers(box.folder)
    for name in set(after) - known:
        of_run = scenario.run and name.startswith(f"{scenario.run}/")
        if not of_run and not any(name == rest or name.startswith(rest + "/") for rest in temporaries):
            problems.append(f"left behind: {name}")
    # What lies in a folder that cannot be opened cannot be removed; cleared() tells whether the next command does it.
    if " open " in hit and point.lasting:
        return problems
    return problems + [f"left behind: {rest}" for rest in sandbox.leftovers(box.root)]


def cleared(scenario, box):
    """Once files can be opened again, the next command leaves no temporary file of a failed one."""
    if sandbox.leftovers(box.root):
        box.run(*scenario.command)
    return [f"left behind for good: {rest}" for rest in sandbox.leftovers(box.root)]


def harmed(scenario, before, after):
    """What was there stays, but for what was to be replaced and the files of the run itself."""
    own = lambda name: name in scenario.replaced or (scenario.run and name.startswith(f"{scenario.run}/"))
    return [f"harmed: {name}" for name, value in before.items() if after.get(name) != value and not own(name)]


def recover(bench, scenario, box, code, err):
    """A run that is there goes on to the clip that it would have made."""
    if code == 0 or code not in sandbox.EXIT_CODES:
        return []
    if scenario.run:
        folders = [box.folder / scenario.run]
    else:
        folders = list((box.root / "state").glob("flowblending-studio/runs/*"))
    problems = []
    for folder in folders:
        if not (folder / "request.json").exists():
            if folder.exists() and any(folder.iterdir()):
                problems.append(f"{folder.name} is no run any more, and has {[p.name for p in folder.iterdir()]}")
            continue
        again, _, said = box.run("resume", folder, "-o", "recovered.gif")
        if again != 0:
            problems.append(f"cannot be resumed: {said.strip()[-300:]}")
        elif sandbox.digest(folder / "clip.safetensors") != bench.clip_digest:
            problems.append("was resumed to another clip")
        (box.folder / "recovered.gif").unlink(missing_ok=True)
        problems += [f"left behind after resume: {rest}" for rest in sandbox.leftovers(folder)]
        if not scenario.run and folder.name not in err:
            problems.append(f"the kept run {folder.name} is not named")
    return problems


def kind_of_file(path):
    return re.sub(r"\.flowblend-[0-9a-f]{16}", ".flowblend-", path)


def draw(rng, scenario, calls, count):
    """`count` points, by turns from each kind of call on each kind of file."""
    groups = collections.defaultdict(list)
    for call, kind, path in calls:
        for error in ERRORS[kind]:
            for lasting in (False, True):
                groups[kind, kind_of_file(path)].append(Point(scenario, call, kind, path, error, lasting))
    for group in groups.values():
        rng.shuffle(group)
    queues, points = list(groups.values()), []
    while len(points) < count and queues:
        rng.shuffle(queues)
        for queue in queues[:count - len(points)]:
            points.append(queue.pop())
        queues = [queue for queue in queues if queue]
    return points


def main():
    options = sandbox.arguments(__doc__, points=(40, "failures in all"), only=("", "this scenario alone"),
                                keep=("", "a folder that gets what trials with problems left"))
    rng, problems, ends = random.Random(options.seed), [], collections.Counter()
    with sandbox.temporary_folder() as root:
        bench = Bench(options, pathlib.Path(root))
        chosen = [scenario for scenario in SCENARIOS if options.only in ("", scenario.name)]
        points, hits, weights = [], 0, sum(scenario.weight for scenario in chosen)
        for scenario in chosen:
            calls = bench.count(scenario)
            drawn = draw(rng, scenario, calls, -(-options.points * scenario.weight // weights))
            points += drawn
            print(f"{scenario.name}: {len(calls)} calls, {len(drawn)} points", flush=True)
        rng.shuffle(points)
        for done, (found, code, hit) in enumerate(sandbox.in_parallel(options.jobs, bench.attempt, enumerate(points)), 1):
            problems += found
            ends[code] += 1
            hits += hit != "nothing"
            for problem in found:
                print(problem, flush=True)
            if done % 100 == 0:
                print(f"{done} of {len(points)}, {len(problems)} problems", flush=True)
        print("exit codes:", dict(ends), f"; {hits} of {len(points)} failures took place", flush=True)
    sandbox.conclude(f"{len(points)} points of failure", problems)


if __name__ == "__main__":
    main()
