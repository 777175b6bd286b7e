# SPDX-License-Identifier: MIT
"""Quantised weights, dequantised with the `gguf` package and plain arithmetic: one file for each of ggml's
types, one GGUF file with everything that the package can write, scaled fp8, and int8 with and without ConvRot's rotation."""
import argparse
import json
import pathlib

import gguf
import numpy as np
import safetensors.torch
import torch

# Where a block's float16 scales are; a random one would rarely be a sensible number.
HALVES = {"Q8_0": [0], "Q6_K": [208], "Q5_K": [0, 2], "Q4_K": [0, 2], "Q3_K": [108], "Q2_K": [80, 82],
          "Q5_1": [0, 2], "Q5_0": [0], "Q4_1": [0, 2], "Q4_0": [0]}
ROWS, BLOCKS = 6, 5


def random_blocks(random, name, rows, blocks, sensible=True):
    """The bytes of `rows` rows with that many blocks each."""
    size = gguf.GGML_QUANT_SIZES[gguf.GGMLQuantizationType[name]][1]
    data = random.integers(0, 256, (rows, blocks, size), dtype=np.uint8)
    for at in HALVES[name] if sensible else []:
        data[..., at:at + 2] = random.standard_normal((rows, blocks, 1)).astype(np.float16).view(np.uint8)
    return data.reshape(rows, -1)


def write_blocks(out, random, name):
    """`bytes` and `expected`; `wild_*`: every bit random, infinities and NaN among the scales."""
    tensors = {}
    for prefix, sensible in (("", True), ("wild_", False)):
        data = random_blocks(random, name, ROWS, BLOCKS, sensible)
        with np.errstate(invalid="ignore"):
            expected = gguf.dequantize(data, gguf.GGMLQuantizationType[name])
        tensors[prefix + "bytes"] = torch.from_numpy(data.reshape(-1).copy())
        tensors[prefix + "expected"] = torch.from_numpy(expected.copy())
    safetensors.torch.save_file(tensors, out / f"{name}.safetensors")


def write_gguf(out, random):
    """Every type in one file, including a scalar and a five-dimensional shape."""
    writer = gguf.GGUFWriter(out / "all.gguf", "wan")
    writer.add_uint32("some.number", 3)
    writer.add_array("some.list", ["a", "bc"])
    expected = {}
    for name in HALVES:
        data = random_blocks(random, name, ROWS, 1)
        kind = gguf.GGMLQuantizationType[name]
        writer.add_tensor(f"{name}.weight", data, raw_dtype=kind)
        expected[f"{name}.weight"] = torch.from_numpy(gguf.dequantize(data, kind).copy())
    numbers = random.standard_normal((4, 6)).astype(np.float32)
    for name in ("F32", "F16", "BF16"):
        kind = gguf.GGMLQuantizationType[name]
        data = gguf.quantize(numbers, kind)
        writer.add_tensor(f"{name}.weight", data, raw_dtype=None if name != "BF16" else kind)
        expected[f"{name}.weight"] = torch.from_numpy(gguf.dequantize(data, kind).reshape(4, 6).copy())
    # How the converters for ComfyUI store tensors with more dimensions than ggml supports.
    volume = random_blocks(random, "Q8_0", 4, 1)
    writer.add_array("comfy.gguf.orig_shape.volume.weight", [2, 2, 4, 2, 4])
    writer.add_tensor("volume.weight", volume, raw_dtype=gguf.GGMLQuantizationType.Q8_0)
    expected["volume.weight"] = torch.from_numpy(
        gguf.dequantize(volume, gguf.GGMLQuantizationType.Q8_0).reshape(2, 2, 4, 2, 4).copy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    safetensors.torch.save_file(expected, out / "all_expected.safetensors")


def rotation(group):
    """The Kronecker power of the 4 x 4 matrix that has `group` rows."""
    h4 = np.array([[1, 1, 1, -1], [1, 1, -1, 1], [1, -1, 1, 1], [-1, 1, 1, 1]]) / 2
    r = np.ones((1, 1))
    while r.shape[0] < group:
        r = np.kron(r, h4)
    assert r.shape[0] == group and np.array_equal(r @ r, np.eye(group))
    return r


def write_scaled(out, random):
    """Named by the layer; `_quantization_metadata` describes the int8 ones. The arithmetic is float64, rounded once."""
    tensors, expected, layers = {}, {}, {}
    for fp8 in (torch.float8_e4m3fn, torch.float8_e5m2):
        short = str(fp8).removeprefix("torch.")
        for rows in ("tensor", "row"):
            stored = torch.from_numpy(random.standard_normal((5, 48))).to(fp8)
            scale = torch.from_numpy(random.uniform(0.01, 3, (5, 1) if rows == "row" else ())).float()
            layer = f"{short}.{rows}"
            tensors[f"{layer}.weight"], tensors[f"{layer}.weight_scale"] = stored, scale
            expected[f"{layer}.weight"] = (stored.double() * scale.double()).float()
    for layer, rows, group in (("int8.tensor", False, 0), ("int8.row", True, 0), ("rotated.256", True, 256),
                               ("rotated.64", True, 64), ("rotated.tensor", False, 256)):
        stored = random.integers(-128, 128, (5, 512), dtype=np.int8)
        scale = np.float32(random.uniform(0.001, 0.1, (5, 1) if rows else ()))
        numbers = stored.astype(np.float64)
        if group:
            numbers = (numbers.reshape(-1, group) @ rotation(group)).reshape(numbers.shape)
        tensors[f"{layer}.weight"] = torch.from_numpy(stored)
        tensors[f"{layer}.weight_scale"] = torch.from_numpy(np.asarray(scale))
        expected[f"{layer}.weight"] = torch.from_numpy((numbers * np.float64(scale)).astype(np.float32))
        layers[layer] = {"format": "int8_tensorwise"}
        if group:
            layers[layer] |= {"convrot": True} | ({"convrot_groupsize": group} if group != 256 else {})
    metadata = {"_quantization_metadata": json.dumps({"format_version": "1.0", "layers": layers})}
    safetensors.torch.save_file(tensors, out / "scaled.safetensors", metadata)
    safetensors.torch.save_file(expected, out / "scaled_expected.safetensors")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(20261126)
    for name in HALVES:
        write_blocks(out, random, name)
    write_gguf(out, random)
    write_scaled(out, random)


if __name__ == "__main__":
    main()
