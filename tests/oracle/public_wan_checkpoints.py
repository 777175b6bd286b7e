# SPDX-License-Identifier: MIT
"""The public WAN 2.1 checkpoints without their weights: sparse files with the true names, shapes, types and header, in the
folders that their repositories have.

Names and shapes come from diffusers' and transformers' classes with the published configurations, renamed as in the
authors' files; parameter counts and the sizes of some published files verify this.

<out>/comfy/                                      split_files of Comfy-Org/Wan_2.1_ComfyUI_repackaged
<out>/kijai/                                      Kijai/WanVideo_comfy
<out>/gguf/                                       city96's and calcuis' files
<out>/Wan2.1-T2V-14B/, <out>/Wan2.1-T2V-1.3B/     the authors' folders, with pickles for VAE and text encoder
<out>/Wan2.1-T2V-14B-Diffusers/, <out>/Wan2.1-T2V-1.3B-Diffusers/
<out>/refused/                                    relatives that are other models
<out>/defaults.json                               what diffusers' pipeline and its example start from, as in pair documents
"""
import argparse
import inspect
import json
import pathlib
import re
import shutil

import gguf
import numpy as np
import torch
from diffusers import AutoencoderKLWan, WanPipeline, WanTransformer3DModel
from diffusers.pipelines.wan import pipeline_wan
from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection, UMT5Config, UMT5EncoderModel

from engine_gguf import llama_name
from models_wan import I2V_RULES, TRANSFORMER_RULES, rename, vae_original_names
from public_checkpoints import on_meta, scaled, tokenizer, typed, write, write_shards
from tokenizer_ids import add_to_gguf

SIZES = {"1.3B": dict(num_attention_heads=12, ffn_dim=8960, num_layers=30),
         "14B": dict(num_attention_heads=40, ffn_dim=13824, num_layers=40)}
PARAMETERS = {"1.3B": 1_418_996_800, "14B": 14_288_491_584}
VOCABULARY = 256384

BLOCK_LINEARS = r"^blocks\..*(attn|ffn)\..*weight$"
TEXT_LINEARS = r"(SelfAttention\.[qkvo]|DenseReluDense\.w\w+|attn\.[qkvo]|ffn\.(gate\.0|fc1|fc2))\.weight$"
# What kijai's files keep in float32.
WIDE = r"norm|bias|modulation|time_|patch_embedding|text_embedding|head"
T5_NAMES = [("shared.", "token_embedding."), ("encoder.final_layer_norm.", "norm."), ("encoder.block.", "blocks."),
            ("layer.0.SelfAttention.relative_attention_bias.", "pos_embedding.embedding."), ("layer.0.SelfAttention.", "attn."),
            ("layer.0.layer_norm.", "norm1."), ("layer.1.layer_norm.", "norm2."), ("layer.1.DenseReluDense.wi_0.", "ffn.gate.0."),
            ("layer.1.DenseReluDense.wi_1.", "ffn.fc1."), ("layer.1.DenseReluDense.wo.", "ffn.fc2.")]
# As llama.cpp's quantisation mixes types: more bits for what matters most.
Q4_K_M = [(r"(attn\.v|ffn\.2|attn_v|ffn_down)\.weight$", "Q6_K"), (r"", "Q4_K")]

# --- Names and shapes ---------------------------------------------------------------------------------------------------


def original(shapes, rules=TRANSFORMER_RULES):
    return {rename(name, rules): shape for name, shape in shapes.items()}


def diffusers_transformer(size):
    return on_meta(lambda: WanTransformer3DModel(**SIZES[size]), PARAMETERS[size])


def transformer(size):
    return original(diffusers_transformer(size))


def image_transformer(channels=36):
    width = 128 * SIZES["14B"]["num_attention_heads"]
    return original(on_meta(lambda: WanTransformer3DModel(**SIZES["14B"], in_channels=channels, image_dim=1280, added_kv_proj_dim=width)),
                    I2V_RULES + TRANSFORMER_RULES)


def vae():
    with torch.device("meta"):
        model = AutoencoderKLWan()
    assert sum(p.numel() for p in model.parameters()) == 126_892_531
    return ({name: list(tensor.shape) for name, tensor in model.state_dict().items()},
            {name: list(tensor.shape) for name, tensor in vae_original_names(model.state_dict()).items()})


