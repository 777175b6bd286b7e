"""Sweeps from the command line: planned, killed, stopped, continued, extended, proposed from.

    sweep.py FLOWBLEND [--seed N]

The seed chooses when a sweep is killed; it is printed, and is FB_SEED or random if it is not given.
"""
import argparse
import base64
import hashlib
import html.parser
import json
import os
import random
import re
import resource
import shutil
import signal
import struct
import subprocess

from program import PAIR_FOLDER, Program

PROMPT = "a red circle moves left on a blue background"
GRID = ("--steps", 5, "--early", "0.2,0.4", "--late", "0,0.2")


def clips(folder):
    """The bits of all results: clips and final states."""
    found = {}
    for path in sorted(folder.glob("runs/*/clip.safetensors")):
        found[path.parent.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def measures(folder):
    """Without the times, which differ, and the checksum over them."""
    found = {}
    for path in sorted(folder.glob("records/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        found[path.name] = {key: value for key, value in record.items() if not key.startswith(("seconds", "checksum"))}
    return found


def the_plan_is_told_and_kept(program):
    events = program.succeed("sweep", "--out", "whole", "-p", PROMPT, *GRID, "--plan")
    assert [event["event"] for event in events] == ["plan"], events
    assert not (program.folder / "whole").exists(), "a plan leaves nothing behind"
    planned = events[0]["left"]
    assert planned["runs"] == 7, planned
    events = program.succeed("sweep", "--out", "whole", "-p", PROMPT, *GRID)
    taken = [event["model"] for event in events if event["event"] == "step"]
    assert (taken.count("large"), taken.count("small")) == (planned["large_steps"], planned["small_steps"])
    assert taken.count("large") == 5 + 5 + 1 + 1
    done = events[-1]
    assert done["event"] == "finished" and len(done["candidates"]) == 6 and done["bytes"] > 0 and done["bytes_removed"] > 0
    assert done["candidates"][-1]["sameness"] == 1 and done["candidates"][-1]["cost"] == 1
    assert not list((program.folder / "whole").glob("runs/*/state-*.safetensors"))


def a_candidate_is_the_run_of_its_settings(program):
    program.succeed("generate", "-p", PROMPT, "--seed", 0, "--steps", 5, "--early", 0.4, "--late", 0.2, "--run-dir", "alone", "-o", "a.mp4")
    alone = (program.folder / "alone" / "clip.safetensors").read_bytes()
    assert alone == (program.folder / "whole" / "runs" / "p000-s0-e02-l01" / "clip.safetensors").read_bytes()


def killed_at_any_moment_it_goes_on_to_the_same_bits(program, rng):
    kills = 0
    while True:
        process = program.start("sweep", "--out", "killed", "-p", PROMPT, *GRID)
        last, moment, steps = None, rng.randrange(1, 9), 0
        for line in process.stdout:
            last = json.loads(line)
            steps += last["event"] == "step"
            if steps >= moment and rng.random() < 0.5:
                process.send_signal(signal.SIGKILL)
                break
        process.communicate()
        if process.returncode == 0:
            break
        assert process.returncode == -signal.SIGKILL, process.returncode
        kills += 1
        assert kills < 60, "it never ends"
    print(f"killed {kills} times", flush=True)
    assert kills >= 2, kills
    assert clips(program.folder / "killed") == clips(program.folder / "whole")
    assert measures(program.folder / "killed") == measures(program.folder / "whole")
    leftovers = [path.name for path in program.folder.rglob(".*.part*")]
    assert not leftovers, leftovers


def stopped_the_same_command_goes_on(program):
    for sent in (signal.SIGINT, signal.SIGTERM):
        process = program.start("sweep", "--out", "stopped", "-p", PROMPT, *GRID)
        for line in process.stdout:
            if '"event":"step"' in line:
                process.send_signal(sent)
                break
        last = json.loads(process.communicate()[0].splitlines()[-1])
        assert process.returncode == 5 and last["event"] == "cancelled", (process.returncode, last)
        assert 0 < last["done"] < 1, last
    program.succeed("sweep", "--out", "stopped")
    assert clips(program.folder / "stopped") == clips(program.folder / "whole")


def a_sweep_belongs_to_one_process(program):
    """Long enough for the second process to come while the first one works."""
    process = program.start("sweep", "--out", "shared", "-p", PROMPT, "--steps", 500, "--early", "0.2", "--late", "0")
    for line in process.stdout:
        if '"event":"step"' in line:
            break
    document = (program.folder / "shared" / "sweep.json").read_bytes()
    events, _ = program.fail(3, "sweep", "--out", "shared", "-p", "another prompt")
    assert "in use by another program" in events[-1]["message"], events[-1]
    assert (program.folder / "shared" / "sweep.json").read_bytes() == document
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 5, process.returncode
    left = program.succeed("sweep", "--out", "shared", "--plan")[0]["left"]
    assert 0 < left["runs"] <= 4, left


def a_full_disk_is_told_with_the_way_on(program):
    """A limit of the size of files stands for the disk: no clip fits, but the sweep's document does."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 10, 64 << 10))
    ended = subprocess.run([program.executable, "--threads", "1", "sweep", "--out", "limited", "-p", PROMPT, *map(str, GRID)],
                           cwd=program.folder, env=program.environment, capture_output=True, text=True, preexec_fn=limit, timeout=600)
    assert ended.returncode == 1 and "File too large" in ended.stderr, ended
    assert "continue with: flowblend sweep --out limited" in ended.stderr, ended.stderr
    # Where nothing could be stored, there is nothing to continue.
    (program.folder / "file").write_bytes(b"mine")
    never = program.plain("sweep", "--out", "file/sweep", "-p", PROMPT, *GRID)
    assert never.returncode in (1, 3) and "file" in never.stderr and "continue with" not in never.stderr, never.stderr
    program.succeed("sweep", "--out", "limited")
    assert clips(program.folder / "limited") == clips(program.folder / "whole")


def moved_models_are_named_anew(program):
    models = program.folder / "models"
    shutil.copytree(PAIR_FOLDER, models / "pair", ignore=shutil.ignore_patterns("training"))
    program.stop("step", "sweep", "--out", "moved", "--pair", "models/pair/pair.json", "-p", PROMPT, *GRID)
    (models / "pair").rename(models / "renamed")
    document = (program.folder / "moved" / "sweep.json").read_bytes()
    refused = program.plain("sweep", "--out", "moved")
    assert refused.returncode == 3 and str(models / "pair") in refused.stderr, refused.stderr
    assert "if models were moved: flowblend sweep --out moved with --pair" in refused.stderr, refused.stderr
    shutil.copytree(models / "renamed", models / "other")
    weights = next((models / "other" / "small" / "transformer").glob("*.safetensors"))
    changed = bytearray(weights.read_bytes())
    changed[-1] ^= 1
    weights.write_bytes(changed)
    events, _ = program.fail(3, "sweep", "--out", "moved", "--pair", "models/other/pair.json")
    assert events[-1]["message"].startswith(f"{weights} does not have the content of "), events[-1]
    assert (program.folder / "moved" / "sweep.json").read_bytes() == document
    program.succeed("sweep", "--out", "moved", "--pair", "models/renamed/pair.json")
    assert clips(program.folder / "moved") == clips(program.folder / "whole")
    assert measures(program.folder / "moved") == measures(program.folder / "whole")
    # It keeps to them.
    assert [e for e in program.succeed("sweep", "--out", "moved") if e["event"] == "run"] == []
    assert "nothing is left to do" in program.plain("sweep", "--out", "moved", "--plan").stderr


def what_is_not_there_is_told_as_such(program):
    for command in (("propose", "nowhere"), ("propose", "nowhere", "--probe"), ("report", "nowhere", "-o", "r.html"),
                    ("resume", "nowhere", "-o", "n.mp4"), ("decode", "nowhere", "-o", "n.mp4"), ("export", "nowhere", "-o", "n.mp4"),
                    ("inspect", "nowhere"), ("batch", "nowhere", "--out", "b"), ("sweep", "--out", "nowhere"),
                    ("resume", "nowhere", "-o", "n.mp4", "--branch-at", 3),
                    ("generate", "-p", PROMPT, "-o", "n.mp4", "--branch-from", "nowhere"),
                    ("generate", "-p", PROMPT, "-o", "n.mp4", "--large", "nowhere", "--small", "nowhere")):
        events, _ = program.fail(3, *command)
        assert "nowhere does not exist" in events[-1]["message"], (command, events[-1])
    assert not [name for name in ("r.html", "n.mp4", "b", "nowhere") if (program.folder / name).exists()]


def extended_it_repeats_nothing(program):
    (program.folder / "prompts.txt").write_text("\ufeff" + PROMPT + "\r\n\na green star moves up\n", encoding="utf-8")
    before = clips(program.folder / "whole")
    events = program.succeed("sweep", "--out", "whole", "--prompts", "prompts.txt")
    started = [event["run"] for event in events if event["event"] == "run"]
    assert len(started) == 7 and all(name.startswith("p001-") for name in started), started
    done = [event["done"] for event in events if event["event"] == "run"]
    assert done == sorted(done) and done[0] == 0 and 0 < done[-1] < 1, done
    after = clips(program.folder / "whole")
    assert before.items() <= after.items() and len(after) == 14
    assert [e for e in program.succeed("sweep", "--out", "whole") if e["event"] == "run"] == []
    events, _ = program.fail(3, "sweep", "--out", "whole", "--guidance", 2)
    assert "guidance" in events[-1]["message"], events


def proposals_come_from_the_results_alone(program):
    done = program.succeed("propose", "whole", "--sameness", "0.5", "--by", "latents")[-1]
    assert set(done["proposals"]) == {"cheapest", "sure", "knee", "paper"}
    assert done["proposals"]["cheapest"]["sameness"] >= 0.5
    cheaper = [c for c in done["candidates"] if c["cost"] < done["proposals"]["cheapest"]["cost"]]
    assert all(candidate["sameness"] < 0.5 for candidate in cheaper), cheaper
    judged = program.succeed("propose", "whole", "--by", "latents", "--hold-out", 1)[-1]["proposals"]["knee"]["held_out"]
    assert judged["cost_above_best"] >= 0
    rows = program.plain("propose", "whole", "--csv").stdout.splitlines()
    assert len(rows) == 7 and rows[0].startswith("early,late,") and len({row.count(",") for row in rows}) == 1, rows
    assert "for a sameness of 0.9" in program.plain("propose", "whole").stdout


def rivals_are_measured_on_the_same_front(program):
    rivals = ("--rival-steps", 2, "--rival-guards", "0,10", "--rival-one-way", "10", "--rival-srdiffusion", "0.5",
              "--rival-sll")
    plan = program.succeed("sweep", "--out", "rivals", "-p", PROMPT, *GRID, *rivals, "--plan")[0]
    assert plan["rivals"] >= 4, plan
    plain = program.plain("sweep", "--out", "rivals", "-p", PROMPT, *GRID, *rivals, "--plan").stderr
    assert f"and {plan['rivals']} rivals" in plain and "as if the small model took over as early as it can" in plain, plain
    done = program.succeed("sweep", "--out", "rivals", "-p", PROMPT, *GRID, *rivals)[-1]
    fewer = [each for each in done["candidates"] if "fewer_steps" in each]
    guards = {each["guard"]["bound"]: each for each in done["candidates"] if "bound" in each.get("guard", {})}
    one_way = [each for each in done["candidates"] if "change" in each.get("guard", {})]
    small_first = [each for each in done["candidates"] if each["early_steps"] == 0 and each["late_steps"] > 0]
    assert fewer and all(each["cost"] < 1 and each["fewer_steps"] == each["early_steps"] for each in fewer), fewer
    assert guards[0]["sameness"] == 1 and guards[0]["cost"] > 1 > guards[10]["cost"], guards
    assert [each["guard"] for each in one_way] == [{"change": 10}] and 0 < one_way[0]["cost"] < 1, one_way
    settling = [each["guard"] for each in done["candidates"] if "settling" in each.get("guard", {})]
    assert settling == [{"settling": 0.5}], settling
    assert [each["late_steps"] for each in small_first] == [1], small_first
    program.succeed("generate", "-p", PROMPT, "--seed", 0, "--steps", 5, "--early", 0.4, "--late", 0.2, "--guard", "verify",
                    "--guard-bound", 10, "--run-dir", "guarded", "-o", "guarded.mp4")
    guarded = (program.folder / "guarded" / "clip.safetensors").read_bytes()
    assert guarded == (program.folder / "rivals" / "runs" / "p000-s0-e02-l01-v10-k4" / "clip.safetensors").read_bytes()
    rows = program.plain("propose", "rivals", "--csv").stdout.splitlines()
    assert "fewer_steps,guard_bound,guard_every,guard_returns,guard_change,guard_settling" in rows[0] and len(rows) == 1 + len(done["candidates"]), rows
    assert all(row.count(",") == rows[0].count(",") for row in rows), rows
    program.succeed("report", "rivals", "--out", "rivals.html")
    page = (program.folder / "rivals.html").read_text(encoding="utf-8")
    assert "guard 10, 40 % / 20 %" in page and "SRDiffusion guard 0.5, 20 % / 0 %" in page and f"large model, {fewer[0]['fewer_steps']} steps" in page
    program.fail(2, "sweep", "--out", "bad", "-p", PROMPT, *GRID, "--rival-guards", "11")
    events, _ = program.fail(3, "sweep", "--out", "bad", "-p", PROMPT, *GRID, "--rival-guards", "1", "--cache", "easycache")
    assert events[-1]["message"].startswith("guard 1, "), events[-1]
    assert not (program.folder / "bad").exists()


def rivals_of_an_earlier_version_are_kept(program):
    """Its guards returned, and began to check elsewhere."""
    shutil.copytree(program.folder / "rivals", program.folder / "older")
    document = program.folder / "older" / "sweep.json"
    sweep = json.loads(document.read_text(encoding="utf-8"))
    checked = [candidate for candidate in sweep["candidates"] if "guard_every" in candidate]
    assert [candidate["early_steps"] for candidate in checked] == [2, 2], checked
    for candidate in checked:
        candidate.update(early_steps=1, guard_every=2, guard_returns=True)
    del sweep["checksum"]
    document.write_text(json.dumps(sweep), encoding="utf-8")
    count = len(sweep["candidates"])
    again = program.succeed("sweep", "--out", "older", "--rival-guards", "0,10", "--plan")
    plan = next(event for event in again if event["event"] == "plan")
    assert plan["candidates"] == count, plan
    told = program.plain("sweep", "--out", "older", "--rival-guards", "10,5", "--plan").stderr
    for bound in (10, 5):
        assert f"keeps to the guards that it has: returning guard {bound} every 2, 20 % / 20 % instead of guard {bound} every 2, 40 % / 20 %" in told, told
    assert "instead of" not in program.plain("sweep", "--out", "rivals", "--rival-guards", "10,5", "--plan").stderr


def a_probe_proposes_by_what_a_sweep_has_taught(program):
    (program.folder / "taught.txt").write_text("\n".join((PROMPT, "a green star moves up", "a yellow square turns", "two circles meet")), encoding="utf-8")
    grid = ("--steps", 6, "--early", "0.17,0.34,0.5", "--late", "0,0.17")
    before = program.succeed("probe", "-p", PROMPT, "--seed", 0, "--steps", 6)[-1]
    assert before["suggestion"]["fitted_on"] == 20 and not before["suggestion"]["fitted_here"], before["suggestion"]
    whole = program.succeed("sweep", "--out", "taught", "--prompts", "taught.txt", *grid, "--probe", "large", "--by", "latents")
    assert any(e["event"] == "fitted" for e in whole), [e["event"] for e in whole if e["event"] not in ("step", "phase")]
    assert len(list((program.folder / "taught" / "records").glob("*-profile.json"))) == 4
    found = program.succeed("probe", "-p", PROMPT, "--seed", 0, "--steps", 6, "--by", "latents", "--sameness", "0.5")[-1]["suggestion"]
    assert found["by"] == "latents" and found["fitted_on"] == 4 and found["fitted_here"] and found["sameness"] >= 0.5, found
    nearer = program.succeed("probe", "--kept", "--steps", 6, "--by", "latents", "--sameness", "0.95")[-1]["suggestion"]
    assert nearer["cost"] >= found["cost"] and nearer["sameness"] >= 0.95, (nearer, found)
    done = program.succeed("propose", "taught", "--probe", "--by", "latents", "--sameness", "0.5")[-1]
    own = next(fit for fit in done["fits"] if fit["by"] == "latents")
    assert own["exponent"] > 0 and own["prompts"] == 4 and done["proposal"]["sameness"] >= 0.5, done
    judged = program.succeed("propose", "taught", "--probe", "--by", "latents", "--hold-out", 2)[-1]
    assert [probe["prompt"] for probe in judged["probes"]] == [2, 3] and judged["fit"]["prompts"] == 2, judged
    assert judged["worst_cost_above_best"] >= judged["mean_cost_above_best"] >= 0, judged
    assert "above the best" in program.plain("propose", "taught", "--probe", "--by", "latents", "--hold-out", 2).stdout
    # A sweep whose runs were not probed needs a profile of its pair and settings.
    events, _ = program.fail(3, "propose", "whole", "--probe", "--by", "latents")
    assert "flowblend probe" in events[-1]["message"], events
    program.fail(2, "propose", "taught", "--probe", "--csv")
    program.fail(2, "propose", "taught", "--divergence", "cosine")
    program.fail(3, "propose", "taught", "--probe", "--hold-out", 4)


def the_report_is_one_file(program):
    scratch = program.folder / "scratch"
    scratch.mkdir()
    program.environment["TMPDIR"] = str(scratch)
    program.succeed("report", "whole", "--out", "report.html", "--by", "latents")
    page = (program.folder / "report.html").read_text(encoding="utf-8")
    images = re.findall(r'<img alt="([^"]*)" src="data:image/gif;base64,([^"]*)"', page)
    assert len(images) == 6 and all(base64.b64decode(data, validate=True).startswith(b"GIF8") for _, data in images)
    assert PROMPT in page and "Moving Shapes" in page and "http" not in page
    parser = html.parser.HTMLParser()
    parser.feed(page)
    program.fail(2, "report", "whole")
    program.fail(3, "report", "whole", "--out", "report.html")
    program.succeed("report", "whole", "--out", "report.html", "--overwrite")
    assert list(scratch.iterdir()) == [], "a report leaves nothing behind"
    # Folders of runs may be removed, as docs/boundaries.md says.
    shutil.copytree(program.folder / "whole", program.folder / "thin")
    shutil.rmtree(min((program.folder / "thin" / "runs").iterdir()))
    program.succeed("report", "thin", "--out", "thin.html", "--by", "latents")
    assert (program.folder / "thin.html").read_text(encoding="utf-8").count("<img") == 5


def lpips_weights(path, seed):
    """An AlexNet of a few random channels, named as in the state of lpips.LPIPS(net="alex")."""
    rng, channels = random.Random(seed), 4
    tensors, before = {}, 3
    for number, (layer, kernel) in enumerate(((0, 11), (3, 5), (6, 3), (8, 3), (10, 3))):
        tensors[f"net.slice{number + 1}.{layer}.weight"] = [channels, before, kernel, kernel]
        tensors[f"net.slice{number + 1}.{layer}.bias"] = [channels]
        tensors[f"lin{number}.model.1.weight"] = [1, channels, 1, 1]
        before = channels
    header, data = {}, b""
    for name, shape in tensors.items():
        count = 1
        for side in shape:
            count *= side
        values = [rng.random() if name.startswith("lin") else rng.gauss(0, (2 * shape[0] / count) ** 0.5) for _ in range(count)]
        begin = len(data)
        data += struct.pack(f"<{count}f", *values)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [begin, len(data)]}
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def learned_measures_are_taken_of_the_clips_that_are_there(program):
    weights, before = program.folder / "lpips.safetensors", clips(program.folder / "whole")
    lpips_weights(weights, 1)
    program.fail(3, "propose", "whole", "--by", "lpips")
    events, _ = program.fail(3, "sweep", "--out", "whole", "--lpips", weights, "--by", "dinov2")
    assert "--dinov2" in events[-1]["message"] and events[0]["event"] != "plan", events
    plan = program.succeed("sweep", "--out", "whole", "--lpips", weights, "--plan")[0]
    assert plan["left"]["runs"] == 0 and plan["remeasured"] == 12, plan
    events = program.succeed("sweep", "--out", "whole", "--lpips", weights, "--by", "lpips")
    assert not [event for event in events if event["event"] in ("run", "step")], events
    measured = [event for event in events if event["event"] == "measured"]
    # Those of the large model against itself are not told; each prompt has one between two seeds.
    assert len(measured) == 12 and all(event["lpips"] > 0 for event in measured), measured
    assert events[-1]["by"] == "lpips" and events[-1]["candidates"][-1]["measures"]["lpips"]["distance"] == 0
    assert clips(program.folder / "whole") == before
    again = program.succeed("sweep", "--out", "whole")
    assert not [event for event in again if event["event"] in ("run", "step", "measured")], again
    assert program.succeed("propose", "whole", "--by", "lpips", "--sameness", "0.5")[-1]["by"] == "lpips"
    rows = program.plain("propose", "whole", "--csv").stdout.splitlines()
    assert ",lpips_distance," in rows[0] and "dinov2" not in rows[0] and len({row.count(",") for row in rows}) == 1, rows
    other = program.folder / "other.safetensors"
    lpips_weights(other, 2)
    events, _ = program.fail(3, "sweep", "--out", "whole", "--lpips", other)
    assert str(other) in events[-1]["message"], events
    program.fail(3, "sweep", "--out", "x", "-p", PROMPT, *GRID, "--dinov2", weights)
    assert not (program.folder / "x").exists()


def latents_alone_are_compared_without_clips(program):
    """The clips are decoded later, without a step; then everything is as if they had been from the start."""
    plain = program.succeed("sweep", "--out", "latents", "-p", PROMPT, *GRID, "--plan")[0]["left"]
    asked = ("sweep", "--out", "latents", "-p", PROMPT, *GRID, "--measure", "latents")
    planned = program.succeed(*asked, "--plan")[0]
    assert planned["latents_only"] and planned["left"]["flops"] < plain["flops"], planned
    assert planned["left"]["sampling_flops"] == plain["sampling_flops"]
    events, _ = program.fail(3, *asked, "--by", "ssim")
    assert "--measure latents decodes none" in events[-1]["message"], events[-1]
    events, _ = program.fail(3, *asked, "--lpips", "weights.safetensors")
    assert "--measure latents decodes none" in events[-1]["message"], events[-1]
    assert not (program.folder / "latents").exists()

    # Without --json, since only the text tells how to go on.
    process = subprocess.Popen([program.executable, "--threads", "1", *map(str, asked)], cwd=program.folder,
                               env=program.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        if line.startswith("run 2 of "):
            process.send_signal(signal.SIGINT)
            break
    end = process.communicate()[1]
    assert process.returncode == 5 and end.rstrip().endswith("--measure latents"), end
    events = program.succeed(*asked)
    assert not [event for event in events if event.get("phase") == "decoding"]
    measured = [event for event in events if event["event"] == "measured"]
    assert measured and all("ssim" not in event and event["latents"] > 0 for event in measured), measured
    assert events[-1]["by"] == "latents" and events[-1]["candidates"][0]["psnr"] is None
    assert not list((program.folder / "latents").glob("runs/*/clip.safetensors"))

    proposed = program.succeed("propose", "latents")[-1]
    assert proposed["by"] == "latents" and proposed["proposals"], proposed
    whole = program.succeed("propose", "whole", "--by", "latents")[-1]
    for name, proposal in proposed["proposals"].items():
        assert proposal["sameness"] == whole["proposals"][name]["sameness"], name
    for command in (("propose", "latents"), ("report", "latents", "--out", "latents.html")):
        events, _ = program.fail(3, *command, "--by", "ssim")
        assert "not decoded" in events[-1]["message"], events[-1]
    program.succeed("report", "latents", "--out", "latents.html")
    page = (program.folder / "latents.html").read_text(encoding="utf-8")
    assert "not decoded" in page and "data:image/gif" not in page

    told = program.plain("sweep", "--out", "latents", "--plan").stderr
    assert re.search(r"still to do: 7 runs, 0 large steps and 0 small steps", told), told
    events = program.succeed("sweep", "--out", "latents")
    assert not [event for event in events if event["event"] == "step"]
    assert clips(program.folder / "latents") == clips(program.folder / "whole")
    assert measures(program.folder / "latents") == measures(program.folder / "whole")


def mistakes_are_told(program):
    program.fail(2, "sweep")
    program.fail(2, "sweep", "--out", "x", "--early", "0.2,2")
    program.fail(2, "sweep", "--out", "x", "--early", "")
    program.fail(2, "sweep", "--out", "x", "--seeds", "-1")
    # What a sweep decides for each of its runs is no option of it.
    for option, value in (("--seed", "1"), ("--schedule", "LSL"), ("--run-dir", "r"), ("--branch-from", "whole"),
                          ("--branch-at", "1"), ("--keep-every", "2"), ("--keep-limit", "1"), ("--trace", "t")):
        program.fail(2, "sweep", "--out", "x", "-p", PROMPT, option, value)
    program.fail(2, "propose", "whole", "--sameness", "much")
    (program.folder / "empty.txt").write_text("\n \n", encoding="utf-8")
    for arguments in (("--out", "x"), ("--out", "x", "--prompts", "empty.txt"), ("--out", ".", "-p", PROMPT),
                      ("--out", "x", "-p", PROMPT, "--width", "63")):
        program.fail(3, "sweep", *arguments)
    program.fail(3, "propose", "alone")
    program.fail(3, "propose", "whole", "--hold-out", 2)
    assert not (program.folder / "x").exists()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("flowblend")
    parser.add_argument("--seed", type=int, default=os.environ.get("FB_SEED", random.SystemRandom().randrange(2**32)))
    arguments = parser.parse_args()
    print(f"seed {arguments.seed} (FB_SEED or --seed sets it)", flush=True)
    program = Program(arguments.flowblend)
    for function in (the_plan_is_told_and_kept, a_candidate_is_the_run_of_its_settings,
                     lambda p: killed_at_any_moment_it_goes_on_to_the_same_bits(p, random.Random(arguments.seed)),
                     stopped_the_same_command_goes_on, latents_alone_are_compared_without_clips,
                     moved_models_are_named_anew, what_is_not_there_is_told_as_such,
                     a_full_disk_is_told_with_the_way_on, a_sweep_belongs_to_one_process,
                     extended_it_repeats_nothing, proposals_come_from_the_results_alone,
                     rivals_are_measured_on_the_same_front, rivals_of_an_earlier_version_are_kept,
                     a_probe_proposes_by_what_a_sweep_has_taught,
                     learned_measures_are_taken_of_the_clips_that_are_there, the_report_is_one_file, mistakes_are_told):
        function(program)
        print(f"ok {function.__name__}", flush=True)


if __name__ == "__main__":
    main()
