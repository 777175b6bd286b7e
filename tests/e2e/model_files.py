"""Models and LoRAs as people have them: found, told and refused."""
import json
import shutil
import struct

from program import BUILT_IN, PAIR_FOLDER, run_tests, test

# The folders' family is made for larger clips.
SMALL = ["--width", 64, "--height", 64, "--frames", 9]


@test
def what_a_diffusers_folder_says_is_told(program):
    models = program.folder / "told"
    shutil.copytree(PAIR_FOLDER, models)
    scheduler = models / "large/scheduler/scheduler_config.json"
    scheduler.write_text(json.dumps(dict(json.loads(scheduler.read_text()), flow_shift=7.5)))
    choice = ["--large", models / "large", "--small", models / "small", *SMALL]
    expected = {"folder": str(models / "large"), "pipeline": "WanPipeline", "scheduler": "UniPCMultistepScheduler",
                "settings": {"flow_shift": 7.5}}
    events = program.succeed("generate", *BUILT_IN, *choice, "--steps", 2, "-o", "told.gif")
    assert [{name: event[name] for name in expected} for event in events if event["event"] == "pipeline"] == [expected], events
    assert program.succeed("inspect", "told.gif")[-1]["request"]["shift"] == 7.5
    assert program.succeed("inspect", models / "large")[-1]["pipeline"] == expected
    sentence = f"{models / 'large'}: WanPipeline, UniPCMultistepScheduler, flow_shift 7.5"
    told = program.plain("generate", *BUILT_IN, *choice, "--steps", 2, "-o", "told-again.gif")
    assert "settings from " + sentence in told.stderr.splitlines(), told.stderr
    assert "flow_shift 7.5" in program.plain("inspect", models / "large").stdout
    events = program.succeed("generate", *BUILT_IN, "--steps", 2, "-o", "untold.gif")
    assert not [event for event in events if event["event"] == "pipeline"], events


def write_lora(path, block, width, hidden, more=None):
    """A safetensors file with a LoRA of rank 2 for a layer of the built-in pair's large or small model."""
    shapes = {f"{block}.ffn.net.0.proj.lora_A.weight": [2, width], f"{block}.ffn.net.0.proj.lora_B.weight": [hidden, 2]} | (more or {})
    header, data = {}, b""
    for name, shape in shapes.items():
        count = shape[0] * shape[1]
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + 4 * count]}
        data += struct.pack(f"<{count}f", *(0.1 * (i % 7 - 3) for i in range(count)))
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


@test
def loras_are_applied_told_and_refused(program):
    sizes = {name: program.succeed("inspect", PAIR_FOLDER / name / "transformer")[-1]["sizes"] for name in ("large", "small")}
    for name, size in sizes.items():
        write_lora(program.folder / f"{name}.safetensors", "transformer.blocks.0", size["dim"], size["ffn_dim"])
    write_lora(program.folder / "odd.safetensors", "transformer.blocks.0", sizes["large"]["dim"], sizes["large"]["ffn_dim"],
               {"transformer.blocks.0.ffn.net.0.proj.set_weight": [2, 2]})
    run = lambda output, *loras: program.succeed("generate", *BUILT_IN, "--steps", 5, *[a for lora in loras for a in ("--lora", lora)], "-o", output)
    run("without.gif")
    events = run("with.gif", "large.safetensors:0.5@early", "small.safetensors@small")
    told = [event for event in events if event["event"] == "lora"]
    assert [(e["file"], e["strength"], e["target"], e["applied"], e["layers"], e["rank"], e["alpha"]) for e in told] == [
        ("large.safetensors", 0.5, "early", 1, 1, 2, None), ("small.safetensors", 1, "small", 1, 1, 2, None)], told
    for command in (("estimate", *BUILT_IN), ("batch", *BUILT_IN, "--out", "loras", "--steps", 1)):
        again = program.succeed(*command, "--lora", "large.safetensors:0.5@early", "--lora", "small.safetensors@small")
        assert [event for event in again if event["event"] == "lora"] == told, (command, again)
    frames = lambda name: (program.folder / name).read_bytes()
    assert frames("with.gif") != frames("without.gif")
    loras = program.succeed("inspect", "with.gif")[-1]["request"]["loras"]
    assert loras == [{"file": "large.safetensors", "strength": 0.5, "target": "early"},
                     {"file": "small.safetensors", "strength": 1, "target": "small"}], loras
    info = program.succeed("inspect", "large.safetensors")[-1]
    assert info["kind"] == "LoRA" and "rank 2, no alpha: scale 1" in info["variant"], info
    for lora, sentence in (("small.safetensors", "was made for the small model"), ("odd.safetensors", "set_weight"),
                           ("absent.safetensors", "absent.safetensors"), ("large.safetensors:20", "strength")):
        events, _ = program.fail(3, "generate", *BUILT_IN, "--lora", lora, "-o", "x.mp4")
        assert sentence in events[-1]["message"], events[-1]


