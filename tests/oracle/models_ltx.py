# SPDX-License-Identifier: MIT
"""Tiny LTX-Video transformers with random weights in every layout, what diffusers computes with them, and what the real
ones cost.

OUT/transformer                        a diffusers folder; transformer_small: another width and depth
OUT/transformer_original               the same weights under the original names
OUT/transformer_single, _beside_vae    the same as a Lightricks single file, with few and with many tensors of a VAE
OUT/transformer.safetensors            inputs and results, "<case>.<what>"
OUT/flops.json                         by FlopCounterMode, on the meta device
"""
import argparse
import json
import os

import torch
from diffusers import AutoencoderKLLTXVideo, LTXConditionPipeline, LTXPipeline, LTXVideoTransformer3DModel
from diffusers.loaders.single_file_utils import convert_ltx_transformer_checkpoint_to_diffusers
from safetensors.torch import save_file
from torch.utils.flop_counter import FlopCounterMode

from make_tiny_pairs import D_TEXT as TEXT_DIM
from make_tiny_pairs import ltx_transformer

CHANNELS = 16


def randn(seed, *shape):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def contiguous(tensors):
    return {k: v.contiguous() for k, v in tensors.items()}


# --- Layouts ----------------------------------------------------------------------------------------------------------


def original_name(name):
    for a, b in [("proj_in", "patchify_proj"), ("time_embed", "adaln_single"), ("norm_q", "q_norm"), ("norm_k", "k_norm")]:
        name = name.replace(a, b, 1)
    return name


def layouts(out, model):
    model.save_pretrained(os.path.join(out, "transformer"))
    original = {original_name(k): v for k, v in model.state_dict().items()}
    back = convert_ltx_transformer_checkpoint_to_diffusers(dict(original))
    assert back.keys() == model.state_dict().keys()

    def save(name, tensors, config=None, beside=None):
        folder = os.path.join(out, name)
        os.makedirs(folder, exist_ok=True)
        save_file(contiguous(tensors), os.path.join(folder, "model.safetensors"),
                  {"config": json.dumps(config)} if config else None)
        if beside:
            with open(os.path.join(folder, "config.json"), "w") as f:
                json.dump(beside, f)

    save("transformer_original", original, beside={"num_attention_heads": 4})
    prefixed = {"model.diffusion_model." + k: v for k, v in original.items()}
    vae = lambda count: {f"vae.decoder.up_blocks.{i}.x": torch.zeros(2) for i in range(count)}
    heads = {"num_attention_heads": 4, "attention_head_dim": 16}
    # There is a config.json of something else next to the first one.
    save("transformer_single", prefixed | vae(9),
         {"transformer": heads | {"causal_temporal_positioning": True}, "vae": {}, "scheduler": {}},
         beside={"num_attention_heads": 7})
    save("transformer_beside_vae", prefixed | vae(200), {"transformer": heads, "vae": {}})


# --- Forward ----------------------------------------------------------------------------------------------------------


class ValuesOnly:
    """Self-attention that returns its values unmixed: spatio-temporal guidance's "attention_values"."""

    def __call__(self, attn, hidden_states, encoder_hidden_states=None, attention_mask=None, image_rotary_emb=None):
        return attn.to_out[0](attn.to_v(hidden_states))


def coordinates(shape, fps, first_frame=0):
    """LTXConditionPipeline's: [1, 3, N]"""
    ids = LTXConditionPipeline._prepare_video_ids(1, *shape)
    coords = LTXConditionPipeline._scale_video_ids(ids, 32, 8, first_frame).float()
    coords[:, 0] = coords[:, 0] * (1.0 / fps)
    return coords


def forward(model, case, dtype):
    frames, height, width = case["shape"]
    if case["causal"]:
        place = dict(video_coords=coordinates(case["shape"], case["fps"]))
    else:
        place = dict(num_frames=frames, height=height, width=width,
                     rope_interpolation_scale=(8 / case["fps"], 32, 32))
    return model(hidden_states=case["tokens"].to(dtype), encoder_hidden_states=case["text"].to(dtype),
                 timestep=case["timesteps"], encoder_attention_mask=case["mask"], return_dict=False, **place)[0].float()


def cases():
    # latent shape, causal, frame rate, text rows, those of the prompt, timesteps
    table = [((3, 4, 4), False, 25, 128, 7, lambda n: torch.tensor([987.25])),
             ((1, 8, 6), True, 30, 128, 128, lambda n: torch.tensor([1000.0])),
             ((5, 6, 10), True, 24, 256, 100,  # the first frame is given
              lambda n: torch.where(torch.arange(n) < 60, 0.0, 731.5)[None]),
             ((9, 3, 5), False, 24, 128, 1, lambda n: 1000 * torch.rand(1, n, generator=torch.Generator().manual_seed(9)))]
    for i, (shape, causal, fps, rows, used, timesteps) in enumerate(table):
        latents = randn(10 + i, 1, CHANNELS, *shape)
        tokens = LTXPipeline._pack_latents(latents)
        assert torch.equal(LTXPipeline._unpack_latents(tokens, *shape), latents)
        yield dict(shape=shape, causal=causal, fps=fps, latents=latents, tokens=tokens, text=randn(20 + i, 1, rows, TEXT_DIM),
                   mask=(torch.arange(rows) < used).long()[None], timesteps=timesteps(tokens.shape[1]))


