# SPDX-License-Identifier: MIT
"""Tiny WAN models (and LTX's T5) with random weights, in diffusers' and the original layout, and what diffusers and
transformers compute with them.

OUT/transformer, i2v, vision_encoder, vision_encoder_projection,
    umt5, umt5_wide, t5, vae, vae_bf16, vae_small                  model folders
OUT/{transformer,i2v,umt5,vae}_original                            the same weights under the original names
OUT/{transformer,i2v,vision_encoder,umt5,t5,vae}.safetensors       inputs and results, "<case>.<what>"
"""
import argparse
import copy
import json
import os

import torch
import transformers
from diffusers import AutoencoderKLWan, WanTransformer3DModel
from diffusers.loaders.single_file_utils import convert_wan_transformer_to_diffusers, convert_wan_vae_to_diffusers
from safetensors.torch import save_file
from torch.utils.flop_counter import FlopCounterMode
from transformers import (CLIPVisionConfig, CLIPVisionModel, CLIPVisionModelWithProjection, T5Config, T5EncoderModel,
                          UMT5Config, UMT5EncoderModel)

from make_tiny_pairs import D_TEXT as TEXT_DIM
from make_tiny_pairs import randomize


def randn(seed, *shape):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def rename(name, rules):
    for a, b in rules:
        name = name.replace(a, b, 1)
    return name


def renamed(state, rules):
    return {rename(k, rules): v.contiguous() for k, v in state.items()}


def same(a, b):
    assert a.keys() == b.keys(), sorted(a.keys() ^ b.keys())
    assert all(torch.equal(a[k], b[k]) for k in a)


def save_original(out, name, state, config):
    folder = os.path.join(out, name)
    os.makedirs(folder, exist_ok=True)
    save_file(state, os.path.join(folder, "model.safetensors"))
    with open(os.path.join(folder, "config.json"), "w") as f:
        json.dump(config, f)


# --- Transformer ------------------------------------------------------------------------------------------------------

TRANSFORMER_RULES = [
    ("condition_embedder.time_embedder.linear_1", "time_embedding.0"),
    ("condition_embedder.time_embedder.linear_2", "time_embedding.2"), ("condition_embedder.time_proj", "time_projection.1"),
    ("condition_embedder.text_embedder.linear_1", "text_embedding.0"),
    ("condition_embedder.text_embedder.linear_2", "text_embedding.2"), (".scale_shift_table", ".modulation"),
    ("scale_shift_table", "head.modulation"), ("proj_out", "head.head"), ("norm2", "norm3"), ("attn1", "self_attn"),
    ("attn2", "cross_attn"), ("to_q", "q"), ("to_k", "k"), ("to_v", "v"), ("to_out.0", "o"),
    ("ffn.net.0.proj", "ffn.0"), ("ffn.net.2", "ffn.2")]


def transformer(out):
    folder = os.path.join(out, "transformer")
    model = randomize(WanTransformer3DModel(
        patch_size=(1, 2, 2), num_attention_heads=4, attention_head_dim=16, in_channels=16, out_channels=16,
        text_dim=TEXT_DIM, freq_dim=256, ffn_dim=128, num_layers=3, cross_attn_norm=True,
        qk_norm="rms_norm_across_heads", eps=1e-6, rope_max_seq_len=1024), 3)
    model.save_pretrained(folder)
    original = renamed(model.state_dict(), TRANSFORMER_RULES)
    same(convert_wan_transformer_to_diffusers(dict(original)), model.state_dict())
    save_original(out, "transformer_original", {"model.diffusion_model." + k: v for k, v in original.items()},
                  {"model_type": "t2v", "dim": 64, "num_heads": 4, "num_layers": 3, "eps": 1e-6})
    half = WanTransformer3DModel.from_pretrained(folder, torch_dtype=torch.bfloat16).eval()
    assert half.condition_embedder.time_embedder.linear_1.weight.dtype == torch.float32

    tensors = {}
    # latent shape, timestep, text rows before the zeros
    for i, (shape, timestep, rows) in enumerate([((3, 4, 4), 999.0, 7), ((1, 8, 6), 500.25, 512), ((5, 6, 10), 1.0, 1)]):
        latents = randn(10 + i, 1, 16, *shape)
        text = randn(20 + i, 1, 512, TEXT_DIM)
        text[:, rows:] = 0
        t = torch.tensor([timestep])
        tensors |= {f"{i}.latents": latents, f"{i}.timestep": t, f"{i}.text": text,
                    f"{i}.float32": model(latents, t, text).sample,
                    f"{i}.bfloat16": half(latents.bfloat16(), t, text.bfloat16()).sample.float()}
    save_file({k: v.contiguous() for k, v in tensors.items()}, os.path.join(out, "transformer.safetensors"))


