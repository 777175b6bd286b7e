# SPDX-License-Identifier: MIT
"""LoRAs of every spelling for the text encoders of the tiny pairs, UMT5 (WAN) and T5 (LTX), and what transformers computes with them.

The changed weights are computed in float64 from the formulas and put into transformers' own models in float64, whose
forward is the reference.

OUT/<encoder>/model, model_original           model folders with transformers' and with UMT5's original names
OUT/<encoder>/<case>.safetensors              the LoRA files
OUT/<encoder>.safetensors                     "ids", "mask" and the results: "<case>", "both"; "base" without LoRA
OUT/cases.json                                [case]
"""
import argparse
import copy
import json
import os

import torch
from safetensors.torch import save_file

import make_tiny_pairs
from models_lora import AB, ALPHA, DOT_UP, RANK, Case, changed, save_folder
from models_wan import UMT5_RULES, rename

STRENGTH = 0.7
VOCABULARY = 208
LAYERS = [f"layer.0.SelfAttention.{name}" for name in "qkvo"] + [f"layer.1.DenseReluDense.{name}" for name in ("wi_0", "wi_1", "wo")]
LINEAR_LAYER = {"down": ".lora_linear_layer.down.weight", "up": ".lora_linear_layer.up.weight"}
DEFAULT = {"down": ".lora_A.default.weight", "up": ".lora_B.default.weight"}


class Encoder:
    def __init__(self, name):
        self.name = name
        self.model = make_tiny_pairs.make_text_encoder(name == "umt5", VOCABULARY, 1)
        blocks = len(self.model.encoder.block)
        self.layers = [f"encoder.block.{i}.{layer}" for i in range(blocks) for layer in LAYERS]
        self.comfy = f"text_encoders.{name}xxl.transformer."

    @staticmethod
    def original(name):
        return rename(name, UMT5_RULES)

    def spellings(self):  # as in models_lora.py
        return {
            "diffusers": (AB, "text_encoder.", False, ".", "header"),
            "diffusers_second": (AB, "text_encoder_2.", False, ".", None),
            "linear_layer": (LINEAR_LAYER, "text_encoder.", False, ".", None),
            "comfy": (DOT_UP, self.comfy, False, ".", "tensor"),
            "kohya": (DOT_UP, "lora_te_", False, "_", "tensor"),
            "onetrainer": (DOT_UP, "lora_te1_", False, "_", "tensor"),
            "kohya_third": (DOT_UP, "lora_te3_", False, "_", "tensor"),
            "peft": (DEFAULT, "base_model.model.", False, ".", None),
            "original": (DOT_UP, "text_encoder.", True, ".", "tensor"),
        }


def tables(encoder, seed):
    """Norms and tables: differences, and a pair of low rank for a table of positions."""
    case = Case(encoder, encoder.model, "tables", seed)
    position = "encoder.block.0.layer.0.SelfAttention.relative_attention_bias"
    for name in ("shared", position, "encoder.block.1.layer.0.layer_norm", "encoder.block.2.layer.1.layer_norm", "encoder.final_layer_norm"):
        difference = 0.3 * case.make(*case.state[name + ".weight"].shape)
        case.tensors[encoder.comfy + name + ".diff"] = difference
        case.changes[name + ".weight"] = difference.double()
    if encoder.name == "umt5":
        position = "encoder.block.1.layer.0.SelfAttention.relative_attention_bias"
        case.add(position, "lora", DOT_UP, encoder.comfy, False, ".", "tensor")
    return case


def cases_of(encoder):
    cases = []
    for seed, (name, spelling) in enumerate(encoder.spellings().items()):
        case = Case(encoder, encoder.model, name, 100 + seed)
        for layer in encoder.layers:
            case.add(layer, "lora", *spelling)
        if spelling[-1] == "header":  # beside that of a transformer, which has another
            case.metadata["lora_adapter_metadata"] = json.dumps(
                {"text_encoder.r": RANK, "text_encoder.lora_alpha": ALPHA, "transformer.r": RANK, "transformer.lora_alpha": 16 * ALPHA})
        cases.append(case)
    for seed, kind in enumerate(("dora_rows", "loha", "lokr_factors", "diff")):
        case = Case(encoder, encoder.model, kind, 200 + seed)
        for layer in encoder.layers:
            case.add(layer, kind, DOT_UP, "lora_te1_", False, "_", "tensor")
        cases.append(case)
    return cases + [tables(encoder, 300)]


def write(out, encoder):
    folder = os.path.join(out, encoder.name)
    encoder.model.save_pretrained(os.path.join(folder, "model"))
    state = {k: v for k, v in encoder.model.state_dict().items() if "embed_tokens" not in k}
    save_folder(os.path.join(folder, "model_original"), {encoder.original(k): v for k, v in state.items()}, {})
    ids = torch.randint(2, 200, (1, 40), generator=torch.Generator().manual_seed(30))
    mask = (torch.arange(40) < 33).long()[None]
    ids = torch.where(mask.bool(), ids, 0)
    exact = copy.deepcopy(encoder.model).double()

    def forward(*cases_and_strengths):
        model = changed(exact, *cases_and_strengths)
        model.set_input_embeddings(model.shared)  # both of its names
        return model(ids, mask).last_hidden_state

    cases = {case.name: case for case in cases_of(encoder)}
    results = {"base": forward()}
    for name, case in cases.items():
        case.save(folder)
        results[name] = forward((case, STRENGTH))
        assert (results[name] - results["base"]).norm() / results["base"].norm() > 1e-2, name
    results["both"] = forward((cases["comfy"], STRENGTH), (cases["loha"], -0.4))
    save_file({"ids": ids, "mask": mask} | {k: v.contiguous() for k, v in results.items()}, os.path.join(out, encoder.name + ".safetensors"))
    return list(cases)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    os.makedirs(out, exist_ok=True)
    names = [write(out, Encoder(name)) for name in ("umt5", "t5")]
    assert names[0] == names[1]
    with open(os.path.join(out, "cases.json"), "w") as f:
        json.dump(names[0], f)


if __name__ == "__main__":
    main()
