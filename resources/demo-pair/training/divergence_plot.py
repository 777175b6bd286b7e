"""Average velocity divergence of the built-in pair over held-out prompts, measured by `flowblend probe`, as an SVG.
   python3 divergence_plot.py FLOWBLEND --out divergence.svg [--prompts 20]"""
import argparse
import json
import statistics
import subprocess

import shapes

WIDTH, HEIGHT, LEFT, TOP = 640, 320, 56, 24


def probe(program, prompt, seed):
    lines = subprocess.run([program, "--json", "probe", "--schedule", "lll", "--prompt", prompt, "--seed", str(seed)],
                           capture_output=True, text=True, check=True).stdout.splitlines()
    return json.loads(lines[-1])["steps"]


def polyline(values, highest, color):
    step = (WIDTH - LEFT - 16) / (len(values) - 1)
    points = " ".join(f"{LEFT + i * step:.1f},{HEIGHT - 40 - v / highest * (HEIGHT - 40 - TOP):.1f}" for i, v in enumerate(values))
    return f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/>'


def svg(l2, cosine, prompts):
    highest = 1.1 * max(l2 + cosine)
    ticks = [highest * k / 4 for k in range(5)]
    y = lambda v: HEIGHT - 40 - v / highest * (HEIGHT - 40 - TOP)
    text = lambda x, at, words, anchor="start": f'<text x="{x}" y="{at:.1f}" text-anchor="{anchor}">{words}</text>'
    rows = [f'<line x1="{LEFT}" x2="{WIDTH - 16}" y1="{y(t):.1f}" y2="{y(t):.1f}" stroke="#ccc"/>' + text(LEFT - 6, y(t) + 4, f"{t:.2f}", "end")
            for t in ticks]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>', *rows, polyline(l2, highest, "#b45309"), polyline(cosine, highest, "#0e7490"),
        text(LEFT, HEIGHT - 12, f"step 1 to {len(l2)}, mean of {prompts} prompts on the large model's trajectory"),
        text(WIDTH - 16, TOP - 8, '<tspan fill="#b45309">relative L2</tspan>  <tspan fill="#0e7490">cosine distance</tspan>', "end"), "</svg>\n"])


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("flowblend")
    ap.add_argument("--out", required=True)
    ap.add_argument("--prompts", type=int, default=20)
    args = ap.parse_args()
    scenes = shapes.held_out()[: 2 * args.prompts: 2]
    runs = [probe(args.flowblend, shapes.caption(scene), 1000 + 2 * i) for i, scene in enumerate(scenes)]
    mean = lambda key: [statistics.mean(step[key] for step in steps) for steps in zip(*runs)]
    l2, cosine = mean("relative_l2"), mean("cosine_distance")
    with open(args.out, "w") as f:
        f.write(svg(l2, cosine, len(runs)))
    print("relative L2    ", " ".join(f"{v:.3f}" for v in l2))
    print("cosine distance", " ".join(f"{v:.3f}" for v in cosine))


if __name__ == "__main__":
    main()