I2V_RULES = [
    ("condition_embedder.image_embedder.norm1", "img_emb.proj.0"),
    ("condition_embedder.image_embedder.ff.net.0.proj", "img_emb.proj.1"),
    ("condition_embedder.image_embedder.ff.net.2", "img_emb.proj.3"),
    ("condition_embedder.image_embedder.norm2", "img_emb.proj.4"), ("attn2.add_k_proj", "cross_attn.k_img"),
    ("attn2.add_v_proj", "cross_attn.v_img"), ("attn2.norm_added_k", "cross_attn.norm_k_img")]
IMAGE_DIM, IMAGE_ROWS = 24, 17


def i2v(out):
    folder = os.path.join(out, "i2v")
    model = randomize(WanTransformer3DModel(
        patch_size=(1, 2, 2), num_attention_heads=4, attention_head_dim=16, in_channels=36, out_channels=16,
        text_dim=TEXT_DIM, freq_dim=256, ffn_dim=128, num_layers=3, cross_attn_norm=True, image_dim=IMAGE_DIM,
        added_kv_proj_dim=64, qk_norm="rms_norm_across_heads", eps=1e-6, rope_max_seq_len=1024), 7)
    model.save_pretrained(folder)
    original = renamed(model.state_dict(), I2V_RULES + TRANSFORMER_RULES)
    same(convert_wan_transformer_to_diffusers(dict(original)), model.state_dict())
    save_original(out, "i2v_original", {"model.diffusion_model." + k: v for k, v in original.items()},
                  {"model_type": "i2v", "dim": 64, "num_heads": 4, "num_layers": 3, "eps": 1e-6})
    half = WanTransformer3DModel.from_pretrained(folder, torch_dtype=torch.bfloat16).eval()
    assert half.condition_embedder.image_embedder.norm2.weight.dtype == torch.float32
    bare = copy.deepcopy(model).to("meta")

    tensors = {}
    for i, (shape, timestep, rows) in enumerate([((3, 4, 4), 999.0, 7), ((1, 8, 6), 500.25, 512), ((5, 6, 10), 1.0, 1)]):
        latents = randn(10 + i, 1, 36, *shape)
        text = randn(20 + i, 1, 512, TEXT_DIM)
        text[:, rows:] = 0
        image = randn(70 + i, 1, IMAGE_ROWS, IMAGE_DIM)
        t = torch.tensor([timestep])
        with FlopCounterMode(display=False) as counter:  # which sees the attention on the meta device only
            bare(*(x.to("meta") for x in (latents, t, text, image)))
        tensors |= {f"{i}.latents": latents, f"{i}.timestep": t, f"{i}.text": text, f"{i}.image": image,
                    f"{i}.float32": model(latents, t, text, image).sample, f"{i}.flops": torch.tensor([counter.get_total_flops()]),
                    f"{i}.bfloat16": half(latents.bfloat16(), t, text.bfloat16(), image.bfloat16()).sample.float()}
    save_file({k: v.contiguous() for k, v in tensors.items()}, os.path.join(out, "i2v.safetensors"))


# --- Vision encoder ---------------------------------------------------------------------------------------------------


