"""Captioned procedural videos: a shape that moves over a background, which may have a pattern, sometimes beside a second shape
that stays where it is. Endless, exact, free of rights.

A caption says what there is; where it is, how large and how fast, and how the pattern lies, is chance: the noise of a sample
decides it. draw(rng) -> Scene, render(scenes, rng) -> clips [B,3,T,H,W] in -1..1, edges anti-aliased by signed distances.
The 40 scenes of held_out() never occur in draw_new(); evaluate.py asks for exactly those.
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
SIZES = {"small": (.14, .16), "": (.19, .22), "large": (.25, .28)}  # half extent as a fraction of the frame
PATTERNS = ["", "striped", "dotted"]


class Scene(NamedTuple):
    color: str
    shape: str
    motion: str
    background: str
    pattern: str = ""
    size: str = ""
    other_color: str = ""  # of the second shape; empty: there is none
    other_shape: str = ""


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


def grid(height, width, device=None):
    return torch.meshgrid((torch.arange(height, device=device) + .5) / height, (torch.arange(width, device=device) + .5) / width,
                          indexing="ij")


def coverage(shape, cx, cy, half_extent, height, width):
    """Anti-aliased mask 0..1; the arguments may carry leading dimensions."""
    y, x = grid(height, width, cx.device if isinstance(cx, torch.Tensor) else None)
    return (.5 - signed_distance(shape, (x - cx) / half_extent, (y - cy) / half_extent) * half_extent * width / 1.2).clamp(0, 1)


def trajectory(scene, rng, frames):
    """Centre x, y (0..1) and half extent over the frames."""
    t, k = [i / (frames - 1) for i in range(frames)], rng.uniform(.85, 1.08)
    size = rng.uniform(*SIZES[scene.size])
    x, y, scale = [rng.uniform(.36, .64)] * frames, [rng.uniform(.36, .64)] * frames, [1.] * frames
    path = [(.28 - .56 * v) * k for v in t]
    if scene.motion == "moves left":
        x = [.5 + p for p in path]
    elif scene.motion == "moves right":
        x = [.5 - p for p in path]
    elif scene.motion == "moves up":
        y = [.5 + p for p in path]
    elif scene.motion == "moves down":
        y = [.5 - p for p in path]
    elif scene.motion == "grows":
        scale = [.55 + .9 * v * k for v in t]
    elif scene.motion == "shrinks":
        scale = [1.45 - .9 * v * k for v in t]
    elif scene.motion == "orbits":
        begin, middle = rng.uniform(0, 2 * math.pi), [rng.uniform(.47, .53) for _ in range(2)]
        x, y = ([middle[i] + .23 * k * f(begin + 2 * math.pi * v) for v in t] for i, f in enumerate((math.cos, math.sin)))
    return x, y, [s * size for s in scale]


def beside(scene, rng):
    """Place and half extent of the second shape: at the frame's edge, out of the way."""
    side, along, size = rng.choice((.15, .85)), rng.uniform(.25, .75), rng.uniform(.11, .13)
    if scene.motion in ("moves left", "moves right"):
        return along, side, size
    if scene.motion in ("moves up", "moves down"):
        return side, along, size
    return rng.choice((.15, .85)), side, size


def tones(colors, device):
    """The colours [N,3] in -1..1 and their patterns' darker (for dark colours, lighter) tones."""
    base = torch.tensor([COLORS[c] for c in colors], dtype=torch.float32, device=device)
    tone = base + torch.where(base.mean(1, keepdim=True) > 90, -38., 38.)
    return base / 127.5 - 1, tone.clamp(0, 255) / 127.5 - 1


