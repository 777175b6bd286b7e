"""The same tiny WAN pair in every layout of published checkpoints, and fp8 copies with their dequantised twins.

Writes to <out>: diffusers/{large,small}/ (pipeline folders), original/{large,small}/ (original names and config),
comfy/{large,small,umt5}.safetensors (prefixed single files, tokenizer inside the text encoder), original/vae/,
fp8/{plain,old,new}.safetensors and fp8/{plain,old,new}-dequantized/ (diffusers folders in fp32).
"""
import argparse
import json
import pathlib
import shutil
import sys

import diffusers
import torch
from safetensors.torch import load_file, save_file

import make_tiny_pairs
from models_wan import TRANSFORMER_RULES, rename, renamed, vae_original_names

PREFIX = "model.diffusion_model."  # of single files
HEAD_DIM = 128  # single files carry no config, so the heads follow from WAN's 128 channels each

def transformer(heads, layers, ffn, seed):
    return make_tiny_pairs.randomize(diffusers.WanTransformer3DModel(
        patch_size=(1, 2, 2), num_attention_heads=heads, attention_head_dim=HEAD_DIM, in_channels=16, out_channels=16,
        text_dim=make_tiny_pairs.D_TEXT, freq_dim=256, ffn_dim=ffn, num_layers=layers, cross_attn_norm=True,
        qk_norm="rms_norm_across_heads"), seed)


def write_original(folder, model):
    folder.mkdir(parents=True)
    c = model.config
    save_file(renamed(model.state_dict(), TRANSFORMER_RULES), folder / "diffusion_pytorch_model.safetensors")
    (folder / "config.json").write_text(json.dumps({
        "model_type": "t2v", "dim": c.num_attention_heads * c.attention_head_dim, "ffn_dim": c.ffn_dim, "freq_dim": c.freq_dim,
        "in_dim": 16, "out_dim": 16, "num_heads": c.num_attention_heads, "num_layers": c.num_layers, "text_len": 512, "eps": 1e-6}))


def is_quantized(name, tensor):
    return tensor.ndim == 2 and name.endswith(".weight") and ".blocks." in "." + name


def write_fp8(out, model):
    """plain: bare fp8 weights; old: scale_weight and a marker; new: weight_scale and comfy_quant."""
    source = model.state_dict()
    for kind in ("plain", "old", "new"):
        stored, dequantized = {}, dict(source)
        for name, tensor in source.items():
            key = rename(name, TRANSFORMER_RULES)
            if not is_quantized(name, tensor):
                stored[key] = tensor.to(torch.bfloat16)
                dequantized[name] = stored[key].float()
                continue
            scale = torch.tensor(1.0) if kind == "plain" else tensor.abs().max() / 448
            stored[key] = (tensor / scale).to(torch.float8_e4m3fn)
            dequantized[name] = stored[key].float() * scale
            layer = key.removesuffix(".weight")
            if kind == "old":
                stored[layer + ".scale_weight"] = scale.reshape(1)
                stored[layer + ".scale_input"] = torch.ones(1)
            elif kind == "new":
                stored[layer + ".weight_scale"] = scale
                stored[layer + ".comfy_quant"] = torch.tensor(list(b'{"format":"float8_e4m3fn"}'), dtype=torch.uint8)
        if kind == "old":
            stored["scaled_fp8"] = torch.zeros(2, dtype=torch.float8_e4m3fn)
        save_file({PREFIX + k: v.contiguous() for k, v in stored.items()}, out / f"{kind}.safetensors")
        twin = transformer(model.config.num_attention_heads, model.config.num_layers, model.config.ffn_dim, 0)
        twin.load_state_dict(dequantized)
        twin.save_pretrained(out / f"{kind}-dequantized")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = pathlib.Path(parser.parse_args().out)
    shutil.rmtree(out, ignore_errors=True)
    sys.argv = ["make_tiny_pairs", "--out", str(out / "base"), "--pairs", "wan-tiny", "--seed", "5"]
    make_tiny_pairs.main()
    models = {"large": transformer(2, 2, 256, 31), "small": transformer(1, 1, 128, 32)}
    (out / "comfy").mkdir()
    (out / "fp8").mkdir()
    for size, model in models.items():
        folder = out / "diffusers" / size
        shutil.copytree(out / "base" / "wan-tiny" / size, folder)
        shutil.rmtree(folder / "transformer")
        model.save_pretrained(folder / "transformer")
        write_original(out / "original" / size, model)
        save_file({PREFIX + k: v for k, v in renamed(model.state_dict(), TRANSFORMER_RULES).items()}, out / "comfy" / f"{size}.safetensors")
    shared = out / "diffusers" / "large"
    text = load_file(shared / "text_encoder" / "model.safetensors")
    text["spiece_model"] = torch.frombuffer(bytearray((shared / "tokenizer" / "spiece.model").read_bytes()), dtype=torch.uint8)
    (out / "comfy" / "umt5").mkdir()
    save_file(text, out / "comfy" / "umt5" / "umt5.safetensors")
    shutil.copy(shared / "text_encoder" / "config.json", out / "comfy" / "umt5")
    (out / "original" / "vae").mkdir()
    vae = load_file(shared / "vae" / "diffusion_pytorch_model.safetensors")
    save_file(vae_original_names(vae), out / "original" / "vae" / "wan_2.1_vae.safetensors")
    shutil.copy(shared / "vae" / "config.json", out / "original" / "vae")
    write_fp8(out / "fp8", models["large"])


if __name__ == "__main__":
    main()