def vision_encoder(out):
    config = CLIPVisionConfig(hidden_size=32, intermediate_size=48, num_hidden_layers=4, num_attention_heads=4, image_size=56,
                              patch_size=14, hidden_act="gelu", projection_dim=20)
    folder = os.path.join(out, "vision_encoder")
    model = randomize(CLIPVisionModel(config), 8)
    model.save_pretrained(folder)
    # As ComfyUI's file and the published folder have it: with a prefix, the former with a projection.
    state = {"vision_model." + k: v for k, v in model.state_dict().items()}
    projecting = CLIPVisionModelWithProjection(config)
    names = set(state) | {"visual_projection.weight"}
    assert names == set(projecting.state_dict()), names ^ set(projecting.state_dict())
    save_original(out, "vision_encoder_projection", state | {"visual_projection.weight": randn(9, 20, 32),
                                                   "vision_model.embeddings.position_ids": torch.arange(17)[None]},
                  config.to_dict())
    half = CLIPVisionModel.from_pretrained(folder, dtype=torch.bfloat16).eval()
    tensors = {}
    for i in range(3):
        image = (0.5 + i) * randn(80 + i, 1, 3, 56, 56)
        tensors |= {f"{i}.image": image,
                    f"{i}.float32": model(image, output_hidden_states=True).hidden_states[-2],
                    f"{i}.bfloat16": half(image.bfloat16(), output_hidden_states=True).hidden_states[-2].float()}
    save_file({k: v.contiguous() for k, v in tensors.items()}, os.path.join(out, "vision_encoder.safetensors"))


# --- UMT5 -------------------------------------------------------------------------------------------------------------

UMT5_RULES = [
    ("shared", "token_embedding"), ("encoder.final_layer_norm", "norm"), ("encoder.block", "blocks"),
    ("layer.0.SelfAttention.relative_attention_bias", "pos_embedding.embedding"), ("layer.0.SelfAttention", "attn"),
    ("layer.0.layer_norm", "norm1"), ("layer.1.layer_norm", "norm2"), ("layer.1.DenseReluDense.wi_0", "ffn.gate.0"),
    ("layer.1.DenseReluDense.wi_1", "ffn.fc1"), ("layer.1.DenseReluDense.wo", "ffn.fc2")]


def umt5(out):
    config = UMT5Config(vocab_size=208, d_model=TEXT_DIM, d_kv=8, d_ff=48, num_layers=3, num_heads=4, dropout_rate=0.0,
                        feed_forward_proj="gated-gelu")
    model = randomize(UMT5EncoderModel(config), 1)
    folder = os.path.join(out, "umt5")
    model.save_pretrained(folder)
    state = {k: v for k, v in model.state_dict().items() if "embed_tokens" not in k}
    # ComfyUI's single files carry the tokenizer as a tensor.
    save_original(out, "umt5_original", renamed(state, UMT5_RULES) | {"spiece_model": torch.zeros(5, dtype=torch.uint8)}, {})
    with torch.no_grad():  # the products of wo leave float16's range
        for block in model.encoder.block:
            block.layer[1].DenseReluDense.wi_1.weight *= 150
            block.layer[1].DenseReluDense.wo.weight *= 800
    wide = os.path.join(out, "umt5_wide")
    model.save_pretrained(wide)

    def load(path, dtype):
        return UMT5EncoderModel.from_pretrained(path, dtype=dtype).eval()

    runs = {"float32": load(folder, torch.float32), "bfloat16": load(folder, torch.bfloat16),
            "wide": load(wide, torch.float16)}
    assert runs["wide"].encoder.block[0].layer[1].DenseReluDense.wo.weight.dtype == torch.float32
    encoded(out, "umt5", runs)


def t5(out):
    config = T5Config(vocab_size=208, d_model=TEXT_DIM, d_kv=8, d_ff=48, num_layers=3, num_heads=4, dropout_rate=0.0,
                      feed_forward_proj="gated-gelu")
    folder = os.path.join(out, "t5")
    randomize(T5EncoderModel(config), 1).save_pretrained(folder)
    encoded(out, "t5", {n: T5EncoderModel.from_pretrained(folder, dtype=getattr(torch, n)).eval()
                        for n in ("float32", "bfloat16")})