def pattern_mask(kind, rng, height, width, device):
    """1 where the pattern's tone is, in under half of the frame: the background's own colour stays the commonest one."""
    y, x = grid(height, width, device)
    period, shift = rng.uniform(.22, .28), (rng.random(), rng.random())
    if kind == "striped":
        angle = rng.choice((0., .25, .5, .75)) * math.pi
        across = torch.remainder((x * math.cos(angle) + y * math.sin(angle)) / period + shift[0], 1)
        distance = ((across - .5).abs() - .2) * period
    else:
        u, v = (torch.remainder(a / period + s, 1) - .5 for a, s in zip((x, y), shift))
        distance = ((u * u + v * v).sqrt() - .33) * period
    return (.5 - distance * width / 1.2).clamp(0, 1)


def caption(scene, rng=None):
    """The plain sentence, or with rng one of its wordings."""
    motion = rng.choice(MOTIONS[scene.motion]) if rng else scene.motion
    place = rng.choice(["on a {} background", "over a {} background", "on {}"]) if rng else "on a {} background"
    ground = " ".join(w for w in (scene.pattern, scene.background) if w)
    other = f"beside a {scene.other_color} {scene.other_shape}" if scene.other_shape else ""
    text = " ".join(w for w in ("a", scene.size, scene.color, scene.shape, motion, other, place.format(ground)) if w)
    return text[0].upper() + text[1:] + "." if rng and rng.random() < .2 else text


def render(scenes, rng, frames=17, height=64, width=64, device=None):
    paths = torch.tensor([trajectory(s, rng, frames) for s in scenes], device=device)[..., None, None]  # [B,3,T,1,1]
    others = torch.tensor([beside(s, rng) for s in scenes], device=device)[..., None, None]            # [B,3,1,1]
    alpha = torch.zeros(len(scenes), frames, height, width, device=device)
    second = torch.zeros(len(scenes), height, width, device=device)
    ground = torch.zeros(len(scenes), height, width, device=device)
    for shape in SHAPES:
        own = [i for i, s in enumerate(scenes) if s.shape == shape]
        if own:
            alpha[own] = coverage(shape, *paths[own].unbind(1), height, width)
        own = [i for i, s in enumerate(scenes) if s.other_shape == shape]
        if own:
            second[own] = coverage(shape, *others[own].unbind(1), height, width)
    for i, s in enumerate(scenes):
        if s.pattern:
            ground[i] = pattern_mask(s.pattern, rng, height, width, device)
    base, tone = tones([s.background for s in scenes], device)
    paint, other = (tones(names, device)[0] for names in ([s.color for s in scenes], [s.other_color or "gray" for s in scenes]))
    mix = lambda a, b, mask: a * (1 - mask) + b * mask
    image = mix(base[..., None, None], tone[..., None, None], ground[:, None])
    image = mix(image, other[..., None, None], second[:, None])
    return mix(image[:, :, None], paint[..., None, None, None], alpha[:, None])


def draw(rng, with_other=.2):
    color, motion, pattern = rng.choice(OBJECT_COLORS), rng.choice(list(MOTIONS)), rng.choice(PATTERNS)
    size = "" if motion in ("grows", "shrinks") else rng.choice(list(SIZES))
    background = rng.choice([c for c in COLORS if c != color])
    other = (rng.choice([c for c in OBJECT_COLORS if c not in (color, background)]), rng.choice(SHAPES)) if rng.random() < with_other else ("", "")
    return Scene(color, rng.choice(SHAPES), motion, background, pattern, size, *other)


@functools.cache
def held_out(count=40):
    """Every shape 8 times, every motion 5 times, the patterns in turn; colours by chance."""
    rng = random.Random(2024)
    motions = [m for m in MOTIONS for _ in range(count // len(MOTIONS))]
    shapes = [s for _ in range(count // len(SHAPES)) for s in SHAPES]
    return [draw(rng, 0.)._replace(motion=motion, shape=shape, pattern=PATTERNS[i % len(PATTERNS)], size="")
            for i, (motion, shape) in enumerate(zip(motions, shapes))]


def draw_new(rng):
    """A scene that is none of the held-out ones, whatever its pattern and size."""
    taken = {s[:4] for s in held_out()}
    while (scene := draw(rng))[:4] in taken:
        pass
    return scene
