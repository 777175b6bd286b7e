"""The same tiny LTX pairs in every layout of published checkpoints, and fp8 copies with their dequantised twins.

Writes to <out>, for each of 0.9.0, 0.9.1 and 0.9.5:
  <version>/diffusers/{large,small}/                     pipeline folders
  <version>/single/{large,small}.safetensors             Lightricks' single files: transformer, VAE and configuration
  <version>/comfy/{diffusion_models,vae,text_encoders}/  ComfyUI's folders: the parts in separate files
and of the 0.9.5 kind: fp8/{plain,old,new}.safetensors (single files), fp8/t5_{plain,old,new}.safetensors, and next to each
a folder <name>-dequantized in fp32.
"""
import argparse
import json
import pathlib
import shutil
import sys

import torch
from diffusers import LTXVideoTransformer3DModel
from safetensors.torch import load_file, save_file
from transformers import T5EncoderModel

import make_tiny_pairs
import models_ltx
import models_ltx_vae

PREFIX = "model.diffusion_model."  # of single files
PAIRS = {"0.9.0": "ltx-tiny-090", "0.9.1": "ltx-tiny-090", "0.9.5": "ltx-tiny-097"}
UNUSED_STATISTICS = "channel", "mean-of-stds", "mean-of-stds_over_std-of-means"


def weights(folder):
    (file,) = folder.glob("*.safetensors")
    return load_file(file)


def save(tensors, path, metadata=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({k: v.contiguous() for k, v in tensors.items()}, path, metadata)


def configuration(folder, version):
    """The relevant part of the metadata in the headers of the authors' files."""
    config = json.loads((folder / "transformer" / "config.json").read_text())
    transformer = {key: config[key] for key in ("num_attention_heads", "attention_head_dim", "num_layers", "in_channels")}
    if version == "0.9.5":
        transformer["causal_temporal_positioning"] = True
    return {"config": json.dumps({"transformer": transformer, "vae": {"_class_name": "CausalVideoAutoencoder"},
                                  "scheduler": {"_class_name": "RectifiedFlowScheduler"}})}


def original_transformer(folder):
    return {models_ltx.original_name(k): v for k, v in weights(folder / "transformer").items()}


def original_vae(folder, version):
    tensors = {models_ltx_vae.original_name(k, version): v for k, v in weights(folder / "vae").items()}
    unused = {f"per_channel_statistics.{name}": torch.zeros(16) for name in UNUSED_STATISTICS}
    return tensors | unused


def prefixed(tensors, prefix):
    return {prefix + k: v for k, v in tensors.items()}


def write_layouts(root, version):
    for size in ("large", "small"):
        folder = root / "diffusers" / size
        metadata = configuration(folder, version)
        transformer = original_transformer(folder)
        save(prefixed(transformer, PREFIX) | prefixed(original_vae(folder, version), "vae."),
             root / "single" / f"{size}.safetensors", metadata)
        save(prefixed(transformer, PREFIX if size == "large" else ""), root / "comfy" / "diffusion_models" / f"{size}.safetensors",
             metadata)
    folder = root / "diffusers" / "large"
    # This folder also contains the VAEs of other models.
    save({"decoder.conv1.weight": torch.zeros(2)}, root / "comfy" / "vae" / "another.safetensors")
    save(original_vae(folder, version), root / "comfy" / "vae" / "ltx.safetensors")
    text = weights(folder / "text_encoder")
    tokenizer = (folder / "tokenizer" / "spiece.model").read_bytes()
    save(text | {"encoder.embed_tokens.weight": text["shared.weight"].clone(),
                 "spiece_model": torch.frombuffer(bytearray(tokenizer), dtype=torch.uint8)},
         root / "comfy" / "text_encoders" / "t5xxl.safetensors")


def quantize(source, kind, is_quantized, rest):
    """plain: bare fp8 weights; old: scale_weight and a marker; new: weight_scale and comfy_quant. Stored and dequantised;
    `rest`: the type of the others."""
    stored, dequantized = {}, {}
    for name, tensor in source.items():
        if not is_quantized(name):
            stored[name] = tensor.to(rest)
            dequantized[name] = stored[name].float()
            continue
        scale = torch.tensor(1.0) if kind == "plain" else tensor.abs().max() / 448
        stored[name] = (tensor / scale).to(torch.float8_e4m3fn)
        dequantized[name] = stored[name].float() * scale
        layer = name.removesuffix(".weight")
        if kind == "old":
            stored[layer + ".scale_weight"] = scale.reshape(1)
            stored[layer + ".scale_input"] = torch.ones(1)
        elif kind == "new":
            stored[layer + ".weight_scale"] = scale
            stored[layer + ".comfy_quant"] = torch.tensor(list(b'{"format":"float8_e4m3fn"}'), dtype=torch.uint8)
    return stored, dequantized


def write_fp8(out, folder):
    transformer = LTXVideoTransformer3DModel.from_pretrained(folder / "transformer")
    text = T5EncoderModel.from_pretrained(folder / "text_encoder")
    original = {models_ltx.original_name(k): k for k in transformer.state_dict()}
    source = {k: transformer.state_dict()[name] for k, name in original.items()}
    in_block = lambda name: name.startswith("transformer_blocks.") and name.endswith(".weight") and source[name].ndim == 2
    for kind in ("plain", "old", "new"):
        stored, dequantized = quantize(source, kind, in_block, torch.bfloat16)
        if kind == "old":
            stored["scaled_fp8"] = torch.zeros(2, dtype=torch.float8_e4m3fn)
        save(prefixed(stored, PREFIX) | prefixed(original_vae(folder, "0.9.5"), "vae."), out / f"{kind}.safetensors",
             configuration(folder, "0.9.5"))
        transformer.load_state_dict({original[k]: v for k, v in dequantized.items()})
        transformer.save_pretrained(out / f"{kind}-dequantized")

        # In the plain file of the T5 all is fp8, norms too.
        encoder = weights(folder / "text_encoder")
        linear = lambda name: kind == "plain" or ("SelfAttention" in name or "DenseReluDense" in name) and "bias" not in name
        stored, dequantized = quantize(encoder, kind, linear, torch.float16)
        if kind == "old":
            stored["scaled_fp8"] = torch.zeros(2, dtype=torch.float8_e4m3fn)
        save(stored, out / f"t5_{kind}.safetensors")
        text.load_state_dict(dequantized, strict=False)
        text.save_pretrained(out / f"t5_{kind}-dequantized")
        written = weights(out / f"t5_{kind}-dequantized")
        assert all(written[k].equal(v) for k, v in dequantized.items() if k in written) and "shared.weight" in written


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = pathlib.Path(parser.parse_args().out)
    shutil.rmtree(out, ignore_errors=True)
    sys.argv = ["make_tiny_pairs", "--out", str(out / "base"), "--pairs", "ltx-tiny-090,ltx-tiny-097", "--seed", "5"]
    make_tiny_pairs.main()
    for version, pair in PAIRS.items():
        shutil.copytree(out / "base" / pair, out / version / "diffusers")
        if version == "0.9.1":
            for size in ("large", "small"):
                shutil.rmtree(out / version / "diffusers" / size / "vae")
                models_ltx_vae.make_vae(version, 77).save_pretrained(out / version / "diffusers" / size / "vae")
        write_layouts(out / version, version)
    write_fp8(out / "fp8", out / "0.9.5" / "diffusers" / "large")
    shutil.rmtree(out / "base")


if __name__ == "__main__":
    main()