def encoded(out, name, runs):
    tensors = {}
    for i, (length, used) in enumerate([(512, 9), (40, 40), (130, 77)]):
        ids = torch.randint(2, 200, (1, length), generator=torch.Generator().manual_seed(30 + i))
        mask = (torch.arange(length) < used).long()[None]
        ids = torch.where(mask.bool(), ids, 0)
        tensors |= {f"{i}.ids": ids, f"{i}.mask": mask}
        tensors |= {f"{i}.{k}": m(ids, mask).last_hidden_state.float() for k, m in runs.items()}
    assert all(v.isfinite().all() for v in tensors.values())
    save_file({k: v.contiguous() for k, v in tensors.items()}, os.path.join(out, f"{name}.safetensors"))


# --- VAE --------------------------------------------------------------------------------------------------------------


def vae_original_names(state, blocks=2):
    rules = [(".conv1.", ".residual.2."), (".conv2.", ".residual.6."), ("post_quant_conv", "conv2"), ("quant_conv", "conv1"),
             ("conv_in", "conv1"), ("norm_out", "head.0"), ("conv_out", "head.2"), ("mid_block.resnets.0", "middle.0"),
             ("mid_block.attentions.0", "middle.1"), ("mid_block.resnets.1", "middle.2"), ("down_blocks", "downsamples"),
             (".norm1.", ".residual.0."), (".norm2.", ".residual.3."), ("conv_shortcut", "shortcut")]
    for level in range(4):
        for j in range(blocks + 1):
            rules.append((f"up_blocks.{level}.resnets.{j}.", f"upsamples.{level * (blocks + 2) + j}."))
        rules.append((f"up_blocks.{level}.upsamplers.0.", f"upsamples.{level * (blocks + 2) + blocks + 1}."))
    return renamed(state, rules)


def make_vae(base, seed):
    stats = dict(latents_mean=(0.3 * randn(seed + 1, 16)).tolist(), latents_std=(0.5 + randn(seed + 2, 16).abs()).tolist())
    return randomize(AutoencoderKLWan(base_dim=base, z_dim=16, dim_mult=[1, 2, 4, 4], num_res_blocks=2, attn_scales=[],
                                      temperal_downsample=[False, True, True], dropout=0.0, **stats), seed, gain=1.2)


def vae(out):
    model = make_vae(8, 2)
    model.save_pretrained(os.path.join(out, "vae"))
    original = vae_original_names(model.state_dict())
    same(convert_wan_vae_to_diffusers(dict(original)), model.state_dict())
    save_original(out, "vae_original", original, {k: model.config[k] for k in ("latents_mean", "latents_std")})
    small = make_vae(4, 5)
    small.save_pretrained(os.path.join(out, "vae_small"))
    small.enable_tiling()
    stored = os.path.join(out, "vae_bf16")
    make_vae(8, 2).to(torch.bfloat16).save_pretrained(stored)
    rounded = AutoencoderKLWan.from_pretrained(stored, torch_dtype=torch.float32).eval()

    tensors = {}

    def case(name, vae_, frames, height, width, seed):
        z = randn(seed, 1, 16, frames, height, width)
        video = randn(seed + 1, 1, 3, 4 * (frames - 1) + 1, 8 * height, 8 * width).clamp(-1, 1)
        tensors.update({f"{name}.z": z, f"{name}.frames": vae_.decode(z).sample, f"{name}.video": video,
                        f"{name}.mean": vae_.encode(video).latent_dist.mean})

    # The last is large and odd enough for convolutions in tiles that its sides do not fill.
    for i, (frames, height, width) in enumerate([(1, 4, 4), (3, 4, 6), (4, 6, 2), (4, 11, 9)]):
        case(str(i), model, frames, height, width, 40 + 2 * i)
    case("bf16", rounded, 3, 2, 4, 50)
    case("tiled", small, 2, 34, 40, 60)  # 2x2 tiles, the last ones narrow
    save_file({k: v.contiguous() for k, v in tensors.items()}, os.path.join(out, "vae.safetensors"))


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", required=True)
    ap.add_argument("--only", choices=["transformer", "i2v", "vision_encoder", "umt5", "t5", "vae"])
    args = ap.parse_args()
    os.makedirs(args.out, exist_ok=True)
    torch.set_num_threads(1)
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    with torch.inference_mode():
        for part in (transformer, i2v, vision_encoder, umt5, t5, vae):
            if args.only in (None, part.__name__):
                part(args.out)


if __name__ == "__main__":
    main()
