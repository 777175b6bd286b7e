"""Train one transformer of the pair by flow matching on encoded clips; the large one trains the text encoder too.
   torchrun --nproc-per-node 2 train_transformer.py large --work DIR --minutes 90 --text-minutes 35
   python3 train_transformer.py small --work DIR --minutes 25      (text encoder as it is in DIR)
Reads DIR/clips (encode_clips.py). Writes DIR/{tokenizer,text_encoder,transformer_large,transformer_small}. Velocity = noise - data,
x_sigma = (1-sigma) data + sigma noise, timestep = 1000 sigma, caption dropped in 10 % for guidance, weights averaged (EMA).
Single-threaded processes, as many as torchrun starts, share each batch: on a busy machine this beats threads by far.
The text encoder stops learning after --text-minutes; from then on the small one can be trained beside the large one."""
import argparse
import copy
import glob
import io
import json
import os
import random
import time

import sentencepiece
import torch
import torch.distributed as dist
from diffusers import WanTransformer3DModel
from sentencepiece import sentencepiece_model_pb2
from transformers import T5Tokenizer, UMT5Config, UMT5EncoderModel

import shapes
from cross_attention import set_apart_zero_rows, short_text, shorten
from optim import muon_and_adamw

TEXT_LENGTH = 18
SIZES = {"large": dict(num_attention_heads=4, attention_head_dim=64, num_layers=8, ffn_dim=1024),   # 9.0 M
         "small": dict(num_attention_heads=2, attention_head_dim=64, num_layers=4, ffn_dim=384)}    # 0.9 M
ap = argparse.ArgumentParser()
ap.add_argument("size", choices=SIZES)
ap.add_argument("--work", required=True)
ap.add_argument("--minutes", type=float, default=90)
ap.add_argument("--text-minutes", type=float, default=35)
ap.add_argument("--batch", type=int, default=16)
ap.add_argument("--lr", type=float, default=2e-3)
ap.add_argument("--resume", action="store_true", help="go on from the averaged weights in DIR")
ap.add_argument("--set-apart", action="store_true", help="make the zero text rows weigh little from the start (see cross_attention.py)")
args = ap.parse_args()
torch.set_num_threads(1)
world, rank = int(os.environ.get("WORLD_SIZE", 1)), int(os.environ.get("RANK", 0))
if world > 1:
    dist.init_process_group("gloo")
torch.manual_seed(len(args.size))
batch = args.batch // world
path = lambda *p: os.path.join(args.work, *p)


def word_pieces():
    """A SentencePiece unigram model that knows the words of the captions whole and spells out everything else."""
    rng, buffer = random.Random(3), io.BytesIO()
    texts = [shapes.caption(shapes.draw(rng), rng) for _ in range(4000)]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts + ["".join(map(chr, range(33, 127)))] * 4), model_writer=buffer, vocab_size=320,
        hard_vocab_limit=False, character_coverage=1., model_type="unigram", minloglevel=2, pad_id=0, eos_id=1, bos_id=2, unk_id=3)
    model = sentencepiece_model_pb2.ModelProto.FromString(buffer.getvalue())
    letters = sorted(p.piece for p in model.pieces[4:] if len(p.piece) == 1)
    words = sorted({w.strip(".") for t in texts for w in t.split()})
    del model.pieces[4:]
    for pieces, score in ((["\u2581" + w for w in words], -4.), (letters, -8.)):
        for piece in pieces:
            model.pieces.add(piece=piece, score=score)
    model.trainer_spec.vocab_size = len(model.pieces)
    return model.SerializeToString()


def tokenizer():
    folder = path("tokenizer")
    model = os.path.join(folder, "spiece.model")
    if not os.path.exists(model):
        os.makedirs(folder, exist_ok=True)
        pieces = word_pieces()
        with open(os.path.join(folder, "tokenizer_config.json"), "w") as f:
            json.dump({"tokenizer_class": "T5Tokenizer", "extra_ids": 0, "model_max_length": 512, "eos_token": "</s>",
                       "unk_token": "<unk>", "pad_token": "<pad>"}, f)
        with open(model, "wb") as f:
            f.write(pieces)
        T5Tokenizer.from_pretrained(folder).save_pretrained(folder)
        with open(model, "wb") as f:
            f.write(pieces)
    return T5Tokenizer.from_pretrained(folder)


@torch.no_grad()
def read_neighbours(encoder):
    """Start the first layer's four heads on the words one and two places off, by position alone, and the second layer's silent:
    cross-attention sees no word order, so each word's row must say whether "blue" is the shape's or the background's."""
    first, second = (block.layer[0].SelfAttention for block in encoder.encoder.block)
    first.q.weight.zero_(), second.o.weight.zero_(), first.o.weight.mul_(.35)
    first.relative_attention_bias.weight.zero_()
    for head, bucket in enumerate((17, 1, 18, 2)):
        first.relative_attention_bias.weight[bucket, head] = 8.


def together(tensors):
    """Average over the processes, in place."""
    if world > 1:
        flat = torch.cat([t.flatten() for t in tensors])
        dist.all_reduce(flat)
        for t, part in zip(tensors, (flat / world).split([t.numel() for t in tensors])):
            t.copy_(part.view_as(t))


def save():
    if rank:
        return
    average.save_pretrained(path(f"transformer_{args.size}"))
    if args.size == "large":
        text.save_pretrained(path("text_encoder"))


