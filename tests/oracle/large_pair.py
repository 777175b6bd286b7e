# SPDX-License-Identifier: MIT
"""A pair of WAN 14B's and 1.3B's size without its weights: sparse files of zeros with the true names and shapes.

It shows whether a pair that is larger than a machine's memory runs, and what it takes. The text encoder is UMT5-XXL but for
its vocabulary, which is that of the tiny pair whose tokenizer it has.

  large_pair.py --out DIR --tiny PAIR/large [--type bf16 | fp8 | q4_k]
  flowblend generate --pair DIR/pair.json -p "a red circle" --width 64 --height 64 --frames 5 --steps 4 --memory-budget 4.8
"""
import argparse
import json
import pathlib
import shutil
import struct

import gguf
import numpy as np
import torch
from diffusers import AutoencoderKLWan, WanTransformer3DModel
from transformers import UMT5Config, UMT5EncoderModel

from engine_gguf import llama_name
from models_wan import TRANSFORMER_RULES, rename

BYTES = {"F32": 4, "BF16": 2, "F8_E4M3": 1}


def shapes(make):
    with torch.device("meta"):
        return {name: list(tensor.shape) for name, tensor in make().state_dict().items()}


def transformer(heads, ffn, layers):
    tensors = shapes(lambda: WanTransformer3DModel(num_attention_heads=heads, ffn_dim=ffn, num_layers=layers))
    return {rename(name, TRANSFORMER_RULES): shape for name, shape in tensors.items()}


def umt5(vocabulary):
    tensors = shapes(lambda: UMT5EncoderModel(UMT5Config(vocab_size=vocabulary, d_model=4096, d_kv=64, d_ff=10240, num_layers=24,
                                                         num_heads=64, feed_forward_proj="gated-gelu")))
    return {name: shape for name, shape in tensors.items() if name != "encoder.embed_tokens.weight"}


def is_matrix_of_a_block(name, shape):
    return len(shape) == 2 and "block" in name and "relative_attention_bias" not in name and "modulation" not in name


def write_safetensors(path, tensors, wide, packed=None):
    """Zeros in the type `wide`, a block's matrices in `packed`."""
    header, end = {}, 0
    for name, shape in tensors.items():
        dtype = packed if packed and is_matrix_of_a_block(name, shape) else wide
        begin, end = end, end + BYTES[dtype] * torch.Size(shape).numel()
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + end)


def write_gguf(path, tensors, architecture):
    """Zeros in bf16 and float32, a block's matrices in Q4_K."""
    writer = gguf.GGUFWriter(None, architecture)
    for name, shape in tensors.items():
        kind = gguf.GGMLQuantizationType.F32 if len(shape) == 1 else gguf.GGMLQuantizationType.BF16
        if len(shape) == 2 and ".blk." in name or is_matrix_of_a_block(name, shape):
            kind = gguf.GGMLQuantizationType.Q4_K if shape[1] % 256 == 0 else gguf.GGMLQuantizationType.BF16
        elements, size = gguf.GGML_QUANT_SIZES[kind]
        numbers = torch.Size(shape).numel()
        rows = gguf.quant_shape_to_byte_shape(shape, kind) if kind != gguf.GGMLQuantizationType.F32 else shape
        dtype = "float32" if kind == gguf.GGMLQuantizationType.F32 else "uint8"
        writer.add_tensor_info(name, rows, np.dtype(dtype), numbers // elements * size, raw_dtype=kind)
    writer.write_header_to_file(path)
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    writer.close()
    total = sum(writer.ggml_pad(info.nbytes, writer.data_alignment) for part in writer.tensors for info in part.values())
    header = path.stat().st_size
    with open(path, "r+b") as file:
        file.truncate(writer.ggml_pad(header, writer.data_alignment) + total)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--tiny", type=pathlib.Path, required=True, help="a tiny WAN pipeline, for its tokenizer")
    parser.add_argument("--type", choices=["bf16", "fp8", "q4_k"], default="bf16")
    options = parser.parse_args()
    out = options.out
    out.mkdir(parents=True, exist_ok=True)
    shutil.copytree(options.tiny / "tokenizer", out / "tokenizer", dirs_exist_ok=True)
    vocabulary = json.loads((options.tiny / "text_encoder/config.json").read_text())["vocab_size"]

    models = {"large": transformer(40, 13824, 40), "small": transformer(12, 8960, 30), "text": umt5(vocabulary)}
    for name, tensors in models.items():
        if options.type == "q4_k":
            architecture = "t5encoder" if name == "text" else "wan"
            named = {llama_name(k): v for k, v in tensors.items()} if name == "text" else tensors
            write_gguf(out / f"{name}.gguf", named, architecture)
        else:
            write_safetensors(out / f"{name}.safetensors", tensors, "BF16", "F8_E4M3" if options.type == "fp8" else None)
    (out / "vae").mkdir(exist_ok=True)
    vae = AutoencoderKLWan
    with torch.device("meta"):
        config = vae().config
    (out / "vae/config.json").write_text(json.dumps({"_class_name": vae.__name__} | dict(config), indent=1))
    write_safetensors(out / "vae/diffusion_pytorch_model.safetensors", shapes(vae), "F32")

    ending = "gguf" if options.type == "q4_k" else "safetensors"
    pair = {"format": "flowblend-pair", "version": 1, "name": f"WAN 14B and 1.3B of zeros, {options.type}",
            "large": f"large.{ending}", "small": f"small.{ending}", "text_encoder": f"text.{ending}", "tokenizer": "tokenizer",
            "vae": "vae"}
    (out / "pair.json").write_text(json.dumps(pair, indent=1))


if __name__ == "__main__":
    main()
