# SPDX-License-Identifier: MIT
"""Reference runs of tiny random WAN and LTX pairs under a guard, on diffusers' transformers, guidance on.

Writes <out>/<pair>/{large,small}/ and <out>/<pair>-<guard>-<schedule>.safetensors, whose arguments name the bound: one that some checks
pass and others do not, or at which the small model takes over inside the stage, and none by so little that rounding decides.
"""
import argparse
import sys

from safetensors import safe_open

import blend_reference
import make_tiny_pairs

PROMPT = "A cat and a dog baking a cake together in a kitchen."
NEGATIVE = "worst quality, inconsistent motion, blurry"
STEPS, EVERY = 20, 2
SCHEDULES = {"lsl": (0.2, 0.1), "sss": (0.0, 0.0)}
# Long steps first and short ones last, so that a random model's velocity changes less and less.
SETTLING_SIGMAS = [round(0.3 * u / (1 - 0.7 * u), 4) for u in (1 - i / STEPS for i in range(STEPS))]
PAIRS = {"wan-tiny": ("wan", 48, 32, 9, "unipc"), "ltx-tiny-097": ("ltx", 64, 32, 9, "euler")}


def run(module, *arguments):
    sys.argv = [module.__name__, *map(str, arguments)]
    module.main()


def bounds(divergences):
    """In the middle of the widest gaps between divergences: along the large model's trajectory, which a guarded one is until a check
    passes, or along one that a returning guard's is near."""
    values = sorted(divergences)
    gaps = sorted(((b - a) / b, (a + b) / 2) for a, b in zip(values, values[1:]))
    return [middle for _, middle in reversed(gaps)]


def hand_overs(changes):
    """Bounds that a change is the first one below, with at least two steps of the stage before and after it; the clearest first."""
    found = []
    for i in range(2, len(changes) - 2):
        least = min(changes[:i])
        if changes[i] < least:
            found.append(((least - changes[i]) / least, (least + changes[i]) / 2))
    return [bound for _, bound in sorted(found, reverse=True)]


def settled(settlings):
    """Bounds that a settling is the first one above 0 and below, with at least one that decides otherwise before it, and steps after it;
    the clearest first."""
    found = []
    for i in range(1, len(settlings) - 2):
        least = min((each for each in settlings[:i] if each > 0), default=2 * settlings[i])
        if 0 < settlings[i] < least:
            found.append(((least - settlings[i]) / least, (least + settlings[i]) / 2))
    return [bound for _, bound in sorted(found, reverse=True)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    run(make_tiny_pairs, "--out", out, "--pairs", ",".join(PAIRS))
    for pair, (family, width, height, frames, solver) in PAIRS.items():
        for schedule, (early, late) in SCHEDULES.items():
            def blend(file, *arguments):
                run(blend_reference, "--large", f"{out}/{pair}/large", "--small", f"{out}/{pair}/small", "--family", family,
                    "--prompt", PROMPT, "--negative-prompt", NEGATIVE, "--steps", STEPS, "--guidance", 3, "--seed", 3,
                    "--width", width, "--height", height, "--frames", frames, "--early", early, "--late", late,
                    "--solver", solver, "--out", file, *arguments)

            def guarded(guard, candidates, *arguments):
                for bound in candidates:
                    try:
                        return blend(named(guard), "--guard", guard, "--guard-bound", bound, "--guard-every", EVERY, *arguments)
                    except AssertionError as unfit:
                        print(f"{pair} {schedule}: bound {bound}: {unfit}")
                sys.exit(f"{pair} {schedule}: no bound of {guard} decides anything: {candidates}")

            named = lambda guard: f"{out}/{pair}-{guard}-{schedule}.safetensors"
            first, last = int(early * STEPS + 0.5), STEPS - int(late * STEPS + 0.5)
            for guard, along in {"verify": ("--early", 1, "--late", 0), "returning": ()}.items():
                blend(named(guard), "--divergence", *along)
                with safe_open(named(guard), "pt") as tensors:
                    divergences = tensors.get_tensor("rel_l2")[first:last].tolist()
                guarded(guard, bounds(divergences))
            blend(named("one-way"), "--guard", "one-way", "--guard-bound", 0)
            with safe_open(named("one-way"), "pt") as tensors:
                changes = tensors.get_tensor("change").tolist()
            guarded("one-way", hand_overs(changes))
            sigmas = "--sigmas", ",".join(map(str, SETTLING_SIGMAS))
            blend(named("srdiffusion"), "--guard", "srdiffusion", "--guard-bound", 0, *sigmas)
            with safe_open(named("srdiffusion"), "pt") as tensors:
                settlings = tensors.get_tensor("settling").tolist()
            guarded("srdiffusion", settled(settlings), *sigmas)


if __name__ == "__main__":
    main()
