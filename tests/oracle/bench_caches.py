# SPDX-License-Identifier: MIT
"""What each cache saves on the built-in pair, and how near its clips stay to those of the large model alone (LLL).

    bench_caches.py FLOWBLEND [--prompts 4] [--bar 0.75] [--json FILE] [--quick]

FLOPs are those of computed evaluations, from the reports of the runs, with texts and decoding, as an estimate counts them: LLL's
divided by the run's. Sameness is that of docs/boundaries.md by SSIM: 1 - (distance to LLL) / (that of the floor), the floor being
SSS or LLL with another seed, whichever is further. TeaCache has no published coefficients for this pair, so its polynomials are
fitted here as its authors did, on prompts that are not judged. The same schedules with the step-distilled small model, which takes 4
steps without guidance, are on the same front. Prints a table with the front (nothing is both cheaper and nearer) marked, and the
time of every run against what the FLOPs of its parts say at the speeds of LLL and SSS.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import numpy as np
import torch
from diffusers import WanTransformer3DModel
from safetensors import safe_open

from clip_comparison import gaussian_window

HERE = pathlib.Path(__file__).resolve().parent
PAIR = HERE.parents[1] / "resources" / "demo-pair"
SCHEDULES = {"lll": (1, 0), "60/10": (0.6, 0.1), "40/20": (0.4, 0.2), "40/10": (0.4, 0.1), "20/10": (0.2, 0.1)}
EASYCACHE = (0.05, 0.1, 0.2)
TEACACHE = (0.1, 0.2, 0.4)
MAGCACHE = [(threshold, limit) for threshold in (0.06, 0.12, 0.24) for limit in (2, 4, 6)]
FIT_PROMPTS = 2
DISTILLED = "distilled "  # begins the names of schedules with the step-distilled small model


def prompts(count):
    printed = subprocess.run([sys.executable, PAIR / "training" / "evaluate.py", "--prompts"], check=True, capture_output=True, text=True)
    every = printed.stdout.splitlines()
    return every[:: len(every) // count][:count]  # they are sorted by motion


class Bench:
    def __init__(self, flowblend, folder):
        self.flowblend, self.folder = flowblend, pathlib.Path(folder)
        self.pair = self.document("pair.json", {})

    def document(self, name, more):
        """The pair with more in its document, as a file."""
        json_of = json.loads((PAIR / name).read_text())
        for part in ("large", "small", "text_encoder", "tokenizer", "vae"):
            json_of[part] = str(PAIR / json_of[part])
        path = self.folder / name
        path.write_text(json.dumps(json_of | more))
        return path

    def call(self, *arguments):
        done = subprocess.run([self.flowblend, "--json", *map(str, arguments)], check=True, capture_output=True, text=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def run(self, prompt, seed, early, late, *more, pair=None):
        trace = self.folder / "trace.safetensors"
        trace.unlink(missing_ok=True)
        lines = self.call("generate", "--pair", pair or self.pair, "-p", prompt, "--seed", seed, "--early", early, "--late", late,
                          "--trace", trace, "-o", self.folder / "clip.gif", "--overwrite", *more)
        with safe_open(trace, "pt") as tensors:
            found = {name: tensors.get_tensor(name) for name in ("frames", "velocity", "timesteps")}
        found["steps"] = [line for line in lines if line["event"] == "step"]
        found["seconds"] = lines[-1]["seconds"]
        return found

    def estimate(self, *more):
        return self.call("estimate", "--pair", self.pair, "-p", "x", *more)[-1]


def ssim(a, b):
    """Of clips [F, H, W, 3] from 0 to 1."""
    window = torch.from_numpy(gaussian_window())[None, None]
    a, b = ((clip.double() * 255).round() / 255 for clip in (a, b))
    planes = lambda clip: clip.permute(0, 3, 1, 2).reshape(-1, 1, *clip.shape[1:3])
    mean = lambda values: torch.nn.functional.conv2d(values, window)
    a, b, c1, c2 = planes(a), planes(b), 0.01**2, 0.03**2
    x, y = mean(a), mean(b)
    similarity = (2 * x * y + c1) * (2 * (mean(a * b) - x * y) + c2)
    return (similarity / ((x * x + y * y + c1) * (mean(a * a) - x * x + mean(b * b) - y * y + c2))).mean().item()


def relative_changes(values):
    return [((now - last).abs().mean() / last.abs().mean()).item() for last, now in zip(values, values[1:])]


def fitted(model, runs):
    """TeaCache's polynomial, from the changes of the time embedding to those of the velocity."""
    embedder = WanTransformer3DModel.from_pretrained(PAIR / model, subfolder="transformer").condition_embedder
    x, y = [], []
    with torch.no_grad():
        for run in runs:
            x += relative_changes([embedder.time_embedder(embedder.timesteps_proj(t[None]).float()) for t in run["timesteps"]])
            y += relative_changes(list(run["velocity"]))
    return np.polyfit(x, y, 4).tolist()


