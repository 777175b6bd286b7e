"""Kills a sampling run without warning at random moments and continues it: the clip must have the same bits each time.

    kill_and_resume.py FLOWBLEND [--times 3] [--seed N]

The seed is printed; without --seed it is taken from the environment variable FB_SEED, or chosen at random.
"""
import argparse
import hashlib
import os
import random
import signal
import subprocess

from program import BUILT_IN, Program


def clip_digest(run_folder):
    return hashlib.sha256((run_folder / "clip.safetensors").read_bytes()).hexdigest()


def kill_after(process, steps, rng):
    """Reads events until `steps` are done, then kills immediately or in the middle of the following work. Returns the moment
    in seconds after that step, and whether it was the signal that ended the process."""
    done = 0
    for line in process.stdout:
        done += '"event":"step"' in line
        if done >= steps:
            break
    pause = rng.choice((0, rng.random() * 0.05))
    try:
        process.wait(timeout=pause)
    except subprocess.TimeoutExpired:
        pass
    process.send_signal(signal.SIGKILL)
    process.wait()
    return pause, process.returncode == -signal.SIGKILL


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("flowblend")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--seed", type=int, default=os.environ.get("FB_SEED", random.SystemRandom().randrange(2**32)))
    arguments = parser.parse_args()
    program, rng = Program(arguments.flowblend), random.Random(arguments.seed)
    print(f"seed {arguments.seed} (FB_SEED or --seed sets it)", flush=True)
    settings = ["generate", *BUILT_IN, "--steps", 12]

    program.succeed(*settings, "--run-dir", "whole", "-o", "whole.mp4")
    expected = clip_digest(program.folder / "whole")
    killed = 0
    for i in range(arguments.times):
        folder = program.folder / f"run{i}"
        steps = rng.randrange(1, 12)
        pause, died = kill_after(program.start(*settings, "--run-dir", folder, "-o", f"{i}.mp4"), steps, rng)
        killed += died
        print(f"run {i}: killed {1000 * pause:.1f} ms after step {steps}", flush=True)
        # What a kill may leave in the middle of a write; what goes on here clears it away.
        for abandoned in (program.folder / ".flowblend-0123456789abcdef.part.mp4",
                          folder / ".flowblend-0123456789abcdef.part.safetensors"):
            abandoned.write_bytes(b"half")
        program.succeed("resume", folder, "-o", f"resumed{i}.mp4")
        assert clip_digest(folder) == expected, f"run {i}, killed after step {steps}, resumed to another clip"
        assert (program.folder / f"resumed{i}.mp4").read_bytes(), "the clip is empty"
        leftovers = [p.name for p in program.folder.rglob(".*.part*")]
        assert not leftovers, f"temporary files were left behind: {leftovers}"
    assert killed == arguments.times, f"only {killed} of {arguments.times} runs were still alive to be killed"
    print(f"{killed} runs killed and resumed to identical bits")


if __name__ == "__main__":
    main()