@test
def bad_input_exits_with_3_and_names_it(program):
    events, _ = program.fail(3, "generate", "--width", 100, "--frames", 16, "-o", "x.mp4")
    assert "width is 100" in events[-1]["message"] and "frames is 16" in events[-1]["message"]
    (program.folder / "model.pth").write_bytes(b"PK\x03\x04" + bytes(100))
    events, _ = program.fail(3, "inspect", "model.pth")
    assert "model.pth" in events[-1]["message"] and "safetensors" in events[-1]["message"]
    (program.folder / "pair.json").write_text('{"format": "flowblend-pair", "version": 1}')
    events, _ = program.fail(3, "generate", "--pair", "pair.json", "-o", "x.mp4")
    assert "pair.json" in events[-1]["message"] and '"name"' in events[-1]["message"]
    events, _ = program.fail(3, "inspect", "nowhere")
    assert "nowhere" in events[-1]["message"]
    events, _ = program.fail(3, "resume", ".", "-o", "x.mp4")
    assert "not a run folder" in events[-1]["message"]


@test
def models_are_found_where_people_keep_them(program):
    small = PAIR_FOLDER / "small" / "transformer"
    told = program.succeed("inspect", PAIR_FOLDER / "large" / "tokenizer")[-1]
    assert told["kind"] == "tokenizer", told
    told = program.succeed("inspect", PAIR_FOLDER / "large" / "tokenizer" / "spiece.model")[-1]
    assert told["kind"] == "tokenizer", told
    # A pipeline beside a file: what is not given comes from the pipeline.
    shutil.copy(next(small.glob("*.safetensors")), program.folder / "small.safetensors")
    shutil.copy(small / "config.json", program.folder / "config.json")
    whole = program.succeed("estimate", "--large", PAIR_FOLDER / "large", "--small", PAIR_FOLDER / "small")[-1]
    mixed = program.succeed("estimate", "--large", PAIR_FOLDER / "large", "--small", "small.safetensors")[-1]
    assert mixed["total"] == whole["total"], (mixed, whole)
    tree = program.folder / "ComfyUI" / "models"
    (tree / "vae").mkdir(parents=True)
    (tree / "vae" / "a.safetensors").write_text("Entry not found")
    (tree / "vae" / "b.safetensors.part").write_bytes(bytes(100))
    for path, sentence in ((tree, "its folders have (vae)"), (tree / "vae" / "a.safetensors", "Entry not found"),
                           (tree / "vae" / "b.safetensors.part", "b.safetensors.part"),
                           (tree / "vae" / "b.safetensors", "the download has not finished"),
                           ("https://huggingface.co/a/b/resolve/main/c.safetensors", "is an address"),
                           ("'ComfyUI/models'", "quotation marks"), ("~/c.safetensors", "the ~ has been taken literally")):
        events, _ = program.fail(3, "inspect", path)
        assert sentence in events[-1]["message"], (path, events[-1])
        events, _ = program.fail(3, "estimate", "--large", path, "--small", "small.safetensors", "--text-encoder",
                                 PAIR_FOLDER / "large" / "text_encoder")
        assert sentence in events[-1]["message"], (path, events[-1])


if __name__ == "__main__":
    run_tests()
