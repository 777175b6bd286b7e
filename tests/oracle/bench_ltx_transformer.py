# SPDX-License-Identifier: MIT
"""Times one forward of an LTX-2B-shaped transformer with random weights, float32, 512x320x65 (1440 tokens), in this
engine and in diffusers, as bench_wan_transformer.py does.

    bench_ltx_transformer.py build/release/tests/core/models/bench_ltx_transformer [--layers 28] [--rounds 5]
"""
import os
import tempfile

import torch
from diffusers import LTXVideoTransformer3DModel
from safetensors.torch import save_file

from bench_wan_transformer import arguments, report, side_by_side

FRAMES, HEIGHT, WIDTH, FPS, WORDS, PROMPT = 9, 10, 16, 25, 256, 40


def main():
    args = arguments(__doc__, 28)
    with tempfile.TemporaryDirectory() as folder, torch.inference_mode():
        model = LTXVideoTransformer3DModel(num_layers=args.layers).eval()
        model.save_pretrained(os.path.join(folder, "transformer"))
        mask = torch.zeros(1, WORDS)
        mask[:, :PROMPT] = 1
        # The position of each token in pixels and seconds.
        grid = torch.meshgrid(torch.arange(FRAMES), torch.arange(HEIGHT), torch.arange(WIDTH), indexing="ij")
        places = torch.stack([axis.flatten().float() for axis in grid])[None] * torch.tensor([8 / FPS, 32, 32])[:, None]
        inputs = {"tokens": torch.randn(1, FRAMES * HEIGHT * WIDTH, 128), "text": torch.randn(1, WORDS, 4096), "mask": mask,
                  "coordinates": places}
        save_file({name: value.contiguous() for name, value in inputs.items()}, os.path.join(folder, "inputs.safetensors"))
        report(*side_by_side(args.program, folder, args.threads, args.rounds, lambda: model(
            hidden_states=inputs["tokens"], encoder_hidden_states=inputs["text"], timestep=torch.tensor([500.0]),
            encoder_attention_mask=mask, video_coords=places, return_dict=False)[0]), args)


if __name__ == "__main__":
    main()
