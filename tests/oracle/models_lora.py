# SPDX-License-Identifier: MIT
"""LoRAs of every spelling and kind for tiny WAN and LTX transformers, and what diffusers computes with them.

The changed weights are computed in float64 from the formulas and put into diffusers' own models, whose forward is the
reference. The names of the spellings that diffusers reads are checked against its loader.

OUT/<family>/transformer, transformer_original, other     model folders; other: of another width
OUT/<family>/fp8, fp8_plain, q8, q8_plain                 quantised checkpoints with the original names, and their twins
OUT/<family>/<case>.safetensors                           the LoRA files
OUT/<family>.safetensors                                  inputs and results: "<case>", "both"; "base" without LoRA
OUT/cases.json                                            {family: [case]}
OUT/peft.json                                             {family: {case: strength}}: results of diffusers with peft
"""
import argparse
import copy
import json
import os

import gguf
import torch
from diffusers import LTXPipeline, WanPipeline
from safetensors.torch import save_file

import lora_peft
import make_tiny_pairs
from make_tiny_pairs import D_TEXT as TEXT_DIM
from models_ltx import original_name as ltx_original
from models_wan import TRANSFORMER_RULES, randn, rename

RANK, ALPHA = 4, 3.0
ATTENTIONS = [f"attn{i}.{layer}" for i in (1, 2) for layer in ("to_q", "to_k", "to_v", "to_out.0")]


class Wan:
    name, pipeline, block = "wan", WanPipeline, "blocks"

    @staticmethod
    def model(heads=4, layers=3, ffn=128, seed=3):
        return make_tiny_pairs.wan_transformer(heads, layers, ffn, seed)

    @staticmethod
    def original(name):
        return rename(name, TRANSFORMER_RULES)

    @staticmethod
    def inputs():
        text = randn(20, 1, 512, TEXT_DIM)
        text[:, 7:] = 0
        return {"latents": randn(10, 1, 16, 3, 4, 4), "text": text, "timestep": torch.tensor([500.0])}

    @staticmethod
    def forward(model, i):
        return model(i["latents"], i["timestep"], i["text"]).sample

    layers = ATTENTIONS + ["ffn.net.0.proj", "ffn.net.2"]
    ends = ["condition_embedder.time_proj", "condition_embedder.text_embedder.linear_1", "proj_out"]
    vectors = ["attn1.norm_q", "norm2"]


class Ltx:
    name, pipeline, block = "ltx", LTXPipeline, "transformer_blocks"

    @staticmethod
    def model(heads=4, layers=3, ffn=None, seed=3):
        return make_tiny_pairs.ltx_transformer(heads, layers, 16, seed)

    original = staticmethod(ltx_original)

    @staticmethod
    def inputs():
        return {"latents": LTXPipeline._pack_latents(randn(10, 1, 16, 3, 4, 4)), "text": randn(20, 1, 128, TEXT_DIM),
                "timestep": torch.tensor([500.0]), "mask": (torch.arange(128) < 7).long()[None]}

    @staticmethod
    def forward(model, i):
        return model(hidden_states=i["latents"], encoder_hidden_states=i["text"], timestep=i["timestep"],
                     encoder_attention_mask=i["mask"], return_dict=False, num_frames=3, height=4, width=4,
                     rope_interpolation_scale=(8 / 25, 32, 32))[0]

    layers = ATTENTIONS + ["ff.net.0.proj", "ff.net.2"]
    ends = ["time_embed.linear", "caption_projection.linear_1", "proj_in"]
    vectors = ["attn1.norm_q"]


def layers_of(family, model):
    count = len(getattr(model, family.block))
    return [f"{family.block}.{i}.{layer}" for i in range(count) for layer in family.layers] + family.ends


