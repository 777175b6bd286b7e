# SPDX-License-Identifier: MIT
"""DINOv2 and LPIPS with random networks, and the distances that they give: DINOv2 by transformers, LPIPS by the lpips package.

OUT/dinov2, dinov2_registers, dinov2_gated   tiny models; dinov2_vits: the sizes of ViT-S/14, stored in bf16
OUT/dinov2.safetensors                       "<model>.<case>.images" and ".features"
OUT/lpips_{alex,vgg}.safetensors             the package's LPIPS with its published linear layers, the network in bf16
OUT/lpips_tiny_{alex,vgg}.safetensors        the same with few channels and random linear layers
OUT/lpips_torchvision.safetensors            lpips_alex as docs/boundaries.md makes it from torchvision's network and the package's file
OUT/lpips.safetensors                        "<network>.<case>.a", ".b" and ".distance"; ".distance_normalized" is that of the same
                                             images from 0 to 1, with normalize=True
OUT/{a,b}.rgb, clips.json                    two clips, the second frame of both is the same; their size and distances
"""
import argparse
import json
import os
import warnings

import lpips
import numpy as np
import torch
import transformers
from PIL import Image
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn
from transformers import Dinov2Config, Dinov2Model, Dinov2WithRegistersConfig, Dinov2WithRegistersModel
from transformers.image_utils import IMAGENET_DEFAULT_MEAN, IMAGENET_DEFAULT_STD
from transformers.models.bit.image_processing_pil_bit import BitImageProcessorPil

from make_tiny_pairs import randomize

PUBLISHED = ("embeddings.cls_token", "embeddings.patch_embeddings.projection.weight", "layernorm.weight",
             "encoder.layer.0.attention.attention.query.weight", "encoder.layer.0.attention.output.dense.bias",
             "encoder.layer.1.layer_scale2.lambda1")


def randn(seed, *shape):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


# --- DINOv2 -----------------------------------------------------------------------------------------------------------


def dinov2(out, name, model, seed, dtype=torch.float32):
    randomize(model, seed)
    with torch.no_grad():  # as strong as the patches
        for i, part in enumerate(("cls_token", "position_embeddings", "register_tokens")):
            if hasattr(model.embeddings, part):
                parameter = getattr(model.embeddings, part)
                parameter.copy_(0.5 * randn(seed + 50 + i, *parameter.shape))
    folder = os.path.join(out, name)
    model.to(dtype).save_pretrained(folder)
    with safe_open(os.path.join(folder, "model.safetensors"), "pt") as stored:
        names = set(stored.keys())
    assert names.issuperset(PUBLISHED), sorted(names)
    return type(model).from_pretrained(folder, dtype=torch.float32).eval()


def dinov2_models(out):
    tiny = dict(hidden_size=48, num_hidden_layers=3, num_attention_heads=4, image_size=56, patch_size=14)
    small = dict(hidden_size=384, num_hidden_layers=12, num_attention_heads=6, image_size=518, patch_size=14)
    models = {
        "dinov2": dinov2(out, "dinov2", Dinov2Model(Dinov2Config(**tiny)), 1),
        "dinov2_registers": dinov2(out, "dinov2_registers", Dinov2WithRegistersModel(
            Dinov2WithRegistersConfig(**tiny, num_register_tokens=3)), 2),
        "dinov2_gated": dinov2(out, "dinov2_gated", Dinov2Model(Dinov2Config(**tiny, use_swiglu_ffn=True)), 3),
        "dinov2_vits": dinov2(out, "dinov2_vits", Dinov2Model(Dinov2Config(**small)), 4, torch.bfloat16)}
    with safe_open(os.path.join(out, "dinov2_gated", "model.safetensors"), "pt") as stored:
        assert "encoder.layer.0.mlp.weights_in.weight" in stored.keys(), sorted(stored.keys())
    tensors = {}
    for name, model in models.items():
        # At the size of the stored positions, smaller, larger, and not square.
        sizes = [(2, 224, 280)] if name == "dinov2_vits" else [(1, 56, 56), (2, 28, 42), (1, 84, 126), (1, 112, 28)]
        for i, (count, height, width) in enumerate(sizes):
            images = randn(10 + i, count, 3, height, width)
            tensors |= {f"{name}.{i}.images": images, f"{name}.{i}.features": model(images).pooler_output}
    save_file({k: v.contiguous() for k, v in tensors.items()}, os.path.join(out, "dinov2.safetensors"))
    return models


# --- LPIPS ------------------------------------------------------------------------------------------------------------


SIDES = ((2, 64, 48), (1, 37, 53), (1, 96, 128), (1, 65, 33))  # images, height, width
LEAST_SIDE = {"alex": 31, "vgg": 16}
TINY = {"alex": [8, 12, 16, 12, 10], "vgg": [4, 6, 6, 8, 8, 10, 8, 10, 12, 10, 8, 10, 12]}  # channels of each convolution


def package_lpips(net, **more):
    """Downloads nothing: the network is random, and the linear layers are part of the package."""
    with warnings.catch_warnings():  # it calls torchvision by names that are deprecated there
        warnings.simplefilter("ignore")
        return lpips.LPIPS(net=net, pnet_rand=True, verbose=False, **more)


