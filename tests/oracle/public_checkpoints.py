# SPDX-License-Identifier: MIT
"""The public LTX-Video checkpoints without their weights: sparse files with the true names, shapes, types and header.

Names and shapes come from diffusers' and transformers' classes with the published configurations, renamed as in the
authors' files; parameter counts and the sizes of some published files verify this.

<out>/<file>.safetensors                          single files, fp8 copies, upscalers, text encoders
<out>/tokenizer/                                  a tokenizer of T5's size
<out>/LTX-Video/, <out>/models--Lightricks--LTX-Video-0.9.7-dev/snapshots/0123456789abcdef/   diffusers folders
<out>/unnamed/                                    the same files without the version in any name
<out>/refused/                                    files that are damaged or from another model
"""
import argparse
import io
import json
import pathlib
import re
import shutil
import struct

import sentencepiece
import torch
from diffusers import AutoencoderKLLTX2Video, AutoencoderKLLTXVideo, LTXVideoTransformer3DModel
from diffusers.pipelines.ltx.modeling_latent_upsampler import LTXLatentUpsamplerModel
from sentencepiece import sentencepiece_model_pb2
from transformers import T5Config, T5EncoderModel

import models_ltx
import models_ltx_vae

BYTES = {"F32": 4, "BF16": 2, "F16": 2, "F8_E4M3": 1, "U8": 1}
PREFIX = "model.diffusion_model."
DISTILLED_STEPS = [1.0, 0.9937, 0.9875, 0.9812, 0.975, 0.9094, 0.725, 0.4219]

# --- Configurations -----------------------------------------------------------------------------------------------------

SIZES = {"2B": dict(heads=32, head_dim=64, layers=28, parameters=1_923_385_472),
         "13B": dict(heads=32, head_dim=128, layers=48, parameters=13_042_569_344)}

VAES = {
    "0.9.0": dict(parameters=419_193_649, layers_per_block=(4, 3, 3, 3, 4)),
    "0.9.1": dict(parameters=934_976_434, layers_per_block=(4, 3, 3, 3, 4), decoder_block_out_channels=(256, 512, 1024),
                  decoder_layers_per_block=(5, 6, 7, 8), decoder_spatio_temporal_scaling=(True,) * 3,
                  decoder_inject_noise=(True, True, True, False), upsample_residual=(True,) * 3, upsample_factor=(2,) * 3,
                  timestep_conditioning=True),
    "0.9.5": dict(parameters=1_246_913_522, block_out_channels=(128, 256, 512, 1024, 2048),
                  down_block_types=("LTXVideo095DownBlock3D",) * 4, layers_per_block=(4, 6, 6, 2, 2),
                  spatio_temporal_scaling=(True,) * 4,
                  downsample_type=("spatial", "temporal", "spatiotemporal", "spatiotemporal"),
                  decoder_block_out_channels=(256, 512, 1024), decoder_layers_per_block=(5, 5, 5, 5),
                  decoder_spatio_temporal_scaling=(True,) * 3, decoder_inject_noise=(False,) * 4,
                  upsample_residual=(True,) * 3, upsample_factor=(2,) * 3, timestep_conditioning=True)}

VAE_BLOCKS = {
    "0.9.0": {"blocks": [["res_x", 4], ["compress_all", 1], ["res_x_y", 1], ["res_x", 3], ["compress_all", 1], ["res_x_y", 1],
                         ["res_x", 3], ["compress_all", 1], ["res_x", 3], ["res_x", 4]]},
    "0.9.1": {"timestep_conditioning": True},
    "0.9.5": {"timestep_conditioning": True, "spatial_padding_mode": "zeros"}}


