"""Kills a sampling run without warning at random moments and continues it: the clip must have the same bits each time.

    kill_and_resume.py FLOWBLEND [--times 3] [--seed 0]
"""
import argparse
import hashlib
import random
import signal

from program import BUILT_IN, Program


def clip_digest(run_folder):
    return hashlib.sha256((run_folder / "clip.safetensors").read_bytes()).hexdigest()


def kill_after(process, steps, rng):
    """Reads events until `steps` are done, then kills at once or in the middle of the work that follows."""
    done = 0
    for line in process.stdout:
        done += '"event":"step"' in line
        if done >= steps:
            break
    if rng.random() < 0.5:
        try:
            process.wait(timeout=rng.random() * 0.05)
        except Exception:
            pass
    process.send_signal(signal.SIGKILL)
    process.wait()
    return process.returncode == -signal.SIGKILL


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("flowblend")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    program, rng = Program(arguments.flowblend), random.Random(arguments.seed)
    settings = ["generate", *BUILT_IN, "--steps", 12]

    program.succeed(*settings, "--run-dir", "whole", "-o", "whole.mp4")
    expected = clip_digest(program.folder / "whole")
    killed = 0
    for i in range(arguments.times):
        folder = program.folder / f"run{i}"
        steps = rng.randrange(1, 12)
        killed += kill_after(program.start(*settings, "--run-dir", folder, "-o", f"{i}.mp4"), steps, rng)
        program.succeed("resume", folder, "-o", f"resumed{i}.mp4")
        assert clip_digest(folder) == expected, f"run {i}, killed after step {steps}, resumed to another clip"
        assert (program.folder / f"resumed{i}.mp4").read_bytes(), "the clip is empty"
        leftovers = [p.name for p in program.folder.glob(".*.part*")]
        assert not leftovers, f"temporary files were left behind: {leftovers}"
    assert killed == arguments.times, f"only {killed} of {arguments.times} runs were still alive to be killed"
    print(f"{killed} runs killed and resumed to identical bits")


if __name__ == "__main__":
    main()
