# SPDX-License-Identifier: MIT
"""The guards of docs/guard.md, written from their rules, for blend_reference.py.

Verify: the large model takes the steps of the middle stage until a check passes, and the small model takes the others. The first step of
the stage is a check, and then each `every`-th: both models evaluate at the same latents, and the step is taken with the large model's
velocity. A check passes if |v_large - v_small| / |v_large| is below the bound.

Returning: the same until a check passes. After one that does, the small model takes the next steps: `every` at first, one more each time;
then there is a check. After one that does not, the large model goes on, its every `every`-th step is a check, and the count begins anew.

OneWay: the large model takes the steps of the middle stage until its predicted clean latents x0 = x - sigma v differ from those of its
step before by less than the bound, |x0 - before| / |x0|; the small model takes the others.

SrDiffusion: with o the large model's output and d = tanh(mean |o - before| / max(mean |before|, 1e-6)), it takes the steps of the middle
stage until d is less than d of its step before, by less than the bound; the small model takes the others. This is what a public port
of alibaba/SRDiffusion (arXiv 2505.19151) does with its --self_diff_threshold, with three differences: o is the guided velocity of a step
and not the output of each forward call, the early stage is the least number of steps, and nothing forces the small model to begin.
"""
import torch

NONE, PASSED, REFUSED = range(3)


class Verify:
    def __init__(self, bound, every):
        self.bound, self.every, self.margins = bound, every, []
        self.is_over, self.unchecked = False, 0

    def step(self, compare):
        """compare: gives the divergence of both models at this step. Returns whether the large model takes it, and NONE, PASSED or
        REFUSED."""
        if self.is_over:
            return False, NONE
        if self.unchecked > 0:
            self.unchecked -= 1
            return True, NONE
        divergence = compare()
        if self.bound > 0:
            self.margins.append(abs(divergence - self.bound) / self.bound)
        self.is_over, self.unchecked = divergence < self.bound, self.every - 1
        return True, PASSED if self.is_over else REFUSED

    def taken(self, prediction, output):
        pass


class Returning:
    def __init__(self, bound, every):
        self.bound, self.every, self.margins = bound, every, []
        self.draft, self.plan = every, []

    def step(self, compare):
        if self.plan:
            return self.plan.pop(), NONE
        divergence = compare()
        if self.bound > 0:
            self.margins.append(abs(divergence - self.bound) / self.bound)
        if divergence < self.bound:
            self.plan, self.draft = [False] * self.draft, self.draft + 1
            return True, PASSED
        self.plan, self.draft = [True] * (self.every - 1), self.every
        return True, REFUSED

    def taken(self, prediction, output):
        pass


class OneWay:
    def __init__(self, bound):
        self.bound, self.margins, self.changes = bound, [], []
        self.before, self.is_over = None, False

    def step(self, compare):
        return not self.is_over, NONE

    def taken(self, prediction, output):
        """prediction: the predicted clean latents of the large model's step of the middle stage; output: its guided velocity."""
        now = prediction.double().flatten()
        if self.before is not None:
            change = ((now - self.before).norm() / now.norm()).item()
            self.changes.append(change)
            if self.bound > 0:
                self.margins.append(abs(change - self.bound) / self.bound)
            self.is_over = change < self.bound
        self.before = now


class SrDiffusion:
    def __init__(self, bound):
        self.bound, self.margins, self.changes, self.settlings = bound, [], [], []
        self.before, self.is_over = None, False

    def step(self, compare):
        return not self.is_over, NONE

    def taken(self, prediction, output):
        now = output.double()
        if self.before is not None:
            share = (now - self.before).abs().mean() / self.before.abs().mean().clamp_min(1e-6)
            self.changes.append(torch.tanh(share).item())
        self.before = now
        if len(self.changes) < 2:
            return
        settling = self.changes[-2] - self.changes[-1]
        self.settlings.append(settling)
        if self.bound > 0:
            self.margins.append(min(abs(settling - self.bound), abs(settling)) / self.bound)
        self.is_over = 0 < settling < self.bound


def of(name, bound, every):
    return {"verify": lambda: Verify(bound, every), "returning": lambda: Returning(bound, every), "one-way": lambda: OneWay(bound),
            "srdiffusion": lambda: SrDiffusion(bound)}[name]()
