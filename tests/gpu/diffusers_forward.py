# SPDX-License-Identifier: MIT
"""Times diffusers' forwards at the sizes of flowblend-gpu-check, bf16, random weights, eager: for comparison with its table.

    diffusers_forward.py [--only wan-1.3b,wan-14b,ltx-2b,ltx-13b]
"""
import argparse
import time

import torch
from diffusers import LTXVideoTransformer3DModel, WanTransformer3DModel

DEVICE, DTYPE = "cuda", torch.bfloat16


def build(make):
    """The model on the device with random weights, never on the CPU: 14B would take minutes there."""
    with torch.device("meta"):
        model = make()
    model = model.to(DTYPE).to_empty(device=DEVICE).eval()
    with torch.no_grad():
        for name, p in model.named_parameters():
            p.normal_(0, 1 / p[0].numel() ** 0.5 if p.ndim >= 2 else 0.05)
            if "norm" in name and name.endswith("weight"):
                p.add_(1)
    return model


def wan(heads, layers, ffn):
    model = build(lambda: WanTransformer3DModel(num_attention_heads=heads, attention_head_dim=128, text_dim=4096,
                                                ffn_dim=ffn, num_layers=layers))
    # Not a parameter, so it was not filled.
    model.rope = type(model.rope)(128, (1, 2, 2), 1024).to(DEVICE)
    latents = torch.randn(1, 16, 21, 60, 104, device=DEVICE, dtype=DTYPE)
    text = torch.randn(1, 512, 4096, device=DEVICE, dtype=DTYPE)
    at = torch.tensor([700.0], device=DEVICE)
    return lambda: model(latents, at, text, return_dict=False)


def ltx(head_dim, layers):
    dim = 32 * head_dim
    model = build(lambda: LTXVideoTransformer3DModel(num_attention_heads=32, attention_head_dim=head_dim,
                                                     cross_attention_dim=dim, num_layers=layers))
    tokens = torch.randn(1, 16 * 22 * 38, 128, device=DEVICE, dtype=DTYPE)
    text = torch.randn(1, 256, 4096, device=DEVICE, dtype=DTYPE)
    mask = torch.ones(1, 256, device=DEVICE)
    at = torch.tensor([700.0], device=DEVICE)
    return lambda: model(tokens, text, at, mask, num_frames=16, height=22, width=38,
                         rope_interpolation_scale=(8 / 24, 32, 32), return_dict=False)


MODELS = {"wan-1.3b": lambda: wan(12, 30, 8960), "wan-14b": lambda: wan(40, 40, 13824),
          "ltx-2b": lambda: ltx(64, 28), "ltx-13b": lambda: ltx(128, 48)}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--only", default=",".join(MODELS))
    for name in ap.parse_args().only.split(","):
        with torch.inference_mode():
            forward = MODELS[name]()
            forward()
            torch.cuda.synchronize()
            torch.cuda.reset_peak_memory_stats()
            seconds = []
            for _ in range(2):
                start = time.perf_counter()
                forward()
                torch.cuda.synchronize()
                seconds.append(time.perf_counter() - start)
            peak = torch.cuda.max_memory_allocated() / 1e9
            print(f"diffusers      {name}, one forward{'':<30} {min(seconds):.4g} s, peak {peak:.4g} GB", flush=True)
            del forward
            torch.cuda.empty_cache()


if __name__ == "__main__":
    main()
