"""Fine-tune the tiny causal video VAE (diffusers AutoencoderKLWan).
   python3 train_vae.py --start DIR --out DIR --minutes 12 --phases 32:6:.6,64:2:.4     crop:batch:share of the time
   python3 train_vae.py --start DIR --out DIR --minutes 60 --clips DIR/clips     only the decoder, on encoded clips
Clips are always 17 frames: training on fewer leaves later frames adrift in colour."""
import argparse
import glob
import os
import random
import time

import torch
from diffusers import AutoencoderKLWan

import shapes
from optim import muon_and_adamw
from whole_sequence import decode, encode

ap = argparse.ArgumentParser()
ap.add_argument("--start", required=True)
ap.add_argument("--out", required=True)
ap.add_argument("--minutes", type=float, default=12)
ap.add_argument("--phases", default="32:6:.6,64:2:.4")
ap.add_argument("--clips", default="")
ap.add_argument("--lr", type=float, default=2e-3)
ap.add_argument("--noise", type=float, default=.08, help="latent noise while only the decoder trains, in latent standard deviations")
ap.add_argument("--threads", type=int, default=2)
args = ap.parse_args()
torch.set_num_threads(args.threads)
torch.manual_seed(0)
rng = random.Random(1)
vae = AutoencoderKLWan.from_pretrained(args.start)


def crop_around_motion(video, size):
    offsets = [(rng.randint(0, 64 - size), rng.randint(0, 64 - size)) for _ in range(3)]
    return max((video[:, :, y:y + size, x:x + size] for y, x in offsets), key=lambda v: v.std())


def fresh_batch(crop, batch):
    x = torch.stack([crop_around_motion(shapes.sample(rng, wide=True)[0], crop) for _ in range(batch)])
    mean, log_variance = encode(vae, x)
    kl = .5 * (mean ** 2 + log_variance.exp() - 1 - log_variance).mean()
    return x, mean + (.5 * log_variance).exp() * torch.randn_like(mean), 1e-4 * kl


def encoded_batch(crop, batch):
    pick = torch.randint(len(latents), (batch,))
    z = latents[pick] + torch.rand(batch, 1, 1, 1, 1) * args.noise * std * torch.randn(batch, *latents.shape[1:])
    return torch.stack([frames[i] for i in pick.tolist()]).float() / 127.5 - 1, z, 0.


if args.clips:
    files = [torch.load(f, mmap=True) for f in sorted(glob.glob(os.path.join(args.clips, "*.pt")))]
    latents, frames = torch.cat([f["latents"] for f in files]), [x for f in files for x in f["frames"]]
    std = latents.std((0, 2, 3, 4))[:, None, None, None]
    vae.encoder.requires_grad_(False)
    vae.quant_conv.requires_grad_(False)
phases = [(0, 2, 1.)] if args.clips else [(int(c), int(b), float(s)) for c, b, s in (p.split(":") for p in args.phases.split(","))]
is_matrix = lambda n, p: p.ndim >= 2 and min(p.shape[0], p[0].numel()) > 1
optimizers = muon_and_adamw(vae.named_parameters(), args.lr, args.lr, is_matrix)
begin, step, until = time.time(), 0, 0.
for crop, batch, share in phases:
    until += share
    while (done := (time.time() - begin) / (args.minutes * 60)) < until:
        for o, lr in zip(optimizers, (args.lr, .75 * args.lr)):
            o.param_groups[0]["lr"] = lr * min(1, (step + 1) / 20) * max(.02, min(1, (1 - done) / .7))
        x, z, kl = (encoded_batch if args.clips else fresh_batch)(crop, batch)
        y = decode(vae, z)
        edges = sum((y - x).diff(dim=d).abs().mean() for d in (-1, -2))
        loss = (y - x).abs().mean() + .5 * edges + kl
        for o in optimizers:
            o.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(vae.parameters(), 1.)
        for o in optimizers:
            o.step()
        if step % 20 == 0:
            psnr = -10 * torch.log10((y.detach() - x).square().mean((1, 2, 3, 4)) / 4).mean()
            print(f"crop {crop}, step {step}, loss {loss.item():.4f}, psnr {psnr:.1f} dB, {time.time() - begin:.0f} s", flush=True)
        if step % 100 == 99:
            vae.save_pretrained(args.out)
        step += 1
vae.save_pretrained(args.out)
