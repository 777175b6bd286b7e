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
