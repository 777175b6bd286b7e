# SPDX-License-Identifier: MIT
"""Trajectories of diffusers' schedulers on random velocities, and divergences by numpy.

solvers.safetensors, for each case "<solver>/<steps>/<shift>/<dtype>": /sigmas, /timesteps (float64), /noise,
/velocity [steps,...] in the dtype, /latents [steps,...] after each step as float32.
divergence.safetensors, for each case: /large, /small, /expected (relative L2 and cosine distance, float64).
"""
import argparse
import pathlib

import numpy as np
import torch
from diffusers import DPMSolverMultistepScheduler, FlowMatchEulerDiscreteScheduler, UniPCMultistepScheduler
from safetensors.torch import save_file

FLOW = dict(prediction_type="flow_prediction", use_flow_sigmas=True, num_train_timesteps=1000, solver_order=2)
SCHEDULERS = {
    "euler": lambda shift: FlowMatchEulerDiscreteScheduler(shift=shift),
    "unipc": lambda shift: UniPCMultistepScheduler(solver_type="bh2", flow_shift=shift, **FLOW),
    "dpm++": lambda shift: DPMSolverMultistepScheduler(
        algorithm_type="dpmsolver++", solver_type="midpoint", flow_shift=shift, **FLOW
    ),
}
DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16}
SHAPE = (1, 4, 3, 5, 7)


def trajectory(scheduler, steps, dtype):
    scheduler.set_timesteps(steps)
    scheduler.set_begin_index(0)
    noise = torch.randn(SHAPE)
    velocity = torch.randn((steps, *SHAPE)).to(dtype)
    latents, after = noise, []
    for v, t in zip(velocity, scheduler.timesteps):
        latents = scheduler.step(v, t, latents, return_dict=False)[0]
        after.append(latents.float())
    return dict(
        sigmas=scheduler.sigmas, timesteps=scheduler.timesteps.double(), noise=noise, velocity=velocity,
        latents=torch.stack(after),
    )


def divergence(large, small):
    l, s = large.double().numpy().ravel(), small.double().numpy().ravel()
    norm = np.linalg.norm
    return torch.tensor([norm(l - s) / norm(l), 1 - l @ s / (norm(l) * norm(s))], dtype=torch.float64)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)

    tensors = {}
    for solver, make in SCHEDULERS.items():
        for steps in (1, 2, 3, 10, 50):
            for shift in (1.0, 3.0, 3.3, 8.0):
                for dtype in DTYPES:
                    for name, tensor in trajectory(make(shift), steps, DTYPES[dtype]).items():
                        tensors[f"{solver}/{steps}/{shift:g}/{dtype}/{name}"] = tensor.contiguous()
    save_file(tensors, out / "solvers.safetensors")

    tensors = {}
    # The last is longer than the pieces in which the engine sums.
    for case, (shape, dtype) in enumerate([(SHAPE, "fp32"), (SHAPE, "bf16"), ((1, 16, 5, 60, 104), "fp32")]):
        large = torch.randn(shape).to(DTYPES[dtype])
        small = (large.float() + 0.3 * torch.randn(shape)).to(DTYPES[dtype])
        tensors |= {f"{case}/large": large, f"{case}/small": small, f"{case}/expected": divergence(large, small)}
    save_file(tensors, out / "divergence.safetensors")


if __name__ == "__main__":
    main()
