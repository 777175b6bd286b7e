# SPDX-License-Identifier: MIT
"""Rules by which a step reuses what its model computed earlier, from their publications, for blend_reference.py.

A cache decides on the conditional evaluation; all evaluations of a step follow. It belongs to one model and is replaced by an
empty one when the model changes. `margins`: by how much each decision missed the threshold, relative to it.
"""
import functools

import numpy as np


def mean(x):
    return x.float().abs().mean().item()


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

    def __init__(self, threshold, coefficients):
        self.threshold, self.coefficients, self.error, self.margins = threshold, coefficients, 0.0, []
        self.last = self.residuals = None

    def reuses(self, step, steps, signal):
        last, self.last = self.last, signal.clone()
        if step < self.START or step == steps - 1 or last is None:
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
        again = self.reuses(step, steps, signal)
        reused = iter(self.residuals or [])
        kept, before = [], None

        def enter(_module, arguments, keywords):
            nonlocal before
            before = (arguments[0] if arguments else keywords["hidden_states"]).clone()

        def leave(_module, _arguments, output):
            kept.append(output - before)

        def skip(module, *arguments, **keywords):
            x = arguments[0] if arguments else keywords["hidden_states"]
            return x + next(reused) if module is blocks[0] else x

        if again:
            forwards = [block.forward for block in blocks]
            for block in blocks:
                block.forward = functools.partial(skip, block)
            velocities = compute()
            for block, forward in zip(blocks, forwards):
                block.forward = forward
            return velocities, True
        hooks = [blocks[0].register_forward_pre_hook(enter, with_kwargs=True), blocks[-1].register_forward_hook(leave)]
        velocities = compute()
        for hook in hooks:
            hook.remove()
        self.residuals = kept
        return velocities, False


RULES = {"easycache": EasyCache, "teacache": TeaCache}
