# SPDX-License-Identifier: MIT
"""Reference runs of tiny random WAN and LTX pairs with caches, on diffusers' transformers, LSL and LLL, guidance on.

Writes <out>/<pair>/{large,small}/, <out>/<pair>-magnitudes.json (MagCache's curves, measured in MEASURED steps) and
<out>/<pair>-<cache>-<schedule>.safetensors; with retention steps, <out>/wan-tiny-teacache-retention-<schedule>.safetensors.
"""
import argparse
import os
import sys

import blend_reference
import make_tiny_pairs

PROMPT = "A cat and a dog baking a cake together in a kitchen."
NEGATIVE = "worst quality, inconsistent motion, blurry"
STEPS = 30
SCHEDULES = {"lll": (1.0, 0.0), "lsl": (0.5, 0.2)}
PAIRS = {"wan-tiny": ("wan", 48, 32, 9, "unipc"), "ltx-tiny-097": ("ltx", 64, 32, 9, "euler")}
TEACACHE = {"large": "0.1,0.1,0.01", "small": "0.3,0"}  # the tiny models have no published coefficients
MEASURED = 20  # another number of steps than that of the runs that use them
REUSE_LIMIT = 3
THRESHOLDS = {("wan-tiny", "easycache"): 0.6, ("ltx-tiny-097", "easycache"): 0.6, ("wan-tiny", "teacache"): 0.31,
              ("ltx-tiny-097", "teacache"): 0.05, ("wan-tiny", "magcache"): 0.15, ("ltx-tiny-097", "magcache"): 0.1}
RETENTION = 0.31  # threshold


def run(module, *arguments):
    sys.argv = [module.__name__, *map(str, arguments)]
    module.main()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    run(make_tiny_pairs, "--out", out, "--pairs", ",".join(PAIRS))
    def blend(pair, steps, early, late, name, *arguments):
        family, width, height, frames, solver = PAIRS[pair]
        run(blend_reference, "--large", f"{out}/{pair}/large", "--small", f"{out}/{pair}/small", "--family", family,
            "--prompt", PROMPT, "--negative-prompt", NEGATIVE, "--steps", steps, "--guidance", 3, "--seed", 3,
            "--width", width, "--height", height, "--frames", frames, "--early", early, "--late", late,
            "--solver", solver, "--out", f"{out}/{pair}-{name}.safetensors", *arguments)

    for pair in PAIRS:
        curves = f"{out}/{pair}-magnitudes.json"
        if os.path.exists(curves):
            os.remove(curves)
        for early in (1, 0):
            blend(pair, MEASURED, early, 0, "measured", "--measure", curves)
    for (pair, cache), threshold in THRESHOLDS.items():
        for schedule, (early, late) in SCHEDULES.items():
            blend(pair, STEPS, early, late, f"{cache}-{schedule}", "--cache", cache, "--cache-threshold", threshold,
                  "--teacache-large", TEACACHE["large"], "--teacache-small", TEACACHE["small"],
                  "--cache-reuse-limit", REUSE_LIMIT, "--magnitudes", f"{out}/{pair}-magnitudes.json")
    for schedule, (early, late) in SCHEDULES.items():
        blend("wan-tiny", STEPS, early, late, f"teacache-retention-{schedule}", "--cache", "teacache", "--teacache-retention",
              "--cache-threshold", RETENTION, "--teacache-large", TEACACHE["large"], "--teacache-small", TEACACHE["small"])


if __name__ == "__main__":
    main()
