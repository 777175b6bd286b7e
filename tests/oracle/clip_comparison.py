# SPDX-License-Identifier: MIT
"""SSIM, PSNR, motion and flicker of two random clips, computed from the formulas with NumPy: whole windows, no separable filter."""
import argparse
import json
import pathlib

import numpy as np


def gaussian_window():
    x = np.arange(-5, 6)
    weights = np.exp(-x**2 / (2 * 1.5**2))
    window = np.outer(weights, weights)
    return window / window.sum()


def ssim(a, b):
    """Of two planes with values from 0 to 1 (Wang et al., 2004, equation 13)."""
    window, c1, c2 = gaussian_window(), 0.01**2, 0.03**2
    blocks_a = np.lib.stride_tricks.sliding_window_view(a, (11, 11))
    blocks_b = np.lib.stride_tricks.sliding_window_view(b, (11, 11))
    mean_a, mean_b = (blocks_a * window).sum((2, 3)), (blocks_b * window).sum((2, 3))
    deviation_a, deviation_b = blocks_a - mean_a[..., None, None], blocks_b - mean_b[..., None, None]
    variance_a, variance_b = (deviation_a**2 * window).sum((2, 3)), (deviation_b**2 * window).sum((2, 3))
    covariance = (deviation_a * deviation_b * window).sum((2, 3))
    return float(np.mean((2 * mean_a * mean_b + c1) * (2 * covariance + c2)
                         / ((mean_a**2 + mean_b**2 + c1) * (variance_a + variance_b + c2))))


def rms(values):
    return float(np.sqrt(np.mean(values**2)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(14)
    frames, height, width = 4, 23, 31
    # A moving pattern with noise, and the same with other noise, so that the similarity is neither 0 nor 1.
    t, y, x, c = np.meshgrid(range(frames), range(height), range(width), range(3), indexing="ij")
    pattern = 128 + 80 * np.sin(0.5 * x + 0.3 * y + 0.7 * t + c)
    clips = [np.clip(pattern + random.normal(0, 25, pattern.shape), 0, 255).astype(np.uint8) for _ in range(2)]
    for name, clip in zip("ab", clips):
        (out / f"{name}.rgb").write_bytes(clip.tobytes())
    a, b = (clip / 255.0 for clip in clips)
    rmse = rms(a - b)
    expected = {
        "frames": frames, "height": height, "width": width,
        "ssim": float(np.mean([ssim(a[f, ..., k], b[f, ..., k]) for f in range(frames) for k in range(3)])),
        "rmse": rmse, "psnr": float(10 * np.log10(1 / rmse**2)),
        "motion": rms(np.diff(a, axis=0) - np.diff(b, axis=0)),
        "flicker": rms(np.diff(a, 2, axis=0)), "reference_flicker": rms(np.diff(b, 2, axis=0)),
    }
    (out / "expected.json").write_text(json.dumps(expected))


if __name__ == "__main__":
    main()