def load_clips():
    """All files there are now, normalised by the statistics of those that were there first."""
    files = [torch.load(f, mmap=True) for f in sorted(glob.glob(path("clips", "*.pt")))]
    z = torch.cat([f["latents"] for f in files])
    if not os.path.exists(path("latents.json")):
        with open(path("latents.json"), "w") as f:
            json.dump({"latents_mean": z.mean((0, 2, 3, 4)).tolist(), "latents_std": z.std((0, 2, 3, 4)).tolist()}, f)
    with open(path("latents.json")) as f:
        mean, std = (torch.tensor(v)[:, None, None, None] for v in json.load(f).values())
    return (z - mean) / std, encode([shapes.caption(shapes.Scene(*s), wording) for f in files for s in f["scenes"]])


tok = tokenizer()
encode = lambda texts: tok(texts, padding="max_length", max_length=TEXT_LENGTH, truncation=True, return_tensors="pt")
wording = random.Random(5)
z, tokens = load_clips()
empty = encode([""])
if args.size == "large":
    text = UMT5EncoderModel(UMT5Config(vocab_size=len(tok), d_model=128, d_kv=32, num_heads=4, d_ff=256, num_layers=2,
                                       dropout_rate=0., feed_forward_proj="gated-gelu", pad_token_id=0, eos_token_id=1))
    read_neighbours(text)
else:
    text = UMT5EncoderModel.from_pretrained(path("text_encoder")).eval().requires_grad_(False)
net = WanTransformer3DModel(patch_size=(1, 2, 2), in_channels=16, out_channels=16, text_dim=128, freq_dim=256, cross_attn_norm=True,
                            qk_norm="rms_norm_across_heads", **SIZES[args.size])
if args.resume:
    net = WanTransformer3DModel.from_pretrained(path(f"transformer_{args.size}"))
    text = UMT5EncoderModel.from_pretrained(path("text_encoder")).requires_grad_(args.size == "large")
set_bias = shorten(net)
with torch.no_grad():
    found = text(input_ids=tokens.input_ids[:64], attention_mask=tokens.attention_mask[:64]).last_hidden_state
    rows, bias = short_text(found, tokens.attention_mask[:64])
    set_bias(bias)
    if args.set_apart:
        trial = lambda: net(hidden_states=.1 * z[:64] + .9 * torch.randn_like(z[:64]), timestep=torch.full((64,), 900.), encoder_hidden_states=rows)
        set_apart_zero_rows(net, found[tokens.attention_mask[:64] > 0], trial if args.resume else None)
average = copy.deepcopy(net).eval().requires_grad_(False)
named = list(net.named_parameters()) + [("text." + n, p) for n, p in text.named_parameters()]
print(f"{sum(p.numel() for p in net.parameters()) / 1e6:.2f} M parameters, {len(z)} clips, longest prompt {int(tokens.attention_mask.sum(1).max())}")
is_matrix = lambda n, p: p.ndim == 2 and n.startswith("blocks.")
optimizers = muon_and_adamw(named, args.lr, min(.75 * args.lr, 2e-3), is_matrix, weight_decay=.02)
parameters = [p for _, p in named if p.requires_grad]
torch.manual_seed(1000 + rank)
start, step, bins = time.time(), 0, torch.full((4,), torch.nan)
while True:
    clock = torch.tensor(time.time() - start)
    together([clock])
    seconds = clock.item()
    if (done := seconds / (args.minutes * 60)) > 1:
        break
    if args.size == "large" and seconds > args.text_minutes * 60 and next(text.parameters()).requires_grad:
        text.requires_grad_(False)
        save()
        rank == 0 and print(f"text encoder frozen at {seconds:.0f} s", flush=True)
    for o, lr in zip(optimizers, (args.lr, min(.75 * args.lr, 2e-3))):
        o.param_groups[0]["lr"] = lr * min(1, (step + 1) / 50) * max(.01, min(1, (1 - done) / .7))
    pick, drop = torch.randint(len(z), (batch,)), torch.rand(batch, 1) < .1
    ids = torch.where(drop, empty.input_ids, tokens.input_ids[pick])
    mask = torch.where(drop, empty.attention_mask, tokens.attention_mask[pick])
    rows, bias = short_text(text(input_ids=ids, attention_mask=mask).last_hidden_state, mask)
    set_bias(bias)
    u = (torch.randperm(batch) + torch.rand(batch)) / batch
    sigma = 2 * u / (1 + u)
    data, s = z[pick], sigma[:, None, None, None, None]
    noise = torch.randn_like(data)
    velocity = net(hidden_states=(1 - s) * data + s * noise, timestep=sigma * 1000, encoder_hidden_states=rows, return_dict=False)[0]
    losses = (velocity - (noise - data)).square().mean((1, 2, 3, 4))
    for o in optimizers:
        o.zero_grad()
    losses.mean().backward()
    together([p.grad for p in parameters if p.grad is not None])
    torch.nn.utils.clip_grad_norm_(parameters, 1.)
    for o in optimizers:
        o.step()
    with torch.no_grad():
        torch._foreach_lerp_(list(average.parameters()), list(net.parameters()), 1 - min(.998, (step + 1) / (step + 20)))
        now = torch.stack([losses.detach()[(sigma * 4).long().clamp(max=3) == i].mean() for i in range(4)])
        bins = torch.where(bins.isnan(), now, torch.where(now.isnan(), bins, .98 * bins + .02 * now))
    if step % 50 == 0 and rank == 0:
        print(f"step {step}, loss at sigma 0-1 in quarters {' '.join(f'{b:.3f}' for b in bins.tolist())}, {time.time() - start:.0f} s", flush=True)
    if step % 100 == 99:
        save()
        z, tokens = load_clips()  # new clips, and new wordings for the old ones
    step += 1
save()
