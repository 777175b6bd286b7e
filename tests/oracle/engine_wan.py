"""Reference runs of a tiny random WAN pair with diffusers: every solver with LLL, LSL and SSS, guidance on, and a probe.

Writes <out>/wan-tiny/{large,small}/ and <out>/<solver>-<schedule>.safetensors, <out>/probe.safetensors.
"""
import argparse
import sys

import blend_reference
import make_tiny_pairs

PROMPT = "A cat &amp; a dog   baking a cake together in a kitchen."
NEGATIVE = make_tiny_pairs.WAN_NEGATIVE
SCHEDULES = {"lll": (1.0, 0.0), "lsl": (0.4, 0.2), "sss": (0.0, 0.0)}


def run(module, *arguments):
    sys.argv = [module.__name__, *map(str, arguments)]
    module.main()


def reference(out, name, solver, early, late, *more):
    run(blend_reference, "--large", f"{out}/wan-tiny/large", "--small", f"{out}/wan-tiny/small", "--family", "wan",
        "--prompt", PROMPT, "--negative-prompt", NEGATIVE, "--steps", 10, "--guidance", 5, "--seed", 3, "--width", 48,
        "--height", 32, "--frames", 9, "--early", early, "--late", late, "--solver", solver,
        "--out", f"{out}/{name}.safetensors", *more)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    run(make_tiny_pairs, "--out", out, "--pairs", "wan-tiny")
    for solver in ("unipc", "euler", "dpm++"):
        for schedule, (early, late) in SCHEDULES.items():
            reference(out, f"{solver}-{schedule}", solver, early, late)
    reference(out, "probe", "unipc", 0.4, 0.2, "--divergence")


if __name__ == "__main__":
    main()
