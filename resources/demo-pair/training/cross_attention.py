"""Cross-attention over 512 text rows at the cost of a few.

WAN attends to 512 rows; rows past the prompt are zero and not masked. Equal rows have equal keys and values, so the
512 - n zero rows together weigh as much as one zero row whose logit is raised by ln(512 - n): the same numbers exactly.
"""
import math

import torch
from diffusers.models.transformers.transformer_wan import WanAttnProcessor

ROWS = 512


class ShortText(WanAttnProcessor):
    def __call__(self, attn, hidden_states, encoder_hidden_states=None, attention_mask=None, rotary_emb=None):
        return super().__call__(attn, hidden_states, encoder_hidden_states, self.bias, rotary_emb)


def shorten(transformer):
    """Lets the transformer take what short_text() returns; returns the setter of the bias."""
    processor = ShortText()
    for block in transformer.blocks:
        block.attn2.set_processor(processor)
    return lambda bias: setattr(processor, "bias", bias)


def short_text(states, mask):
    """states [B,L,D], mask [B,L] of the prompts -> rows [B,L+1,D] (the last is the zero row) and the logit bias [B,1,1,L+1]."""
    rows = torch.nn.functional.pad(states * mask[..., None], (0, 0, 0, 1))
    zeros = (ROWS - mask.sum(1, keepdim=True)).log()
    bias = torch.cat([torch.where(mask > 0, 0., -math.inf), zeros], 1)
    return rows, bias[:, None, None]


@torch.no_grad()
def set_apart_zero_rows(transformer, rows, run=None):
    """Lower the zero rows' logits by 8 in every head for good, so that ~14 prompt rows are heard among ~498 zero rows.

    Left alone the zero rows hold 90-99 % of the attention for a thousand steps and words bind slowly. A hidden unit of the
    text embedding learns by least squares to tell zero rows from prompt rows (rows [N,D]); one channel of each head's key
    carries it, the same channel of the query holds a constant against it, and gradients leave both alone.
    With run, a forward pass, outputs are rescaled so that a trained model acts as before.
    """
    embed = transformer.condition_embedder.text_embedder
    first, second = embed.linear_1, embed.linear_2
    if (first.bias == 3).any():  # done before: only keep gradients away again
        keep(first.weight, first.bias == 3), keep(first.bias, first.bias == 3)
        keep(second.weight, (second.weight != 0).sum(1) < 4)
        for block in transformer.blocks:
            a = block.attn2
            for parameter in (a.to_k.weight, a.to_k.bias, a.to_q.weight, a.to_q.bias, a.norm_q.weight, a.norm_k.weight):
                keep(parameter, torch.arange(1, len(parameter) + 1) % (len(parameter) // a.heads) == 0)
        return
    w = torch.linalg.solve(rows.T @ rows / len(rows) + .03 * torch.eye(rows.shape[1]), rows.mean(0))
    unit, channel = embed.act_1(first(rows)).std(0).argmin(), embed(rows[None])[0].std(0).argmin()
    shares = _heard(transformer, run) if run else {}
    values = {a: a.to_v(embed(torch.zeros(1, 1, rows.shape[1])))[0, 0] for a in shares}
    pin(first.weight, unit, -8 * w), pin(first.bias, unit, 3.)
    row = torch.zeros(second.weight.shape[1])
    row[unit] = 1 / 3
    pin(second.weight, channel, row), pin(second.bias, channel, 0.)
    for block in transformer.blocks:
        a = block.attn2
        size = a.to_q.weight.shape[0] // a.heads
        if run:
            share = shares[a].repeat_interleave(size)
            a.to_out[0].bias += a.to_out[0].weight @ (values[a] * (1 - share))
            a.to_out[0].weight *= share
        last = torch.arange(size - 1, a.heads * size, size)
        key = torch.zeros(a.to_k.weight.shape[1])
        key[channel] = a.to_k(embed(torch.zeros(1, 1, rows.shape[1]))).square().mean().sqrt()
        pin(a.to_k.weight, last, key), pin(a.to_k.bias, last, 0.)
        pin(a.to_q.weight, last, 0.), pin(a.to_q.bias, last, -a.to_q.weight.square().sum(1).mean().sqrt())
        for norm in (a.norm_q, a.norm_k):
            pin(norm.weight, last, (8 * size ** .5) ** .5)


def pin(parameter, rows, value):
    parameter[rows] = value
    keep(parameter, rows)


def keep(parameter, rows):
    mask = torch.ones_like(parameter)
    mask[rows] = 0.
    parameter.register_hook(lambda grad: grad * mask)


def _heard(transformer, run):
    """Share of the attention that prompt rows hold, by cross-attention module and head."""
    shares = {}

    def hook(a, args, output):
        q, k = (n(p(t)).unflatten(2, (a.heads, -1)).transpose(1, 2)
                for n, p, t in ((a.norm_q, a.to_q, args[0]), (a.norm_k, a.to_k, args[1])))
        shares[a] = (q @ k.mT / q.shape[-1] ** .5 + a.processor.bias).softmax(-1)[..., :-1].sum(-1).mean((0, 2))

    hooks = [block.attn2.register_forward_hook(hook) for block in transformer.blocks]
    run()
    for h in hooks:
        h.remove()
    return shares
