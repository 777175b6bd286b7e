"""The command line program from outside: results, messages, exit codes, files."""
import json
import re
import shutil
import signal
import struct
import subprocess

from program import BUILT_IN, PAIR_FOLDER, run_tests, test

# The folders' family is made for larger clips.
SMALL = ["--width", 64, "--height", 64, "--frames", 9]


@test
def help_names_every_command(program):
    result = program.plain("--help")
    assert result.returncode == 0
    for command in ("generate", "probe", "calibrate", "resume", "decode", "export", "inspect", "estimate", "devices", "sweep", "propose", "report"):
        assert command in result.stdout, command
        assert program.plain(command, "--help").returncode == 0, command


@test
def generate_writes_a_clip_that_tells_how_it_was_made(program):
    events = program.succeed("generate", *BUILT_IN, "--steps", 4, "-o", "clip.mp4")
    steps = [e for e in events if e["event"] == "step"]
    assert [s["step"] for s in steps] == [0, 1, 2, 3]
    assert [s["model"] for s in steps] == ["large", "large", "small", "large"]
    assert events[-1]["event"] == "finished" and events[-1]["output"] == "clip.mp4"
    found = program.succeed("inspect", "clip.mp4")[-1]
    assert found["request"]["prompt"] == BUILT_IN[1] and found["request"]["seed"] == 1
    assert found["request"]["made_with"].startswith("FlowBlending Studio ")
    assert found["frames"] == events[-1]["frames"]
    assert not list((program.folder / "state").glob("flowblending-studio/runs/*")), "the run folder of a finished clip was kept"


@test
def a_comment_of_another_program_is_shown_as_such(program):
    # As deep as no reader could follow it.
    deep = '{"made_with": "FlowBlending Studio 1", "a": ' + "[" * 100000 + "]" * 100000 + "}"
    for number, comment in enumerate(("Made with love", '{"prompt": "a cat", "seed": 1}', deep)):
        described, clip = program.folder / "comment.txt", f"foreign{number}.mp4"
        escaped = re.sub(r"([=;#\\\n])", r"\\\1", comment)
        described.write_text(f";FFMETADATA1\ncomment={escaped}\n", encoding="utf-8")
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=size=64x64:rate=8:duration=1", "-i",
                        described, "-map_metadata", "1", "-pix_fmt", "yuv420p", program.folder / clip], check=True)
        found = program.succeed("inspect", clip)[-1]
        assert found["request"] is None and found["comment"] == comment, found["comment"][:100]
        told = program.plain("inspect", clip)
        assert told.returncode == 0 and "no settings of this program stored" in told.stdout, told.returncode
        program.succeed("export", clip, "-o", f"foreign{number}.gif")


@test
def the_same_seed_is_the_same_clip(program):
    for name in ("a", "b"):
        program.succeed("generate", *BUILT_IN, "--steps", 3, "--run-dir", name, "-o", f"{name}.mp4")
    clips = [(program.folder / name / "clip.safetensors").read_bytes() for name in ("a", "b")]
    assert clips[0] == clips[1]
    program.succeed("generate", *BUILT_IN[:2], "--seed", 2, "--steps", 3, "--run-dir", "c", "-o", "c.mp4")
    assert (program.folder / "c" / "clip.safetensors").read_bytes() != clips[0]


@test
def a_stop_keeps_the_run_and_says_how_to_go_on(program):
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        stopped_by(program, sent)


def stopped_by(program, sent):
    process = program.start("generate", *BUILT_IN, "--steps", 200, "-o", "stopped.mp4")
    for line in process.stdout:
        if '"event":"step"' in line:
            process.send_signal(sent)
            break
    rest = process.communicate(timeout=60)[0]
    assert process.returncode == 5, process.returncode
    last = json.loads(rest.splitlines()[-1])
    assert last["event"] == "cancelled" and last["steps_done"] < 200 and last["run_folder"]
    assert not (program.folder / "stopped.mp4").exists()
    run = program.succeed("inspect", last["run_folder"])[-1]
    assert run["steps_done"] == last["steps_done"] and run["state"] == "unfinished"
    events, _ = program.fail(3, "decode", last["run_folder"], "-o", "early.mp4")
    assert "flowblend resume" in events[-1]["message"], events
    events, _ = program.fail(3, "export", last["run_folder"], "-o", "early.mp4")
    assert "flowblend resume" in events[-1]["message"], events


