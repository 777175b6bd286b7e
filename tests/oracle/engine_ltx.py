"""Reference runs of tiny random LTX pairs with diffusers: three kinds of VAE and schedule, Euler and DPM++, LLL and LSL,
guidance on; and runs of LTXConditionPipeline with images.

Writes <out>/<pair>/{large,small}/, <out>/<pair>-<solver>-<schedule>.safetensors, <out>/{first,middle,last}.png and
<out>/images-{first,two}.safetensors; <out>/stochastic.safetensors: the small model's steps add fresh
noise; <out>/upsampler/ and <out>/two-pass.safetensors: half size, latent upsampler with AdaIN, refinement steps.
"""
import argparse
import sys

import torch
from diffusers import LTXConditionPipeline, LTXLatentUpsamplePipeline
from diffusers.pipelines.ltx.modeling_latent_upsampler import LTXLatentUpsamplerModel
from diffusers.pipelines.ltx.pipeline_ltx_condition import LTXVideoCondition
from PIL import Image
from safetensors.torch import save_file

import blend_reference
import make_tiny_pairs

PROMPT = "A cat & a dog   baking a cake together in a kitchen."
NEGATIVE = "worst quality, inconsistent motion, blurry"
SCHEDULES = {"lll": (1.0, 0.0), "lsl": (0.4, 0.2)}
WIDTH, HEIGHT, FRAMES, STEPS = 96, 64, 17, 10
PAIRS = "ltx-tiny", "ltx-tiny-090", "ltx-tiny-097"


def run(module, *arguments):
    sys.argv = [module.__name__, *map(str, arguments)]
    module.main()


def reference(out, pair, solver, schedule, *more, name=None):
    early, late = SCHEDULES[schedule]
    run(blend_reference, "--large", f"{out}/{pair}/large", "--small", f"{out}/{pair}/small", "--family", "ltx",
        "--prompt", PROMPT, "--negative-prompt", NEGATIVE, "--steps", STEPS, "--guidance", 3, "--seed", 3, "--width", WIDTH,
        "--height", HEIGHT, "--frames", FRAMES, "--early", early, "--late", late, "--solver", solver, "--fps", 24,
        "--out", f"{out}/{name or f'{pair}-{solver}-{schedule}'}.safetensors", *more)


def image(out, name, seed):
    noise = torch.rand(3, 4, 6, generator=torch.Generator().manual_seed(seed))
    smooth = torch.nn.functional.interpolate(noise[None], (HEIGHT, WIDTH), mode="bicubic")[0].clamp(0, 1)
    image = Image.fromarray((smooth * 255).round().byte().permute(1, 2, 0).numpy())
    image.save(f"{out}/{name}.png")
    return image


def images(out):
    """Only the large model, as in LTXConditionPipeline."""
    pipe = LTXConditionPipeline.from_pretrained(f"{out}/ltx-tiny-097/large", torch_dtype=torch.float32)
    pipe.set_progress_bar_config(disable=True)
    first, middle, last = (image(out, name, i) for i, name in enumerate(("first", "middle", "last")))
    cases = {"first": [LTXVideoCondition(image=first, frame_index=0)],
             "two": [LTXVideoCondition(image=first, frame_index=0, strength=0.7), LTXVideoCondition(image=middle, frame_index=8),
                     LTXVideoCondition(image=last, frame_index=16, strength=0.6)]}
    for name, conditions in cases.items():
        found = {}
        for output in ("latent", "pt"):
            found[output] = pipe(conditions=conditions, prompt=PROMPT, negative_prompt=NEGATIVE, width=WIDTH, height=HEIGHT,
                                 num_frames=FRAMES, frame_rate=24, num_inference_steps=STEPS, guidance_scale=3, decode_timestep=0.05,
                                 decode_noise_scale=0.025, generator=torch.Generator().manual_seed(3), output_type=output).frames
        save_file({"final_latents": found["latent"].float().contiguous(),
                   "frames": found["pt"][0].float().permute(0, 2, 3, 1).contiguous()}, f"{out}/images-{name}.safetensors")


def two_pass(out):
    pipe = LTXConditionPipeline.from_pretrained(f"{out}/ltx-tiny-097/large", torch_dtype=torch.float32)
    pipe.set_progress_bar_config(disable=True)
    upsampler = make_tiny_pairs.randomize(LTXLatentUpsamplerModel(
        in_channels=16, mid_channels=64, num_blocks_per_stage=1, dims=3, spatial_upsample=True, temporal_upsample=False), 9)
    upsampler.save_pretrained(f"{out}/upsampler")
    upsample = LTXLatentUpsamplePipeline(vae=pipe.vae, latent_upsampler=upsampler)
    generator = torch.Generator().manual_seed(3)
    common = dict(prompt=PROMPT, negative_prompt=NEGATIVE, num_frames=FRAMES, frame_rate=24, guidance_scale=3, decode_timestep=0.05,
                  decode_noise_scale=0.025, generator=generator)
    first = pipe(width=64, height=32, num_inference_steps=STEPS, output_type="latent", **common).frames
    larger = upsample(latents=first, adain_factor=1.0, output_type="latent", generator=generator).frames
    height, width = (32 * n for n in larger.shape[3:])
    # Three of four timesteps, so that the pipeline mixes in noise for the first of the three.
    refine = dict(latents=larger, timesteps=[1000.0, 909.4, 725.0, 421.9], denoise_strength=0.75)
    latents = pipe(width=width, height=height, output_type="latent", **refine, **common).frames
    save_file({"final_latents": latents.float().contiguous()}, f"{out}/two-pass.safetensors")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    run(make_tiny_pairs, "--out", out, "--pairs", ",".join(PAIRS))
    for pair in PAIRS:
        for solver in ("euler", "dpm++", "unipc"):
            for schedule in SCHEDULES:
                reference(out, pair, solver, schedule)
    reference(out, "ltx-tiny-097", "euler", "lsl", "--stochastic-small", name="stochastic")
    images(out)
    two_pass(out)


if __name__ == "__main__":
    main()