def umt5():
    shapes = on_meta(lambda: UMT5EncoderModel(UMT5Config(
        vocab_size=VOCABULARY, d_model=4096, d_kv=64, d_ff=10240, num_layers=24, num_heads=64, feed_forward_proj="gated-gelu")))
    return {name: shape for name, shape in shapes.items() if name != "encoder.embed_tokens.weight"}


def clip_vision():
    return on_meta(lambda: CLIPVisionModelWithProjection(CLIPVisionConfig(
        hidden_size=1280, intermediate_size=5120, num_hidden_layers=32, num_attention_heads=16, image_size=224, patch_size=14,
        projection_dim=1024)))


# --- Files --------------------------------------------------------------------------------------------------------------


def wide(tensors):
    return {k: ("F32" if re.search(WIDE, k) else dtype, v) for k, (dtype, v) in tensors.items()}


def comfy_scaled(tensors):
    """A scale of one number without dimensions, and one for the input."""
    with_scales = {k: v for k, v in scaled(tensors).items()}
    for name, (dtype, _) in tensors.items():
        if dtype == "F8_E4M3":
            layer = name.removesuffix("weight")
            with_scales |= {layer + "scale_weight": ("F32", []), layer + "scale_input": ("F32", [])}
    return with_scales


def comfy(out, model):
    models, text = out / "diffusion_models", out / "text_encoders"
    for size in SIZES:
        for dtype, name in {"F16": "fp16", "BF16": "bf16"}.items():
            write(models / f"wan2.1_t2v_{size}_{name}.safetensors", typed(transformer(size), dtype), {"format": "pt"})
    write(models / "wan2.1_t2v_14B_fp8_e4m3fn.safetensors", {k: ("F8_E4M3", v) for k, v in transformer("14B").items()}, {"format": "pt"})
    write(models / "wan2.1_t2v_14B_fp8_scaled.safetensors", comfy_scaled(typed(transformer("14B"), "F16", BLOCK_LINEARS)))
    write(models / "wan2.1_i2v_480p_14B_fp16.safetensors", typed(image_transformer(), "F16"), {"format": "pt"})
    spiece = {"spiece_model": ("U8", [len(model)])}
    assert abs(write(text / "umt5_xxl_fp16.safetensors", typed(umt5(), "F16") | spiece, {"format": "pt"}, data={"spiece_model": model})
               - 11_366_399_385) < 10_000_000
    assert abs(write(text / "umt5_xxl_fp8_e4m3fn_scaled.safetensors", scaled(typed(umt5(), "F16", TEXT_LINEARS)) | spiece,
                     data={"spiece_model": model}) - 6_735_906_897) < 10_000_000
    assert abs(write(out / "vae" / "wan_2.1_vae.safetensors", typed(vae()[1], "BF16"), {"format": "pt"}) - 253_815_318) < 100_000
    assert abs(write(out / "clip_vision" / "clip_vision_h.safetensors", typed(clip_vision(), "F16"), {"format": "pt"})
               - 1_264_219_396) < 100_000


def kijai(out):
    write(out / "Wan2_1-T2V-14B_fp8_e4m3fn.safetensors", wide(typed(transformer("14B"), "BF16", BLOCK_LINEARS)))
    write(out / "Wan2_1-T2V-14B_fp8_e4m3fn_scaled_KJ.safetensors", wide(scaled(typed(transformer("14B"), "BF16", BLOCK_LINEARS))))
    write(out / "Wan2_1-T2V-1_3B_fp32.safetensors", typed(transformer("1.3B"), "F32"))
    write(out / "Wan2_1-T2V-1_3B_bf16.safetensors", typed(transformer("1.3B"), "BF16"))
    text = original(umt5(), T5_NAMES)
    write(out / "umt5-xxl-enc-bf16.safetensors", typed(text, "BF16"))
    write(out / "umt5-xxl-enc-fp8_e4m3fn.safetensors", typed(text, "BF16", TEXT_LINEARS))
    write(out / "Wan2_1_VAE_bf16.safetensors", typed({"model." + k: v for k, v in vae()[1].items()}, "BF16"))
    write(out / "Wan2_1_VAE_fp32.safetensors", typed(vae()[1], "F32"))


