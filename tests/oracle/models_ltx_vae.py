# SPDX-License-Identifier: MIT
"""Tiny LTX-Video VAEs of the three published layouts and latent upsamplers, with random weights, and what diffusers
computes with them.

OUT/{0.9.0,0.9.1,0.9.5}            VAE folders
OUT/{0.9.0,0.9.1,0.9.5}_original   the same weights under the original names, with the original's unused statistics
OUT/upsampler_{spatial,temporal,both,2d}
OUT/{vae,upsampler}.safetensors    inputs and results, "<model>.<case>.<what>"
"""
import argparse
import os

import torch
from diffusers import AutoencoderKLLTXVideo
from diffusers.loaders.single_file_utils import convert_ltx_vae_checkpoint_to_diffusers
from diffusers.pipelines.ltx.modeling_latent_upsampler import LTXLatentUpsamplerModel
from safetensors.torch import save_file

from make_tiny_pairs import ltx_vae, randomize

CHANNELS = 16


def randn(seed, *shape):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def save(tensors, *path):
    os.makedirs(os.path.join(*path[:-1]), exist_ok=True)
    save_file({k: v.contiguous() for k, v in tensors.items()}, os.path.join(*path))


# --- VAE --------------------------------------------------------------------------------------------------------------


def make_vae(version, seed):
    if version != "0.9.1":
        return ltx_vae(version, CHANNELS, seed)
    vae = randomize(AutoencoderKLLTXVideo(
        latent_channels=CHANNELS, block_out_channels=(8, 16, 32, 32), decoder_block_out_channels=(16, 32, 64),
        layers_per_block=(2, 1, 1, 1, 1), decoder_layers_per_block=(1, 2, 1, 1),
        spatio_temporal_scaling=(True, True, True, False), decoder_spatio_temporal_scaling=(True, True, True),
        decoder_inject_noise=(True, True, True, False), upsample_residual=(True,) * 3, upsample_factor=(2,) * 3,
        timestep_conditioning=True, encoder_causal=True, decoder_causal=False), seed)
    vae.latents_mean.copy_(0.3 * randn(seed + 1, CHANNELS))
    vae.latents_std.copy_(0.5 + randn(seed + 2, CHANNELS).abs())
    return vae


# The original's lists, in diffusers' names.
OLD_DOWN = ["down_blocks.0", "down_blocks.0.downsamplers.0", "down_blocks.0.conv_out", "down_blocks.1",
            "down_blocks.1.downsamplers.0", "down_blocks.1.conv_out", "down_blocks.2", "down_blocks.2.downsamplers.0",
            "down_blocks.3", "mid_block"]
NEW_DOWN = [f"down_blocks.{i}{part}" for i in range(4) for part in ("", ".downsamplers.0")] + ["mid_block"]
OLD_UP = ["mid_block", "up_blocks.0", "up_blocks.1.upsamplers.0", "up_blocks.1", "up_blocks.2.conv_in",
          "up_blocks.2.upsamplers.0", "up_blocks.2", "up_blocks.3.conv_in", "up_blocks.3.upsamplers.0", "up_blocks.3"]
NEW_UP = ["mid_block"] + [f"up_blocks.{i}{part}" for i in range(3) for part in (".upsamplers.0", "")]
PARTS = {"0.9.0": (OLD_DOWN, OLD_UP), "0.9.1": (OLD_DOWN, NEW_UP), "0.9.5": (NEW_DOWN, NEW_UP)}


def original_name(name, version):
    for side, blocks, parts in zip(("encoder.", "decoder."), ("down_blocks", "up_blocks"), PARTS[version]):
        for part in sorted(parts, key=len, reverse=True):
            if name.startswith(f"{side}{part}."):
                name = f"{side}{blocks}.{parts.index(part)}" + name[len(side + part):]
                break
    for a, b in [("resnets", "res_blocks"), ("conv_shortcut.conv", "conv_shortcut"), ("norm3", "norm3.norm"),
                 ("decoder.time_embedder", "decoder.last_time_embedder"),
                 ("decoder.scale_shift_table", "decoder.last_scale_shift_table"),
                 ("latents_mean", "per_channel_statistics.mean-of-means"),
                 ("latents_std", "per_channel_statistics.std-of-means")]:
        name = name.replace(a, b, 1)
    return name


