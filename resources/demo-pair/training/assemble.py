"""Put the trained parts together as the shipped pair: python3 assemble.py --work DIR --out ..
The large model becomes a complete WanPipeline folder, everything in float16. pair.json and pair-distilled.json get the defaults
and the preview factors: a least-squares fit from normalised latents to the 8x averaged frames, latent frame k > 0 against the
mean of its 4. Their magnitudes for MagCache are removed; `flowblend calibrate` measures them anew."""
import argparse
import json
import os
import random
import shutil

import torch
from diffusers import AutoencoderKLWan, UniPCMultistepScheduler, WanPipeline, WanTransformer3DModel
from transformers import T5Tokenizer, UMT5EncoderModel

import shapes
from whole_sequence import encode

DEFAULTS = {"solver": "unipc", "shift": 3.0, "steps": 30, "guidance": 4.0, "width": 64, "height": 64, "frames": 17, "fps": 8,
            "early": .4, "late": .2, "prompt": "a red star moves right on a striped blue background", "negative_prompt": ""}


@torch.inference_mode()
def preview(vae, clips=192):
    rng, sums = random.Random(12), 0.
    mean, std = (torch.tensor(v)[:, None, None, None] for v in (vae.config.latents_mean, vae.config.latents_std))
    for _ in range(clips // 16):
        video = shapes.render([shapes.draw_new(rng) for _ in range(16)], rng)
        z = (encode(vae, video)[0] - mean) / std
        rgb = torch.nn.functional.avg_pool3d(video, (1, 8, 8))
        rgb = torch.cat([rgb[:, :, :1], rgb[:, :, 1:].unflatten(2, (-1, 4)).mean(3)], 2)
        x, y = (v.movedim(1, -1).flatten(0, -2).double() for v in (z, rgb))
        x = torch.nn.functional.pad(x, (0, 1), value=1.)
        sums = sums + x.T @ torch.cat([x, y], 1)
    fit = torch.linalg.solve(sums[:, :17], sums[:, 17:])
    rounded = lambda v: [round(n, 5) for n in v.tolist()]
    return {"rgb_factors": [rounded(row) for row in fit[:16]], "rgb_bias": rounded(fit[16])}


ap = argparse.ArgumentParser()
ap.add_argument("--work", required=True)
ap.add_argument("--out", required=True)
ap.add_argument("--small", default="small", help="which of the small transformers in DIR")
args = ap.parse_args()
at, to = lambda *p: os.path.join(args.work, *p), lambda *p: os.path.join(args.out, *p)
load = lambda kind, name: kind.from_pretrained(at(name), torch_dtype=torch.float32)
vae, transformer, text = (load(*p) for p in ((AutoencoderKLWan, "vae"), (WanTransformer3DModel, "transformer_large"),
                                             (UMT5EncoderModel, "text_encoder_trained")))
factors = preview(vae)
scheduler = UniPCMultistepScheduler(prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=DEFAULTS["shift"],
                                    num_train_timesteps=1000)
pipe = WanPipeline(tokenizer=T5Tokenizer.from_pretrained(at("tokenizer")), text_encoder=text, vae=vae, scheduler=scheduler,
                   transformer=transformer)
for part in (text, vae, transformer):
    part.to(torch.float16)
shutil.rmtree(to("large"), ignore_errors=True)
pipe.save_pretrained(to("large"))
shutil.copy(at("tokenizer", "spiece.model"), to("large", "tokenizer", "spiece.model"))
for name, folder in ((args.small, "small"), ("distilled", "distilled")):
    if os.path.isdir(at(f"transformer_{name}")):
        load(WanTransformer3DModel, f"transformer_{name}").to(torch.float16).save_pretrained(to(folder, "transformer"))
for name in ("pair.json", "pair-distilled.json"):
    with open(to(name)) as f:
        pair = json.load(f)
    pair.pop("magcache", None)
    pair["defaults"].update(DEFAULTS)
    pair["preview"] = factors
    with open(to(name), "w") as f:
        json.dump(pair, f, indent=1)
        f.write("\n")
for folder, _, names in os.walk(args.out):
    for name in names:
        file = os.path.join(folder, name)
        if name == "config.json":  # the path of this machine is nobody's business
            with open(file) as f:
                config = {k: v for k, v in json.load(f).items() if k != "_name_or_path"}
            with open(file, "w") as f:
                json.dump(config, f, indent=2)
