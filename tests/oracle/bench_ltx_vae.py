# SPDX-License-Identifier: MIT
"""Loads the decoder of a VAE as large as that of LTX-Video 0.9.5, with random float32 weights, and decodes 512x320x17,
in this engine and in diffusers, alternating, each time in a process of its own. Prints medians of both and the medians of
their ratios: seconds and processor seconds for loading, decoding and both (diffusers maps the file, and reads it while it
decodes), and the peak memory of the whole process in GB.

    bench_ltx_vae.py build/release/tests/core/models/bench_ltx_vae [--rounds 5] [--threads 2]

Takes 5 GB of disk and 6 GB of memory. On a busy machine, compare processor seconds with one thread.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import torch
from diffusers import AutoencoderKLLTXVideo
from safetensors.torch import load_file, save_file

CONFIG = dict(block_out_channels=(128, 256, 512, 1024, 2048), down_block_types=("LTXVideo095DownBlock3D",) * 4,
              decoder_block_out_channels=(256, 512, 1024), layers_per_block=(4, 6, 6, 2, 2),
              decoder_layers_per_block=(5, 5, 5, 5), spatio_temporal_scaling=(True,) * 4,
              decoder_spatio_temporal_scaling=(True,) * 3, decoder_inject_noise=(False,) * 4,
              downsample_type=("spatial", "temporal", "spatiotemporal", "spatiotemporal"),
              upsample_residual=(True,) * 3, upsample_factor=(2,) * 3, timestep_conditioning=True, encoder_causal=True, decoder_causal=False)


def write_model(folder):
    torch.manual_seed(0)
    with torch.inference_mode():
        AutoencoderKLLTXVideo(**CONFIG).save_pretrained(os.path.join(folder, "vae"))
        save_file({"z": torch.randn(1, 128, 3, 10, 16)}, os.path.join(folder, "inputs.safetensors"))


def clocks():
    return time.perf_counter(), time.process_time()


def peak_bytes():
    """Of this process alone: what getrusage() gives begins with the memory of the process that started it."""
    with open("/proc/self/status") as status:
        return next(1024 * int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def decode_here(folder, threads, video=None):
    """What bench_ltx_vae.cpp does, with diffusers."""
    torch.set_num_threads(threads)
    with torch.inference_mode():
        begin = clocks()
        vae = AutoencoderKLLTXVideo.from_pretrained(os.path.join(folder, "vae")).eval()
        loaded = clocks()
        z = load_file(os.path.join(folder, "inputs.safetensors"))["z"]
        frames = vae.decode(z, torch.tensor([0.05]), return_dict=False)[0]
        decoded = clocks()
    print(json.dumps({"load": loaded[0] - begin[0], "load_cpu": loaded[1] - begin[1], "decode": decoded[0] - loaded[0],
                      "decode_cpu": decoded[1] - loaded[1],
                      "peak": peak_bytes() / 1e9}))
    if video:
        save_file({"video": frames.contiguous()}, video)


def run(*command):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True, check=True)
    taken = json.loads(done.stdout)
    for key in ("decode", "decode_cpu"):  # of the program: one for each time that it decodes
        if isinstance(taken[key], list):
            taken[key] = statistics.median(taken[key])
    return taken | {"both": taken["load"] + taken["decode"], "both_cpu": taken["load_cpu"] + taken["decode_cpu"]}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program", help="bench_ltx_vae, or diffusers: what each round runs for comparison")
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--folder", help="where the model is, or is to be written; otherwise it is removed afterwards")
    ap.add_argument("--video", help=argparse.SUPPRESS)
    args = ap.parse_args()
    if args.program == "diffusers":
        return decode_here(args.folder, args.threads, args.video)
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.folder or temporary
        if not os.path.exists(os.path.join(folder, "inputs.safetensors")):
            write_model(folder)
        ours = [args.program, folder, args.threads, 1]
        theirs = [sys.executable, __file__, "diffusers", "--folder", folder, "--threads", args.threads]
        # The first round reads the file into the system's cache, and checks that both compute the same.
        videos = [os.path.join(temporary, name) for name in ("ours", "theirs")]
        run(*ours, videos[0]), run(*theirs, "--video", videos[1])
        got, want = (load_file(video)["video"] for video in videos)
        rounds = [(run(*ours), run(*theirs)) for _ in range(args.rounds)]
    print(f"relative error {(got - want).norm() / want.norm():.1e}; medians of {args.rounds}, {args.threads} threads")
    for key in rounds[0][0]:
        engine, diffusers = ([pair[side][key] for pair in rounds] for side in (0, 1))
        ratio = statistics.median(a / b for a, b in zip(engine, diffusers))
        print(f"{key:10} engine {statistics.median(engine):6.2f}, diffusers {statistics.median(diffusers):6.2f}, "
              f"ratio {ratio:.3f}")


if __name__ == "__main__":
    main()
