"""Encode clips once with the frozen encoder: python3 encode_clips.py --vae DIR --out DIR/clips --seed 0 --clips 1800
Run several with different seeds side by side. Writes files of 200 clips: latents, scenes and the frames as bytes;
train_transformer.py takes up new files while it runs."""
import argparse
import os
import random

import torch
from diffusers import AutoencoderKLWan

import shapes
from whole_sequence import encode

ap = argparse.ArgumentParser()
ap.add_argument("--vae", required=True)
ap.add_argument("--out", required=True)
ap.add_argument("--seed", type=int, default=0)
ap.add_argument("--clips", type=int, default=1800)
ap.add_argument("--wide", action="store_true", help="with varied sizes, places and speeds")
ap.add_argument("--threads", type=int, default=1)
args = ap.parse_args()
torch.set_num_threads(args.threads)
vae, rng = AutoencoderKLWan.from_pretrained(args.vae).eval(), random.Random(args.seed)
os.makedirs(args.out, exist_ok=True)
for number in range(args.clips // 200):
    latents, scenes, frames = [], [], []
    while len(scenes) < 200:
        videos, found = zip(*(shapes.sample(rng, args.wide) for _ in range(4)))
        video = torch.stack(videos)
        with torch.inference_mode():
            latents.append(encode(vae, video)[0].clone())
        frames.append(((video + 1) * 127.5).round().byte())
        scenes += map(tuple, found)
    file = os.path.join(args.out, f"{args.seed}-{number:03}.pt")
    torch.save({"latents": torch.cat(latents), "scenes": scenes, "frames": torch.cat(frames)}, file + ".part")
    os.rename(file + ".part", file)
