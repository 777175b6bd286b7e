"""Muon for matrices and convolution kernels: orthogonalised momentum (K. Jordan, 2024), scaled to an AdamW-like step.
Learning rates are tensors on the parameters' device, so that a captured CUDA graph sees them change."""
import collections

import torch

POLAR_EXPRESS = [(8.2872, -23.5959, 17.3004), (4.1071, -2.9478, .5448), (3.9487, -2.9089, .5518)]  # Amsel et al., 2025


def orthogonalize(g):
    """Nearest matrix with orthonormal rows or columns, roughly; g is [N, rows, columns]."""
    x = g if g.shape[1] <= g.shape[2] else g.mT
    x = x / (1.01 * x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for a, b, c in POLAR_EXPRESS:
        s = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(s, s, s, beta=b, alpha=c), x, beta=a)
    return x if g.shape[1] <= g.shape[2] else x.mT


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr, momentum=.95, weight_decay=0.):
        super().__init__(params, dict(lr=lr, momentum=momentum, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            by_shape = collections.defaultdict(list)
            for p in group["params"]:
                if p.grad is not None:
                    state = self.state[p]
                    if "m" not in state:
                        state["m"] = torch.zeros_like(p)
                    m = state["m"]
                    m.lerp_(p.grad, 1 - group["momentum"])
                    u = p.grad.lerp(m, group["momentum"]).flatten(1)
                    by_shape[u.shape].append((p, u))
            for shape, pairs in by_shape.items():
                updates = orthogonalize(torch.stack([u for _, u in pairs]))
                scale = .2 * max(shape) ** .5 * max(1, shape[0] / shape[1]) ** .5
                for (p, _), u in zip(pairs, updates):
                    p.mul_(1 - group["lr"] * group["weight_decay"]).sub_(u.reshape(p.shape) * (group["lr"] * scale))


class MuonAndAdamW:
    """Muon for the matrices, AdamW for the rest, with one learning rate: AdamW's is `ratio` of it, and at most `most`."""

    def __init__(self, named_parameters, is_matrix, device, weight_decay=0., ratio=.75, most=2e-3):
        named = [(n, p) for n, p in named_parameters if p.requires_grad]
        matrices = [p for n, p in named if is_matrix(n, p)]
        ids = set(map(id, matrices))
        rest = [p for _, p in named if id(p) not in ids]
        self.rates = [torch.zeros((), device=device), torch.zeros((), device=device)]
        self.parts = [Muon(matrices, self.rates[0], weight_decay=weight_decay),
                      torch.optim.AdamW(rest, self.rates[1], betas=(.9, .98), weight_decay=0., capturable=device.type == "cuda")]
        self.parameters, self.ratio, self.most = [p for _, p in named], ratio, most

    def set_rate(self, rate):
        self.rates[0].fill_(rate)
        self.rates[1].fill_(min(self.ratio * rate, self.most))

    def step(self):
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.)
        for part in self.parts:
            part.step()

    def zero_grad(self):
        for part in self.parts:
            part.zero_grad(set_to_none=True)
