"""Put the trained parts together as the shipped pair: python3 assemble.py --work DIR --vae DIR --out ..
The large model becomes a complete WanPipeline folder, everything in float16, and pair.json gets the defaults and the
preview factors: a least-squares fit from normalised latents to the 8x averaged frames, latent frame k > 0 against the mean of its 4."""
import argparse
import glob
import json
import os
import shutil

import torch
from diffusers import AutoencoderKLWan, UniPCMultistepScheduler, WanPipeline, WanTransformer3DModel
from transformers import T5Tokenizer, UMT5EncoderModel

DEFAULTS = {"solver": "unipc", "shift": 3.0, "steps": 30, "guidance": 4.0, "width": 64, "height": 64, "frames": 17, "fps": 8,
            "early": .4, "late": .2, "prompt": "a red star moves right on a blue background", "negative_prompt": ""}


def preview(clip_files, mean, std):
    sums = []
    for name in clip_files:
        clips = torch.load(name, mmap=True)
        z = (clips["latents"] - mean) / std
        rgb = torch.nn.functional.avg_pool3d(clips["frames"].float() / 127.5 - 1, (1, 8, 8))
        rgb = torch.cat([rgb[:, :, :1], rgb[:, :, 1:].unflatten(2, (-1, 4)).mean(3)], 2)
        x, y = (v.movedim(1, -1).flatten(0, -2).double() for v in (z, rgb))
        x = torch.nn.functional.pad(x, (0, 1), value=1.)
        sums.append(torch.stack([x.T @ torch.cat([x, y], 1)]))
    total = sum(sums)[0]
    fit = torch.linalg.solve(total[:, :17], total[:, 17:])
    rounded = lambda v: [round(n, 5) for n in v.tolist()]
    return {"rgb_factors": [rounded(row) for row in fit[:16]], "rgb_bias": rounded(fit[16])}


ap = argparse.ArgumentParser()
ap.add_argument("--work", required=True)
ap.add_argument("--vae", required=True)
ap.add_argument("--out", required=True)
args = ap.parse_args()
at, to = lambda *p: os.path.join(args.work, *p), lambda *p: os.path.join(args.out, *p)
with open(at("latents.json")) as f:
    latents = json.load(f)
mean, std = (torch.tensor(v)[:, None, None, None] for v in latents.values())
vae = AutoencoderKLWan.from_pretrained(args.vae)
vae.register_to_config(**latents)
transformer = WanTransformer3DModel.from_pretrained(at("transformer_large"))
scheduler = UniPCMultistepScheduler(prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=DEFAULTS["shift"],
                                    num_train_timesteps=1000)
pipe = WanPipeline(tokenizer=T5Tokenizer.from_pretrained(at("tokenizer")), text_encoder=UMT5EncoderModel.from_pretrained(at("text_encoder")),
                   vae=vae, scheduler=scheduler, transformer=transformer)
for part in (pipe.text_encoder, vae, transformer):
    part.to(torch.float16)
shutil.rmtree(to("large"), ignore_errors=True)
pipe.save_pretrained(to("large"))
shutil.copy(at("tokenizer", "spiece.model"), to("large", "tokenizer", "spiece.model"))
WanTransformer3DModel.from_pretrained(at("transformer_small")).to(torch.float16).save_pretrained(to("small", "transformer"))
pair = {"format": "flowblend-pair", "version": 1, "name": "Moving Shapes (built in)", "large": "large/transformer", "small": "small/transformer",
        "text_encoder": "large/text_encoder", "tokenizer": "large/tokenizer", "vae": "large/vae", "defaults": DEFAULTS,
        "preview": preview(sorted(glob.glob(at("clips", "*.pt")))[:4], mean, std)}
with open(to("pair.json"), "w") as f:
    json.dump(pair, f, indent=1)
for folder, _, names in os.walk(args.out):
    for name in names:
        file = os.path.join(folder, name)
        if name == "config.json":  # the path of this machine is nobody's business
            with open(file) as f:
                config = {k: v for k, v in json.load(f).items() if k != "_name_or_path"}
            with open(file, "w") as f:
                json.dump(config, f, indent=2)
