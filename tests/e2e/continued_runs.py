"""Runs that go on after a stop, with other or moved files, or branch from others."""
import shutil
import signal

from program import BUILT_IN, PAIR_FOLDER, run_tests, test

# The folders' family is made for larger clips.
SMALL = ["--width", 64, "--height", 64, "--frames", 9]


@test
def a_stop_keeps_the_run_and_says_how_to_go_on(program):
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        stopped_by(program, sent)


def stopped_by(program, sent):
    rest = program.stop("step", "generate", *BUILT_IN, "--steps", 200, "-o", "stopped.mp4", sent=sent)
    last = rest[-1]
    assert last["event"] == "cancelled" and last["steps_done"] < 200 and last["run_folder"]
    assert not (program.folder / "stopped.mp4").exists()
    run = program.succeed("inspect", last["run_folder"])[-1]
    assert run["steps_done"] == last["steps_done"] and run["state"] == "unfinished"
    events, _ = program.fail(3, "decode", last["run_folder"], "-o", "early.mp4")
    assert "flowblend resume" in events[-1]["message"], events
    events, _ = program.fail(3, "export", last["run_folder"], "-o", "early.mp4")
    assert "flowblend resume" in events[-1]["message"], events


@test
def a_run_goes_on_with_another_memory_budget(program):
    settings = (*BUILT_IN, "--steps", 6)
    program.succeed("generate", *settings, "--run-dir", "whole", "-o", "whole.mp4")
    program.stop("step", "generate", *settings, "--run-dir", "budgeted", "-o", "budgeted.mp4")
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
def a_run_goes_on_only_with_what_it_began_with(program):
    program.stop("step", "generate", *BUILT_IN, "--steps", 200, "--run-dir", "bound", "-o", "bound.mp4")
    request = program.folder / "bound" / "request.json"
    request.write_text(request.read_text().replace('"steps": 200', '"steps": 20'))
    events, _ = program.fail(3, "resume", "bound", "-o", "bound.mp4")
    assert "--accept-changed" in events[-1]["message"] and "continue with:" not in events[-1]["message"]
    assert not (program.folder / "bound.mp4").exists()


@test
def a_damaged_record_of_the_inputs_is_told_as_damage_and_loses_no_work(program):
    settings = [*BUILT_IN, "--steps", 40, "--format", "gif"]
    program.succeed("generate", *settings, "-o", "whole.gif")
    program.stop("step", "generate", *settings, "--run-dir", "recorded", "-o", "recorded.gif")
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
    program.stop("step", "generate", *BUILT_IN, "--large", "models/large", "--small", "models/small", *SMALL, "--steps", 200, "--run-dir", "moved", "-o", "moved.mp4")
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


if __name__ == "__main__":
    run_tests()
