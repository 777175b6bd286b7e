"""Times a complete `flowblend generate` with the built-in pair, from prompt to mp4, against the same run by a diffusers script,
alternating in one run; prints the medians and their ratio.

    bench_generate.py FLOWBLEND [--rounds 3] [--threads 2]
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PAIR = HERE.parents[1] / "resources" / "demo-pair"
PROMPT = "a large red circle moves left on a blue background"


def timed(command):
    start = time.perf_counter()
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("flowblend")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    d = json.loads((PAIR / "pair.json").read_text())["defaults"]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(arguments.rounds):
            ours.append(timed([arguments.flowblend, "generate", "--threads", arguments.threads, "--prompt", PROMPT, "--seed", 0,
                               "--output", f"{folder}/clip.mp4", "--overwrite"]))
            theirs.append(timed([sys.executable, HERE / "blend_reference.py", "--large", PAIR / "large", "--small", PAIR / "small",
                                 "--family", "wan", "--prompt", PROMPT, "--steps", d["steps"], "--guidance", d["guidance"],
                                 "--seed", 0, "--width", d["width"], "--height", d["height"], "--frames", d["frames"],
                                 "--early", d["early"], "--late", d["late"], "--solver", d["solver"],
                                 "--flow-shift", d["shift"], "--threads", arguments.threads, "--out", f"{folder}/reference.safetensors"]))
            print(f"flowblend {ours[-1]:.2f} s, diffusers {theirs[-1]:.2f} s", flush=True)
    print(f"medians: flowblend {statistics.median(ours):.2f} s, diffusers {statistics.median(theirs):.2f} s, "
          f"ratio {statistics.median(ours) / statistics.median(theirs):.3f}")


if __name__ == "__main__":
    main()