def header(size, vae, distilled=False):
    s = SIZES[size]
    transformer = {
        "_class_name": "Transformer3DModel", "activation_fn": "gelu-approximate", "attention_bias": True,
        "attention_head_dim": s["head_dim"], "attention_type": "default", "caption_channels": 4096,
        "cross_attention_dim": s["heads"] * s["head_dim"], "in_channels": 128, "norm_elementwise_affine": False, "norm_eps": 1e-06,
        "num_attention_heads": s["heads"], "num_layers": s["layers"], "out_channels": 128, "qk_norm": "rms_norm",
        "standardization_norm": "rms_norm", "positional_embedding_type": "rope", "positional_embedding_theta": 10000.0,
        "positional_embedding_max_pos": [20, 2048, 2048], "timestep_scale_multiplier": 1000}
    scheduler = {"_class_name": "RectifiedFlowScheduler", "num_train_timesteps": 1000, "base_resolution": None}
    if vae == "0.9.5":
        transformer["causal_temporal_positioning"] = True
        scheduler |= {"sampler": "LinearQuadratic"}
    else:
        scheduler |= {"shifting": "SD3", "target_shift_terminal": 0.1}
    config = {"transformer": transformer, "scheduler": scheduler,
              "vae": {"_class_name": "CausalVideoAutoencoder", "dims": 3, "in_channels": 3, "out_channels": 3, "latent_channels": 128,
                      "scaling_factor": 1.0, "norm_layer": "pixel_norm", "patch_size": 4, "latent_log_var": "uniform",
                      "use_quant_conv": False, "causal_decoder": False} | VAE_BLOCKS[vae]}
    if distilled:
        config["allowed_inference_steps"] = DISTILLED_STEPS
    return {"config": json.dumps(config)}


# --- Names and shapes ---------------------------------------------------------------------------------------------------


def on_meta(make, parameters=None):
    with torch.device("meta"):
        model = make()
    count = sum(p.numel() for p in model.parameters())
    assert parameters in (None, count), (type(model).__name__, count)
    return {name: list(tensor.shape) for name, tensor in model.state_dict().items()}


def transformer(size):
    s = SIZES[size]
    return on_meta(lambda: LTXVideoTransformer3DModel(
        num_attention_heads=s["heads"], attention_head_dim=s["head_dim"], cross_attention_dim=s["heads"] * s["head_dim"],
        num_layers=s["layers"]), s["parameters"])


def vae(version):
    config = dict(VAES[version])
    return on_meta(lambda: AutoencoderKLLTXVideo(**config), config.pop("parameters"))


def t5():
    shapes = on_meta(lambda: T5EncoderModel(T5Config(
        vocab_size=32128, d_model=4096, d_kv=64, d_ff=10240, num_layers=24, num_heads=64, feed_forward_proj="gated-gelu")))
    return shapes | {"encoder.embed_tokens.weight": shapes["shared.weight"]}


def upsampler(**config):
    return on_meta(lambda: LTXLatentUpsamplerModel(**config))


def single(size, version):
    """The authors' single file: {name: shape}."""
    tensors = {PREFIX + models_ltx.original_name(k): v for k, v in transformer(size).items()}
    tensors |= {"vae." + models_ltx_vae.original_name(k, version): v for k, v in vae(version).items()}
    for unused in ("channel", "mean-of-stds", "mean-of-stds_over_std-of-means"):
        tensors[f"vae.per_channel_statistics.{unused}"] = [128]
    return tensors


# --- Files --------------------------------------------------------------------------------------------------------------


def typed(shapes, dtype, fp8=None):
    """{name: (type, shape)}; names that match `fp8` are quantised."""
    return {k: ("F8_E4M3" if fp8 and re.search(fp8, k) and len(v) == 2 else dtype, v) for k, v in shapes.items()}


def scaled(tensors):
    """As in ComfyUI's older scaled files."""
    scales = {k.removesuffix("weight") + "scale_weight": ("F32", [1]) for k, (dtype, _) in tensors.items() if dtype == "F8_E4M3"}
    return tensors | scales | {"scaled_fp8": ("F8_E4M3", [2])}


def write(path, tensors, metadata=None, cut=0, data=None):
    """A file with holes after the header, but for the bytes of the tensors in `data`; the last `cut` bytes are missing. Returns its size."""
    entries, end = {"__metadata__": metadata} if metadata else {}, 0
    for name, (dtype, shape) in sorted(tensors.items()):
        begin, end = end, end + torch.Size(shape).numel() * BYTES[dtype]
        entries[name] = {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}
    text = json.dumps(entries, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + end - cut)
        for name, content in (data or {}).items():
            file.seek(8 + len(text) + entries[name]["data_offsets"][0])
            file.write(content)
    return 8 + len(text) + end


