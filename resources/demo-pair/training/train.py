"""Train the whole pair on one GPU in a few minutes: VAE, text encoder, large, small and step-distilled transformer.
   python3 train.py prepare --start .. --work DIR          the tokenizer, and the text encoder's rows for its words
   python3 train.py train --start .. --work DIR --seconds 420
   python3 train.py distil --start .. --work DIR --seconds 600 --device cpu     phase 4 alone, again
It begins with the parts of the pair in --start. Everything is rendered on the fly (shapes.py); nothing is read from elsewhere.

1. The VAE, both halves. 2. A pool of clips, encoded. 3. In one step each: the large transformer with the text encoder, by flow
matching, and the small one. It learns what the large one (averaged) says in the middle of the trajectory, where the small
stage is. Early it sees other clips' captions, and late hardly anything: structure and detail are the large one's. 4. The small one for
few steps (LDL): the mean velocity over 2 to 4 steps of the large model's guided trajectories.

Velocity = noise - data, x_sigma = (1-sigma) data + sigma noise, timestep = 1000 sigma, the caption dropped in 10 % for guidance,
weights averaged. On the GPU, each training step is one CUDA graph."""
import argparse
import contextlib
import copy
import io
import json
import math
import os
import random
import time

import sentencepiece
import torch
from diffusers import AutoencoderKLWan, UniPCMultistepScheduler, WanTransformer3DModel
from sentencepiece import sentencepiece_model_pb2
from transformers import UMT5Config, UMT5EncoderModel

import shapes
from cross_attention import set_apart_zero_rows, short_text, shorten
from optim import MuonAndAdamW
from whole_sequence import decode, encode

TEXT_LENGTH = 23              # with the zero row 24, which attention kernels like
MIDDLE = (.2, .7)             # of the way from data to noise before the shift: where the small model agrees with the large one
EARLY, LATE = .12, .03        # shares of the small model's samples from before and after that
STEPS, SHIFT, GUIDANCE = 30, 3., 4.
SPANS, WEIGHTS = (2, 3, 4), (1, 3, 1)  # steps that one step of the distilled model covers
FIRST, LAST = 5, 26                    # of the grid of 30: early and late always belong to the large model
CLIP = (16, 5, 8, 8)


def word_pieces():
    """A SentencePiece unigram model that knows the words of the captions whole and spells out everything else."""
    rng, buffer = random.Random(3), io.BytesIO()
    texts = [shapes.caption(shapes.draw(rng), rng) for _ in range(8000)]
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


def prepare(start, work):
    """The tokenizer of the new captions, and the text encoder with its rows put where their words are now."""
    from transformers import T5Tokenizer
    folder, pieces = os.path.join(work, "tokenizer"), word_pieces()
    model = os.path.join(folder, "spiece.model")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "tokenizer_config.json"), "w") as f:
        json.dump({"tokenizer_class": "T5Tokenizer", "extra_ids": 0, "model_max_length": 512, "eos_token": "</s>",
                   "unk_token": "<unk>", "pad_token": "<pad>"}, f)
    with open(model, "wb") as f:
        f.write(pieces)
    T5Tokenizer.from_pretrained(folder).save_pretrained(folder)
    with open(model, "wb") as f:
        f.write(pieces)
    old = UMT5EncoderModel.from_pretrained(os.path.join(start, "large", "text_encoder"), torch_dtype=torch.float32)
    before, after = (sentencepiece.SentencePieceProcessor(model_file=m)
                     for m in (os.path.join(start, "large", "tokenizer", "spiece.model"), model))
    new = UMT5EncoderModel(UMT5Config(**{**old.config.to_dict(), "vocab_size": after.vocab_size(), "dtype": None}))
    torch.manual_seed(1)
    rows = old.shared.weight.detach()
    table = rows.mean(0) + rows.std(0) * torch.randn(after.vocab_size(), rows.shape[1])
    known = {before.id_to_piece(i): i for i in range(before.vocab_size())}
    for i in range(after.vocab_size()):
        if after.id_to_piece(i) in known:
            table[i] = rows[known[after.id_to_piece(i)]]
    state = {k: v for k, v in old.state_dict().items() if k not in ("shared.weight", "encoder.embed_tokens.weight")}
    new.load_state_dict({**state, "shared.weight": table, "encoder.embed_tokens.weight": table})
    new.save_pretrained(os.path.join(work, "text_encoder"))