def change(weight, kind, make, scale):
    """What a layer of this kind stores, and the change of its weight at strength 1, in float64."""
    rows, columns = weight.shape
    w = weight.double()
    pair = {"down": make(RANK, columns) / columns ** 0.5, "up": make(rows, RANK)}
    delta = scale * pair["up"].double() @ pair["down"].double()
    changed = w + delta
    lengths = lambda numbers: 1 + 0.3 * numbers.abs()
    if kind == "lora":
        return pair, delta
    if kind == "dora_rows":
        stored = pair | {"dora_scale": w.norm(dim=1, keepdim=True).float() * lengths(make(rows, 1))}
        return stored, changed * (stored["dora_scale"].double() / w.norm(dim=1, keepdim=True)) - w
    if kind == "dora_columns":
        stored = pair | {"dora_scale": w.norm(dim=0, keepdim=True).float() * lengths(make(1, columns))}
        return stored, changed * (stored["dora_scale"].double() / changed.norm(dim=0, keepdim=True)) - w
    if kind == "dora_peft":
        stored = pair | {"magnitude": w.norm(dim=1).float() * lengths(make(rows))}
        return stored, changed * (stored["magnitude"].double() / changed.norm(dim=1))[:, None] - w
    if kind == "loha":
        stored = {"hada_w1_a": make(rows, RANK), "hada_w1_b": make(RANK, columns) / columns ** 0.5,
                  "hada_w2_a": make(rows, RANK) / 2, "hada_w2_b": make(RANK, columns) / 2}
        s = {k: v.double() for k, v in stored.items()}
        return stored, scale * (s["hada_w1_a"] @ s["hada_w1_b"]) * (s["hada_w2_a"] @ s["hada_w2_b"])
    if kind == "lokr_whole":  # its alpha is not used
        stored = {"lokr_w1": make(4, 2), "lokr_w2": make(rows // 4, columns // 2) / columns ** 0.5}
        return stored, torch.kron(stored["lokr_w1"].double(), stored["lokr_w2"].double())
    if kind == "lokr_factors":
        stored = {"lokr_w1_a": 0.3 * make(4, RANK), "lokr_w1_b": make(RANK, 2),
                  "lokr_w2_a": make(rows // 4, RANK), "lokr_w2_b": make(RANK, columns // 2) / columns ** 0.5}
        s = {k: v.double() for k, v in stored.items()}
        return stored, scale * torch.kron(s["lokr_w1_a"] @ s["lokr_w1_b"], s["lokr_w2_a"] @ s["lokr_w2_b"])
    assert kind == "diff", kind
    stored = {"diff": make(rows, columns) / columns ** 0.5}
    return stored, stored["diff"].double()


DOT_UP = {"down": ".lora_down.weight", "up": ".lora_up.weight"}
AB = {"down": ".lora_A.weight", "up": ".lora_B.weight"}
# name: suffixes, prefix, whether the names are the original ones, separator, where alpha is, known to diffusers
SPELLINGS = {
    "comfy": (DOT_UP, "diffusion_model.", True, ".", "tensor", True),
    "comfy_ab": (AB, "diffusion_model.", True, ".", None, True),
    "single": (DOT_UP, "model.diffusion_model.", True, ".", "tensor", False),
    "kohya": (DOT_UP, "lora_unet_", True, "_", "tensor", True),
    "fun": (DOT_UP, "lora_unet__", True, "_", "tensor", False),
    "lycoris": (DOT_UP, "lycoris_", True, "_", "tensor", False),
    "diffusers": (AB, "transformer.", False, ".", "header", True),
    "default": ({"down": ".lora_A.default.weight", "up": ".lora_B.default.weight"}, "base_model.model.", False, ".", None, False),
    "bare": ({"down": ".lora_A", "up": ".lora_B"}, "", False, ".", None, False),
    "dots": ({"down": ".lora.down.weight", "up": ".lora.up.weight"}, "transformer.", False, ".", None, False),
    "underscore": ({"down": "_lora.down.weight", "up": "_lora.up.weight"}, "transformer.", False, ".", None, False),
    "linear_layer": ({"down": ".lora_linear_layer.down.weight", "up": ".lora_linear_layer.up.weight"}, "transformer.",
                     False, ".", None, False),
}
KINDS = ["dora_rows", "dora_columns", "dora_peft", "loha", "lokr_whole", "lokr_factors", "diff"]


class Case:
    """A file, and the changes of a model that it stands for, by diffusers' names of the tensors."""

    def __init__(self, family, model, name, seed):
        self.family, self.name, self.tensors, self.metadata, self.changes = family, name, {}, {}, {}
        generator = torch.Generator().manual_seed(seed)
        self.make = lambda *shape: torch.randn(shape, generator=generator)
        self.state = model.state_dict()

    def add(self, layer, kind, suffixes, prefix, original, separator, alpha):
        weight = self.state[layer + ".weight"]
        stored, delta = change(weight, kind, self.make, ALPHA / RANK if alpha else 1.0)
        spelled = (self.family.original(layer + ".weight").removesuffix(".weight") if original else layer)
        spelled = prefix + spelled.replace(".", separator)
        for part, tensor in stored.items():
            self.tensors[spelled + suffixes.get(part, "." + part)] = tensor.contiguous()
        if alpha == "tensor" and kind != "diff":
            self.tensors[spelled + ".alpha"] = torch.tensor(ALPHA)
        self.changes[layer + ".weight"] = delta
        return spelled

    def save(self, folder):
        save_file(self.tensors, os.path.join(folder, self.name + ".safetensors"), self.metadata or None)


def spelled(family, model, name, seed):
    suffixes, prefix, original, separator, alpha, known = SPELLINGS[name]
    case = Case(family, model, name, seed)
    for layer in layers_of(family, model):
        case.add(layer, "lora", suffixes, prefix, original, separator, alpha)
    if alpha == "header":
        case.metadata["lora_adapter_metadata"] = json.dumps(
            {"transformer.r": RANK, "transformer.lora_alpha": ALPHA, "transformer.alpha_pattern": {}})
    return case, known and not (family is Ltx and alpha == "tensor")  # diffusers reads no LTX alphas


def of_kind(family, model, kind, seed):
    case = Case(family, model, kind, seed)
    suffixes = AB | {"magnitude": ".lora_magnitude_vector"} if kind == "dora_peft" else DOT_UP
    for layer in layers_of(family, model):
        case.add(layer, kind, suffixes, "diffusion_model.", True, ".", None if kind == "dora_peft" else "tensor")
    return case


def with_vectors(family, model, seed):
    """As distillation LoRAs are: pairs, biases, norms and tables."""
    case = Case(family, model, "vectors", seed)
    for layer in layers_of(family, model):
        name = case.add(layer, "lora", AB, "diffusion_model.", True, ".", None)
        bias = 0.3 * case.make(*case.state[layer + ".bias"].shape)
        case.tensors[name + ".diff_b"], case.changes[layer + ".bias"] = bias, bias.double()
    for i in range(len(getattr(model, family.block))):
        for vector in family.vectors:
            layer = f"{family.block}.{i}.{vector}"
            name = "diffusion_model." + family.original(layer + ".weight").removesuffix(".weight")
            difference = 0.3 * case.make(*case.state[layer + ".weight"].shape)
            case.tensors[name + ".diff"], case.changes[layer + ".weight"] = difference, difference.double()
        table = f"{family.block}.{i}.scale_shift_table"
        difference = 0.3 * case.make(*case.state[table].shape)
        name = "diffusion_model." + family.original(table)
        # LightX2V's spelling for WAN.
        name = name.replace(".modulation", ".diff_m") if i % 2 == 0 and name.endswith(".modulation") else name + ".diff"
        case.tensors[name] = difference
        case.changes[table] = difference.double()
    return case


def changed(model, *cases_and_strengths):
    model = copy.deepcopy(model)
    state = model.state_dict()
    with torch.no_grad():
        for name in state:
            total = state[name].double()
            for case, strength in cases_and_strengths:
                if name in case.changes:
                    total = total + strength * case.changes[name]
            state[name].copy_(total)
    return model


def check_names(family, case):
    """diffusers' loader finds the same factors for the same layers of the blocks; it knows no alphas of others."""
    loaded = family.pipeline.lora_state_dict({k: v.clone() for k, v in case.tensors.items() if "blocks" in k})
    factors = {}
    for key, tensor in loaded.items():
        layer, side = key.removeprefix("transformer.").split(".lora_")
        factors.setdefault(layer, {})[side[0]] = tensor.double()
    in_header = "lora_adapter_metadata" in case.metadata
    for layer, pair in factors.items():
        delta = pair["B"] @ pair["A"] * (ALPHA / RANK if in_header else 1)
        torch.testing.assert_close(delta, case.changes[layer + ".weight"], rtol=1e-5, atol=1e-6)
    assert len(factors) == len([k for k in case.changes if family.block in k]), (case.name, len(factors))


def save_folder(folder, state, config):
    os.makedirs(folder, exist_ok=True)
    save_file({k: v.contiguous() for k, v in state.items()}, os.path.join(folder, "model.safetensors"))
    with open(os.path.join(folder, "config.json"), "w") as f:
        json.dump(config, f)


def quantised(folder, state, config):
    """Matrices of the blocks as plain fp8 and as Q8_0, beside checkpoints with the numbers that these stand for."""
    inside = lambda k, v: v.ndim == 2 and "blocks." in k and k.endswith(".weight") and v.shape[1] % 32 == 0
    fp8 = {k: v.to(torch.float8_e4m3fn) if inside(k, v) else v for k, v in state.items()}
    save_folder(os.path.join(folder, "fp8"), fp8, config)
    save_folder(os.path.join(folder, "fp8_plain"), {k: v.float() for k, v in fp8.items()}, config)
    plain = {}
    os.makedirs(os.path.join(folder, "q8"), exist_ok=True)
    writer = gguf.GGUFWriter(os.path.join(folder, "q8", "model.gguf"), "wan")
    for k, v in state.items():
        numbers = v.contiguous().numpy()
        if inside(k, v):
            blocks = gguf.quantize(numbers, gguf.GGMLQuantizationType.Q8_0)
            writer.add_tensor(k, blocks, raw_dtype=gguf.GGMLQuantizationType.Q8_0)
            plain[k] = torch.from_numpy(gguf.dequantize(blocks, gguf.GGMLQuantizationType.Q8_0))
        elif v.ndim > 4:
            plain[k] = v
            writer.add_array(f"comfy.gguf.orig_shape.{k}", list(v.shape))
            writer.add_tensor(k, numbers.reshape(v.shape[0] * v.shape[1], -1))
        else:
            plain[k] = v
            writer.add_tensor(k, numbers)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    save_folder(os.path.join(folder, "q8_plain"), plain, config)
    with open(os.path.join(folder, "q8", "config.json"), "w") as f:
        json.dump(config, f)


def write(out, family):
    folder = os.path.join(out, family.name)
    model = family.model()
    model.save_pretrained(os.path.join(folder, "transformer"))
    family.model(heads=2, layers=2, ffn=64, seed=4).save_pretrained(os.path.join(folder, "other"))
    config = {"num_heads": 4, "num_attention_heads": 4}
    original = {family.original(k): v for k, v in model.state_dict().items()}
    save_folder(os.path.join(folder, "transformer_original"), original, config)
    if family is Wan:
        quantised(folder, original, config)
    inputs = family.inputs()
    results = {"base": family.forward(model, inputs)}
    cases = {}
    for seed, name in enumerate(SPELLINGS):
        case, known = spelled(family, model, name, 100 + seed)
        cases[name] = case
        case.save(folder)
        if known:
            check_names(family, case)
    for seed, kind in enumerate(KINDS):
        cases[kind] = of_kind(family, model, kind, 200 + seed)
    cases["vectors"] = with_vectors(family, model, 300)
    for name, case in cases.items():
        case.save(folder)
        results[name] = family.forward(changed(model, (case, 0.7)), inputs)
        assert not torch.allclose(results[name], results["base"], rtol=1e-2), name
    results["both"] = family.forward(changed(model, (cases["comfy"], 0.7), (cases["loha"], -0.4)), inputs)
    add = lambda case, layer, name: case.add(layer, "lora", *SPELLINGS[name][:5])
    strengths, with_peft = lora_peft.write(family, model, inputs, folder, layers_of(family, model),
                                           lambda name, seed: Case(family, model, name, seed), add, changed)
    results |= with_peft
    save_file({k: v.contiguous() for k, v in (inputs | results).items()}, os.path.join(out, family.name + ".safetensors"))
    return list(cases), strengths


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    os.makedirs(out, exist_ok=True)
    cases, strengths = {}, {}
    for family in (Wan, Ltx):
        cases[family.name], strengths[family.name] = write(out, family)
    for name, content in (("cases", cases), ("peft", strengths)):
        with open(os.path.join(out, name + ".json"), "w") as f:
            json.dump(content, f)


if __name__ == "__main__":
    main()