def write_gguf(path, tensors, kinds, architecture, spiece=None):
    """kinds: [(pattern, type)] for matrices of blocks; everything else in float32, or in float16 if it is large."""
    writer = gguf.GGUFWriter(None, architecture)
    if spiece:
        add_to_gguf(writer, spiece, VOCABULARY)
    for name, shape in tensors.items():
        numbers = torch.Size(shape).numel()
        kind = "F32" if len(shape) == 1 or numbers <= 1024 or "modulation" in name or len(shape) == 5 else "F16"
        if len(shape) == 2 and shape[1] % 256 == 0 and ".attn_rel_b." not in name and "modulation" not in name:
            kind = next(kind for pattern, kind in kinds if re.search(pattern, name))
        kind = gguf.GGMLQuantizationType[kind]
        elements, size = gguf.GGML_QUANT_SIZES[kind]
        floats = {"F32": "float32", "F16": "float16"}.get(kind.name)
        rows = shape if floats else gguf.quant_shape_to_byte_shape(shape, kind)
        writer.add_tensor_info(name, rows, np.dtype(floats or "uint8"), numbers // elements * size, raw_dtype=None if floats else kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    writer.write_header_to_file(path)
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    writer.close()
    total = sum(writer.ggml_pad(info.nbytes, writer.data_alignment) for part in writer.tensors for info in part.values())
    with open(path, "r+b") as file:
        file.truncate(writer.ggml_pad(path.stat().st_size, writer.data_alignment) + total)


def ggufs(out, spiece):
    write_gguf(out / "wan2.1-t2v-14b-Q4_K_M.gguf", transformer("14B"), Q4_K_M, "wan")
    write_gguf(out / "wan2.1-t2v-14b-Q8_0.gguf", transformer("14B"), [("", "Q8_0")], "wan")
    write_gguf(out / "wan2.1_t2v_1.3b-q8_0.gguf", transformer("1.3B"), [("", "Q8_0")], "pig")
    write_gguf(out / "umt5-xxl-encoder-Q8_0.gguf", {llama_name(k): v for k, v in umt5().items()}, [("", "Q8_0")], "t5encoder",
               spiece)
    write_gguf(out / "pig_wan_vae_fp32-f16.gguf", vae()[1], [("", "F16")], "pig")


def authors(out, size, shards):
    folder = out / f"Wan2.1-T2V-{size}"
    heads = SIZES[size]["num_attention_heads"]
    config = {"_class_name": "WanModel", "_diffusers_version": "0.30.0", "dim": 128 * heads, "eps": 1e-06, "ffn_dim": SIZES[size]["ffn_dim"],
              "freq_dim": 256, "in_dim": 16, "model_type": "t2v", "num_heads": heads, "num_layers": SIZES[size]["num_layers"],
              "out_dim": 16, "text_len": 512}
    folder.mkdir(parents=True)
    if shards:
        write_shards(folder, "diffusion_pytorch_model", typed(transformer(size), "F32"), shards, config)
    else:
        write(folder / "diffusion_pytorch_model.safetensors", typed(transformer(size), "F32"), {"format": "pt"})
        (folder / "config.json").write_text(json.dumps(config))
    for name in ("models_t5_umt5-xxl-enc-bf16.pth", "Wan2.1_VAE.pth"):
        (folder / name).write_bytes(b"PK\x03\x04" + bytes(100))
    return folder


def diffusers(out, size, shards, flow_shift):
    root = out / f"Wan2.1-T2V-{size}-Diffusers"
    heads = SIZES[size]["num_attention_heads"]
    write_shards(root / "transformer", "diffusion_pytorch_model", typed(diffusers_transformer(size), "F32"), shards,
                 {"_class_name": "WanTransformer3DModel", "attention_head_dim": 128, "num_attention_heads": heads, "eps": 1e-06})
    write_shards(root / "text_encoder", "model", typed(umt5(), "BF16"), 5, {"model_type": "umt5", "layer_norm_epsilon": 1e-06})
    write(root / "vae" / "diffusion_pytorch_model.safetensors", typed(vae()[0], "F32"), {"format": "pt"})
    with torch.device("meta"):
        config = dict(AutoencoderKLWan().config)
    (root / "vae" / "config.json").write_text(json.dumps({"_class_name": "AutoencoderKLWan"} | config))
    (root / "model_index.json").write_text(json.dumps({
        "_class_name": "WanPipeline", "scheduler": ["diffusers", "UniPCMultistepScheduler"],
        "text_encoder": ["transformers", "UMT5EncoderModel"], "tokenizer": ["transformers", "T5TokenizerFast"],
        "transformer": ["diffusers", "WanTransformer3DModel"], "vae": ["diffusers", "AutoencoderKLWan"]}))
    (root / "scheduler").mkdir()
    (root / "scheduler" / "scheduler_config.json").write_text(json.dumps({
        "_class_name": "UniPCMultistepScheduler", "flow_shift": flow_shift, "prediction_type": "flow_prediction", "use_flow_sigmas": True,
        "solver_order": 2, "solver_type": "bh2", "predict_x0": True, "lower_order_final": True, "thresholding": False,
        "disable_corrector": [], "num_train_timesteps": 1000, "final_sigmas_type": "zero", "timestep_spacing": "linspace"}))
    return root


def refused(out):
    vace = transformer("14B") | {f"vace_blocks.0.{k}": v for k, v in {"after_proj.weight": [5120, 5120]}.items()}
    write(out / "wan2.1_vace_14B_fp16.safetensors", typed(vace, "F16"))
    module = {f"vace_blocks.{i}.self_attn.q.weight": [5120, 5120] for i in range(8)} | {"vace_patch_embedding.weight": [5120, 96, 1, 2, 2]}
    write(out / "Wan2_1-VACE_module_14B_fp8_e4m3fn.safetensors", typed(module, "BF16"))
    write(out / "wan2.2_i2v_high_noise_14B_fp16.safetensors",
          typed({k: [v[0], 36, *v[2:]] if k == "patch_embedding.weight" else v for k, v in transformer("14B").items()}, "F16"))
    write(out / "wan2.2_ti2v_5B_fp16.safetensors", typed(original(on_meta(lambda: WanTransformer3DModel(
        num_attention_heads=24, ffn_dim=14336, num_layers=30, in_channels=48, out_channels=48))), "F16"))
    write(out / "Wan2.1-Fun-14B-Control.safetensors", typed(image_transformer(48), "BF16"))
    write(out / "wan2.2_t2v_high_noise_14B_fp16.safetensors", typed(transformer("14B"), "F16"))
    expert = out / "models--Wan-AI--Wan2.2-T2V-A14B" / "snapshots" / "0123" / "high_noise_model"
    write_shards(expert, "diffusion_pytorch_model", typed(transformer("14B"), "F32"), 6, {"_class_name": "WanModel", "num_heads": 40})


def defaults():
    called = {name: parameter.default for name, parameter in inspect.signature(WanPipeline.__call__).parameters.items()}
    ours = {"width": "width", "height": "height", "frames": "num_frames", "steps": "num_inference_steps", "guidance": "guidance_scale"}
    example = re.search(r'negative_prompt = "(.+?)"', pipeline_wan.EXAMPLE_DOC_STRING)[1]
    return {name: called[theirs] for name, theirs in ours.items()} | {"negative_prompt": example}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = pathlib.Path(parser.parse_args().out)
    shutil.rmtree(out, ignore_errors=True)
    tokenizer(out / "tokenizer", 256000)
    model = (out / "tokenizer" / "spiece.model").read_bytes()
    comfy(out / "comfy", model)
    kijai(out / "kijai")
    ggufs(out / "gguf", model)
    for size, shards in {"14B": 6, "1.3B": 0}.items():
        shutil.copytree(out / "tokenizer", authors(out, size, shards) / "google" / "umt5-xxl")
    for size, shards, shift in (("14B", 12, 5.0), ("1.3B", 2, 3.0)):
        shutil.copytree(out / "tokenizer", diffusers(out, size, shards, shift) / "tokenizer")
    refused(out / "refused")
    (out / "defaults.json").write_text(json.dumps(defaults()))


if __name__ == "__main__":
    main()
