"""The command line program from outside: results, messages, exit codes, files."""
import json
import subprocess

from program import BUILT_IN, run_tests, test


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
def steps_tell_how_far_they_are(program):
    events = program.succeed("generate", *BUILT_IN, "--steps", 3, "--schedule", "lll", "--width", 128, "--height", 128, "-o", "far.mp4")
    told = [e for e in events if e["event"] in ("step", "step_progress")]
    within = [e for e in told if e["event"] == "step_progress"]
    assert within and within[0]["step"] == 0 and all(0 <= e["done"] < 1 for e in within), within
    places = [(e["step"], e.get("done", 1)) for e in told]
    assert places == sorted(places), places


@test
def the_same_seed_is_the_same_clip(program):
    for name in ("a", "b"):
        program.succeed("generate", *BUILT_IN, "--steps", 3, "--run-dir", name, "-o", f"{name}.mp4")
    clips = [(program.folder / name / "clip.safetensors").read_bytes() for name in ("a", "b")]
    assert clips[0] == clips[1]
    program.succeed("generate", *BUILT_IN[:2], "--seed", 2, "--steps", 3, "--run-dir", "c", "-o", "c.mp4")
    assert (program.folder / "c" / "clip.safetensors").read_bytes() != clips[0]


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
    for arguments, sentence in ((("generatee",), "did you mean generate?"),
                                (("generate", "--stps", 3), "did you mean --steps?"),
                                (("generate", "a red circle"), "a prompt is given as -p"),
                                (("estimate", "--steps", 3, "--steps", 4), "--steps is given more than once")):
        _, err = program.fail(2, *arguments)
        assert sentence in err, err
    program.succeed("estimate", "--schedule", "LLL", "--solver", "Euler", "--device", "CPU")


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
def estimate_plans_for_a_gpu_that_is_not_there(program):
    plan = program.succeed("estimate", "--gpu-memory", "11.5")[-1]["memory"]
    assert (plan["free"], plan["problem"]) == (11_500_000_000, ""), plan
    assert plan["limit"] < plan["free"] and {part["dtype"] for part in plan["parts"] if part["name"] != "VAE"} == {"bf16"}, plan
    told = program.plain("estimate", "--gpu-memory", "11.5").stdout
    assert "a GPU with 11.5 GB free" in told and ", computed in bf16" in told and "nothing has run on such a GPU" in told, told
    tight = program.succeed("estimate", "--gpu-memory", "0.85", "--width", 1024, "--height", 1024)[-1]["memory"]
    assert "smaller size" in tight["problem"], tight
    told = program.plain("estimate", "--gpu-memory", "0.85", "--width", 1024, "--height", 1024).stdout
    assert "GB on that GPU, but only " in told and "card:" not in told, told
    for mistake in (("--gpu-memory", "0"), ("--gpu-memory", "12GB"), ("--gpu-memory", "12", "--device", "cpu")):
        program.fail(2, "estimate", *mistake)
    # Nothing runs there.
    events, _ = program.fail(3, "generate", *BUILT_IN, "--device", "card:11.5GB", "-o", "x.mp4")
    assert "use auto, cpu, cuda or cuda:N" in events[-1]["message"], events


@test
def estimate_tells_what_would_run(program):
    text = program.plain("estimate", "--width", 64, "--height", 32, "--frames", 9, "--steps", 7, "--solver", "euler").stdout
    assert text.startswith("64x32, 9 frames at ") and "; 7 steps with euler, shift " in text.splitlines()[0], text
    assert "as many FLOPs" in program.plain("estimate", "--schedule", "lll").stdout


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
    assert done["device"] == "cpu" and done["dtype"] == "fp32" and done["attention"] in {"flash", "math"}, done
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


if __name__ == "__main__":
    run_tests()
