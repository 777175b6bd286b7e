"""Batches from the command line: several processes with one list, killed at any moment and started again.

    batch.py FLOWBLEND [--seed N] [--prompts N]

The seed chooses the moments of the kills; it is printed, and is FB_SEED or random if it is not given.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import random
import signal

from program import Program

SMALL = ("--width", 32, "--height", 32, "--frames", 5, "--steps", 3)


def listed(program, *command):
    return [clip["output"] for clip in program.succeed("batch", *command, "--list")[-1]["clips"]]


def each_clip_is_that_of_generate(program):
    (program.folder / "table.csv").write_text("prompt,seed,steps\n\"a red circle, moving left\",4,2\na {blue|green} square,5,\n", encoding="utf-8")
    events = program.succeed("batch", "table.csv", "--out", "table", *SMALL, "--format", "gif")
    clips = [event for event in events if event["event"] == "clip"]
    assert [clip["status"] for clip in clips] == ["done"] * 3, clips
    assert [clip["line"] for clip in clips] == [2, 3, 3]
    left = [event["seconds_left"] for event in events if event["event"] == "clip_started"]
    assert left[0] is None and len(left) == 3 and all(seconds > 0 for seconds in left[1:]), left
    assert [(clip["steps"], clip["reused_steps"]) for clip in clips] == [(2, 0), (3, 0), (3, 0)], clips
    program.succeed("generate", "-p", "a red circle, moving left", "--seed", 4, *SMALL[:-1], 2, "-o", "alone.gif")
    alone = (program.folder / "alone.gif").read_bytes()
    assert (program.folder / clips[0]["output"]).read_bytes() == alone
    assert sorted(path.name for path in (program.folder / "table").iterdir()) == sorted(clip["output"].split("/")[-1] for clip in clips)


def each_clip_says_how_many_steps_a_cache_reused(program):
    (program.folder / "cached.csv").write_text("prompt,cache,steps\na circle,none,14\na circle,easycache,14\n", encoding="utf-8")
    events = program.succeed("batch", "cached.csv", "--out", "cached", *SMALL[:-2], "--early", 1, "--late", 0, "--cache-threshold", 1, "--format", "gif")
    clips = [event for event in events if event["event"] == "clip"]
    assert not [event for event in events if event["event"] == "warning"], "one of the lines has the cache"
    reused = [sum(1 for event in events if event["event"] == "step" and event.get("reused"))]
    assert [clip["reused_steps"] for clip in clips] == [0, *reused] and reused[0] > 0, clips


def constants_in_vain_are_told(program):
    told = program.plain("batch", "-p", "a {red|green} circle", "--out", "vain", *SMALL, "--guard-bound", 1, "--format", "gif").stderr
    assert told.count("--guard-bound has no effect without --guard verify") == 1, told
    assert "clip 2 of 2" in told and "at most about" in told, told


def parts_are_the_whole(program):
    whole = listed(program, "-p", "{a|b|c|d|e} circle", "--out", "parts", "--seeds", 2)
    parts = [listed(program, "-p", "{a|b|c|d|e} circle", "--out", "parts", "--seeds", 2, "--part", f"{k}/3") for k in (1, 2, 3)]
    assert len(whole) == 10 and sorted(sum(parts, [])) == sorted(whole), parts
    assert all("-s0-" in name or "-s1-" in name for name in whole), whole
    events = program.succeed("batch", "-p", "a circle", "--out", "parts", "--part", "2/3")
    assert events[-1]["event"] == "finished" and events[-1]["done"] == 0, "more parts than clips"
    assert not (program.folder / "parts").exists(), "neither a list nor a part without clips leaves anything behind"


def bad_lists_are_refused_before_the_work(program):
    (program.folder / "bad.csv").write_text("prompt,width\na circle,32\na square,33\n", encoding="utf-8")
    events, _ = program.fail(3, "batch", "bad.csv", "--out", "bad", *SMALL)
    assert "line 3" in events[-1]["message"], events
    assert not list((program.folder / "bad").glob("*")), "nothing was begun"
    for wrong in ("0/3", "4/3", "3", "a/b", "/", "1/"):
        program.fail(2, "batch", "bad.csv", "--out", "bad", "--part", wrong)


def several_processes_killed_at_any_moment_make_each_clip_once(program, rng, prompts):
    (program.folder / "list.txt").write_text("".join(f"a circle number {n} moves\n" for n in range(prompts)), encoding="utf-8")
    command = ("batch", "list.txt", "--out", "shared", *SMALL, "--format", "gif")
    expected = {path.split("/")[-1] for path in listed(program, *command[1:])}
    assert len(expected) == prompts
    made, kills, rounds = collections.Counter(), 0, 0

    def work(moment):
        """One process, killed after `moment` of its steps: what it made, whether it was killed, whether all is there."""
        process, steps, event, own = program.start(*command), 0, None, []
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "clip" and event["status"] == "done":
                own.append(event["output"])
            steps += event["event"] == "step"
            if steps == moment:
                process.send_signal(signal.SIGKILL)
        process.communicate()
        assert process.returncode in (0, -signal.SIGKILL), process.returncode
        killed = process.returncode != 0
        return own, killed, not killed and event["elsewhere"] == 0

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        complete = False
        while not complete:
            rounds += 1
            assert rounds < 40 + prompts, "it never ends"
            ends = list(pool.map(work, [rng.randrange(1, 10) for _ in range(2)]))
            for own, killed, whole in ends:
                made.update(own)
                kills += killed
                complete = complete or whole
    print(f"{prompts} prompts, killed {kills} times in {rounds} rounds", flush=True)
    assert kills >= 2, kills
    folder = program.folder / "shared"
    assert {path.name for path in folder.iterdir()} == expected, sorted(path.name for path in folder.iterdir())
    # A process can be killed after it has written a clip and before it says so, but never makes one that exists.
    assert all(count == 1 for count in made.values()), made
    assert len(made) >= prompts - kills, (len(made), kills)
    again = program.succeed(*command)
    assert not [event for event in again if event["event"] == "step"]
    assert again[-1]["existed"] == prompts


def a_stop_keeps_the_run(program):
    command = ("batch", "list.txt", "--out", "stopped", *SMALL, "--format", "gif")
    rest = program.stop("step", *command)
    assert rest[-1]["event"] == "cancelled", rest
    runs = list((program.folder / "stopped" / "runs").iterdir())
    assert len(runs) == 1
    events = program.succeed(*command)
    first = next(event for event in events if event["event"] == "clip")
    assert first["continued"] and first["status"] == "done", first


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("flowblend")
    parser.add_argument("--seed", type=int, default=os.environ.get("FB_SEED", random.SystemRandom().randrange(2**32)))
    parser.add_argument("--prompts", type=int, default=12)
    arguments = parser.parse_args()
    print(f"seed {arguments.seed} (FB_SEED or --seed sets it)", flush=True)
    program, rng = Program(arguments.flowblend), random.Random(arguments.seed)
    for function in (each_clip_is_that_of_generate, each_clip_says_how_many_steps_a_cache_reused, constants_in_vain_are_told, parts_are_the_whole, bad_lists_are_refused_before_the_work,
                     lambda p: several_processes_killed_at_any_moment_make_each_clip_once(p, rng, arguments.prompts),
                     a_stop_keeps_the_run):
        function(program)
        print(f"ok {function.__name__}", flush=True)


if __name__ == "__main__":
    main()
