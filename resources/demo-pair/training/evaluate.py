"""Are the clips what their prompts ask for? Decided by arithmetic on pixels, for the 40 held-out scenes of shapes.py.
   python3 evaluate.py --truth                          the judge on rendered clips   (--vae DIR: after encode and decode)
   python3 evaluate.py --pair .. --schedule lll         generate with diffusers: lll, sss, lsl, lss; one UniPC state for both models
   python3 evaluate.py --pair .. --pipeline             the large model through the unchanged WanPipeline
   python3 evaluate.py --clips DIR                      judge 00.mp4 (or 00.npy [T,H,W,3], or a folder 00/ of PNGs) ... 39.mp4 made elsewhere
   python3 evaluate.py --pair .. --fidelity 20          SSIM and PSNR of lsl, lss, sss against lll, their sameness (the share of the way
                                                        from lll with another seed to lll), and the divergence over the steps
   python3 evaluate.py --prompts                        print the prompts, one a line; clip i uses seed 1000 + i
Options: --json FILE, --sheet FILE.png (every fourth frame of every clip), --limit N."""
import argparse
import json
import math
import os
import random

import numpy as np
import torch
from PIL import Image

import shapes

FRAMES, SIZE = 17, 64
PALETTE = torch.tensor(list(shapes.COLORS.values())) / 255.


def nearest_color(rgb):
    return list(shapes.COLORS)[int((PALETTE - rgb).square().sum(1).argmin())]


def motion_of(x, y, area):
    """Name the motion from the path of the centroid and the area over time; all in fractions of the frame."""
    dx, dy, growth = x[-1] - x[0], y[-1] - y[0], area[-1] / area[0]
    width, height = x.max() - x.min(), y.max() - y.min()
    turn = torch.atan2(y - (y.max() + y.min()) / 2, x - (x.max() + x.min()) / 2)
    swept = torch.remainder(turn.diff() + math.pi, 2 * math.pi) - math.pi
    if min(width, height) > .25 and swept.sum().abs() > 1.5 * math.pi:
        return "orbits"
    if max(width, height) < .15 and not .5 < growth < 2:
        return "grows" if growth > 1 else "shrinks"
    if max(width, height) < .1 and .6 < growth < 1.6:
        return "stays still"
    if abs(dx) > .3 and height < .15:
        return "moves left" if dx < 0 else "moves right"
    if abs(dy) > .3 and width < .15:
        return "moves up" if dy < 0 else "moves down"
    return "unclear"


def shape_of(masks, x, y, area):
    """The template that overlaps best when drawn at the measured centre and area, over all frames."""
    scores = {}
    for shape in shapes.SHAPES:
        grid = torch.linspace(-1.2, 1.2, 97)
        v, u = torch.meshgrid(grid, grid, indexing="ij")
        inside = shapes.signed_distance(shape, u, v) < 0
        unit = inside.float().mean() * 2.4 ** 2
        s = (area / unit).sqrt()[:, None, None]
        drawn = shapes.coverage(shape, x[:, None, None] - u[inside].mean() * s, y[:, None, None] - v[inside].mean() * s, s, *masks.shape[1:])
        scores[shape] = float((torch.minimum(drawn, masks).sum((1, 2)) / torch.maximum(drawn, masks).sum((1, 2)).clamp(min=1.)).mean())
    return max(scores, key=scores.get), max(scores.values())


def judge(video):
    """video [3,T,H,W] in 0..1 -> what it shows."""
    ground = video.flatten(1).median(1).values
    distance = (video - ground[:, None, None, None]).norm(dim=0)
    strong = distance > .7 * distance.flatten(1).quantile(.98, 1).max().clamp(min=.15)
    if not strong.any():
        return {"background": nearest_color(ground), "color": "none", "motion": "none", "shape": "none", "overlap": 0.}
    paint = video[:, strong].median(1).values
    axis = paint - ground
    masks = (torch.einsum("cthw,c->thw", video - ground[:, None, None, None], axis) / axis.square().sum()).clamp(0, 1)
    masks = ((masks - .3) / .6).clamp(0, 1)  # the pattern's tone reaches .26
    weight = masks.sum((1, 2)).clamp(min=1e-3)
    row, column = ((torch.arange(n) + .5) / n for n in masks.shape[1:])
    x, y = (masks.sum(1) * column).sum(1) / weight, (masks.sum(2) * row).sum(1) / weight
    area = weight / masks[0].numel()
    shape, overlap = shape_of(masks, x, y, area)
    return {"background": nearest_color(ground), "color": nearest_color(paint), "motion": motion_of(x, y, area), "shape": shape, "overlap": overlap}