def write_shards(folder, stem, tensors, count, config):
    names = sorted(tensors)
    parts = [names[i::count] for i in range(count)]
    files = [f"{stem}-{i + 1:05d}-of-{count:05d}.safetensors" for i in range(count)]
    for file, part in zip(files, parts):
        write(folder / file, {name: tensors[name] for name in part}, {"format": "pt"})
    index = {"metadata": {}, "weight_map": {name: file for file, part in zip(files, parts) for name in part}}
    (folder / f"{stem}.safetensors.index.json").write_text(json.dumps(index))
    (folder / "config.json").write_text(json.dumps(config))


BLOCK_LINEARS = r"transformer_blocks\..*(attn|ff\.).*weight$"


def single_files(out):
    sizes = {}
    for name, size, version, dtype in (
            ("ltx-video-2b-v0.9", "2B", "0.9.0", "F32"), ("ltx-video-2b-v0.9.1", "2B", "0.9.1", "BF16"),
            ("ltx-video-2b-v0.9.5", "2B", "0.9.5", "BF16"), ("ltxv-2b-0.9.6-dev-04-25", "2B", "0.9.5", "BF16"),
            ("ltxv-2b-0.9.6-distilled-04-25", "2B", "0.9.5", "BF16"), ("ltxv-2b-0.9.8-distilled", "2B", "0.9.5", "BF16"),
            ("ltxv-13b-0.9.7-dev", "13B", "0.9.5", "BF16"), ("ltxv-13b-0.9.7-distilled", "13B", "0.9.5", "BF16"),
            ("ltxv-13b-0.9.8-dev", "13B", "0.9.5", "BF16"), ("ltxv-13b-0.9.8-distilled", "13B", "0.9.5", "BF16")):
        shapes, metadata = single(size, version), header(size, version, "distilled" in name)
        sizes[name] = write(out / f"{name}.safetensors", typed(shapes, dtype), metadata)
        if "0.9.7" in name or "0.9.8" in name:
            sizes[name + "-fp8"] = write(out / f"{name}-fp8.safetensors", typed(shapes, dtype, BLOCK_LINEARS), metadata)
        if name in ("ltx-video-2b-v0.9", "ltx-video-2b-v0.9.1", "ltxv-2b-0.9.6-dev-04-25", "ltxv-2b-0.9.8-distilled",
                    "ltxv-13b-0.9.8-dev", "ltxv-13b-0.9.8-distilled"):
            write(out / "unnamed" / f"{name.replace('0.9', 'x')}.safetensors", typed(shapes, dtype), metadata)
    # Published sizes: of the authors' repository, and as the list of ComfyUI's manager rounds them.
    assert abs(sizes["ltx-video-2b-v0.9.1"] - 5_716_863_844) < 100_000, sizes
    for name, gigabytes in {"ltx-video-2b-v0.9": "9.37", "ltxv-2b-0.9.8-distilled": "6.34", "ltxv-2b-0.9.8-distilled-fp8": "4.46",
                            "ltxv-13b-0.9.8-distilled": "28.6", "ltxv-13b-0.9.8-distilled-fp8": "15.7"}.items():
        assert f"{sizes[name] / 1e9:.{len(gigabytes.split('.')[1])}f}" == gigabytes, (name, sizes[name])


def parts(out):
    """As in ComfyUI's folders: transformer, VAE and text encoder as separate files."""
    original = {models_ltx.original_name(k): v for k, v in transformer("13B").items()}
    write(out / "diffusion_models" / "ltxv-13b-0.9.7-dev_fp8_e4m3fn_scaled.safetensors", scaled(typed(original, "BF16", BLOCK_LINEARS)))
    for version in VAES:
        write(out / "vae" / f"ltx-video-vae-{version}.safetensors",
              typed({models_ltx_vae.original_name(k, version): v for k, v in vae(version).items()}, "BF16"))
    linears = r"(SelfAttention\.[qkvo]|DenseReluDense\.w\w+)\.weight$"
    assert abs(write(out / "t5xxl_fp16.safetensors", typed(t5(), "F16"), {"format": "pt"}) - 9_787_841_024) < 10_000
    assert abs(write(out / "t5xxl_fp8_e4m3fn.safetensors", {k: ("F8_E4M3", v) for k, v in t5().items()}, {"format": "pt"})
               - 4_893_934_904) < 10_000
    assert abs(write(out / "t5xxl_fp8_e4m3fn_scaled.safetensors", scaled(typed(t5(), "F16", linears))) - 5_157_348_688) < 10_000
    for name, config in {"ltxv-spatial-upscaler-0.9.7": dict(spatial_upsample=True, temporal_upsample=False),
                         "ltxv-spatial-upscaler-0.9.8": dict(spatial_upsample=True, temporal_upsample=False),
                         "ltxv-temporal-upscaler-0.9.7": dict(spatial_upsample=False, temporal_upsample=True)}.items():
        described = {"_class_name": "LatentUpsampler", "in_channels": 128, "mid_channels": 512, "num_blocks_per_stage": 4, "dims": 3} | config
        write(out / f"{name}.safetensors", typed(upsampler(**config), "BF16"), {"config": json.dumps(described)})


