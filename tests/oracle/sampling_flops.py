# SPDX-License-Identifier: MIT
"""Floating-point operations of WAN's parts by torch's FlopCounterMode, without weights (meta device): flops.json."""
import argparse
import json
import pathlib

import torch
from diffusers import AutoencoderKLWan, WanTransformer3DModel
from torch.utils.flop_counter import FlopCounterMode
from transformers import UMT5Config, UMT5EncoderModel

SIZES = {"832x480x81": (21, 60, 104), "128x64x1": (1, 8, 16)}
TRANSFORMERS = {"wan-1.3b": (12, 30, 8960), "wan-14b": (40, 40, 13824)}  # heads, layers, width of the feed-forward


def flops(model, *args, **kwargs):
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        model(*args, **kwargs)
    return counter.get_total_flops()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)

    counts = {}
    with torch.device("meta"):
        vae = AutoencoderKLWan()
        for size, shape in SIZES.items():
            counts[f"vae/{size}"] = flops(vae.decode, torch.empty(1, 16, *shape))
        for name, (heads, layers, ffn) in TRANSFORMERS.items():
            model = WanTransformer3DModel(
                num_attention_heads=heads, attention_head_dim=128, num_layers=layers, ffn_dim=ffn
            )
            for size, shape in SIZES.items():
                counts[f"{name}/{size}"] = flops(
                    model, torch.empty(1, 16, *shape), torch.empty(1), torch.empty(1, 512, 4096)
                )
        umt5 = UMT5EncoderModel(
            UMT5Config(
                vocab_size=256384, d_model=4096, d_kv=64, d_ff=10240, num_layers=24, num_heads=64,
                feed_forward_proj="gated-gelu",
            )
        )
        # Without a mask: transformers reads a mask's values, which meta tensors lack; it adds no counted cost.
        counts["umt5-xxl/512"] = flops(umt5, input_ids=torch.zeros(1, 512, dtype=torch.long))
    (out / "flops.json").write_text(json.dumps(counts, indent=1))


if __name__ == "__main__":
    main()
