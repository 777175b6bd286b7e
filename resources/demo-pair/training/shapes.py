"""Captioned procedural videos: one shape moving on a plain background. Endless, exact, free of rights.

sample(rng) -> (video [3,T,H,W] in -1..1, Scene). Edges are anti-aliased by a signed distance. The wide variant varies sizes,
places and speeds; the plain one shows a scene in exactly one way, which a small model learns in a fraction of the time.
The 40 scenes of held_out() never occur in sample(); evaluate.py asks for exactly those.
"""
import functools
import math
import random
from typing import NamedTuple

import torch

COLORS = {"red": (225, 45, 45), "yellow": (245, 215, 50), "green": (45, 175, 75), "cyan": (70, 215, 225), "blue": (50, 90, 230),
          "purple": (150, 60, 200), "white": (245, 245, 245), "gray": (128, 128, 128), "black": (15, 15, 15)}
OBJECT_COLORS = [c for c in COLORS if c not in ("gray", "black")]
SHAPES = ["circle", "square", "triangle", "star", "cross"]
MOTIONS = {"moves left": ["moves left", "moves to the left"], "moves right": ["moves right", "moves to the right"],
           "moves up": ["moves up", "moves upwards"], "moves down": ["moves down", "moves downwards"],
           "grows": ["grows", "grows bigger"], "shrinks": ["shrinks", "shrinks away"],
           "orbits": ["orbits", "goes around"], "stays still": ["stays still", "stands still"]}
SIZES = {"small": .17, "": .22, "large": .26}  # half extent as a fraction of the frame


class Scene(NamedTuple):
    color: str
    shape: str
    motion: str
    background: str
    size: str = ""


def signed_distance(shape, x, y):
    """Distance to the outline of a unit-sized shape; negative inside. x right, y down."""
    if shape == "circle":
        return (x * x + y * y).sqrt() - .95
    if shape == "square":
        return torch.maximum(x.abs(), y.abs()) - .82
    if shape == "cross":
        bar = lambda a, b: torch.maximum(a.abs() - 1, b.abs() - .34)
        return torch.minimum(bar(x, y), bar(y, x))
    if shape == "triangle":
        return torch.maximum(y - .7, torch.maximum(-.5 * y + .866 * x, -.5 * y - .866 * x) - .48)
    if shape == "star":  # one edge from the tip (0, 1.1) to the notch at 36 degrees, the rest by symmetry
        r, a, turn = (x * x + y * y).sqrt(), torch.atan2(x, -y), 2 * math.pi / 5
        a = (torch.remainder(a + turn / 2, turn) - turn / 2).abs()
        nx, ny = .46 * math.sin(turn / 2), .46 * math.cos(turn / 2) - 1.1
        length = math.hypot(nx, ny)
        return (r * a.sin() * -ny + (r * a.cos() - 1.1) * nx) / length
    raise ValueError(f"unknown shape {shape!r}")


def coverage(shape, cx, cy, half_extent, height, width):
    """Anti-aliased mask 0..1; the arguments may carry leading dimensions."""
    y, x = torch.meshgrid((torch.arange(height) + .5) / height, (torch.arange(width) + .5) / width, indexing="ij")
    return (.5 - signed_distance(shape, (x - cx) / half_extent, (y - cy) / half_extent) * half_extent * width / 1.2).clamp(0, 1)


def trajectory(motion, rng, frames, size):
    """Centre x, y (0..1) and half extent over the frames; rng None gives the middle of every range."""
    between = rng.uniform if rng else lambda a, b: (a + b) / 2
    t, k = torch.arange(frames) / (frames - 1), between(.95, 1.05)
    x, y = torch.full((frames,), between(.38, .62)), torch.full((frames,), between(.38, .62))
    scale = torch.ones(frames)
    if motion == "moves left":
        x = .5 + (.28 - .56 * t) * k
    elif motion == "moves right":
        x = .5 - (.28 - .56 * t) * k
    elif motion == "moves up":
        y = .5 + (.28 - .56 * t) * k
    elif motion == "moves down":
        y = .5 - (.28 - .56 * t) * k
    elif motion == "grows":
        scale = .55 + .9 * t * k
    elif motion == "shrinks":
        scale = 1.45 - .9 * t * k
    elif motion == "orbits":
        x, y = .5 + .25 * k * torch.cos(2 * math.pi * t), .5 + .25 * k * torch.sin(2 * math.pi * t)
    return x, y, scale * size


def caption(scene, rng=None):
    """The plain sentence, or with rng one of its wordings."""
    motion = rng.choice(MOTIONS[scene.motion]) if rng else scene.motion
    place = rng.choice(["on a {} background", "over a {} background", "on {}"]) if rng else "on a {} background"
    text = " ".join(w for w in ("a", scene.size, scene.color, scene.shape, motion, place.format(scene.background)) if w)
    return text[0].upper() + text[1:] + "." if rng and rng.random() < .2 else text


def render(scene, rng=None, frames=17, height=64, width=64):
    cx, cy, s = (v[:, None, None] for v in trajectory(scene.motion, rng, frames, SIZES[scene.size]))
    alpha = coverage(scene.shape, cx, cy, s, height, width)
    ground, paint = (torch.tensor(COLORS[c])[:, None, None, None] / 127.5 - 1 for c in (scene.background, scene.color))
    return ground * (1 - alpha) + paint * alpha


def draw(rng):
    color = rng.choice(OBJECT_COLORS)
    motion = rng.choice(list(MOTIONS))
    size = "" if motion in ("grows", "shrinks") else rng.choice(list(SIZES))
    return Scene(color, rng.choice(SHAPES), motion, rng.choice([c for c in COLORS if c != color]), size)


@functools.cache
def held_out(count=40):
    """Every shape 8 times, every motion 5 times; colours by chance."""
    rng = random.Random(2024)
    motions = [m for m in MOTIONS for _ in range(count // len(MOTIONS))]
    shapes = [s for _ in range(count // len(SHAPES)) for s in SHAPES]
    scenes = []
    for motion, shape in zip(motions, shapes):
        scenes.append(draw(rng)._replace(motion=motion, shape=shape, size=""))
    return scenes


def sample(rng, wide=False, frames=17, height=64, width=64):
    taken = {s[:4] for s in held_out()}
    while (scene := draw(rng))[:4] in taken:
        pass
    if wide:
        return render(scene, rng, frames, height, width), scene
    scene = scene._replace(size="")
    return render(scene, None, frames, height, width), scene
