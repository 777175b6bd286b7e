# SPDX-License-Identifier: MIT
"""Rules by which a step reuses what its model computed earlier, from their publications, for blend_reference.py.

EasyCache and TeaCache decide on the conditional evaluation; all evaluations of a step follow. MagCache decides for each. A cache
belongs to one model and is replaced by an empty one when the model changes. `margins`: by how much each decision missed the
threshold, relative to it.
"""
import contextlib
import functools

import numpy as np


def mean(x):
    return x.float().abs().mean().item()


def first_argument(arguments, keywords):
    return arguments[0] if arguments else keywords["hidden_states"]


@contextlib.contextmanager
def recorded(blocks, kept):
    """Appends what the blocks of each forward add to the tokens."""
    before = []
    hooks = [blocks[0].register_forward_pre_hook(lambda _, a, k: before.append(first_argument(a, k).clone()), with_kwargs=True),
             blocks[-1].register_forward_hook(lambda _, a, output: kept.append(output - before[-1]))]
    yield
    for hook in hooks:
        hook.remove()


@contextlib.contextmanager
def replaced(blocks, residuals):
    """Each forward adds the next of `residuals` instead of running its blocks."""
    following = iter(residuals)

    def skip(module, *arguments, **keywords):
        x = first_argument(arguments, keywords)
        return x + next(following) if module is blocks[0] else x

    forwards = [block.forward for block in blocks]
    for block in blocks:
        block.forward = functools.partial(skip, block)
    yield
    for block, forward in zip(blocks, forwards):
        block.forward = forward


class EasyCache:
    """Zhou et al., arXiv 2507.02860: the velocity's change is predicted from that of the latents."""

    START = 10  # steps of the trajectory that are always computed, as is the last

    def __init__(self, threshold):
        self.threshold, self.error, self.margins = threshold, 0.0, []
        self.rate = self.last = self.x = self.v = self.offsets = None

    def reuses(self, step, steps, x):
        last, self.last = self.last, x.clone()
        if step < self.START or step == steps - 1:
            self.error = 0.0
            return False
        if self.rate is None:
            return False
        self.error += self.rate * (mean(x - last) / mean(self.v))
        self.margins.append(abs(self.error - self.threshold) / self.threshold)
        if self.error < self.threshold:
            return True
        self.error = 0.0
        return False

    def evaluate(self, step, steps, x, compute):
        """compute: gives the velocities of all evaluations, the conditional one first. Returns them, and whether they are reused."""
        if self.reuses(step, steps, x):
            return [x + offset for offset in self.offsets], True
        velocities = compute()
        v = velocities[0].clone()
        if self.v is not None:
            self.rate = mean(v - self.v) / mean(x - self.x)
        self.x, self.v, self.offsets = x.clone(), v, [u - x for u in velocities]
        return velocities, False


class TeaCache:
    """Liu et al., arXiv 2411.19108, as in its code for WAN and LTX-Video: the error is a polynomial of how much a signal changes."""

    START = 1

    def __init__(self, threshold, coefficients, retention=False):
        """retention: more steps are kept at the start, and the last one need not be computed."""
        self.threshold, self.coefficients, self.error, self.margins = threshold, coefficients, 0.0, []
        self.last = self.residuals = None
        self.retention, self.START = retention, 5 if retention else self.START

    def reuses(self, step, steps, signal):
        last, self.last = self.last, signal.clone()
        if step < self.START or (step == steps - 1 and not self.retention) or last is None:
            self.error = 0.0
            return False
        self.error += float(np.poly1d(self.coefficients)(mean(signal - last) / mean(last)))
        self.margins.append(abs(self.error - self.threshold) / self.threshold)
        if self.error < self.threshold:
            return True
        self.error = 0.0
        return False

    def evaluate(self, step, steps, signal, blocks, compute):
        """blocks: the model's; replaced by what they added in the last computed step where the step reuses them."""
        if self.reuses(step, steps, signal):
            with replaced(blocks, self.residuals):
                return compute(), True
        self.residuals = []
        with recorded(blocks, self.residuals):
            return compute(), False


class MagCache:
    """Ma et al., arXiv 2506.09045, as in its code for WAN 2.1: the residual of the blocks keeps its direction, and its size changes
    by known ratios. curves: one list for each evaluation, of any length."""

    @staticmethod
    def start(steps):
        return max(1, int(steps * 0.2))

    def __init__(self, threshold, limit, curves, steps):
        nearest = np.round(np.arange(steps) * ((len(curves[0]) - 1) / (steps - 1))).astype(int)
        self.curves = [np.array(curve)[nearest] for curve in curves]
        self.threshold, self.limit, self.first, self.margins = threshold, limit, self.start(steps), []
        self.ratio, self.error, self.skipped = [1.0] * len(curves), [0.0] * len(curves), [0] * len(curves)
        self.residuals = [None] * len(curves)

    def reuses(self, step, index):
        if step >= self.first and self.residuals[index] is not None:
            self.ratio[index] *= self.curves[index][step]
            self.skipped[index] += 1
            self.error[index] += abs(1 - self.ratio[index])
            self.margins.append(abs(self.error[index] - self.threshold) / self.threshold)
            if self.error[index] < self.threshold and self.skipped[index] <= self.limit:
                return True
        self.ratio[index], self.error[index], self.skipped[index] = 1.0, 0.0, 0
        return False

    def evaluate(self, step, blocks, computes):
        """computes: one function for each evaluation. Returns the velocities, and which of them are reused."""
        velocities, again = [], []
        for index, compute in enumerate(computes):
            again.append(self.reuses(step, index))
            kept = []
            with replaced(blocks, [self.residuals[index]]) if again[-1] else recorded(blocks, kept):
                velocities.append(compute())
            if kept:
                self.residuals[index] = kept[0]
        return velocities, again


class Magnitudes:
    """Measures MagCache's curves: the mean over the tokens of the ratio of a residual's size to that of the step before."""

    def __init__(self, evaluations):
        self.curves, self.last = [[] for _ in range(evaluations)], [None] * evaluations

    def evaluate(self, blocks, computes):
        velocities = []
        for index, compute in enumerate(computes):
            kept = []
            with recorded(blocks, kept):
                velocities.append(compute())
            last, self.last[index] = self.last[index], kept[0]
            self.curves[index].append(1.0 if last is None else (kept[0].norm(dim=-1) / last.norm(dim=-1)).mean().item())
        return velocities


RULES = {"easycache": EasyCache, "teacache": TeaCache, "magcache": MagCache}
