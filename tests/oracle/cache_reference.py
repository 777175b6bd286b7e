# SPDX-License-Identifier: MIT
"""Rules by which a step reuses what its model computed earlier, from their publications, for blend_reference.py.

A cache decides on the conditional evaluation; all evaluations of a step follow. It belongs to one model and is replaced by an
empty one when the model changes. `margins`: by how much each decision missed the threshold, relative to it.
"""


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


RULES = {"easycache": EasyCache}
