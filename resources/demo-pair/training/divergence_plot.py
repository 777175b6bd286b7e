"""Velocity divergence of the built-in pair over held-out prompts, measured by `flowblend probe` along the large model's trajectory,
as an SVG: medians of guided and of conditional velocities.
   python3 divergence_plot.py FLOWBLEND --out divergence.svg [--prompts 20]"""
import argparse
import json
import os
import subprocess
import tempfile

import shapes

WIDTH, HEIGHT, LEFT, TOP = 640, 320, 56, 24


def probe(program, prompts):
    """One trajectory for each prompt, in a state folder of its own, so that nothing kept earlier is among them."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "prompts.txt")
        with open(file, "w") as f:
            f.write("\n".join(prompts))
        lines = subprocess.run([program, "--json", "probe", "--prompts", file, "--seeds", "1000"], capture_output=True, text=True, check=True,
                               env={**os.environ, "XDG_STATE_HOME": os.path.join(folder, "state")}).stdout.splitlines()
    return json.loads(lines[-1])["steps"]


def polyline(values, highest, color):
    step = (WIDTH - LEFT - 16) / (len(values) - 1)
    points = " ".join(f"{LEFT + i * step:.1f},{HEIGHT - 40 - v / highest * (HEIGHT - 40 - TOP):.1f}" for i, v in enumerate(values))
    return f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/>'


def svg(guided, conditional, prompts):
    highest = 1.1 * max(guided + conditional)
    ticks = [highest * k / 4 for k in range(5)]
    y = lambda v: HEIGHT - 40 - v / highest * (HEIGHT - 40 - TOP)
    text = lambda x, at, words, anchor="start": f'<text x="{x}" y="{at:.1f}" text-anchor="{anchor}">{words}</text>'
    rows = [f'<line x1="{LEFT}" x2="{WIDTH - 16}" y1="{y(t):.1f}" y2="{y(t):.1f}" stroke="#ccc"/>' + text(LEFT - 6, y(t) + 4, f"{t:.2f}", "end")
            for t in ticks]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>', *rows, polyline(guided, highest, "#b45309"), polyline(conditional, highest, "#0e7490"),
        text(LEFT, HEIGHT - 12, f"step 1 to {len(guided)}, median of {prompts} prompts on the large model's trajectory"),
        text(WIDTH - 16, TOP - 8, '<tspan fill="#b45309">relative L2, guided</tspan>  <tspan fill="#0e7490">conditional</tspan>', "end"), "</svg>\n"])


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("flowblend")
    ap.add_argument("--out", required=True)
    ap.add_argument("--prompts", type=int, default=20)
    args = ap.parse_args()
    prompts = [shapes.caption(scene) for scene in shapes.held_out()[: 2 * args.prompts: 2]]
    steps = probe(args.flowblend, prompts)
    guided, conditional = ([step[key] for step in steps] for key in ("relative_l2", "conditional_relative_l2"))
    with open(args.out, "w") as f:
        f.write(svg(guided, conditional, len(prompts)))
    print("guided     ", " ".join(f"{v:.3f}" for v in guided))
    print("conditional", " ".join(f"{v:.3f}" for v in conditional))


if __name__ == "__main__":
    main()
