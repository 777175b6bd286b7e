# SPDX-License-Identifier: MIT
"""The guards of docs/guard.md, written from their rules, for blend_reference.py.

Verify: in the middle stage, some steps are checks: both models evaluate at the same latents, and the step is taken with the large model's
velocity. After a check with |v_large - v_small| / |v_large| below the bound, the small model takes the next steps: `every` at first, one
more each time. After another one, the large model goes on, its every `every`-th step is a check, and the count begins anew.

OneWay: the large model takes the steps of the middle stage until its predicted clean latents x0 = x - sigma v differ from those of its
step before by less than the bound, |x0 - before| / |x0|; the small model takes the others.
"""
NONE, PASSED, REFUSED = range(3)


class Verify:
    def __init__(self, bound, every):
        self.bound, self.every, self.margins = bound, every, []
        self.draft, self.plan = every, []

    def step(self, compare):
        """compare: gives the divergence of both models at this step. Returns whether the large model takes it, and NONE, PASSED or
        REFUSED."""
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

    def taken(self, prediction):
        pass


class OneWay:
    def __init__(self, bound):
        self.bound, self.margins, self.changes = bound, [], []
        self.before, self.is_over = None, False

    def step(self, compare):
        return not self.is_over, NONE

    def taken(self, prediction):
        """prediction: the predicted clean latents of the large model's step of the middle stage."""
        now = prediction.double().flatten()
        if self.before is not None:
            change = ((now - self.before).norm() / now.norm()).item()
            self.changes.append(change)
            if self.bound > 0:
                self.margins.append(abs(change - self.bound) / self.bound)
            self.is_over = change < self.bound
        self.before = now
