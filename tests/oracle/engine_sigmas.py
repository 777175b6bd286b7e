# SPDX-License-Identifier: MIT
"""Reference runs of tiny random WAN and LTX pairs on given noise levels, by diffusers' set_timesteps(sigmas=...).

Writes <out>/<pair>/{large,small}/ and <out>/<pair>-<solver>-<levels>.safetensors.
"""
import argparse
import sys

import blend_reference
import make_tiny_pairs

PROMPT = "A cat and a dog baking a cake together in a kitchen."
NEGATIVE = "worst quality, inconsistent motion, blurry"
PAIRS = {"wan-tiny": ("wan", 48, 32, 9, 16), "ltx-tiny": ("ltx", 64, 32, 9, 25), "ltx-tiny-097": ("ltx", 64, 32, 9, 25)}
LEVELS = {
    "four": "1,0.9375,0.8333333333333334,0.625",  # steps 1000, 750, 500, 250 at shift 5
    "seven": "1,0.9937,0.9875,0.9812,0.975,0.9094,0.725",  # LTX-Video 0.9.8 distilled
    "low": "0.7,0.31,0.2,0.1,0.05",  # does not begin at 1
}


def run(module, *arguments):
    sys.argv = [module.__name__, *map(str, arguments)]
    module.main()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    run(make_tiny_pairs, "--out", out, "--pairs", ",".join(PAIRS))
    for pair, (family, width, height, frames, fps) in PAIRS.items():
        for solver in ("unipc", "euler"):
            for name, levels in LEVELS.items():
                run(blend_reference, "--large", f"{out}/{pair}/large", "--small", f"{out}/{pair}/small", "--family", family,
                    "--prompt", PROMPT, "--negative-prompt", NEGATIVE, "--sigmas", levels, "--guidance", 3, "--seed", 3,
                    "--width", width, "--height", height, "--frames", frames, "--fps", fps, "--early", 0.4, "--late", 0.2,
                    "--solver", solver, "--out", f"{out}/{pair}-{solver}-{name}.safetensors")


if __name__ == "__main__":
    main()
