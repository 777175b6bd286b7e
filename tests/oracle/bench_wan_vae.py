# SPDX-License-Identifier: MIT
"""Decodes with a WAN VAE in this engine and in diffusers, alternating, each time in a process of its own. Prints medians
of both and of their ratios: seconds and processor seconds, and the peak memory of the whole process in GB. The first
decode of a process is not counted.

    bench_wan_vae.py build/release/tests/core/models/bench_wan_vae [--vae resources/demo-pair/large/vae] [--size 64x64x17]

Without --vae: WAN 2.1's sizes with random weights (0.5 GB of disk). On a busy machine, compare processor seconds with
one thread.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

import torch
from diffusers import AutoencoderKLWan
from safetensors.torch import load_file, save_file

from bench_ltx_vae import clocks, peak_bytes


def decode_here(folder, threads, times, video=None):
    """What bench_wan_vae.cpp does, with diffusers."""
    torch.set_num_threads(threads)
    with torch.inference_mode():
        vae = AutoencoderKLWan.from_pretrained(os.path.join(folder, "vae"), torch_dtype=torch.float32).eval()
        z = load_file(os.path.join(folder, "inputs.safetensors"))["z"]
        taken = [clocks()]
        for _ in range(times):
            frames = vae.decode(z, return_dict=False)[0]
            taken.append(clocks())
    wall, cpu = ([b[i] - a[i] for a, b in zip(taken, taken[1:])] for i in (0, 1))
    print(json.dumps({"decode": wall, "decode_cpu": cpu, "peak": peak_bytes() / 1e9}))
    if video:
        save_file({"video": frames.contiguous()}, video)


def run(*command):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True, check=True)
    taken = json.loads(done.stdout)
    return {"decode": statistics.median(taken["decode"][1:]), "decode_cpu": statistics.median(taken["decode_cpu"][1:]),
            "peak": taken["peak"]}


def write_inputs(folder, vae, size):
    torch.manual_seed(0)
    with torch.inference_mode():
        if vae:
            os.symlink(os.path.abspath(vae), os.path.join(folder, "vae"))
        else:
            AutoencoderKLWan().save_pretrained(os.path.join(folder, "vae"))
        width, height, frames = (int(number) for number in size.split("x"))
        save_file({"z": torch.randn(1, 16, (frames - 1) // 4 + 1, height // 8, width // 8)},
                  os.path.join(folder, "inputs.safetensors"))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program", help="bench_wan_vae, or diffusers: what each round runs for comparison")
    ap.add_argument("--vae", help="a folder of diffusers' layout")
    ap.add_argument("--size", default="64x64x17", help="width x height x frames")
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--times", type=int, default=4, help="decodes per process, at least two")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--folder", help=argparse.SUPPRESS)
    ap.add_argument("--video", help=argparse.SUPPRESS)
    args = ap.parse_args()
    if args.program == "diffusers":
        return decode_here(args.folder, args.threads, args.times, args.video)
    with tempfile.TemporaryDirectory() as folder:
        write_inputs(folder, args.vae, args.size)
        ours = [args.program, folder, args.threads, args.times]
        theirs = [sys.executable, __file__, "diffusers", "--folder", folder, "--threads", args.threads, "--times",
                  args.times]
        videos = [os.path.join(folder, name) for name in ("ours", "theirs")]
        rounds = [(run(*ours, videos[0]), run(*theirs, "--video", videos[1])) for _ in range(args.rounds)]
        got, want = (load_file(video)["video"] for video in videos)
    print(f"relative error {(got - want).norm() / want.norm():.1e}; medians of {args.rounds}, {args.threads} threads")
    for key in rounds[0][0]:
        engine, diffusers = ([pair[side][key] for pair in rounds] for side in (0, 1))
        ratio = statistics.median(a / b for a, b in zip(engine, diffusers))
        print(f"{key:10} engine {statistics.median(engine):7.3f}, diffusers {statistics.median(diffusers):7.3f}, "
              f"ratio {ratio:.3f}")


if __name__ == "__main__":
    main()
