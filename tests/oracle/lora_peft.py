# SPDX-License-Identifier: MIT
"""What diffusers computes with peft: LoRAs of every spelling and kind that it reads, loaded by its own functions.

Where the formula of models_lora.py applies, the result is compared with it: a layer that diffusers leaves out would go unnoticed.
"""
import copy

import torch
from diffusers.training_utils import _collate_lora_metadata
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict

RANK, ALPHA = 4, 3.0
STRENGTH = 0.7


def pipeline(family, model):
    parts = dict(tokenizer=None, text_encoder=None, vae=None, scheduler=None)
    return family.pipeline(transformer=model, **parts)


def relative(found, wanted):
    return ((found - wanted).norm() / wanted.norm()).item()


def loaded(family, model, folder, name, strength):
    """The model as load_lora_weights() leaves it."""
    model = copy.deepcopy(model)
    pipe = pipeline(family, model)
    pipe.load_lora_weights(folder, weight_name=name + ".safetensors", adapter_name="it")
    pipe.set_adapters(["it"], [strength])
    return model


def written(family, model, folder, name, layers, **more):
    """A LoRA of all layers, written by diffusers itself, with its configuration in the header."""
    model = copy.deepcopy(model)
    model.add_adapter(LoraConfig(r=RANK, lora_alpha=ALPHA, target_modules=layers, **more))
    generator = torch.Generator().manual_seed(7)
    for key, parameter in model.named_parameters():
        if "lora_" not in key:
            continue
        random = torch.randn(parameter.shape, generator=generator)
        if "magnitude" in key:
            parameter.copy_(parameter * (1 + 0.3 * random.abs()))
        else:
            parameter.copy_(random / parameter.shape[-1] ** 0.5 if "lora_A" in key else random)
    family.pipeline.save_lora_weights(folder, transformer_lora_layers=get_peft_model_state_dict(model), weight_name=name + ".safetensors",
                                      **_collate_lora_metadata({"transformer": model}))


def kronecker(case, layer, whole):
    """Factors of the sizes that peft chooses."""
    rows, columns = case.state[layer + ".weight"].shape
    largest = lambda n: max(d for d in range(1, n + 1) if n % d == 0 and d * d <= n)
    a, b = largest(rows), largest(columns)
    stored = {"lokr_w1": case.make(a, b)}
    if whole:
        stored["lokr_w2"] = second = case.make(rows // a, columns // b) / columns ** 0.5
    else:
        stored["lokr_w2_a"], stored["lokr_w2_b"] = case.make(rows // a, 2), case.make(2, columns // b) / columns ** 0.5
        second = stored["lokr_w2_a"].double() @ stored["lokr_w2_b"].double()
    for part, tensor in stored.items():
        case.tensors[f"transformer.{layer}.{part}"] = tensor
    case.changes[layer + ".weight"] = torch.kron(stored["lokr_w1"].double(), second.double())


def write(family, model, inputs, folder, layers, make_case, add, changed):
    """Writes the files, and returns {case: strength} and the results. add(case, layer, spelling) adds a LoRA of a layer."""
    strengths, results = {}, {}

    def keep(name, strength, found):
        strengths[name], results[name] = strength, family.forward(found, inputs)

    def expect(name, case):
        error = relative(results[name], family.forward(changed(model, (case, STRENGTH)), inputs))
        assert error <= 1e-5, (family.name, name, error)

    inside = [layer for layer in layers if "blocks" in layer]  # diffusers knows the original names of these alone
    for seed, spelling in enumerate(["comfy_ab", "dots"] + (["comfy", "kohya"] if family.name == "wan" else [])):
        case = make_case("peft_" + spelling, 400 + seed)
        for layer in inside:
            add(case, layer, spelling)
        case.save(folder)
        keep(case.name, STRENGTH, loaded(family, model, folder, case.name, STRENGTH))
        expect(case.name, case)
    for kind in ("whole", "factors"):
        case = make_case("peft_lokr_" + kind, 500)
        for layer in layers:
            kronecker(case, layer, kind == "whole")
        case.save(folder)
        found = copy.deepcopy(model)
        found.load_lora_adapter({k: v.clone() for k, v in case.tensors.items()}, prefix="transformer", adapter_name="it")
        found.set_adapters(["it"], [STRENGTH])
        keep(case.name, STRENGTH, found)
        expect(case.name, case)
    # At other strengths, peft scales what is inside DoRA's norm, this program and ComfyUI its result.
    for name, strength, more in (("peft_plain", STRENGTH, {}), ("peft_bias", STRENGTH, dict(lora_bias=True)),
                                 ("peft_rank_stabilized", STRENGTH, dict(use_rslora=True)), ("peft_dora", 1.0, dict(use_dora=True))):
        written(family, model, folder, name, layers, **more)
        keep(name, strength, loaded(family, model, folder, name, strength))
    base = family.forward(model, inputs)
    for name, result in results.items():
        assert relative(result, base) > 1e-2, (family.name, name)
    return strengths, results