def narrow(model, channels):
    """Replaces its convolutions by narrower ones; what it computes with them stays the package's."""
    before, channels = 3, iter(channels)
    for i in range(model.L):
        part = getattr(model.net, f"slice{i + 1}")
        for name, layer in part.named_children():
            if isinstance(layer, nn.Conv2d):
                after = next(channels)
                setattr(part, name, nn.Conv2d(before, after, layer.kernel_size, layer.stride, layer.padding))
                before = after
        model.lins[i] = lpips.lpips.NetLinLayer(before, use_dropout=True)
        setattr(model, f"lin{i}", model.lins[i])
    return model


def lpips_model(out, name, seed):
    net = name.removeprefix("tiny_")
    is_tiny = net != name
    model = narrow(package_lpips(net, pretrained=False), TINY[net]) if is_tiny else package_lpips(net)
    randomize(model.net, seed, gain=2**0.5)
    if is_tiny:
        for lin in model.lins:
            lin.model[1].weight.copy_(torch.rand(lin.model[1].weight.shape, generator=torch.Generator().manual_seed(seed)))
    else:
        model.net.to(torch.bfloat16)
    save_file({k: v.clone().contiguous() for k, v in model.state_dict().items()}, os.path.join(out, f"lpips_{name}.safetensors"))
    return model.float().eval()


def lpips_models(out):
    models = {name: lpips_model(out, name, seed) for name, seed in (("alex", 21), ("vgg", 22), ("tiny_alex", 23), ("tiny_vgg", 24))}
    state = {"features." + key.split(".", 2)[2]: value for key, value in models["alex"].state_dict().items() if key.startswith("net.")}
    published = os.path.join(os.path.dirname(lpips.__file__), "weights", "v0.1", "alex.pth")
    state |= torch.load(published, map_location="cpu") | {"classifier.1.weight": torch.zeros(3, 4)}
    save_file({k: v.clone().contiguous() for k, v in state.items()}, os.path.join(out, "lpips_torchvision.safetensors"))
    tensors = {}
    for name, model in models.items():
        least = LEAST_SIDE[name.removeprefix("tiny_")]
        for i, (count, height, width) in enumerate((*SIDES, (1, least, least))):
            a = randn(30 + i, count, 3, height, width).clamp(-2, 2) / 2
            b = (a + (0.1 + 0.3 * i) * randn(40 + i, count, 3, height, width)).clamp(-1, 1)
            tensors |= {f"{name}.{i}.a": a, f"{name}.{i}.b": b, f"{name}.{i}.distance": model(a, b).flatten(),
                        f"{name}.{i}.distance_normalized": model((a + 1) / 2, (b + 1) / 2, normalize=True).flatten()}
    save_file({k: v.contiguous() for k, v in tensors.items()}, os.path.join(out, "lpips.safetensors"))
    return models


# --- Clips ------------------------------------------------------------------------------------------------------------


def clips(out, dino, perceptual):
    frames, height, width = 3, 40, 61
    random = np.random.default_rng(14)
    t, y, x, c = np.meshgrid(range(frames), range(height), range(width), range(3), indexing="ij")
    pattern = 128 + 80 * np.sin(0.5 * x + 0.3 * y + 0.7 * t + c)
    a, b = (np.clip(pattern + random.normal(0, 25, pattern.shape), 0, 255).astype(np.uint8) for _ in range(2))
    b[1] = a[1]
    for name, clip in (("a", a), ("b", b)):
        clip.tofile(os.path.join(out, f"{name}.rgb"))
    # The shorter side has 224 pixels, the longer one 61 * 224 / 40 = 341.6, to the nearest multiple of 14.
    processor = BitImageProcessorPil(size={"height": 224, "width": 336}, do_center_crop=False,
                                     image_mean=IMAGENET_DEFAULT_MEAN, image_std=IMAGENET_DEFAULT_STD)

    def features(clip):
        images = processor(images=[Image.fromarray(frame) for frame in clip], return_tensors="pt")["pixel_values"]
        assert images.shape[2:] == (224, 336), images.shape
        return dino(images).pooler_output.double()

    def from_zero_to_one(clip):
        return torch.from_numpy(clip).permute(0, 3, 1, 2).float() / 255

    similarity = nn.functional.cosine_similarity(features(a), features(b), dim=1)
    distances = perceptual(from_zero_to_one(a), from_zero_to_one(b), normalize=True).flatten().double()
    assert distances[1] == 0
    with open(os.path.join(out, "clips.json"), "w", encoding="utf-8") as file:
        json.dump({"frames": frames, "height": height, "width": width, "dinov2": float((1 - similarity).mean()),
                   "lpips": float(distances.mean())}, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    os.makedirs(out, exist_ok=True)
    torch.set_num_threads(1)
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    with torch.no_grad():
        dino = dinov2_models(out)
        perceptual = lpips_models(out)
        clips(out, dino["dinov2"], perceptual["tiny_alex"])


if __name__ == "__main__":
    main()