def tokens(processor, texts):
    """Ids and mask [B,TEXT_LENGTH]."""
    rows = [processor.encode(t) + [1] for t in texts]
    assert max(map(len, rows)) <= TEXT_LENGTH
    ids = torch.tensor([r + [0] * (TEXT_LENGTH - len(r)) for r in rows])
    return ids, torch.tensor([[1.] * len(r) + [0.] * (TEXT_LENGTH - len(r)) for r in rows])


def read(text, ids, mask):
    """UMT5EncoderModel's forward, without its checks of the mask, which a CUDA graph cannot contain."""
    hidden = text.shared(ids)
    place = torch.arange(ids.shape[1], device=ids.device)
    bias = (mask[:, None, None] - 1) * 1e9
    for block in text.encoder.block:
        attention, feed = block.layer[0], block.layer[1]
        a, x = attention.SelfAttention, attention.layer_norm(hidden)
        q, k, v = (p(x).unflatten(2, (a.n_heads, -1)).transpose(1, 2) for p in (a.q, a.k, a.v))
        buckets = bucket(place[None] - place[:, None], a.relative_attention_num_buckets, a.relative_attention_max_distance)
        weights = (q @ k.mT + a.relative_attention_bias(buckets).permute(2, 0, 1) + bias).softmax(-1)
        hidden = hidden + a.o((weights @ v).transpose(1, 2).flatten(2))
        f, x = feed.DenseReluDense, feed.layer_norm(hidden)
        hidden = hidden + f.wo(torch.nn.functional.gelu(f.wi_0(x), approximate="tanh") * f.wi_1(x))
    return text.encoder.final_layer_norm(hidden)


def bucket(offset, count, most):
    """T5's buckets of relative positions, both directions."""
    half = count // 2
    exact, distance = half // 2, offset.abs()
    far = exact + (torch.log(distance.clamp(min=1).float() / exact) / math.log(most / exact) * (half - exact)).long()
    return (offset > 0) * half + torch.where(distance < exact, distance, far.clamp(max=half - 1))


class Clock:
    def __init__(self, seconds):
        self.begin, self.end = time.time(), time.time() + seconds

    def done(self):
        return (time.time() - self.begin) / (self.end - self.begin)


def rate(done, step, highest, warm=100, flat=.3):
    return highest * min(1, (step + 1) / warm) * max(.01, min(1, (1 - done) / (1 - flat)))


def graphed(step, as_graph):
    """The step, as a CUDA graph if asked."""
    if not as_graph:
        return step
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(5):
            step()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        step()
    return graph.replay


def average_of(net):
    return copy.deepcopy(net).eval().requires_grad_(False)


@torch.no_grad()
def follow(average, net, share):
    kept = list(average.parameters())  # torch._foreach_lerp_ would read the share back to the host
    gap = torch._foreach_sub(list(net.parameters()), kept)
    torch._foreach_mul_(gap, share)
    torch._foreach_add_(kept, gap)


def lay_out(net, layout):
    for parameter in net.parameters():
        if parameter.ndim == 5:
            parameter.data = parameter.data.contiguous(memory_format=layout)