@test
def decode_and_export_repeat_from_the_run_folder(program):
    program.succeed("generate", *BUILT_IN, "--steps", 3, "--run-dir", "kept", "-o", "first.mp4")
    program.succeed("decode", "kept", "-o", "again.webm")
    program.succeed("export", "kept", "-o", "loop.gif", "--scale", 200)
    found = program.succeed("inspect", "loop.gif")[-1]
    run = program.succeed("inspect", "kept")[-1]["request"]
    assert found["width"] == 2 * run["width"] and found["request"]["seed"] == 1
    program.succeed("export", "again.webm", "-o", "third.mp4")
    assert program.succeed("inspect", "third.mp4")[-1]["request"]["prompt"] == BUILT_IN[1]


@test
def a_run_goes_on_with_another_memory_budget(program):
    settings = (*BUILT_IN, "--steps", 6)
    program.succeed("generate", *settings, "--run-dir", "whole", "-o", "whole.mp4")
    process = program.start("generate", *settings, "--run-dir", "budgeted", "-o", "budgeted.mp4")
    for line in process.stdout:
        if '"event":"step"' in line:
            process.send_signal(signal.SIGINT)
            break
    process.communicate(timeout=60)
    assert process.returncode == 5, process.returncode
    events, _ = program.fail(4, "resume", "budgeted", "--memory-budget", 0.000001, "-o", "no.mp4")
    assert "raise the budget" in events[-1]["message"], events[-1]
    _, err = program.fail(2, "resume", "budgeted", "--memory-budget", 4, "--steps", 5, "-o", "no.mp4")
    assert "--steps" in err and "--branch-at" in err, err
    events, _ = program.fail(3, "resume", "budgeted", "--memory-budget=-1", "-o", "no.mp4")
    assert "memory" in events[-1]["message"], events[-1]
    program.succeed("resume", "budgeted", "--memory-budget", 4, "-o", "budgeted.mp4")
    program.fail(4, "decode", "budgeted", "--memory-budget", 0.000001, "-o", "no.mp4")
    program.succeed("decode", "budgeted", "--memory-budget", 4, "-o", "again.mp4")
    clips = [(program.folder / name / "clip.safetensors").read_bytes() for name in ("whole", "budgeted")]
    assert clips[0] == clips[1]
    assert not (program.folder / "no.mp4").exists()


def probed(path):
    shown = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", path],
                           check=True, capture_output=True, text=True).stdout
    found = json.loads(shown)
    return found["format"], {stream["codec_type"]: stream for stream in found["streams"]}


def make_tone(path, seconds):
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}", "-ac", "2", path],
                   check=True)


