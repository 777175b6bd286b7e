# SPDX-License-Identifier: MIT
"""What a guard saves on the built-in pair against fixed boundaries, and how near its clips stay to those of the large model (LLL).

    bench_guard.py FLOWBLEND [--prompts 4] [--json FILE] [--quick] [--coarse] [--rules verify,one-way,srdiffusion]

FLOPs are those of the evaluations that the reports of the runs name (a check is a step of both models), with texts and decoding, as an
estimate counts them: LLL's divided by the run's. Sameness is that of docs/boundaries.md by SSIM: 1 - (distance to LLL) / (that of the
floor), the floor being SSS or LLL with another seed, whichever is further. The rivals: LSL over boundaries, and LLL with
fewer steps. Prints a table with the front (nothing is both cheaper and nearer) marked, and for each other row how much its cost is above
that of fixed boundaries at the same sameness, interpolated between those that no other ones beat.
"""
import argparse
import json
import pathlib
import sys
import tempfile

import bench_caches

STEPS = 30
EARLY = (0.1, 0.2, 0.27, 0.33, 0.4, 0.47, 0.53, 0.6, 0.7)
LATE = (0.03, 0.1, 0.2)


def fixed(quick, coarse):
    """Name and arguments of each rival."""
    grid = [(early, late) for early in EARLY[1::2] for late in LATE[1:]] if coarse else [(early, late) for early in EARLY for late in LATE]
    for early, late in ((0.4, 0.2), (0.1, 0.2), (0.1, 0.1)) if quick else grid:
        yield f"lsl {early}/{late}", (early, late)


def fewer(quick):
    return (15, 20) if quick else (12, 15, 20)


def guards(quick):
    for early, late in ((0.3, 0.1),) if quick else ((0.3, 0.1), (0.4, 0.1), (0.4, 0.2)):
        for bound in (0.7,) if quick else (0.68, 0.7, 0.72, 0.75, 0.78):
            yield f"verify {early}/{late} {bound}", (early, late), ("--guard", "verify", "--guard-bound", bound)


def one_way(quick):
    for late in (0.1,) if quick else LATE:
        for change in (0.1, 0.15) if quick else (0.06, 0.07, 0.08, 0.1, 0.12, 0.15):
            yield f"one-way 0.1/{late} {change}", (0.1, late), ("--guard", "one-way", "--guard-change", change)


def srdiffusion(quick):
    for early in (0.1,) if quick else (0.1, 0.2):
        for settling in (0.01,) if quick else (0.002, 0.01, 0.05):
            yield f"srdiffusion {early}/0.1 {settling}", (early, 0.1), ("--guard", "srdiffusion", "--guard-settling", settling)


def along(front, sameness):
    """The cost at this sameness on the line through the fixed schedules that no other one beats; None outside of them."""
    for (low, cheap), (high, dear) in zip(front, front[1:]):
        if low <= sameness <= high:
            return cheap + (sameness - low) / (high - low) * (dear - cheap)
    return None


def flops(cost, steps):
    """With texts and decoding. A check is the large model's step, and the small one is evaluated as well."""
    checks = sum("check" in step for step in steps)
    parts = cost.of(steps)
    small = parts["small"] + checks * cost.step["small"]
    if checks and not parts["small"]:
        small += cost.prompts["small"]
    return parts["text"] + parts["decode"] + parts["large"] + small


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("flowblend")
    parser.add_argument("--prompts", type=int, default=4)
    parser.add_argument("--json", type=pathlib.Path, help="also write the table there")
    parser.add_argument("--quick", action="store_true", help="few settings")
    parser.add_argument("--coarse", action="store_true", help="8 fixed boundaries instead of 27, and no fewer steps")
    parser.add_argument("--rules", default="verify,one-way,srdiffusion", help="of the guards to measure")
    arguments = parser.parse_args()
    rules = {"verify": guards, "one-way": one_way, "srdiffusion": srdiffusion}
    chosen = [each for rule in arguments.rules.split(",") for each in rules[rule](arguments.quick)]
    texts = bench_caches.prompts(arguments.prompts)
    with tempfile.TemporaryDirectory() as folder:
        bench = bench_caches.Bench(arguments.flowblend, folder)
        cost = bench_caches.Cost(bench)
        seeds = {prompt: 1000 + i for i, prompt in enumerate(texts)}
        runs = lambda early, late, *more, other=0: {p: bench.run(p, seeds[p] + other, early, late, *more) for p in texts}
        whole = runs(1, 0)
        distance = lambda made: sum(1 - bench_caches.ssim(made[p]["frames"], whole[p]["frames"]) for p in texts)
        total = lambda made: sum(flops(cost, made[p]["steps"]) for p in texts)
        small = runs(0, 0)
        floors = {"small": distance(small), "seed": distance(runs(1, 0, other=500))}
        floor, lll = max(floors.values()), total(whole)
        rows = []

        def add(kind, name, made):
            checks = [step["check"] for p in texts for step in made[p]["steps"] if "check" in step]
            rows.append({"kind": kind, "name": name, "flops": lll / total(made), "sameness": 1 - distance(made) / floor,
                         "checks": len(checks) / len(texts), "passed": checks.count("passed") / len(texts)})
            print(rows[-1], file=sys.stderr, flush=True)

        add("fixed", "sss", small)
        for name, (early, late) in fixed(arguments.quick, arguments.coarse):
            add("fixed", name, runs(early, late))
        for steps in () if arguments.coarse else fewer(arguments.quick):
            add("fewer", f"lll {steps} steps", runs(1, 0, "--steps", steps))
        for name, (early, late), more in chosen:
            add("guard", name, runs(early, late, *more))
    rows.sort(key=lambda row: (-row["flops"], -row["sameness"]))
    best = float("-inf")
    for row in rows:
        row["front"] = row["sameness"] > best
        best = max(best, row["sameness"])
    print(f"{len(texts)} prompts, floor {max(floors, key=floors.get)} ({floors})")
    front = []
    for row in (row for row in rows if row["kind"] == "fixed"):
        if not front or row["sameness"] > front[-1][0]:
            front.append((row["sameness"], 1 / row["flops"]))
    print("schedule                     FLOPs of LLL / own   sameness   checks (passed) a clip   front   cost against fixed ones as near")
    for row in rows:
        asked = f"{row['checks']:.1f} ({row['passed']:.1f})" if row["checks"] else ""
        rival = None if row["kind"] == "fixed" else along(front, row["sameness"])
        row["against_fixed"] = 1 / row["flops"] / rival - 1 if rival else None
        rival = f"{100 * row['against_fixed']:+.1f} %" if rival else ""
        print(f"{row['name']:28} {row['flops']:8.2f} {row['sameness']:20.3f} {asked:>18} {'*' if row['front'] else '':>10}       {rival}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"floors": floors, "rows": rows}, indent=1))


if __name__ == "__main__":
    main()