class Trainer:
    def __init__(self, args):
        self.args, self.device = args, torch.device(args.device)
        self.half = (lambda: torch.autocast("cuda", torch.bfloat16, cache_enabled=False)) if self.device.type == "cuda" else contextlib.nullcontext
        self.began, self.rng = time.time(), random.Random(11)
        torch.manual_seed(7)
        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = torch.backends.cudnn.benchmark = True
        load = lambda kind, *p: kind.from_pretrained(os.path.join(args.start, *p), torch_dtype=torch.float32).to(self.device)
        self.vae = load(AutoencoderKLWan, "large", "vae")
        self.large = load(WanTransformer3DModel, "large", "transformer").train()
        self.small = load(WanTransformer3DModel, "small", "transformer").train()
        self.text = UMT5EncoderModel.from_pretrained(os.path.join(args.work, "text_encoder"), torch_dtype=torch.float32).to(self.device)
        self.processor = sentencepiece.SentencePieceProcessor(model_file=os.path.join(args.work, "tokenizer", "spiece.model"))

    def say(self, words):
        print(f"{time.time() - self.began:5.0f} s  {words}", flush=True)

    def take_trained(self):
        """What phase 4 needs, from DIR."""
        load = lambda kind, name: kind.from_pretrained(os.path.join(self.args.work, name), torch_dtype=torch.float32).to(self.device)
        self.averages = {name: load(WanTransformer3DModel, f"transformer_{name}").requires_grad_(False) for name in ("large", "small")}
        self.text = load(UMT5EncoderModel, "text_encoder_trained")
        self.empty = [t.to(self.device) for t in tokens(self.processor, [""])]

    def scenes(self, count):
        return [shapes.draw_new(self.rng) for _ in range(count)]

    def train_vae(self, seconds):
        device, vae, batch = self.device, self.vae.train(), self.args.vae_batch
        is_matrix = lambda n, p: p.ndim >= 2 and min(p.shape[0], p[0].numel()) > 1
        optimizer = MuonAndAdamW(list(vae.named_parameters()), is_matrix, device)

        def learn():
            x = shapes.render(self.scenes(batch), self.rng, device=device).contiguous(memory_format=layout)
            with self.half():
                mean, log_variance = (v.float() for v in encode(vae, x))
                kl = .5 * (mean ** 2 + log_variance.exp() - 1 - log_variance).mean()
                y = decode(vae, mean + (.5 * log_variance).exp() * torch.randn_like(mean)).float()
            edges = sum((y - x).diff(dim=d).abs().mean() for d in (-1, -2))
            loss = (y - x).abs().mean() + .5 * edges + 1e-4 * kl
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            return loss.detach(), (y.detach() - x).square().mean((1, 2, 3, 4))

        clock, speed = Clock(seconds), {}
        optimizer.set_rate(1e-4)
        for layout in (torch.contiguous_format, torch.channels_last_3d):
            lay_out(vae, layout)
            for i in range(6):
                if i == 2:
                    begin = time.time()
                error = learn()[1].mean().item()
            speed[layout] = time.time() - begin
        layout = min(speed, key=speed.get)
        lay_out(vae, layout)
        self.say(f"VAE: four steps in {speed}, {-10 * math.log10(error / 4):.2f} dB")
        step = 0
        while (done := clock.done()) < 1 or step == 0:
            optimizer.set_rate(rate(done, step, 1.2e-3, 30, .4))
            loss, error = learn()
            if step % 100 == 0:
                self.say(f"VAE step {step}, loss {loss.item():.4f}, {-10 * torch.log10(error / 4).mean().item():.2f} dB")
            step += 1
        self.say(f"VAE: {step} steps, loss {loss.item():.4f}, {-10 * torch.log10(error / 4).mean().item():.2f} dB")
        lay_out(vae, torch.contiguous_format)
        vae.eval().requires_grad_(False)

    @torch.no_grad()
    def encode_pool(self, count):
        latents, scenes = [], []
        while len(scenes) < count:
            found = self.scenes(64)
            latents.append(encode(self.vae, shapes.render(found, self.rng, device=self.device))[0].half())
            scenes += found
        z = torch.cat(latents)
        whole = z.float()
        mean, std = whole.mean((0, 2, 3, 4)), whole.std((0, 2, 3, 4))
        self.latents = {"latents_mean": mean.tolist(), "latents_std": std.tolist()}
        self.pool = ((whole - mean[:, None, None, None]) / std[:, None, None, None]).half()
        self.scenes_of_pool = scenes
        self.captions = [t.to(self.device) for t in tokens(self.processor, [shapes.caption(s, self.rng) for s in scenes])]
        self.empty = [t.to(self.device) for t in tokens(self.processor, [""])]
        self.say(f"{len(scenes)} clips encoded")

    def rows(self, pick, drop):
        """Text rows and bias of these clips' captions; those to drop are empty."""
        ids, mask = (torch.where(drop, e, c[pick]) for e, c in zip(self.empty, self.captions))
        return short_text(read(self.text, ids, mask), mask)

    def train_transformers(self, seconds):
        device, batch = self.device, self.args.batch
        is_matrix = lambda n, p: p.ndim == 2 and n.startswith("blocks.")
        with torch.no_grad():
            some = self.rows(torch.arange(64, device=device), torch.zeros(64, 1, dtype=torch.bool, device=device))[0].flatten(0, 1)
        nets = {"large": self.large, "small": self.small}
        for net in nets.values():
            set_apart_zero_rows(net, some)
        setters = {name: shorten(net) for name, net in nets.items()}
        self.averages = {name: average_of(net) for name, net in nets.items()}
        teacher = self.averages["large"]
        set_teacher = shorten(teacher)
        named = list(self.large.named_parameters()) + [("text." + n, p) for n, p in self.text.named_parameters()]
        optimizers = {"large": MuonAndAdamW(named, is_matrix, device, weight_decay=.02),
                      "small": MuonAndAdamW(list(self.small.named_parameters()), is_matrix, device, weight_decay=.02)}
        if self.args.compile:
            for net in (*nets.values(), teacher):
                for block in net.blocks:
                    block.compile()
        share = torch.full((), .001, device=device)
        seen = {name: torch.full((4,), .5, device=device) for name in nets}
        even, quarters = torch.arange(batch, device=device), torch.arange(4, device=device)

        def noised(pick, t):
            data, noise = self.pool[pick].float(), torch.randn(batch, *CLIP, device=device)
            sigma = SHIFT * t / (1 + (SHIFT - 1) * t)
            s = sigma[:, None, None, None, None]
            return (1 - s) * data + s * noise, noise - data, sigma

        def velocity(net, x, sigma, rows):
            with self.half():
                return net(hidden_states=x, timestep=sigma * 1000, encoder_hidden_states=rows, return_dict=False)[0].float()

        def learn(name, found, target, sigma):
            losses = (found - target).square().mean((1, 2, 3, 4))
            optimizers[name].zero_grad()
            losses.mean().backward()
            optimizers[name].step()
            with torch.no_grad():
                follow(self.averages[name], nets[name], share)
                of = ((sigma * 4).long().clamp(max=3)[:, None] == quarters).float()
                now = (of * losses.detach()[:, None]).sum(0) / of.sum(0).clamp(min=1e-6)
                seen[name].copy_(torch.where(of.sum(0) > 0, .99 * seen[name] + .01 * now, seen[name]))

        def step():
            pick, drop = torch.randint(len(self.pool), (batch,), device=device), torch.rand(batch, 1, device=device) < .1
            rows, bias = self.rows(pick, drop)
            u = (even + torch.rand(batch, device=device)) / batch
            x, target, sigma = noised(pick, 2 * u / (1 + u) / (SHIFT - (SHIFT - 1) * 2 * u / (1 + u)))
            setters["large"](bias)
            learn("large", velocity(self.large, x, sigma, rows), target, sigma)
            with torch.no_grad():
                where = torch.rand(batch, device=device)
                is_early, is_late = where < EARLY, where > 1 - LATE
                t = MIDDLE[0] + (MIDDLE[1] - MIDDLE[0]) * torch.rand(batch, device=device)
                t = torch.where(is_early, MIDDLE[1] + (1 - MIDDLE[1]) * torch.rand(batch, device=device), t)
                t = torch.where(is_late, MIDDLE[0] * torch.rand(batch, device=device), t)
                pick, others = (torch.randint(len(self.pool), (batch,), device=device) for _ in range(2))
                rows, bias = self.rows(torch.where(is_early, others, pick), torch.rand(batch, 1, device=device) < .1)
                x, target, sigma = noised(pick, t)
                set_teacher(bias)
                said = velocity(teacher, x, sigma, rows)
                target = torch.where((is_early | is_late)[:, None, None, None, None], target, said)
            setters["small"](bias)
            learn("small", velocity(self.small, x, sigma, rows), target, sigma)

        for optimizer in optimizers.values():
            optimizer.set_rate(0.)
        run = graphed(step, self.args.graphs)
        self.say("transformers: ready")
        clock, count = Clock(seconds), 0
        while (done := clock.done()) < 1:
            for name, optimizer in optimizers.items():
                optimizer.set_rate(rate(done, count, self.args.lr))
            share.fill_(1 - min(.999, (count + 1) / (count + 20)))
            run()
            if count % 500 == 0:
                self.say(f"step {count}, loss by quarter of sigma: "
                         + "; ".join(f"{name} {' '.join(f'{v:.3f}' for v in s.tolist())}" for name, s in seen.items()))
            count += 1
        self.say(f"transformers: {count} steps")
        self.text.requires_grad_(False)

    @torch.no_grad()
    def guided(self, net, setter, x, t, texts):
        found = []
        for rows, bias in texts:
            setter(bias)
            with self.half():
                found.append(net(x, t.expand(len(x)), rows, return_dict=False)[0].float())
        return found[1] + GUIDANCE * (found[0] - found[1])

    def distil(self, seconds, trajectories):
        """The small model for long steps, from guided trajectories of the large one."""
        device, batch = self.device, self.args.batch
        scheduler = UniPCMultistepScheduler.from_pretrained(os.path.join(self.args.start, "large", "scheduler"))
        teacher, all_latents = self.averages["large"], []
        setter = shorten(teacher)
        captions = [t.to(device) for t in tokens(self.processor, [shapes.caption(s) for s in self.scenes(trajectories)])]
        with torch.no_grad():
            rows, bias = short_text(read(self.text, *captions), captions[1])
            none = short_text(read(self.text, *self.empty), self.empty[1])
            for i in range(0, trajectories, self.args.batch):
                part = slice(i, i + self.args.batch)
                x = torch.randn(len(rows[part]), *CLIP, device=device)
                texts = [(rows[part], bias[part]), tuple(v.expand(len(x), *v.shape[1:]) for v in none)]
                scheduler.set_timesteps(STEPS, device=device)
                latents = [x]
                for t in scheduler.timesteps:
                    x = scheduler.step(self.guided(teacher, setter, x, t, texts), t, x, return_dict=False)[0]
                    latents.append(x)
                all_latents.append(torch.stack(latents, 1).half())
        path, sigmas, timesteps = torch.cat(all_latents), scheduler.sigmas.to(device), scheduler.timesteps.float()
        self.say(f"{len(path)} trajectories")
        net = copy.deepcopy(self.averages["small"]).train().requires_grad_(True)
        set_apart_zero_rows(net, rows[:64].flatten(0, 1))
        set_bias, average = shorten(net), average_of(net)
        optimizer = MuonAndAdamW(list(net.named_parameters()), lambda n, p: p.ndim == 2 and n.startswith("blocks."), device)
        share, loss_seen = torch.full((), .002, device=device), torch.zeros((), device=device)
        spans = torch.tensor([s for s, w in zip(SPANS, WEIGHTS) for _ in range(w)], device=device)

        def step():
            pick, span = torch.randint(len(path), (batch,), device=device), spans[torch.randint(len(spans), (batch,), device=device)]
            i = FIRST + (torch.rand(batch, device=device) * (LAST - span - FIRST + 1)).long()
            x, y = path[pick, i].float(), path[pick, i + span].float()
            target = (y - x) / (sigmas[i + span] - sigmas[i])[:, None, None, None, None]
            set_bias(bias[pick])
            with self.half():
                found = net(hidden_states=x, timestep=timesteps[i], encoder_hidden_states=rows[pick], return_dict=False)[0].float()
            loss = (found - target).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            follow(average, net, share)
            loss_seen.copy_(loss.detach())

        optimizer.set_rate(0.)
        run = graphed(step, self.args.graphs)
        clock, count = Clock(seconds), 0
        while (done := clock.done()) < 1:
            optimizer.set_rate(rate(done, count, 2e-3, 50))
            share.fill_(1 - min(.998, (count + 1) / (count + 20)))
            run()
            if count % 500 == 0:
                self.say(f"distilled: step {count}, loss {loss_seen.item():.4f}")
            count += 1
        self.averages["distilled"] = average
        self.say(f"distilled: {count} steps")

    def save(self, names):
        for name in names:
            self.put(self.averages[name], f"transformer_{name}")
        self.say("saved " + ", ".join(names))

    def save_text_and_vae(self):
        self.put(self.text, "text_encoder_trained")
        self.vae.register_to_config(**self.latents)
        self.put(self.vae, "vae")

    def put(self, part, name):
        copy.deepcopy(part).to("cpu", torch.float16).save_pretrained(os.path.join(self.args.work, name))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["prepare", "train", "distil"])
    ap.add_argument("--start", required=True)
    ap.add_argument("--work", required=True)
    ap.add_argument("--seconds", type=float, default=420)
    ap.add_argument("--vae-share", type=float, default=.27)
    ap.add_argument("--distil-share", type=float, default=.05)
    ap.add_argument("--clips", type=int, default=24576)
    ap.add_argument("--trajectories", type=int, default=2048)
    ap.add_argument("--batch", type=int, default=128)
    ap.add_argument("--vae-batch", type=int, default=16)
    ap.add_argument("--lr", type=float, default=3e-3)
    ap.add_argument("--device", default="cuda")
    ap.add_argument("--compile", action="store_true", help="compile the transformers' blocks: faster steps, half a minute later")
    ap.add_argument("--graphs", action=argparse.BooleanOptionalAction, default=True, help="on a GPU, each step as one CUDA graph")
    args = ap.parse_args()
    args.graphs = args.graphs and args.device.startswith("cuda")
    if args.what == "prepare":
        return prepare(args.start, args.work)
    trainer = Trainer(args)
    if args.what == "distil":
        trainer.take_trained()
        trainer.distil(args.seconds, args.trajectories)
        return trainer.save(["distilled"])
    begin = time.time()
    trainer.train_vae(args.vae_share * args.seconds)
    trainer.encode_pool(args.clips)
    left = args.seconds - (time.time() - begin)
    trainer.train_transformers(left - args.distil_share * args.seconds - .03 * args.seconds)
    trainer.save_text_and_vae()
    trainer.save(["large", "small"])
    trainer.distil(args.distil_share * args.seconds, args.trajectories)
    trainer.save(["distilled"])


if __name__ == "__main__":
    main()
