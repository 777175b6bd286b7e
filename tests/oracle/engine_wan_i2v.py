# SPDX-License-Identifier: MIT
"""Reference runs of a tiny random WAN image-to-video model with diffusers' WanImageToVideoPipeline.

OUT/i2v/                        the pipeline folder
OUT/t2v/transformer/            a text-to-video transformer with the same text width and latents
OUT/{first,tall,wide,small}.png the image of the runs, and others to prepare for CLIP
OUT/{unipc,euler}.safetensors   final latents and frames of runs from first.png
OUT/images.safetensors        the images as CLIPImageProcessor prepares them
OUT/frames.safetensors          their middles as diffusers' VideoProcessor resizes them: <name>
"""
import argparse
import os
import shutil

import diffusers
import torch
import transformers
from diffusers import (FlowMatchEulerDiscreteScheduler, UniPCMultistepScheduler, WanImageToVideoPipeline,
                       WanTransformer3DModel)
from PIL import Image
from safetensors.torch import save_file
from transformers import CLIPVisionConfig, CLIPVisionModel
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

from make_tiny_pairs import D_TEXT, WAN_NEGATIVE, make_text_encoder, make_tokenizer, randomize, wan_transformer, wan_vae

PROMPT = "A cat &amp; a dog   baking a cake together in a kitchen."
WIDTH, HEIGHT, FRAMES, STEPS, SHIFT = 48, 32, 9, 10, 3.0
IMAGE_DIM, IMAGE_SIZE = 24, 56
SIZES = {"first": (WIDTH, HEIGHT), "tall": (61, 118), "wide": (333, 120), "small": (23, 31)}


def image(out, name, seed):
    width, height = SIZES[name]
    noise = torch.rand(1, 3, 5, 7, generator=torch.Generator().manual_seed(seed))
    smooth = torch.nn.functional.interpolate(noise, (height, width), mode="bicubic")[0].clamp(0, 1)
    image = Image.fromarray((smooth * 255).round().byte().permute(1, 2, 0).numpy())
    image.save(f"{out}/{name}.png")
    return image


def i2v_transformer(heads, layers, ffn, seed):
    return randomize(WanTransformer3DModel(
        patch_size=(1, 2, 2), num_attention_heads=heads, attention_head_dim=16, in_channels=36, out_channels=16,
        text_dim=D_TEXT, freq_dim=256, ffn_dim=ffn, num_layers=layers, cross_attn_norm=True, image_dim=IMAGE_DIM,
        added_kv_proj_dim=16 * heads, qk_norm="rms_norm_across_heads", eps=1e-6, rope_max_seq_len=1024), seed)


def make_pipeline(out):
    work = f"{out}/tokenizer-work"
    tokenizer = make_tokenizer(work, True, 512)
    clip = randomize(CLIPVisionModel(CLIPVisionConfig(
        hidden_size=IMAGE_DIM, intermediate_size=48, num_hidden_layers=3, num_attention_heads=2, image_size=IMAGE_SIZE,
        patch_size=14, hidden_act="gelu")), 5)
    pipe = WanImageToVideoPipeline(
        tokenizer=tokenizer, text_encoder=make_text_encoder(True, len(tokenizer), 1), vae=wan_vae(2),
        transformer=i2v_transformer(4, 3, 128, 3), image_encoder=clip,
        image_processor=CLIPImageProcessorPil(size={"shortest_edge": IMAGE_SIZE},
                                              crop_size={"height": IMAGE_SIZE, "width": IMAGE_SIZE}),
        scheduler=UniPCMultistepScheduler(prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=SHIFT,
                                          num_train_timesteps=1000, solver_order=2, solver_type="bh2"))
    pipe.save_pretrained(f"{out}/i2v")
    shutil.copy(f"{work}/spiece.model", f"{out}/i2v/tokenizer/spiece.model")
    shutil.rmtree(work)
    wan_transformer(2, 2, 64, 4).save_pretrained(f"{out}/t2v/transformer")
    pipe.set_progress_bar_config(disable=True)
    return pipe


def reference(out, pipe, name, image, guidance):
    found = {}
    for output in ("latent", "pt"):
        found[output] = pipe(image=image, prompt=PROMPT, negative_prompt=WAN_NEGATIVE, width=WIDTH, height=HEIGHT,
                             num_frames=FRAMES, num_inference_steps=STEPS, guidance_scale=guidance,
                             generator=torch.Generator().manual_seed(3), output_type=output).frames
    save_file({"final_latents": found["latent"].float().contiguous(),
               "frames": found["pt"][0].float().permute(0, 2, 3, 1).contiguous()}, f"{out}/{name}.safetensors")


def middle(image, width, height):
    """The largest part around the centre with the aspect ratio of width x height."""
    part = min(image.height * width // height, image.width), min(image.width * height // width, image.height)
    left, top = (image.width - part[0]) // 2, (image.height - part[1]) // 2
    return image.crop((left, top, left + part[0], top + part[1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    os.makedirs(out, exist_ok=True)
    torch.set_num_threads(1)
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    diffusers.logging.set_verbosity_error()
    pipe = make_pipeline(out)
    images = {name: image(out, name, i) for i, name in enumerate(SIZES)}
    save_file({name: pipe.image_processor(images=image, return_tensors="pt")["pixel_values"].contiguous()
               for name, image in images.items()}, f"{out}/images.safetensors")
    save_file({name: pipe.video_processor.preprocess(middle(image, WIDTH, HEIGHT), HEIGHT, WIDTH).float().contiguous()
               for name, image in images.items()}, f"{out}/frames.safetensors")
    reference(out, pipe, "unipc", images["first"], 5.0)
    pipe.scheduler = FlowMatchEulerDiscreteScheduler(shift=SHIFT)
    reference(out, pipe, "euler", images["first"], 1.0)


if __name__ == "__main__":
    main()
