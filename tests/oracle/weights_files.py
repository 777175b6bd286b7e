# SPDX-License-Identifier: MIT
"""Safetensors files as the reference library writes them, and fp8 checkpoints in each notation with torch's result for
them. Writes types.safetensors, <spelling>.safetensors and fp8_expected.safetensors."""
import argparse
import json
import pathlib

import torch
from safetensors.torch import save_file

LAYERS = {"blocks.0.ffn.0": torch.float8_e4m3fn, "blocks.0.ffn.2": torch.float8_e5m2}
PREFIX = "model.diffusion_model."


def all_types():
    dtypes = [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.float8_e4m3fn, torch.float8_e5m2,
              torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool]
    tensors = {}
    for dtype in dtypes:
        name = str(dtype).removeprefix("torch.")
        values = torch.arange(-3, 12).reshape(3, 5)
        tensors[name] = (values % 2 == 0) if dtype == torch.bool else (values.abs() if dtype == torch.uint8 else values).to(dtype)
    tensors["scalar"] = torch.tensor(1.5)
    tensors["empty"] = torch.zeros(0, 4)
    return tensors


def fp8_files(out):
    generator = torch.Generator().manual_seed(7)
    weights, scales, expected, plain_expected = {}, {}, {}, {}
    for index, (layer, dtype) in enumerate(LAYERS.items()):
        weights[f"{layer}.weight"] = torch.randn(6, 4 + index, generator=generator).mul(20).to(dtype)
        scales[layer] = torch.tensor(0.0137 * (index + 1))
        plain_expected[f"{layer}.weight"] = weights[f"{layer}.weight"].float()
        expected[f"{layer}.weight"] = weights[f"{layer}.weight"].float() * scales[layer]
    other = {f"{layer}.bias": torch.randn(6, generator=generator).half() for layer in LAYERS}
    other["blocks.0.norm3.weight"] = torch.randn(4, generator=generator).to(torch.float8_e4m3fn)
    for name, tensor in other.items():
        expected[name] = plain_expected[name] = tensor.float()

    def formats(prefix=""):
        return {prefix + layer: {"format": str(dtype).removeprefix("torch.")} for layer, dtype in LAYERS.items()}

    def metadata(prefix):
        return {"_quantization_metadata": json.dumps({"format_version": "1.0", "layers": formats(prefix)})}

    old = weights | other | {f"{layer}.scale_weight": scale.reshape(1) for layer, scale in scales.items()}
    old |= {"scaled_fp8": torch.zeros(2, dtype=torch.float8_e4m3fn), "blocks.0.ffn.0.scale_input": torch.tensor(3.0)}
    new = weights | other | {f"{layer}.weight_scale": scale for layer, scale in scales.items()}
    new |= {"blocks.0.ffn.2.input_scale": torch.tensor(3.0)}
    described = new | {
        f"{layer}.comfy_quant": torch.tensor(list(json.dumps(entry).encode()), dtype=torch.uint8)
        for layer, entry in formats().items()}

    save_file(weights | other, out / "plain.safetensors")
    save_file(old, out / "scale_weight.safetensors")
    save_file({PREFIX + name: tensor for name, tensor in old.items()}, out / "scale_weight_prefixed.safetensors")
    save_file(described, out / "comfy_quant.safetensors")
    save_file(new, out / "metadata.safetensors", metadata(""))
    save_file({PREFIX + name: tensor for name, tensor in new.items()}, out / "metadata_prefixed.safetensors",
              metadata(PREFIX))
    save_file(expected, out / "fp8_expected.safetensors")
    save_file(plain_expected, out / "plain_expected.safetensors")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    save_file(all_types(), out / "types.safetensors", {"format": "pt"})
    fp8_files(out)


if __name__ == "__main__":
    main()