class Pair:
    def __init__(self, folder):
        from diffusers import WanPipeline, WanTransformer3DModel
        from cross_attention import shorten
        with open(os.path.join(folder, "pair.json")) as f:
            spec = json.load(f)
        at = lambda key: os.path.join(folder, spec[key])
        self.defaults = spec["defaults"]
        self.pipe = WanPipeline.from_pretrained(os.path.dirname(at("large")), torch_dtype=torch.float32)
        self.models = {"l": self.pipe.transformer, "s": WanTransformer3DModel.from_pretrained(at("small"), torch_dtype=torch.float32)}
        self.pipe.set_progress_bar_config(disable=True)
        self.shorten = shorten

    def text(self, prompts):
        from cross_attention import short_text
        found = self.pipe.tokenizer(prompts, padding=True, return_tensors="pt")
        return short_text(self.pipe.text_encoder(found.input_ids, found.attention_mask).last_hidden_state, found.attention_mask)

    @torch.inference_mode()
    def sample(self, prompts, seeds, schedule, divergence=False):
        """Latents and, if asked, the relative L2 distance of the two models' velocities at every step, guided and conditional."""
        n, guidance = self.defaults["steps"], self.defaults["guidance"]
        early, late = (math.floor(self.defaults[k] * n + .5) for k in ("early", "late"))
        plan = [schedule[0]] * early + [schedule[1]] * (n - early - late) + [schedule[2]] * late
        setters = {k: self.shorten(m) for k, m in self.models.items()}
        texts = [self.text(prompts), self.text([""] * len(prompts))]
        x = torch.cat([torch.randn(1, 16, (FRAMES + 3) // 4, SIZE // 8, SIZE // 8, generator=torch.Generator().manual_seed(s)) for s in seeds])

        def velocity(model, t):
            found = []
            for rows, bias in texts:
                setters[model](bias)
                found.append(self.models[model](x, t.expand(len(x)), rows, return_dict=False)[0])
            return found[1] + guidance * (found[0] - found[1]), found[0]

        scheduler, curves = self.pipe.scheduler, ([], [])
        scheduler.set_timesteps(n)
        for model, t in zip(plan, scheduler.timesteps):
            v = velocity(model, t)
            if divergence:
                for curve, a, b in zip(curves, v, velocity("s" if model == "l" else "l", t)):
                    curve.append(((b - a).flatten(1).norm(dim=1) / a.flatten(1).norm(dim=1)).mean().item())
            x = scheduler.step(v[0], t, x, return_dict=False)[0]
        return (x, *curves) if divergence else x

    @torch.inference_mode()
    def decode(self, z):
        config = self.pipe.vae.config
        mean, std = (torch.tensor(v)[:, None, None, None] for v in (config.latents_mean, config.latents_std))
        return torch.cat([self.pipe.vae.decode((one * std + mean)[None]).sample for one in z]).clamp(-1, 1) * .5 + .5

    def clips(self, prompts, seeds, schedule):
        return torch.cat([self.decode(self.sample(prompts[i:i + 10], seeds[i:i + 10], schedule)) for i in range(0, len(prompts), 10)])

    def from_pipeline(self, prompt, seed):
        d = self.defaults
        frames = self.pipe(prompt, height=SIZE, width=SIZE, num_frames=FRAMES, num_inference_steps=d["steps"], guidance_scale=d["guidance"],
                           generator=torch.Generator().manual_seed(seed), output_type="np").frames[0]
        return torch.from_numpy(frames).permute(3, 0, 1, 2)


def read_clip(folder, index):
    base = os.path.join(folder, f"{index:02}")
    if os.path.isdir(base):
        frames = np.stack([np.asarray(Image.open(os.path.join(base, f)).convert("RGB")) for f in sorted(os.listdir(base))])
    elif os.path.exists(base + ".npy"):
        frames = np.load(base + ".npy")
    else:
        import av
        with av.open(base + ".mp4") as container:
            frames = np.stack([f.to_ndarray(format="rgb24") for f in container.decode(video=0)])
    scale = 255. if frames.dtype == np.uint8 else 1.
    return torch.from_numpy(frames.astype(np.float32) / scale).permute(3, 0, 1, 2)


def ssim(a, b):
    """Mean structural similarity of the luma of two clips [3,T,H,W] in 0..1, 7x7 uniform windows."""
    a, b = (torch.einsum("cthw,c->thw", v, torch.tensor([.299, .587, .114]))[:, None] for v in (a, b))
    mean = lambda v: torch.nn.functional.avg_pool2d(v, 7, 1)
    ma, mb = mean(a), mean(b)
    va, vb, ab = mean(a * a) - ma ** 2, mean(b * b) - mb ** 2, mean(a * b) - ma * mb
    return float(((2 * ma * mb + 1e-4) * (2 * ab + 9e-4) / ((ma ** 2 + mb ** 2 + 1e-4) * (va + vb + 9e-4))).mean())


def psnr(a, b):
    return float(-10 * (a - b).square().mean().clamp(min=1e-10).log10())


def sheet(clips, file):
    rows = [torch.cat([c[:, t] for t in range(0, c.shape[1], 4)], 2) for c in clips]
    half = (len(rows) + 1) // 2
    rows += [torch.zeros_like(rows[0])] * (2 * half - len(rows))
    image = torch.cat([torch.cat(rows[:half], 1), torch.cat(rows[half:], 1)], 2)
    Image.fromarray((image.clamp(0, 1) * 255).round().byte().permute(1, 2, 0).numpy()).save(file)


def fidelity(pair, prompts, seeds):
    latents, guided, conditional = pair.sample(prompts, seeds, "lll", divergence=True)
    reference = pair.decode(latents)
    report = {"divergence": [round(c, 4) for c in guided], "conditional": [round(c, 4) for c in conditional]}
    third = len(conditional) // 3
    ends, middle = (np.mean(conditional[:third]), np.mean(conditional[-third:])), np.mean(conditional[third:-third])
    report["middle third of the conditional ones below each end"] = [round(float(1 - middle / e), 3) for e in ends]
    floor = None
    for name, schedule, others in (("another seed", "lll", [s + 5000 for s in seeds]), ("lsl", "lsl", seeds), ("lss", "lss", seeds), ("sss", "sss", seeds)):
        clips = pair.decode(pair.sample(prompts, others, schedule))
        values = [(ssim(a, b), psnr(a, b)) for a, b in zip(clips, reference)]
        found, noise = (float(np.mean(v)) for v in zip(*values))
        floor = found if floor is None else floor
        report[name] = {"ssim": round(found, 3), "psnr": round(noise, 2), "sameness": round(1 - (1 - found) / (1 - floor), 3)}
    return report


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--pair", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    ap.add_argument("--schedule", default="lll", choices=["lll", "sss", "lsl", "lss", "sll"])
    ap.add_argument("--pipeline", action="store_true")
    ap.add_argument("--truth", action="store_true")
    ap.add_argument("--vae")
    ap.add_argument("--clips")
    ap.add_argument("--fidelity", type=int, default=0)
    ap.add_argument("--prompts", action="store_true")
    ap.add_argument("--limit", type=int, default=40)
    ap.add_argument("--json")
    ap.add_argument("--sheet")
    args = ap.parse_args()
    scenes = shapes.held_out()[:args.limit]
    prompts, seeds = [shapes.caption(s) for s in scenes], [1000 + i for i in range(len(scenes))]
    if args.prompts:
        print("\n".join(prompts))
        return
    if args.fidelity:
        report = fidelity(Pair(args.pair), prompts[::2][:args.fidelity], seeds[::2][:args.fidelity])
        print(json.dumps(report, indent=1))
        if args.json:
            with open(args.json, "w") as f:
                json.dump(report, f)
        return
    if args.truth:
        clips = shapes.render(scenes, random.Random(5))
        if args.vae:
            from diffusers import AutoencoderKLWan
            vae = AutoencoderKLWan.from_pretrained(args.vae, torch_dtype=torch.float32)
            with torch.inference_mode():
                rebuilt = torch.cat([vae.decode(vae.encode(c[None]).latent_dist.mode()).sample for c in clips]).clamp(-1, 1)
            print(f"PSNR {np.mean([psnr(a * .5, b * .5) for a, b in zip(clips, rebuilt)]):.2f} dB")
            clips = rebuilt
        clips = clips * .5 + .5
    elif args.clips:
        clips = [read_clip(args.clips, i) for i in range(len(scenes))]
    elif args.pipeline:
        pair = Pair(args.pair)
        clips = [pair.from_pipeline(p, s) for p, s in zip(prompts, seeds)]
    else:
        clips = Pair(args.pair).clips(prompts, seeds, args.schedule)
    rows = []
    for scene, prompt, clip in zip(scenes, prompts, clips):
        seen = judge(clip)
        right = {k: seen[k] == getattr(scene, k) for k in ("color", "background", "motion", "shape")}
        rows.append({"prompt": prompt, "seen": seen, "right": right})
        wrong = ", ".join(f"{k}: {seen[k]}" for k, ok in right.items() if not ok)
        print(f"{prompt:62} overlap {seen['overlap']:.2f}  {wrong or 'right'}")
    summary = {k: round(100 * sum(r["right"][k] for r in rows) / len(rows), 1) for k in ("color", "background", "motion", "shape")}
    summary["all"] = round(100 * sum(all(r["right"].values()) for r in rows) / len(rows), 1)
    summary["overlap"] = round(sum(r["seen"]["overlap"] for r in rows) / len(rows), 3)
    print("  ".join(f"{k} {v}" + ("" if k == "overlap" else " %") for k, v in summary.items()))
    if args.json:
        with open(args.json, "w") as f:
            json.dump({"summary": summary, "clips": rows}, f, indent=1)
    if args.sheet:
        sheet(clips, args.sheet)


if __name__ == "__main__":
    main()
