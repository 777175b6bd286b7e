"""The disk is full at many sizes, under run folder, output, cache and magnitudes of the program, and under store and settings of
the Studio: no crash, no silent success, no half file, and all goes on when there is room again.

    full_disk.py FLOWBLEND --preload libsoak_preload.so [--sizes 5] [--studio-test studio_full_disk] [--seed N]

The disks are small tmpfs, mounted in a name space of this script's own, which needs no rights where users may make such.
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

import sandbox
from sandbox import TINY

PAGE = os.sysconf("SC_PAGE_SIZE")
ENLARGED = "64m"
OUTPUTS = [["-o", "disk/out.gif"], ["-o", "disk/out.mov"], ["-o", "disk/out.mp4"], ["-o", "disk/frames", "--format", "png"]]


def enter_name_space():
    if os.environ.get("FB_OWN_NAME_SPACE"):
        return
    os.environ["FB_OWN_NAME_SPACE"] = "1"
    os.execvp("unshare", ["unshare", "--user", "--map-root-user", "--mount", sys.executable, *sys.argv])


def mount(folder, size):
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)


def enlarge(folder):
    subprocess.run(["mount", "-o", f"remount,size={ENLARGED}", str(folder)], check=True)


def unmount(folder):
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


class Bench:
    def __init__(self, options, root):
        self.options, self.root, self.servers = options, root, sandbox.Servers(options)
        whole = self.whole = sandbox.Sandbox(self.servers, root / "whole")
        whole.succeed("generate", *TINY, "--run-dir", "run", "-o", "first.gif")
        for output in OUTPUTS:
            (whole.folder / "disk").mkdir(exist_ok=True)
            whole.succeed("export", "run", *output)
        self.clip_digest = sandbox.digest(whole.folder / "run" / "clip.safetensors")
        whole.succeed("calibrate", *TINY)
        self.magnitudes = magnitudes_in(whole)
        assert len(self.magnitudes) == 2, self.magnitudes

    def is_whole(self, box, name):
        mine, other = box.folder / name, self.whole.folder / name
        if mine.is_dir():
            return sandbox.snapshot(mine) == sandbox.snapshot(other)
        return sandbox.digest(mine) == sandbox.digest(other) or name.endswith(".mp4") and sandbox.looks_like(mine, other)


def magnitudes_in(box):
    return sandbox.snapshot(box.root / "state" / "flowblending-studio" / "magcache")


def size_of(path):
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(-(-file.stat().st_size // PAGE) * PAGE for file in files)


def pages_for(index, count, needed):
    """From one page to a quarter more than the whole."""
    return 1 + index * (needed * 5 // 4 // PAGE) // max(1, count - 1)


def judge(code, err, problems, names):
    if code not in sandbox.EXIT_CODES:
        problems.append("no documented exit code")
    elif code != 0:
        said = [line for line in err.splitlines() if line.startswith("error: ")]
        if len(said) != 1 or not any(name in said[0] for name in names):
            problems.append("no sentence that names a file")


def full_run(bench, box, index, problems):
    disk = box.folder / "disk"
    needed = 2 * size_of(bench.whole.folder / "run")
    mount(disk, PAGE * pages_for(index, bench.options.sizes, needed))
    command = ["generate", *TINY, "--run-dir", "disk/run", "-o", "out.gif"]
    code, _, err = box.run(*command)
    judge(code, err, problems, ["disk", "out.gif"])
    if code != 0 and (box.folder / "out.gif").exists():
        problems.append("a clip, and no success")
    problems += [f"left behind: {rest}" for rest in sandbox.leftovers(box.folder)]
    enlarge(disk)
    if (disk / "run" / "request.json").exists() and code != 0:
        command = ["resume", "disk/run", "-o", "out.gif"]
    if code != 0:
        again, _, said = box.run(*command)
        if again != 0:
            problems.append(f"with room again: exit code {again}: {said.strip()[-300:]}")
    if sandbox.digest(disk / "run" / "clip.safetensors") != bench.clip_digest:
        problems.append("another clip")
    unmount(disk)
    return code


def full_output(bench, box, index, problems):
    disk, output = box.folder / "disk", OUTPUTS[index % len(OUTPUTS)]
    name = output[1]
    mount(disk, PAGE * pages_for(index, bench.options.sizes, 2 * size_of(bench.whole.folder / name)))
    code, _, err = box.run("generate", *TINY, "--run-dir", "run", *output)
    judge(code, err, problems, [name])
    if (box.folder / name).exists() and not bench.is_whole(box, name):
        problems.append(f"half a file: {name}")
    if code == 0 and not (box.folder / name).exists():
        problems.append("success, and no clip")
    problems += [f"left behind: {rest}" for rest in sandbox.leftovers(box.folder)]
    enlarge(disk)
    if code != 0:
        taken = (box.folder / name).exists()
        command = ["export", "run"] if (box.folder / "run" / "clip.safetensors").exists() else ["generate", *TINY]
        again, _, said = (0, "", "") if taken else box.run(*command, *output)
        if again != 0 or not bench.is_whole(box, name):
            problems.append(f"with room again: exit code {again}: {said.strip()[-300:]}")
    unmount(disk)
    return code


def full_cache(bench, box, index, problems):
    """What is only kept to be quicker next time is no reason to fail."""
    disk = box.root / "cache"
    needed = size_of(bench.whole.root / "cache")
    mount(disk, PAGE * pages_for(index, bench.options.sizes, 2 * needed))
    code, _, err = box.run("generate", *TINY, "--run-dir", "run", "-o", "out.gif")
    if code != 0 or sandbox.digest(box.folder / "run" / "clip.safetensors") != bench.clip_digest:
        problems.append(f"exit code {code}: {err.strip()[-300:]}")
    problems += [f"left behind: {rest}" for rest in sandbox.leftovers(box.root)]
    enlarge(disk)
    again, _, said = box.run("generate", *TINY, "--run-dir", "run2", "-o", "out2.gif")
    if again != 0 or sandbox.digest(box.folder / "run2" / "clip.safetensors") != bench.clip_digest:
        problems.append(f"with room again: exit code {again}: {said.strip()[-300:]}")
    if not list(disk.rglob("*.safetensors")):
        problems.append("with room again nothing is kept")
    unmount(disk)
    return code


def full_calibration(bench, box, index, problems):
    """What was measured of a model is kept whole or not at all, and a calibration that could not be kept says so: without room
    before its first step, and if the disk fills up later, after it."""
    disk, filler = box.root / "state", box.root / "state" / "filler"
    mount(disk, ENLARGED if index > 0 else PAGE)
    process = box.start("--json", "calibrate", *TINY)
    if index > 0:
        sandbox.pause_after_first_step(process)
        disks = os.statvfs(disk)
        # From nothing to 2 MB, which is enough; most of the sizes are small.
        left = (2 << 20) // PAGE * (index - 1)**3 // max(1, bench.options.sizes - 2)**3
        filler.write_bytes(bytes(disks.f_bavail * disks.f_frsize - left * PAGE))
        process.resume()
    out, _ = process.communicate()
    code, last = process.returncode, json.loads(out.splitlines()[-1])
    if index == 0 and (code == 0 or '"event":"step"' in out):
        problems.append("without room, it began")
    if code not in sandbox.EXIT_CODES:
        problems.append("no documented exit code")
    elif code != 0 and (last["event"] != "failed" or "magcache" not in last["message"]):
        problems.append("no sentence that names a file")
    if code == 0 and magnitudes_in(box) != bench.magnitudes:
        problems.append("success, and not all magnitudes")
    problems += [f"half a file: {name}" for name, value in magnitudes_in(box).items() if bench.magnitudes.get(name) != value]
    problems += [f"left behind: {rest}" for rest in sandbox.leftovers(disk)]
    filler.unlink(missing_ok=True)
    enlarge(disk)
    again, _, said = box.run("calibrate", *TINY)
    if again != 0 or magnitudes_in(box) != bench.magnitudes:
        problems.append(f"with room again: exit code {again}: {said.strip()[-300:]}")
    unmount(disk)
    return code


def full_studio(options, root):
    """How store and settings ended."""
    disk = root / "studio"
    mount(disk, "2m")
    environment = dict(os.environ, FB_SMALL_DISK=str(disk), FB_SIZES=str(options.sizes), QT_QPA_PLATFORM="offscreen",
                       LC_ALL="C.UTF-8")
    ended = subprocess.run([str(pathlib.Path(options.studio_test).resolve())], env=environment, capture_output=True,
                           text=True, errors="replace", check=False)
    lines = ended.stdout.splitlines()
    print(f"store, settings: {sum(' writes failed' in line and ': 0 of' not in line for line in lines)} sizes were too small")
    print("\n".join(lines[-2:]), flush=True)
    unmount(disk)
    return [] if ended.returncode == 0 else [f"the Studio: {ended.stdout[-3000:]}"]


def main():
    enter_name_space()
    options = sandbox.arguments(__doc__, sizes=(5, "how many of each"), studio_test=("", "studio_full_disk as it was built"),
                                keep=("", "a folder that gets what trials with problems left"))
    rng, problems = random.Random(options.seed), []
    with sandbox.temporary_folder() as name:
        root = pathlib.Path(name)
        bench = Bench(options, root)
        for kind in (full_run, full_output, full_cache, full_calibration):
            ends, order = {}, list(range(options.sizes))
            rng.shuffle(order)
            for index in order:
                box, found = sandbox.Sandbox(bench.servers, root / f"{kind.__name__}{index}"), []
                sandbox.place_decoys(box.folder)
                before = sandbox.snapshot(box.folder)
                code = kind(bench, box, index, found)
                ends[code] = ends.get(code, 0) + 1
                after = sandbox.snapshot(box.folder)
                found += [f"touched: {name}" for name, value in before.items() if after.get(name) != value]
                for problem in found:
                    problems.append(f"{kind.__name__} size {index}: {problem}")
                    print(problems[-1], flush=True)
                if found and options.keep:
                    shutil.copytree(box.root, pathlib.Path(options.keep) / box.root.name, dirs_exist_ok=True)
                shutil.rmtree(box.root, ignore_errors=True)
            print(f"{kind.__name__}: {options.sizes} sizes, exit codes {ends}", flush=True)
        if options.studio_test:
            problems += full_studio(options, root)
    sandbox.conclude(f"{options.sizes} sizes of each disk", problems)


if __name__ == "__main__":
    main()