class Cost:
    """FLOPs of the parts of runs, from estimates."""

    def __init__(self, bench):
        def alone(early, steps):
            return bench.estimate("--early", early, "--late", 0, "--steps", steps)
        whole = {model: alone(early, 30) for model, early in (("large", 1), ("small", 0))}
        self.step = {model: alone(early, 31)["sampling"] - whole[model]["sampling"] for model, early in (("large", 1), ("small", 0))}
        self.prompts = {model: whole[model]["sampling"] - 30 * self.step[model] for model in whole}
        self.text, self.decode = whole["large"]["text_encoding"], whole["large"]["vae_decode"]

    def of(self, steps, of_small=2):
        """By part. A step has two guidance evaluations, or the small model's of_small."""
        parts = {"text": self.text, "decode": self.decode, "large": 0, "small": 0}
        for model, evaluations in (("large", 2), ("small", of_small)):
            own = [step for step in steps if step["model"] == model]
            computed = sum(0 if step.get("reused") else evaluations - step.get("reused_evaluations", 0) for step in own)
            parts[model] = computed * self.step[model] / 2 + (self.prompts[model] * evaluations / 2 if own else 0)
        return parts


def candidates(quick):
    caches = [()] + [("easycache", threshold) for threshold in EASYCACHE] + [("teacache", threshold) for threshold in TEACACHE] + \
        [("magcache", *setting) for setting in MAGCACHE]
    if quick:
        caches = [(), ("easycache", 0.2), ("teacache", 0.2), ("magcache", 0.12, 4)]
    schedules = list(SCHEDULES) + [DISTILLED + schedule for schedule in SCHEDULES if schedule != "lll"]
    return [(schedule, cache) for schedule in schedules for cache in caches]


def arguments_of(cache):
    if not cache:
        return []
    return ["--cache", cache[0], "--cache-threshold", cache[1]] + (["--cache-reuse-limit", cache[2]] if len(cache) > 2 else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("flowblend")
    parser.add_argument("--prompts", type=int, default=4)
    parser.add_argument("--bar", type=float, default=0.75, help="sameness from which the cheapest is told")
    parser.add_argument("--json", type=pathlib.Path, help="also write the table there")
    parser.add_argument("--quick", action="store_true", help="one setting of each cache")
    arguments = parser.parse_args()
    texts = prompts(FIT_PROMPTS + arguments.prompts)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments.flowblend, folder)
        cost = Cost(bench)
        seeds = {prompt: 1000 + i for i, prompt in enumerate(texts)}
        polynomials = {model: fitted(model, [bench.run(p, seeds[p], early, 0) for p in texts[:FIT_PROMPTS]])
                       for model, early in (("large", 1), ("small", 0))}
        more = {"teacache": polynomials}
        if "magcache" not in json.loads((PAIR / "pair.json").read_text()):
            more["magcache"] = bench.call("calibrate", "--pair", bench.pair, "-p", texts[0], "--seed", 0)[-1]["magcache"]
        bench.pair = bench.document("pair.json", more)
        distilled = bench.document("pair-distilled.json", {"teacache": polynomials})

        judged = texts[FIT_PROMPTS:]
        whole = {p: bench.run(p, seeds[p], 1, 0) for p in judged}
        distance = lambda runs: sum(1 - ssim(runs[p]["frames"], whole[p]["frames"]) for p in judged)
        small = {p: bench.run(p, seeds[p], 0, 0) for p in judged}
        floors = {"small": distance(small), "seed": distance({p: bench.run(p, seeds[p] + 500, 1, 0) for p in judged})}
        floor = max(floors.values())
        # Seconds per FLOP of each part.
        median = lambda runs, part: statistics.median(runs[p]["seconds"][part] for p in judged)
        speeds = {"large": median(whole, "sampling"), "small": median(small, "sampling"),
                  "text": median(whole, "encoding"), "decode": median(whole, "decoding")}
        for part, runs in (("large", whole), ("small", small), ("text", whole), ("decode", whole)):
            speeds[part] /= cost.of(runs[judged[0]]["steps"])[part]
        lll = sum(sum(cost.of(whole[p]["steps"]).values()) for p in judged)

        rows = []
        for schedule, cache in candidates(arguments.quick):
            is_distilled = schedule.startswith(DISTILLED)
            stages = SCHEDULES[schedule.removeprefix(DISTILLED)]
            runs = {p: bench.run(p, seeds[p], *stages, *arguments_of(cache), pair=distilled if is_distilled else None) for p in judged}
            parts = [cost.of(runs[p]["steps"], 1 if is_distilled else 2) for p in judged]
            said = [sum(flops * speeds[part] for part, flops in each.items()) for each in parts]
            took = [sum(runs[p]["seconds"][part] for part in ("encoding", "sampling", "decoding")) for p in judged]
            rows.append({"schedule": schedule, "cache": " ".join(map(str, cache)) or "none",
                         "flops": lll / sum(sum(each.values()) for each in parts), "sameness": 1 - distance(runs) / floor,
                         "time": statistics.median(t / s for t, s in zip(took, said)),
                         "reused": sum(bool(step.get("reused")) for step in runs[judged[0]]["steps"])})
            print(rows[-1], file=sys.stderr, flush=True)
    rows.sort(key=lambda row: (-row["flops"], -row["sameness"]))
    best = -np.inf
    for row in rows:
        row["front"] = row["sameness"] > best
        best = max(best, row["sameness"])
    print(f"{len(judged)} prompts, floor {max(floors, key=floors.get)} ({floors})")
    print("schedule         cache                FLOPs of LLL / own   sameness   time / what FLOPs say   front")
    for row in rows:
        print(f"{row['schedule']:16} {row['cache']:20} {row['flops']:8.2f} {row['sameness']:20.3f} {row['time']:15.2f} {'*' if row['front'] else '':>15}")
    near = [row for row in rows if row["sameness"] >= arguments.bar]
    if near:
        print(f"cheapest with sameness >= {arguments.bar}: {near[0]}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"floors": floors, "polynomials": polynomials, "rows": rows}, indent=1))


if __name__ == "__main__":
    main()
