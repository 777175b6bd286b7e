"""Distil a small transformer that takes the middle of the large one's trajectory in fewer, longer steps and one pass each (LDL).
   python3 distill.py --pair .. --work DIR --trajectories 640 --minutes 30
1. The large model, guided, samples clips of training prompts (UniPC, the pair's defaults); its latents at every noise level are
   kept in DIR/trajectories.
2. The student starts as the small transformer and learns, from the latents at step i, the mean velocity to those at step i + span:
   (x_j - x_i) / (sigma_j - sigma_i). One Euler step with it lands where the teacher's `span` guided steps do.
Writes DIR/transformer_distilled; run again to go on from there."""
import argparse
import copy
import glob
import os
import random
import time

import torch
from diffusers import WanTransformer3DModel

import shapes
from cross_attention import set_apart_zero_rows, shorten
from evaluate import Pair
from optim import muon_and_adamw

SPANS, WEIGHTS = (2, 3, 4), (1, 3, 1)  # grid steps that one step of the student covers
FIRST, LAST = 5, 26                    # of the grid of 30: early and late always belong to the large model
BATCH = 32
ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("--pair", required=True)
ap.add_argument("--work", required=True)
ap.add_argument("--trajectories", type=int, default=640)
ap.add_argument("--minutes", type=float, default=30)
ap.add_argument("--lr", type=float, default=2e-3)
ap.add_argument("--threads", type=int, default=1)
args = ap.parse_args()
torch.set_num_threads(args.threads)
path = lambda *p: os.path.join(args.work, *p)
pair = Pair(args.pair)
held_out = {s[:4] for s in shapes.held_out()}


def sample_trajectories():
    os.makedirs(path("trajectories"), exist_ok=True)
    rng, batch = random.Random(21), 16
    for part in range(args.trajectories // batch):
        prompts = [shapes.caption(s) for s in (shapes.draw(rng) for _ in range(4 * batch)) if s[:4] not in held_out][:batch]
        file = path("trajectories", f"{part:04}.pt")
        if os.path.exists(file):
            continue
        latents = []
        final = pair.sample(prompts, [10_000 + part * batch + i for i in range(batch)], "lll", latents=latents)
        torch.save({"prompts": prompts, "latents": torch.stack(latents + [final], 1).half()}, file)
        print(f"{(part + 1) * batch} trajectories", flush=True)


sample_trajectories()
files = [torch.load(f) for f in sorted(glob.glob(path("trajectories", "*.pt")))]
trajectories = torch.cat([f["latents"] for f in files])  # [N, steps + 1, 16, 5, 8, 8]
with torch.no_grad():
    rows, bias = pair.text([p for f in files for p in f["prompts"]])
pair.pipe.scheduler.set_timesteps(pair.defaults["steps"])
sigmas, timesteps = pair.pipe.scheduler.sigmas, pair.pipe.scheduler.timesteps
net = pair.models["s"]
if os.path.isdir(path("transformer_distilled")):
    net = WanTransformer3DModel.from_pretrained(path("transformer_distilled"))
net.train().requires_grad_(True)
set_bias = shorten(net)
set_apart_zero_rows(net, rows[:64].flatten(0, 1))
average = copy.deepcopy(net).eval().requires_grad_(False)
optimizers = muon_and_adamw(list(net.named_parameters()), args.lr, args.lr / 2, lambda n, p: p.ndim == 2 and n.startswith("blocks."))
start, step, mean = time.time(), 0, None
while (done := (time.time() - start) / (60 * args.minutes)) < 1:
    for o, lr in zip(optimizers, (args.lr, args.lr / 2)):
        o.param_groups[0]["lr"] = lr * min(1, (step + 1) / 50) * max(.01, min(1, (1 - done) / .7))
    span = random.choices(SPANS, WEIGHTS)[0]
    pick, i = torch.randint(len(trajectories), (BATCH,)), torch.randint(FIRST, LAST - span + 1, (BATCH,))
    x, y = trajectories[pick, i].float(), trajectories[pick, i + span].float()
    target = (y - x) / (sigmas[i + span] - sigmas[i])[:, None, None, None, None]
    set_bias(bias[pick])
    found = net(hidden_states=x, timestep=timesteps[i].float(), encoder_hidden_states=rows[pick], return_dict=False)[0]
    loss = (found - target).square().mean()
    for o in optimizers:
        o.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.)
    for o in optimizers:
        o.step()
    with torch.no_grad():
        torch._foreach_lerp_(list(average.parameters()), list(net.parameters()), 1 - min(.998, (step + 1) / (step + 20)))
    mean = loss.item() if mean is None else .98 * mean + .02 * loss.item()
    if step % 100 == 0:
        print(f"step {step}, loss {mean:.4f}, {time.time() - start:.0f} s", flush=True)
    if step % 500 == 499:
        average.save_pretrained(path("transformer_distilled"))
    step += 1
average.save_pretrained(path("transformer_distilled"))
print(f"{step} steps, loss {mean:.4f}")
