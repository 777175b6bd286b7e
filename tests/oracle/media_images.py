# SPDX-License-Identifier: MIT
"""Images in every format that a clip can pass through, rotated in every way that cameras record, and their pixels as
Pillow shows them. Writes <name>.<ending> and expected.json: file -> [width, height, largest allowed difference] and
<name>.rgb; and lanczos/<percent>.rgb: lanczos/image.png enlarged by Pillow."""
import argparse
import json
import pathlib

import numpy
from PIL import Image, ImageOps

ORIENTATION = 0x0112


def scene(patch=True):
    y, x = numpy.mgrid[0:48, 0:80]
    pixels = numpy.stack([3 * x, 5 * y, 255 - 2 * x], -1).clip(0, 255).astype(numpy.uint8)
    if patch:
        pixels[8:24, 8:40] = (220, 40, 40)  # off centre, so that every rotation is visible
    return Image.fromarray(pixels)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    expected = {}

    def add(name, tolerance, patch=True, **options):
        scene(patch).save(out / name, **options)
        shown = ImageOps.exif_transpose(Image.open(out / name)).convert("RGB")
        (out / f"{name}.rgb").write_bytes(shown.tobytes())
        expected[name] = [*shown.size, tolerance]

    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[ORIENTATION] = orientation
        # Decoders of JPEG may differ by rounding.
        add(f"turned{orientation}.jpg", 4, quality=95, subsampling=0, exif=exif)
        add(f"turned{orientation}.png", 0, exif=exif)
        add(f"turned{orientation}.tiff", 0, exif=exif)
        add(f"turned{orientation}.webp", 0, lossless=True, exif=exif)
    # There is more than one way to upsample subsampled chroma, which is visible at edges.
    add("subsampled.jpg", 6, patch=False, quality=90)
    for ending in ("png", "bmp", "tiff"):
        add(f"image.{ending}", 0)
    add("image.webp", 0, lossless=True)
    # Files that are not a single image: see the test.
    others = out / "others"
    others.mkdir(exist_ok=True)
    still, moved = scene(), scene().transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    for ending in ("png", "webp"):
        still.save(others / f"animated.{ending}", save_all=True, append_images=[moved], duration=250, lossless=True)
    for ending in ("tga", "jp2"):
        still.save(others / f"image.{ending}")
    enlarged = out / "lanczos"
    enlarged.mkdir(exist_ok=True)
    # Edges, and noise, in which every tap of the filter shows. Without overshoot beyond 0 and 255, which Pillow clips
    # after each of the two directions.
    noisy = numpy.asarray(scene()).copy()
    noisy[24:48] = numpy.random.default_rng(1).integers(0, 256, noisy[24:48].shape)
    small = Image.fromarray(80 + (noisy / 256 * 96).astype(numpy.uint8))
    small.save(enlarged / "image.png")
    for percent in (150, 200, 300, 400):
        size = [side * percent // 100 for side in small.size]
        (enlarged / f"{percent}.rgb").write_bytes(small.resize(size, Image.Resampling.LANCZOS).tobytes())
    (out / "expected.json").write_text(json.dumps(expected))


if __name__ == "__main__":
    main()
