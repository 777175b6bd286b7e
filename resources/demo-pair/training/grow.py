"""Start the large transformer from the small one: python3 grow.py --work DIR
Twice as wide (every channel and head twice, incoming weights halved), twice as deep (each block followed by a copy of itself
that adds nothing yet): the same function with eight times the parameters. A little noise lets the copies part ways."""
import argparse
import os

import torch
from diffusers import WanTransformer3DModel

ap = argparse.ArgumentParser()
ap.add_argument("--work", required=True)
ap.add_argument("--noise", type=float, default=.02)
args = ap.parse_args()
small = WanTransformer3DModel.from_pretrained(os.path.join(args.work, "transformer_small"))
config = {**small.config, "num_attention_heads": 4, "num_layers": 8, "ffn_dim": 1024}
large = WanTransformer3DModel.from_config(config)
width = small.config["num_attention_heads"] * small.config["attention_head_dim"]
torch.manual_seed(0)


def fit(name, old, new):
    """old doubled along every axis that the larger model has wider; inputs share their weight among the copies."""
    for axis in range(old.ndim):
        if new.shape[axis] == old.shape[axis]:
            continue
        parts = old.unflatten(axis, (-1, width)) if "time_proj" in name and axis == 0 else old.unsqueeze(axis)
        old = torch.cat([parts, parts], axis + 1).flatten(axis, axis + 1)
        old = old / 2 if axis == 1 and old.ndim == 2 else old
    if old.shape != new.shape:  # hidden units of the feed-forward part: fresh ones that nobody hears yet
        full = new.clone() if old.shape[0] < new.shape[0] else torch.zeros_like(new)
        full[tuple(slice(n) for n in old.shape)] = old
        old = full
    return old + args.noise * old.std() * torch.randn_like(old) if name.startswith("blocks.") and old.ndim == 2 and "attn2" not in name else old


source, state = small.state_dict(), {}
for name, new in large.state_dict().items():
    part = name.split(".")
    silent = False
    if part[0] == "blocks":
        index = int(part[1])
        silent = index % 2 == 1 and any(s in name for s in ("to_out.0.", "ffn.net.2."))
        part[1] = str(index // 2)
    state[name] = torch.zeros_like(new) if silent else fit(name, source[".".join(part)], new)
large.load_state_dict(state)
large.save_pretrained(os.path.join(args.work, "transformer_large"))
