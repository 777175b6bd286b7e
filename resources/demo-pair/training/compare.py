"""Sameness to the large model alone, measured with the program itself: SSIM and PSNR of every given schedule on held-out prompts.
   python3 compare.py --flowblend ../../../build/release/app/flowblend --clips 20 "lsl:--schedule lsl" "ldl:--pair DIR/pair.json"
Each argument is a name and what is added to `flowblend generate`; the reference is --schedule lll of the built-in pair."""
import argparse
import os
import shlex
import subprocess
import tempfile

import numpy as np

import shapes
from evaluate import psnr, read_clip, ssim

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("--flowblend", required=True)
ap.add_argument("--clips", type=int, default=20)
ap.add_argument("cases", nargs="+")
args = ap.parse_args()
scenes = list(enumerate(shapes.held_out()))[::2][:args.clips]


def generate(folder, name, options):
    for i, scene in scenes:
        subprocess.run([args.flowblend, "generate", "-p", shapes.caption(scene), "--seed", str(1000 + i), "--no-run-dir", *options,
                        "-o", os.path.join(folder, name, f"{i:02}", "f.png")], check=True, capture_output=True)
    return [read_clip(os.path.join(folder, name), i) for i, _ in scenes]


with tempfile.TemporaryDirectory() as work:
    for name in ["lll", *(c.split(":", 1)[0] for c in args.cases)]:
        for i, _ in scenes:
            os.makedirs(os.path.join(work, name, f"{i:02}"))
    reference = generate(work, "lll", ["--schedule", "lll"])
    for case in args.cases:
        name, options = case.split(":", 1)
        clips = generate(work, name, shlex.split(options))
        print(f"{name:12} SSIM {np.mean([ssim(a, b) for a, b in zip(clips, reference)]):.3f}  "
              f"PSNR {np.mean([psnr(a, b) for a, b in zip(clips, reference)]):.1f} dB", flush=True)
