"""Caches, guards and the steps of the middle stage: what a run tells of them and what they cost."""
import json

from program import BUILT_IN, PAIR_FOLDER, run_tests, test


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


if __name__ == "__main__":
    run_tests()
