# SPDX-License-Identifier: MIT
"""Tiny pairs as GGUF files with layers of different types, and their safetensors twins with the same numbers.

Writes to <out>: wan/diffusers/{large,small}/ and ltx/diffusers/{large,small}/ (pipeline folders, for the other parts),
and in wan/ and ltx/ gguf/{large,small,text}.gguf and dequantized/{large,small,text}.safetensors. Transformers have the original
names, text encoders llama.cpp's; those twins have transformers' names.
"""
import argparse
import itertools
import pathlib
import re
import shutil
import sys

import gguf
import numpy as np
import torch
from safetensors.torch import load_file, save_file

import engine_layouts
import engine_ltx_layouts
import make_tiny_pairs
from models_wan import TRANSFORMER_RULES, renamed
from weights_quantized import HALVES

OF_32 = ["Q8_0", "Q5_1", "Q5_0", "Q4_1", "Q4_0"]  # the package can write these
OF_256 = ["Q6_K", "Q5_K", "Q4_K", "Q3_K", "Q2_K"]  # of these it can read random bytes
LLAMA_NAMES = [("shared.", "token_embd."), ("encoder.final_layer_norm.", "enc.output_norm."), ("encoder.block.", "enc.blk."),
               ("layer.0.SelfAttention.relative_attention_bias.", "attn_rel_b."), ("layer.0.SelfAttention.", "attn_"),
               ("layer.0.layer_norm.", "attn_norm."), ("layer.1.layer_norm.", "ffn_norm."),
               ("layer.1.DenseReluDense.wi_0.", "ffn_gate."), ("layer.1.DenseReluDense.wi_1.", "ffn_up."),
               ("layer.1.DenseReluDense.wo.", "ffn_down.")]


def llama_name(name):
    for old, new in LLAMA_NAMES:
        name = name.replace(old, new)
    assert re.fullmatch(r"(token_embd|enc\.output_norm|enc\.blk\.\d+\.\w+)\.weight", name), name
    return name


def random_blocks(random, name, tensor):
    """As many blocks as the tensor needs, with numbers distributed like the tensor's."""
    elements, size = gguf.GGML_QUANT_SIZES[gguf.GGMLQuantizationType[name]]
    rows = tensor.shape[0]
    data = random.integers(0, 256, (rows, tensor.shape[1] // elements, size), dtype=np.uint8)

    def with_scales(scale):
        # The minimum makes numbers of both signs possible.
        middle = {"Q5_K": 15.5, "Q4_K": 7.5, "Q2_K": 1.5}.get(name, 0)
        for at, value in zip(HALVES[name], (scale, scale * middle)):
            data[..., at:at + 2] = np.frombuffer(np.float16(value).tobytes(), dtype=np.uint8)
        return data.reshape(rows, -1)

    spread = gguf.dequantize(with_scales(1.0), gguf.GGMLQuantizationType[name]).std()
    return with_scales(tensor.std() / spread)


def packed(random, types, name, tensor):
    """The type's name, its bytes and the numbers in them."""
    if tensor.ndim != 2:
        return "F32", tensor, tensor
    chosen = next(types[256 if tensor.shape[1] % 256 == 0 else 32 if tensor.shape[1] % 32 == 0 else 1])
    kind = gguf.GGMLQuantizationType[chosen]
    data = random_blocks(random, chosen, tensor) if chosen in OF_256 else gguf.quantize(tensor, kind)
    return chosen, data, gguf.dequantize(data, kind).reshape(tensor.shape)


def write_twins(out, name, architecture, tensors, gguf_name, metadata=None):
    random = np.random.default_rng(len(tensors))
    types = {256: itertools.cycle(OF_256), 32: itertools.cycle(OF_32 + ["F16", "BF16"]), 1: itertools.cycle(["F16", "BF16"])}
    writer = gguf.GGUFWriter(out / "gguf" / f"{name}.gguf", architecture)
    for key, text in (metadata or {}).items():
        writer.add_string(key, text)
    twin, used = {}, set()
    for key, tensor in sorted(tensors.items()):
        chosen, data, numbers = packed(random, types, key, tensor.float().numpy())
        twin[key] = torch.from_numpy(np.ascontiguousarray(numbers, dtype=np.float32))
        used.add(chosen)
        if data.ndim > 4:  # ggml has four dimensions; the converters for ComfyUI keep the shape so
            writer.add_array(f"comfy.gguf.orig_shape.{gguf_name(key)}", [int(n) for n in data.shape])
            data = data.reshape(data.shape[0], -1)
        writer.add_tensor(gguf_name(key), np.ascontiguousarray(data),
                          raw_dtype=None if data.dtype != np.uint8 else gguf.GGMLQuantizationType[chosen])
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    save_file(twin, out / "dequantized" / f"{name}.safetensors", metadata)
    return used


def write_text(out, folder):
    text = load_file(folder / "text_encoder" / "model.safetensors")
    text.pop("encoder.embed_tokens.weight", None)
    return write_twins(out, "text", "t5encoder", text, llama_name)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = pathlib.Path(parser.parse_args().out)
    shutil.rmtree(out, ignore_errors=True)
    sys.argv = ["make_tiny_pairs", "--out", str(out / "base"), "--pairs", "wan-tiny,ltx-tiny-097", "--seed", "5"]
    make_tiny_pairs.main()
    used = set()
    same = lambda name: name
    for family, pair in (("wan", "wan-tiny"), ("ltx", "ltx-tiny-097")):
        for kind in ("gguf", "dequantized"):
            (out / family / kind).mkdir(parents=True)
        shutil.move(out / "base" / pair, out / family / "diffusers")
        used |= write_text(out / family, out / family / "diffusers" / "large")
    # Single files carry no config, so the heads follow from WAN's 128 channels each.
    for size, sizes in (("large", (2, 2, 256, 31)), ("small", (1, 1, 128, 32))):
        model = renamed(engine_layouts.transformer(*sizes).state_dict(), TRANSFORMER_RULES)
        used |= write_twins(out / "wan", size, "wan", model, same)
        folder = out / "ltx" / "diffusers" / size
        used |= write_twins(out / "ltx", size, "ltxv", engine_ltx_layouts.original_transformer(folder), same,
                            engine_ltx_layouts.configuration(folder, "0.9.5"))
    assert used == {"F32", "F16", "BF16", *OF_32, *OF_256}, used


if __name__ == "__main__":
    main()