def save_original(state, version, out):
    original = {original_name(k, version): v for k, v in state.items()}
    assert len(original) == len(state)
    # diffusers' own conversion must find the way back; it tells 0.9.5 by the width of this tensor.
    prefixed = {"vae." + k: v for k, v in original.items()}
    if version == "0.9.5":
        prefixed["vae.encoder.conv_out.conv.weight"] = torch.empty(0, 2048)
    back = convert_ltx_vae_checkpoint_to_diffusers(dict(prefixed))
    assert back.keys() == state.keys(), sorted(back.keys() ^ state.keys())
    assert all(back[k] is state[k] for k in state if k != "encoder.conv_out.conv.weight")
    for unused in ("channel", "mean-of-stds", "mean-of-stds_over_std-of-means"):
        original["per_channel_statistics." + unused] = torch.zeros(CHANNELS)
    save(original, out, f"{version}_original", "model.safetensors")


def vaes(out):
    tensors = {}
    for number, version in enumerate(("0.9.0", "0.9.1", "0.9.5")):
        model = make_vae(version, 100 * number + 7)
        folder = os.path.join(out, version)
        model.save_pretrained(folder)
        save_original(model.state_dict(), version, out)
        half = AutoencoderKLLTXVideo.from_pretrained(folder, torch_dtype=torch.bfloat16).eval()
        assert half.decoder.conv_in.conv.weight.dtype == torch.bfloat16

        def decoded(vae, z, timestep, seed):
            torch.manual_seed(seed)  # of the noise that 0.9.1 injects
            temb = None if version == "0.9.0" else torch.tensor([timestep], dtype=vae.dtype)
            return vae.decode(z.to(vae.dtype), temb).sample.float()

        # latent frames and sides; every clip has other timesteps and another seed
        for i, (shape, timesteps) in enumerate([((3, 2, 2), (0.05, 0.0)), ((1, 4, 6), (0.0, 1.0)), ((5, 3, 1), (0.3, 0.05))]):
            name = f"{version}.{i}"
            frames, height, width = shape
            z = randn(200 + i, 1, CHANNELS, *shape)
            video = randn(210 + i, 1, 3, 8 * (frames - 1) + 1, 32 * height, 32 * width).clamp(-1, 1)
            tensors |= {f"{name}.z": z, f"{name}.video": video, f"{name}.timesteps": torch.tensor(timesteps, dtype=torch.float64)}
            for dtype, vae in (("float32", model), ("bfloat16", half)):
                posterior = vae.encode(video.to(vae.dtype)).latent_dist
                tensors |= {f"{name}.mean.{dtype}": posterior.mean.float(), f"{name}.std.{dtype}": posterior.std[:, :1].float()}
                for j, timestep in enumerate(timesteps):
                    tensors[f"{name}.frames.{dtype}.{j}"] = decoded(vae, z, timestep, 300 + i)

        model.enable_tiling()
        z = randn(220, 1, CHANNELS, 1, 17, 30)  # 2x3 tiles, the last ones narrow
        tensors |= {f"{version}.tiled.z": z, f"{version}.tiled.frames": decoded(model, z, 0.05, 310)}
    assert all(v.isfinite().all() for v in tensors.values())
    save(tensors, out, "vae.safetensors")


# --- Latent upsampler -------------------------------------------------------------------------------------------------


def upsamplers(out):
    tensors = {}
    kinds = {"spatial": dict(), "temporal": dict(spatial_upsample=False, temporal_upsample=True),
             "both": dict(temporal_upsample=True), "2d": dict(dims=2)}
    for kind, config in kinds.items():
        model = randomize(LTXLatentUpsamplerModel(in_channels=CHANNELS, mid_channels=64, num_blocks_per_stage=2, **config), 11)
        folder = os.path.join(out, "upsampler_" + kind)
        model.save_pretrained(folder)
        half = LTXLatentUpsamplerModel.from_pretrained(folder, torch_dtype=torch.bfloat16).eval()
        for i, shape in enumerate([(3, 4, 6), (1, 5, 3), (4, 2, 2)]):
            z = randn(400 + i, 1, CHANNELS, *shape)
            name = f"{kind}.{i}"
            tensors |= {f"{name}.z": z, f"{name}.float32": model(z), f"{name}.bfloat16": half(z.bfloat16()).float()}
    save(tensors, out, "upsampler.safetensors")


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    torch.set_num_threads(1)
    with torch.inference_mode():
        vaes(args.out)
        upsamplers(args.out)


if __name__ == "__main__":
    main()