def tokenizer(folder, pieces=32000):
    """As many pieces as T5's or UMT5's, most of them unused."""
    buffer = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["a cat walks on the grass"] * 8), model_writer=buffer, vocab_size=40, hard_vocab_limit=False,
        model_type="unigram", minloglevel=2, pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    model = sentencepiece_model_pb2.ModelProto.FromString(buffer.getvalue())
    while len(model.pieces) < pieces:
        model.pieces.add(piece=f"\u2581filler{len(model.pieces)}", score=-30)
    model.trainer_spec.vocab_size = len(model.pieces)
    folder.mkdir(parents=True)
    (folder / "spiece.model").write_bytes(model.SerializeToString())


def folders(out):
    for root, size, version, dtype, shards, pipeline in (
            (out / "LTX-Video", "2B", "0.9.0", "F32", 2, "LTXPipeline"),
            (out / "models--Lightricks--LTX-Video-0.9.7-dev" / "snapshots" / "0123456789abcdef", "13B", "0.9.5", "BF16", 6,
             "LTXConditionPipeline")):
        heads = {"num_attention_heads": SIZES[size]["heads"], "attention_head_dim": SIZES[size]["head_dim"]}
        write_shards(root / "transformer", "diffusion_pytorch_model", typed(transformer(size), dtype), shards,
                     {"_class_name": "LTXVideoTransformer3DModel"} | heads)
        text = {k: v for k, v in t5().items() if k != "encoder.embed_tokens.weight"}
        write_shards(root / "text_encoder", "model", typed(text, dtype), 4, {"model_type": "t5", "layer_norm_epsilon": 1e-06})
        write(root / "vae" / "diffusion_pytorch_model.safetensors", typed(vae(version), dtype), {"format": "pt"})
        (root / "vae" / "config.json").write_text(json.dumps({"_class_name": "AutoencoderKLLTXVideo"}))
        (root / "model_index.json").write_text(json.dumps({"_class_name": pipeline}))
        tokenizer(root / "tokenizer")
        (root / "scheduler").mkdir()
        (root / "scheduler" / "scheduler_config.json").write_text(json.dumps(
            {"_class_name": "FlowMatchEulerDiscreteScheduler", "base_image_seq_len": 1024, "base_shift": 0.95,
             "max_image_seq_len": 4096, "max_shift": 2.05, "shift_terminal": 0.1, "use_dynamic_shifting": version == "0.9.0"}))


def refused(out):
    write(out / "half-loaded.safetensors", typed(single("2B", "0.9.5"), "BF16"), header("2B", "0.9.5"), cut=2_000_000_000)
    sound = {PREFIX + k: [2048] for k in ("audio_patchify_proj.bias", "av_ca_a2v_gate_adaln_single.linear.bias")}
    write(out / "ltx-2-19b-dev.safetensors", typed(single("13B", "0.9.5") | sound, "BF16"))
    write(out / "ltx-2-vae.safetensors", typed(on_meta(AutoencoderKLLTX2Video), "BF16"))
    write(out / "lora.safetensors", typed({f"diffusion_model.transformer_blocks.{i}.attn1.to_k.lora_A.weight": [128, 4096]
                                           for i in range(48)}, "BF16"))
    incomplete = typed(single("2B", "0.9.5"), "BF16")
    del incomplete[PREFIX + "transformer_blocks.3.attn1.to_q.weight"], incomplete["vae.decoder.conv_out.conv.bias"]
    write(out / "ltxv-2b-0.9.6-dev-incomplete.safetensors", incomplete, header("2B", "0.9.5"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = pathlib.Path(parser.parse_args().out)
    shutil.rmtree(out, ignore_errors=True)
    single_files(out)
    parts(out)
    tokenizer(out / "tokenizer")
    folders(out)
    refused(out / "refused")


if __name__ == "__main__":
    main()
