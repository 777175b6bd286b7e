# SPDX-License-Identifier: MIT
"""Times one forward of a WAN-1.3B-shaped transformer with random weights, float32, in this engine and in diffusers,
alternating, and prints both medians and the median of their ratios: seconds, processor seconds of all threads, and by how
much the process grows in a forward.

    bench_wan_transformer.py build/release/tests/core/models/bench_wan_transformer [--layers 30] [--rounds 5]
                             [--size 256x256x9]

All 30 layers take 5.7 GB of memory twice and as much of disk; 4 layers of the same width are a fair proxy. On a busy
machine, compare processor seconds with one thread.
"""
import argparse
import ctypes
import os
import statistics
import subprocess
import tempfile
import time

import torch
from diffusers import WanTransformer3DModel
from safetensors.torch import load_file, save_file


class Forward:
    """What a forward takes: seconds, processor seconds of all threads, bytes by which the process grows."""
    NAMES = ("seconds", "processor seconds", "growth in bytes")

    @staticmethod
    def memory(key):
        with open("/proc/self/status") as status:
            return next(1024 * int(line.split()[1]) for line in status if line.startswith(key))

    @classmethod
    def of(cls, run):
        ctypes.CDLL(None).malloc_trim(0)  # what is free but still the process's would hide what it needs
        with open("/proc/self/clear_refs", "w") as refs:
            refs.write("5")  # the peak is counted from now on
        before = cls.memory("VmRSS:")
        start = time.perf_counter(), time.process_time()
        result = run()
        taken = time.perf_counter() - start[0], time.process_time() - start[1], cls.memory("VmHWM:") - before
        return taken, result


def side_by_side(program, folder, threads, rounds, run_diffusers):
    """Both compute `folder`/inputs.safetensors, alternating; returns the relative error and the rounds: what Forward says
    of the engine and of diffusers."""
    ours = subprocess.Popen([program, folder, str(threads)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run_ours(line="time"):
        print(line, file=ours.stdin, flush=True)
        return tuple(float(word) for word in ours.stdout.readline().split())

    # A first round warms both up and checks that they compute the same.
    ours_file = os.path.join(folder, "velocity.safetensors")
    run_ours(ours_file)
    want = Forward.of(run_diffusers)[1]
    error = (load_file(ours_file)["velocity"] - want).norm() / want.norm()
    taken = [(run_ours(), Forward.of(run_diffusers)[0]) for _ in range(rounds)]
    ours.stdin.close()
    ours.wait()
    return error, taken


def report(error, taken, args):
    print(f"relative error {error:.1e}; medians of {args.rounds} forwards, {args.layers} layers, "
          f"{args.threads} threads")
    for i, name in enumerate(Forward.NAMES):
        engine, diffusers = ([pair[side][i] for pair in taken] for side in (0, 1))
        ratio = statistics.median(a / b for a, b in zip(engine, diffusers))
        print(f"{name:18} engine {statistics.median(engine):.5g}, diffusers {statistics.median(diffusers):.5g}, "
              f"ratio {ratio:.3f}")


def arguments(description, layers, size):
    ap = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--layers", type=int, default=layers)
    ap.add_argument("--size", type=lambda text: [int(number) for number in text.split("x")], default=size)
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--threads", type=int, default=2)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(0)
    return args


def main():
    args = arguments(__doc__, 30, "256x256x9")
    width, height, frames = args.size
    with tempfile.TemporaryDirectory() as folder, torch.inference_mode():
        model = WanTransformer3DModel(num_attention_heads=12, attention_head_dim=128, text_dim=4096, ffn_dim=8960,
                                      num_layers=args.layers).eval()
        model.save_pretrained(os.path.join(folder, "transformer"))
        inputs = {"latents": torch.randn(1, 16, (frames - 1) // 4 + 1, height // 8, width // 8),
                  "text": torch.randn(1, 512, 4096)}
        inputs["text"][:, 20:] = 0
        save_file(inputs, os.path.join(folder, "inputs.safetensors"))
        report(*side_by_side(args.program, folder, args.threads, args.rounds, lambda: model(
            inputs["latents"], torch.tensor([500.0]), inputs["text"]).sample), args)


if __name__ == "__main__":
    main()
