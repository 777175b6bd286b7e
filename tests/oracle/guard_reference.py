# SPDX-License-Identifier: MIT
"""The guard of docs/guard.md, written from its rule, for blend_reference.py.

In the middle stage, some steps are checks: both models evaluate at the same latents, and the step is taken with the large model's
velocity. After a check with |v_large - v_small| / |v_large| below the bound, the small model takes the next steps: `every` at first, one
more each time. After another one, the large model goes on, its every `every`-th step is a check, and the count begins anew.
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