def transformer(out):
    model = ltx_transformer(4, 3, CHANNELS, 3)
    layouts(out, model)
    half = LTXVideoTransformer3DModel.from_pretrained(os.path.join(out, "transformer"), torch_dtype=torch.bfloat16).eval()
    assert all(p.dtype == torch.bfloat16 for p in half.parameters())
    small = ltx_transformer(2, 2, CHANNELS, 4)
    small.save_pretrained(os.path.join(out, "transformer_small"))

    def perturbed(case, blocks):
        stg = ltx_transformer(4, 3, CHANNELS, 3)
        for block in blocks:
            stg.transformer_blocks[block].attn1.processor = ValuesOnly()
        return forward(stg, case, torch.float32)

    tensors = {}
    for i, case in enumerate(cases()):
        results = {"float32": forward(model, case, torch.float32), "bfloat16": forward(half, case, torch.bfloat16),
                   "small": forward(small, case, torch.float32), "perturbed_1": perturbed(case, [1]),
                   "perturbed_0_2": perturbed(case, [0, 2])}
        fractions = model.rope._prepare_video_coords(1, *case["shape"], (8 / case["fps"], 32, 32), "cpu")[0]
        places = {"fractions": fractions, "coordinates": coordinates(case["shape"], case["fps"])[0].T,
                  "coordinates_17": coordinates(case["shape"], case["fps"], 17)[0].T}
        given = {k: case[k] for k in ("latents", "tokens", "text", "mask")} | {"timesteps": case["timesteps"].flatten()}
        tensors |= {f"{i}.{k}": v for k, v in (given | places | results).items()}
    assert all(v.isfinite().all() for v in tensors.values())
    save_file(contiguous(tensors), os.path.join(out, "transformer.safetensors"))


# --- Cost -------------------------------------------------------------------------------------------------------------

SIZES = {"1216x704x121": (16, 22, 38), "128x96x17": (3, 3, 4)}
TRANSFORMERS = {"2b": (64, 28, 128, 4096), "13b": (128, 48, 128, 4096)}  # head width, layers, channels, caption
LATER = dict(decoder_block_out_channels=(256, 512, 1024), decoder_spatio_temporal_scaling=(True,) * 3,
             upsample_residual=(True,) * 3, upsample_factor=(2,) * 3, timestep_conditioning=True)
VAES = {"0.9.0": {}, "0.9.1": LATER | dict(decoder_layers_per_block=(5, 6, 7, 8), decoder_inject_noise=(True,) * 3 + (False,)),
        "0.9.5": LATER | dict(decoder_layers_per_block=(5, 5, 5, 5), decoder_inject_noise=(False,) * 4)}


def count(model, *args, **kwargs):
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        model(*args, **kwargs)
    return counter.get_total_flops()


def transformer_flops(model, tokens, rows):
    return count(model, torch.empty(1, tokens, model.config.in_channels),
                 torch.empty(1, rows, model.config.caption_channels), torch.empty(1), torch.empty(1, rows),
                 video_coords=torch.empty(1, 3, tokens))


def flops(out):
    tiny = ltx_transformer(4, 3, CHANNELS, 3).to("meta")  # CPU attention would not be counted
    with torch.device("meta"):
        counts = {"tiny": transformer_flops(tiny, 48, 128)}
        for name, (head, layers, channels, caption) in TRANSFORMERS.items():
            model = LTXVideoTransformer3DModel(attention_head_dim=head, cross_attention_dim=32 * head, num_layers=layers,
                                               in_channels=channels, out_channels=channels, caption_channels=caption)
            for size, (frames, height, width) in SIZES.items():
                counts[f"{name}/{size}"] = transformer_flops(model, frames * height * width, 128)
        for name, config in VAES.items():
            vae = AutoencoderKLLTXVideo(**config)
            for size, shape in SIZES.items():
                counts[f"vae-{name}/{size}"] = count(vae.decode, torch.empty(1, 128, *shape), torch.empty(1))
    with open(os.path.join(out, "flops.json"), "w") as f:
        json.dump(counts, f, indent=1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    os.makedirs(out, exist_ok=True)
    torch.set_num_threads(1)
    with torch.inference_mode():
        transformer(out)
    flops(out)


if __name__ == "__main__":
    main()
