# SPDX-License-Identifier: MIT
"""Times one forward of an LTX-2B-shaped transformer with random weights, float32, in this engine and in diffusers, as
bench_wan_transformer.py does.

    bench_ltx_transformer.py build/release/tests/core/models/bench_ltx_transformer [--layers 28] [--rounds 5]
                             [--size 512x320x65]
"""
import os
import tempfile

import torch
from diffusers import LTXVideoTransformer3DModel
from safetensors.torch import save_file

from bench_wan_transformer import arguments, report, side_by_side

FPS, WORDS, PROMPT = 25, 256, 40


def main():
    args = arguments(__doc__, 28, "512x320x65")
    width, height, frames = args.size
    frames, height, width = (frames - 1) // 8 + 1, height // 32, width // 32  # of the latent
    with tempfile.TemporaryDirectory() as folder, torch.inference_mode():
        model = LTXVideoTransformer3DModel(num_layers=args.layers).eval()
        model.save_pretrained(os.path.join(folder, "transformer"))
        mask = torch.zeros(1, WORDS)
        mask[:, :PROMPT] = 1
        # The position of each token in pixels and seconds.
        grid = torch.meshgrid(torch.arange(frames), torch.arange(height), torch.arange(width), indexing="ij")
        places = torch.stack([axis.flatten().float() for axis in grid])[None] * torch.tensor([8 / FPS, 32, 32])[:, None]
        inputs = {"tokens": torch.randn(1, frames * height * width, 128), "text": torch.randn(1, WORDS, 4096), "mask": mask,
                  "coordinates": places}
        save_file({name: value.contiguous() for name, value in inputs.items()}, os.path.join(folder, "inputs.safetensors"))
        report(*side_by_side(args.program, folder, args.threads, args.rounds, lambda: model(
            hidden_states=inputs["tokens"], encoder_hidden_states=inputs["text"], timestep=torch.tensor([500.0]),
            encoder_attention_mask=mask, video_coords=places, return_dict=False)[0]), args)


if __name__ == "__main__":
    main()
