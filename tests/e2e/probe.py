"""Probes from the command line: measured, kept, killed, extended, exported and imported.

    probe.py FLOWBLEND
"""
import json

from program import BUILT_IN, PAIR_FOLDER, run_tests, test


@test
def probe_lists_the_divergence_of_every_step(program):
    steps = program.succeed("probe", *BUILT_IN, "--steps", 4)[-1]["steps"]
    assert len(steps) == 4 and all(s["relative_l2"] > 0 and s["cosine_distance"] > 0 for s in steps)


@test
def probe_suggests_boundaries_or_says_why_not(program):
    # Of this pair, no sweep is known.
    pair = ("--pair", PAIR_FOLDER / "pair-distilled.json")
    for steps in (4, 12):
        found = program.succeed("probe", *pair, *BUILT_IN, "--steps", steps)[-1]["suggestion"]
        told = program.plain("probe", *pair, *BUILT_IN, "--steps", steps).stdout
        if "reason" in found:
            assert f"no suggestion: {found['reason']}" in told, told
        else:
            assert 0 <= found["early"] and 0 <= found["late"] and found["early"] + found["late"] < 1, found
            assert "suggested: --early" in told, told
    assert "5 steps" in program.succeed("probe", *pair, *BUILT_IN, "--steps", 4)[-1]["suggestion"]["reason"]


@test
def the_first_probe_of_the_built_in_pair_proposes_by_its_sweep(program):
    found = program.succeed("probe", *BUILT_IN, "--steps", 12, "--sameness", 0.8)[-1]["suggestion"]
    assert found["fitted_on"] == 20 and not found["fitted_here"] and 0.8 <= found["sameness"] < 1, found
    assert 0.2 <= found["early"] <= 0.6 and found["cost"] < 0.95, found


@test
def a_probe_is_kept_extended_exported_and_imported(program):
    (program.folder / "probed.txt").write_text("a red circle moves left on a blue background\na green star moves up\n", encoding="utf-8")
    measure = ("probe", "--steps", 6, "--prompts", "probed.txt", "--seeds", "1,2")
    first = program.succeed("probe", "--steps", 6, *BUILT_IN)
    assert first[-1]["trajectory"] == "large" and first[-1]["cells"] == 1, first[-1]
    assert all(e["model"] == "large" for e in first if e["event"] == "step")
    events = program.succeed(*measure, "-o", "profile.json")
    plan = next(e for e in events if e["event"] == "plan")
    assert plan["probes"] == 3 and plan["flops"] > 0, plan
    assert len([e for e in events if e["event"] == "probe"]) == 3
    last = events[-1]
    assert last["cells"] == 4 and len(last["steps"]) == 6
    for step in last["steps"]:
        for kind in ("relative_l2", "cosine_distance", "conditional_relative_l2", "conditional_cosine_distance"):
            assert 0 < step[f"{kind}_low"] <= step[kind] <= step[f"{kind}_high"], (kind, step)
    kept = program.succeed("probe", "--steps", 6, "--kept")
    assert kept[-1]["profile"] == last["profile"] and not [e for e in kept if e["event"] in ("step", "plan")]
    assert not [e for e in program.succeed(*measure) if e["event"] == "step"], "nothing is measured twice"
    program.fail(3, "probe", "--steps", 7, "--kept")
    program.fail(2, *measure, "-o", "profile.json")
    program.fail(3, "probe", "--steps", 6, "--kept", "-o", "nowhere/profile.json")
    state = program.environment["XDG_STATE_HOME"]
    try:
        program.environment["XDG_STATE_HOME"] = str(program.folder / "elsewhere")
        program.fail(3, "probe", "--steps", 6, "--kept")
        events, _ = program.fail(3, "probe", "--steps", 7, "--import", "profile.json")
        assert "steps" in events[-1]["message"] and "profile.json" in events[-1]["message"], events
        assert program.succeed("probe", "--steps", 6, "--import", "profile.json")[-1]["profile"] == last["profile"]
        assert program.succeed("probe", "--steps", 6, "--kept")[-1]["profile"] == last["profile"]
    finally:
        program.environment["XDG_STATE_HOME"] = state


@test
def a_killed_probe_goes_on_with_what_it_had_not_finished(program):
    measure = ("probe", *BUILT_IN[:2], "--steps", 8, "--seeds", "1,2,3")
    process = program.start(*measure)
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "probe" and event["index"] == 2:
            process.kill()
            break
    process.communicate()
    assert process.returncode == -9, process.returncode
    assert program.succeed("probe", "--steps", 8, "--kept")[-1]["cells"] == 2
    events = program.succeed(*measure)
    assert [e["seed"] for e in events if e["event"] == "probe"] == [3], events
    whole = events[-1]["profile"]
    state = program.environment["XDG_STATE_HOME"]
    try:
        program.environment["XDG_STATE_HOME"] = str(program.folder / "undisturbed")
        assert program.succeed(*measure)[-1]["profile"] == whole
    finally:
        program.environment["XDG_STATE_HOME"] = state
    assert not [path for path in program.folder.rglob("probes/**/.*")], "a kill leaves nothing behind"


@test
def a_probe_of_the_blended_trajectory_says_so_and_is_not_kept(program):
    run = ("probe", *BUILT_IN, "--steps", 5, "--blended")
    found = program.succeed(*run)[-1]
    assert found["trajectory"] == "blended" and [s["model"] for s in found["steps"]] == ["large", "large", "small", "small", "large"]
    assert "on the blended trajectory" in program.plain(*run).stdout
    program.fail(3, "probe", *BUILT_IN, "--steps", 5, "--kept")
    program.fail(2, *run, "--kept")


if __name__ == "__main__":
    run_tests()