@test
def an_export_has_another_rate_size_quality_and_sound(program):
    program.succeed("generate", *BUILT_IN, "--steps", 2, "--run-dir", "exported", "-o", "plain.mp4")
    run = program.succeed("inspect", "exported")[-1]["request"]
    frames = round(run["frames"] * 24 / run["fps"])
    make_tone(program.folder / "tone.wav", 9)
    for source in ("exported", "plain.mp4"):
        last = program.succeed("export", source, "-o", f"{source}-changed.mp4", "--fps", 24, "--fps-mode", "blend", "--audio",
                               "tone.wav", "--upscale", 1.5, "--crf", 19)[-1]
        assert last["frames"] == frames and last["fps"] == 24, last
        file, streams = probed(program.folder / f"{source}-changed.mp4")
        video, audio = streams["video"], streams["audio"]
        assert (video["width"], video["height"]) == (run["width"] * 3 // 2, run["height"] * 3 // 2), video
        assert int(video["nb_read_frames"]) == frames and video["avg_frame_rate"] == "24/1", video
        assert audio["codec_name"] == "aac" and audio["channels"] == 2, audio
        assert abs(float(file["duration"]) - frames / 24) < 0.01, file["duration"]
        assert b"crf=19.0" in (program.folder / f"{source}-changed.mp4").read_bytes()
    # Its settings are still those of the run.
    assert program.succeed("inspect", "exported-changed.mp4")[-1]["request"]["fps"] == run["fps"]


@test
def what_an_export_cannot_do_is_refused_before_it_begins(program):
    program.succeed("generate", *BUILT_IN, "--steps", 2, "-o", "silent.mp4")
    make_tone(program.folder / "tone.wav", 1)
    before = sorted(path.name for path in program.folder.iterdir())
    for words, arguments in {
            "has no sound": ("-o", "x.mp4", "--audio", "silent.mp4"),
            "a GIF has none": ("-o", "x.gif", "--audio", "tone.wav"),
            "a PNG sequence has none": ("-o", "x.png", "--audio", "tone.wav"),
            "has no CRF": ("-o", "x.gif", "--crf", 20),
            "the CRF is 99": ("-o", "x.mp4", "--crf", 99)}.items():
        events, _ = program.fail(3, "export", "silent.mp4", *arguments)
        assert words in events[-1]["message"], events
    for arguments in (("--fps", 0), ("--fps", "fast"), ("--fps-mode", "blend"), ("--upscale", 0.5), ("--upscale", 5), ("--crf", "good"),
                      ("--crf", 20, "--quality", 50), ("--upscale", 2, "--scale", 50), ("--audio", "missing.wav")):
        program.fail(2, "export", "silent.mp4", "-o", "x.mp4", *arguments)
    assert sorted(path.name for path in program.folder.iterdir()) == before


@test
def a_stop_leaves_no_half_export(program):
    program.succeed("generate", *BUILT_IN, "--steps", 2, "-o", "long.mp4")
    make_tone(program.folder / "tone.wav", 9)
    for sent in (signal.SIGINT, signal.SIGTERM):
        process = program.start("export", "long.mp4", "-o", "slow.webm", "--fps", 240, "--fps-mode", "blend", "--upscale", 4,
                                "--audio", "tone.wav")
        for line in process.stdout:
            if '"event":"progress"' in line:
                process.send_signal(sent)
                break
        rest = process.communicate(timeout=60)[0]
        assert process.returncode == 5, process.returncode
        assert json.loads(rest.splitlines()[-1])["event"] == "cancelled", rest
        assert not [path for path in program.folder.iterdir() if "slow" in path.name or ".part" in path.name]


@test
def a_run_branches_from_another(program):
    program.succeed("generate", *BUILT_IN, "--steps", 10, "--run-dir", "parent", "-o", "parent.mp4")
    events = program.succeed("generate", "--branch-from", "parent", "--late", 0, "-o", "branch.png")
    assert [e["step"] for e in events if e["event"] == "step"] == [8, 9], events
    program.succeed("generate", *BUILT_IN, "--steps", 10, "--late", 0, "-o", "whole.png")
    branch, whole = ([path.read_bytes() for path in sorted(program.folder.glob(f"{name}_*.png"))] for name in ("branch", "whole"))
    assert branch and branch == whole
    events, _ = program.fail(3, "generate", "--branch-from", "parent", "--prompt", "another", "-o", "no.mp4")
    assert "prompt" in events[-1]["message"], events


@test
def a_run_is_resumed_at_a_step_as_another(program):
    program.succeed("generate", *BUILT_IN, "--steps", 10, "--run-dir", "begun", "-o", "begun.mp4")
    assert program.succeed("inspect", "begun")[-1]["kept_steps"] == [10, 8, 4]
    before = {path.name: path.read_bytes() for path in (program.folder / "begun").iterdir()}
    events = program.succeed("resume", "begun", "--branch-at", 4, "--late", 0, "-o", "resumed.png")
    assert [e["step"] for e in events if e["event"] == "step"] == [4, 5, 6, 7, 8, 9], events
    program.succeed("generate", "--branch-from", "begun", "--branch-at", 4, "--late", 0, "-o", "branched.png")
    resumed, branch = ([path.read_bytes() for path in sorted(program.folder.glob(f"{name}_*.png"))] for name in ("resumed", "branched"))
    assert resumed and resumed == branch
    _, err = program.fail(2, "resume", "begun", "--branch-at", 4, "--late", 0)
    assert "-o FILE" in err, err
    _, err = program.fail(2, "resume", "begun", "--late", 0, "-o", "no.mp4")
    assert "--late" in err and "--branch-at" in err, err
    _, err = program.fail(2, "resume", "begun", "--branch-at", 4, "--branch-from", "begun", "-o", "no.mp4")
    assert "--branch-from" in err, err
    program.fail(2, "resume", "begun", "--branch-at", 4, "--accept-changed", "-o", "no.mp4")
    events, _ = program.fail(3, "resume", "begun", "--branch-at", 5, "-o", "no.mp4")
    assert "4, 8, 10" in events[-1]["message"], events
    events, _ = program.fail(3, "resume", "begun", "--branch-at", 4, "--run-dir", "begun", "-o", "no.mp4")
    assert "already contains a run" in events[-1]["message"], events
    assert before == {path.name: path.read_bytes() for path in (program.folder / "begun").iterdir()}


@test
def an_estimate_leaves_out_what_a_branch_shares(program):
    program.succeed("generate", *BUILT_IN, "--steps", 10, "--run-dir", "costed", "-o", "costed.mp4")
    whole = program.succeed("estimate", *BUILT_IN, "--steps", 10, "--late", 0)[-1]
    assert whole["shared_steps"] == 0 and whole["branch_from"] is None
    branch = program.succeed("estimate", "--branch-from", "costed", "--late", 0)[-1]
    assert branch["shared_steps"] == 8 and branch["branch_from"] == "costed"
    assert branch["text_encoding"] == 0 and branch["total_large_only"] == whole["total_large_only"]
    assert 0 < branch["sampling"] < 0.25 * whole["sampling"], branch
    told = program.plain("estimate", "--branch-from", "costed", "--late", 0)
    assert told.returncode == 0 and "8 of 10 steps come from costed" in told.stdout, told.stdout
    events, _ = program.fail(3, "estimate", "--branch-from", "costed", "--steps", 12)
    assert "steps" in events[-1]["message"], events


@test
def usage_mistakes_exit_with_2(program):
    program.fail(2, "generate", "--steps", "many")
    program.fail(2, "generate", "--solver", "heun")
    program.fail(2, "generate", "--large", "only-one")
    program.fail(2)
    program.fail(2, "generate", "-o", "clip.txt")
    (program.folder / "there.mp4").write_bytes(b"mine")
    _, err = program.fail(2, "generate", "-o", "there.mp4")
    assert "--overwrite" in err
    assert (program.folder / "there.mp4").read_bytes() == b"mine"


@test
def an_output_that_cannot_be_written_is_told_before_the_work(program):
    (program.folder / "frames").mkdir()
    (program.folder / "frames" / "frame_00020.png").write_bytes(b"mine")
    for output in ("missing/clip.mp4", "n" * 252 + ".mp4", "frames"):
        events, _ = program.fail(3, "generate", *BUILT_IN, "-o", output)
        assert [event["event"] for event in events] == ["failed"], events
    assert (program.folder / "frames" / "frame_00020.png").read_bytes() == b"mine"


@test
def a_home_without_room_for_runs_is_told_with_the_way_out(program):
    environment = {name: value for name, value in program.environment.items() if not name.startswith("XDG_")}
    environment["HOME"] = "/dev/null"
    ended = subprocess.run([program.executable, "generate", *BUILT_IN, "--steps", "2", "-o", "homeless.gif"], cwd=program.folder,
                           env=environment, capture_output=True, text=True, timeout=600)
    assert ended.returncode == 3 and "/dev/null" in ended.stderr and "--run-dir" in ended.stderr, ended
    ended = subprocess.run([program.executable, "generate", *BUILT_IN, "--steps", "2", "--run-dir", "homeless", "-o", "homeless.gif"],
                           cwd=program.folder, env=environment, capture_output=True, text=True, timeout=600)
    assert ended.returncode == 0 and (program.folder / "homeless.gif").exists(), ended


@test
def a_name_of_its_own_choice_fits_the_format_and_is_free(program):
    (program.folder / "flowblending-3.gif").symlink_to("nowhere")
    for expected in ("flowblending.gif", "flowblending-2.gif", "flowblending-4.gif"):
        found = program.succeed("generate", *BUILT_IN, "--steps", 2, "--format", "gif")[-1]["output"]
        assert found == expected, found


@test
def a_run_goes_on_only_with_what_it_began_with(program):
    process = program.start("generate", *BUILT_IN, "--steps", 200, "--run-dir", "bound", "-o", "bound.mp4")
    for line in process.stdout:
        if '"event":"step"' in line:
            process.send_signal(signal.SIGINT)
            break
    process.communicate(timeout=60)
    request = program.folder / "bound" / "request.json"
    request.write_text(request.read_text().replace('"steps": 200', '"steps": 20'))
    events, _ = program.fail(3, "resume", "bound", "-o", "bound.mp4")
    assert "--accept-changed" in events[-1]["message"] and "continue with:" not in events[-1]["message"]
    assert not (program.folder / "bound.mp4").exists()


@test
def a_damaged_record_of_the_inputs_is_told_as_damage_and_loses_no_work(program):
    settings = [*BUILT_IN, "--steps", 40, "--format", "gif"]
    program.succeed("generate", *settings, "-o", "whole.gif")
    process = program.start("generate", *settings, "--run-dir", "recorded", "-o", "recorded.gif")
    for line in process.stdout:
        if '"event":"step"' in line:
            process.send_signal(signal.SIGINT)
            break
    process.communicate(timeout=60)
    inputs = program.folder / "recorded" / "inputs.json"
    text = inputs.read_text()
    at = text.index('"sampled_sha256": "') + len('"sampled_sha256": "')
    inputs.write_text(text[:at] + ("1" if text[at] == "0" else "0") + text[at + 1:])
    events, _ = program.fail(3, "resume", "recorded", "-o", "recorded.gif")
    assert "inputs.json is damaged" in events[-1]["message"], events[-1]
    assert "has changed" not in events[-1]["message"], events[-1]
    assert "resume recorded --accept-changed" in events[-1]["message"], events[-1]
    program.succeed("resume", "recorded", "--accept-changed", "-o", "recorded.gif")
    assert (program.folder / "recorded.gif").read_bytes() == (program.folder / "whole.gif").read_bytes()


@test
def moved_models_are_found_one_by_one(program):
    shutil.copytree(PAIR_FOLDER, program.folder / "models")
    process = program.start("generate", *BUILT_IN, "--large", "models/large", "--small", "models/small", *SMALL, "--steps", 200, "--run-dir", "moved", "-o", "moved.mp4")
    for line in process.stdout:
        if '"event":"step"' in line:
            process.send_signal(signal.SIGINT)
            break
    process.communicate(timeout=60)
    (program.folder / "vae").mkdir()
    (program.folder / "models/large/vae").rename(program.folder / "vae" / "other")
    (program.folder / "models").rename(program.folder / "elsewhere")
    events, _ = program.fail(3, "resume", "moved", "-o", "moved.mp4")
    assert "flowblend resume moved --models FOLDER" in events[-1]["message"], events[-1]
    events, _ = program.fail(3, "resume", "moved", "--models", "elsewhere", "-o", "moved.mp4")
    assert "VAE" in events[-1]["message"] and "large model" not in events[-1]["message"], events[-1]
    process = program.start("resume", "moved", "--models", "vae", "-o", "moved.mp4")
    assert any('"event":"step"' in line for line in process.stdout)
    process.kill()
    process.communicate()


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


@test
def too_little_memory_exits_with_4_before_it_is_used(program):
    events, _ = program.fail(4, "generate", "--width", 8192, "--height", 8192, "--frames", 4097, "-o", "x.mp4")
    assert "8192x8192" in events[-1]["message"] and "smaller size" in events[-1]["message"]


@test
def estimate_tells_the_saving_and_learns_the_time(program):
    before = program.succeed("estimate", "--schedule", "lsl")[-1]
    assert 0.2 < before["saving"] < 0.5, before["saving"]
    program.succeed("generate", *BUILT_IN, "--steps", 10, "--probe", "none", "-o", "learn.mp4")
    after = program.succeed("estimate", "--schedule", "lsl")[-1]
    assert after["seconds"] > 0 and after["seconds"] < after["seconds_large_only"]


@test
def a_cache_that_needs_magnitudes_is_refused_with_the_command_that_measures_them(program):
    pair = json.loads((PAIR_FOLDER / "pair.json").read_text())
    pair.pop("magcache", None)
    for part in ("large", "small", "text_encoder", "tokenizer", "vae"):
        pair[part] = str(PAIR_FOLDER / pair[part])
    (program.folder / "plain.json").write_text(json.dumps(pair))
    run = ("--pair", "plain.json", *BUILT_IN, "--steps", 10, "--cache", "magcache", "--cache-threshold", 0.3)
    for command in (("generate", "-o", "cached.mp4"), ("estimate",)):
        refused = program.plain(command[0], *run, *command[1:])
        assert refused.returncode == 3 and "flowblend calibrate" in refused.stderr, refused.stderr
    events = program.succeed("calibrate", "--pair", "plain.json", *BUILT_IN, "--steps", 10)
    cost = next(e for e in events if e["event"] == "cost")
    assert cost["runs"] == 2 and cost["steps"] == 10 and cost["flops"] > 0, cost
    curves = events[-1]["magcache"]
    for model in ("large", "small"):
        assert all(len(curve) == 10 and curve[0] == 1 for curve in curves[model].values()), curves
        assert set(curves[model]) == {"conditional", "unconditional"}, curves
    foreseen = program.succeed("estimate", *run)[-1]
    done = program.succeed("generate", *run, "-o", "cached.mp4")[-1]
    assert done["reused_steps"] == foreseen["reused_steps"] > 0, (done, foreseen)
    assert done["reused_evaluations"] == foreseen["reused_evaluations"], (done, foreseen)


@test
def a_guard_tells_its_checks_and_what_they_may_cost(program):
    guard = (*BUILT_IN, "--steps", 10, "--early", 0, "--late", 0, "--guard", "verify", "--guard-every", 2)
    lax = (*guard, "--guard-bound", 10)
    events = program.succeed("generate", *lax, "-o", "guarded.mp4")
    steps = [e for e in events if e["event"] == "step"]
    checks = [s.get("check") for s in steps]
    assert checks == ["passed"] + [None] * 9, checks
    assert all(("relative_l2" in s) == ("check" in s) for s in steps), steps
    assert [s["model"] for s in steps] == ["large" if check else "small" for check in checks], steps
    done = events[-1]
    assert done["checks"] == done["checks_passed"] == done["large_steps"] == done["handed_over_after"] == 1, done
    strict = program.succeed("generate", *guard, "--guard-bound", 0, "-o", "strict.mp4")
    assert [s.get("check") for s in strict if s["event"] == "step"] == ["refused", None] * 5, strict
    assert strict[-1]["handed_over_after"] is None and strict[-1]["checks_passed"] == 0, strict[-1]
    cost = program.succeed("estimate", *lax)[-1]
    assert cost["sampling"] < cost["sampling_large_only"] < cost["sampling_most"] < cost["total_most"], cost
    assert "if none does" in program.plain("estimate", *lax).stdout
    plain = program.succeed("estimate", *BUILT_IN)[-1]
    assert plain["sampling_most"] is None and plain["seconds_most"] is None, plain
    refused = program.plain("estimate", *guard, "--cache", "easycache")
    assert refused.returncode == 3 and "cache is easycache" in refused.stderr, refused.stderr


@test
def a_one_way_guard_tells_the_change_and_where_the_small_model_took_over(program):
    guard = (*BUILT_IN, "--steps", 10, "--early", 0.2, "--late", 0.2, "--guard", "one-way")
    early = (*guard, "--guard-change", 10)
    events = program.succeed("generate", *early, "-o", "one-way.mp4")
    steps = [e for e in events if e["event"] == "step"]
    assert [s["model"] for s in steps] == ["large"] * 4 + ["small"] * 4 + ["large"] * 2, steps
    assert ["change" in s for s in steps] == [i == 3 for i in range(10)] and 0 < steps[3]["change"] < 10, steps
    done = events[-1]
    assert done["handed_over_after"] == 4 and done["checks"] == 0 and done["large_steps"] == 6, done
    never = program.succeed("generate", *guard, "--guard-change", 0, "-o", "never.mp4")[-1]
    assert never["handed_over_after"] is None and never["large_steps"] == 10, never
    cost = program.succeed("estimate", *early)[-1]
    assert cost["sampling"] < cost["sampling_most"] == cost["sampling_large_only"], cost
    assert "if it never is" in program.plain("estimate", *guard).stdout
    refused = program.plain("estimate", *guard, "--cache", "easycache")
    assert refused.returncode == 3 and "guard is one-way and cache is easycache" in refused.stderr, refused.stderr
    refused = program.plain("sweep", "--out", "refused", "-p", "a cat", "--rival-one-way", "0")
    assert refused.returncode == 3 and "--rival-one-way" in refused.stderr and not (program.folder / "refused").exists(), refused.stderr


@test
def an_srdiffusion_guard_tells_how_the_velocity_settles(program):
    # Long steps first and short ones last: the velocity changes less and less.
    sigmas = "1,0.7,0.5,0.38,0.3,0.24,0.19,0.15,0.11,0.05"
    guard = (*BUILT_IN, "--sigmas", sigmas, "--early", 0.2, "--late", 0.2, "--guard", "srdiffusion")
    events = program.succeed("generate", *guard, "--guard-settling", 1, "-o", "settling.mp4")
    steps = [e for e in events if e["event"] == "step"]
    assert ["velocity_change" in s for s in steps[:5]] == [False] * 3 + [True] * 2, steps
    assert not any("change" in s or "check" in s for s in steps), steps
    settlings = [s.get("settling") for s in steps]
    changes = [s.get("velocity_change") for s in steps]
    assert settlings[4] == changes[3] - changes[4] and settlings[3] is None, steps
    # After the last step of the stage, nothing is left to hand over.
    over = next((i + 1 for i, settling in enumerate(settlings[:7]) if settling is not None and settling > 0), None)
    assert [s["model"] for s in steps] == ["large" if over is None or i < over or i > 7 else "small" for i in range(10)], steps
    assert events[-1]["handed_over_after"] == over and events[-1]["checks"] == 0, events[-1]
    never = program.succeed("generate", *guard, "--guard-settling", 0, "-o", "unsettled.mp4")[-1]
    assert never["handed_over_after"] is None and never["large_steps"] == 10, never
    cost = program.succeed("estimate", *guard)[-1]
    assert cost["sampling"] < cost["sampling_most"] == cost["sampling_large_only"], cost
    assert "velocity settles" in program.plain("estimate", *guard).stdout
    refused = program.plain("estimate", *guard, "--cache", "easycache")
    assert refused.returncode == 3 and "guard is srdiffusion and cache is easycache" in refused.stderr, refused.stderr
    refused = program.plain("sweep", "--out", "refused", "-p", "a cat", "--rival-srdiffusion", "0")
    assert refused.returncode == 3 and "--rival-srdiffusion" in refused.stderr and not (program.folder / "refused").exists(), refused.stderr


@test
def the_middle_stage_may_take_fewer_steps(program):
    events = program.succeed("generate", *BUILT_IN, "--steps", 10, "--small-steps", 2, "-o", "few.mp4")
    steps = [e for e in events if e["event"] == "step"]
    assert [s["step"] for s in steps] == [0, 1, 2, 3, 4, 6, 8, 9], steps
    fewer, all_ = (program.succeed("estimate", "--steps", 10, "--small-steps", n)[-1]["sampling"] for n in (2, 0))
    assert fewer < all_


@test
def images_that_a_model_cannot_take_are_refused(program):
    events, _ = program.fail(3, "generate", *BUILT_IN, "--image", "first.png", "-o", "x.mp4")
    assert "image" in events[-1]["message"]
    events, _ = program.fail(3, "generate", *BUILT_IN, "--image", "first.png@soon", "-o", "x.mp4")
    assert "@16:0.5" in events[-1]["message"]
    events, _ = program.fail(3, "generate", *BUILT_IN, "--two-pass", "-o", "x.mp4")
    assert "no latent upsampler" in events[-1]["message"]


@test
def devices_start_with_the_processor(program):
    found = program.succeed("devices")[-1]
    assert found["devices"][0]["id"] == "cpu" and found["devices"][0]["usable"], found
    assert found["automatic"] == {"device": "cpu", "dtype": "fp32"}, found


@test
def what_is_left_to_the_program_is_told_as_it_ran(program):
    done = program.succeed("generate", *BUILT_IN, "--steps", 2, "--run-dir", "left-run", "-o", "left.mp4")[-1]
    assert done["device"] == "cpu" and done["dtype"] == "fp32", done
    assert program.succeed("inspect", "left.mp4")[-1]["request"]["dtype"] == "fp32"
    assert program.succeed("inspect", "left-run")[-1]["request"]["dtype"] == "fp32"
    assert json.loads((program.folder / "left-run" / "request.json").read_text())["dtype"] == "auto"
    program.succeed("export", "left-run", "-o", "left-again.mp4")
    assert program.succeed("inspect", "left-again.mp4")[-1]["request"]["dtype"] == "fp32"
    program.succeed("generate", *BUILT_IN, "--steps", 2, "--decode-precision", "tf32", "-o", "rounded.mp4")
    assert program.succeed("inspect", "rounded.mp4")[-1]["request"]["decode_precision"] == "tf32"
    told = program.succeed("generate", *BUILT_IN, "--steps", 2, "--linear-precision", "fp8", "-o", "fp8.mp4")
    assert any("linear_precision" in str(event) and "fp8 (e4m3)" in str(event) for event in told), told
    assert program.succeed("inspect", "fp8.mp4")[-1]["request"]["linear_precision"] == "fp8"


@test
def the_clip_is_what_other_programs_can_read(program):
    program.succeed("generate", *BUILT_IN, "--steps", 2, "-o", "seen.mp4")
    probe = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json", "seen.mp4"],
                           cwd=program.folder, capture_output=True, text=True, check=True)
    stream = json.loads(probe.stdout)["streams"][0]
    assert stream["codec_name"] == "h264" and stream["color_space"] == "bt709" and stream["color_range"] == "tv"
    assert int(stream["nb_read_frames"]) == program.succeed("inspect", "seen.mp4")[-1]["frames"]


if __name__ == "__main__":
    run_tests()
