"""Clips that are decoded again and exported: what they are like, what is refused, and what a stop leaves."""
import json
import re
import signal
import subprocess

from program import BUILT_IN, run_tests, test


@test
def a_comment_of_another_program_is_shown_as_such(program):
    # Deeper than any reader could follow.
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
def decode_and_export_repeat_from_the_run_folder(program):
    program.succeed("generate", *BUILT_IN, "--steps", 3, "--run-dir", "kept", "-o", "first.mp4")
    program.succeed("decode", "kept", "-o", "again.webm")
    program.succeed("export", "kept", "-o", "loop.gif", "--scale", 200)
    found = program.succeed("inspect", "loop.gif")[-1]
    run = program.succeed("inspect", "kept")[-1]["request"]
    assert found["width"] == 2 * run["width"] and found["request"]["seed"] == 1
    program.succeed("export", "again.webm", "-o", "third.mp4")
    assert program.succeed("inspect", "third.mp4")[-1]["request"]["prompt"] == BUILT_IN[1]


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
def an_export_has_another_shape_length_and_limit(program):
    program.succeed("generate", *BUILT_IN, "--steps", 2, "--run-dir", "shaped", "-o", "whole.mp4")
    run = program.succeed("inspect", "shaped")[-1]["request"]
    width, frames = run["height"] * 9 // 16 // 2 * 2, 3 * (2 * run["frames"] - 2)
    make_tone(program.folder / "tone.wav", 60)
    for source in ("shaped", "whole.mp4"):
        out = program.folder / f"{source}-tall.mp4"
        events = program.succeed("export", source, "-o", out.name, "--crop", "9:16", "--crop-focus", "0,0.5", "--boomerang", "--plays", 3,
                                 "--audio", "tone.wav")
        told = next(event for event in events if event["event"] == "export")
        last = events[-1]
        assert abs(last["width"] - width) <= 2 and last["height"] == run["height"], last
        assert last["frames"] == frames and told["frames"] == frames and told["width"] == last["width"], (told, last)
        file, streams = probed(out)
        video = streams["video"]
        assert (video["width"], video["height"], int(video["nb_read_frames"])) == (last["width"], last["height"], frames), video
        assert abs(float(file["duration"]) - frames / run["fps"]) < 0.05, file["duration"]
        assert abs(float(streams["audio"]["duration"]) - frames / run["fps"]) < 0.05, streams["audio"]
        assert program.succeed("inspect", out.name)[-1]["request"]["prompt"] == run["prompt"]
    program.succeed("export", "shaped", "-o", "small.mp4", "--plays", 4, "--quality", 100, "--max-mb", 0.03)
    assert (program.folder / "small.mp4").stat().st_size <= 30_000
    assert not [event for event in program.succeed("export", "shaped", "-o", "same.mp4") if event["event"] == "export"]
    told = program.plain("export", "shaped", "-o", "square.gif", "--crop", "1:1", "--plays", 2)
    assert told.returncode == 0 and f"{2 * run['frames']} frames" in told.stdout + told.stderr, told


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
            "the CRF is 99": ("-o", "x.mp4", "--crf", 99),
            "the crop 1:60 leaves": ("-o", "x.mp4", "--crop", "1:60"),
            "more than 100000": ("-o", "x.mp4", "--plays", 1000, "--fps", 240),
            "the size limit does not apply": ("-o", "x.gif", "--max-mb", 8)}.items():
        events, _ = program.fail(3, "export", "silent.mp4", *arguments)
        assert words in events[-1]["message"], events
    for arguments in (("--fps", 0), ("--fps", "fast"), ("--fps-mode", "blend"), ("--upscale", 0.5), ("--upscale", 5), ("--crf", "good"),
                      ("--crf", 20, "--quality", 50), ("--upscale", 2, "--scale", 50), ("--audio", "missing.wav"), ("--crop", "golden"), ("--crop", "0:1"), ("--crop-focus", "0,0"),
                      ("--crop", "1:1", "--crop-focus", "0.5"), ("--crop", "1:1", "--crop-focus", "0.5,2"), ("--plays", 0),
                      ("--plays", 1001), ("--max-mb", 0), ("--max-mb", "small")):
        program.fail(2, "export", "silent.mp4", "-o", "x.mp4", *arguments)
    assert sorted(path.name for path in program.folder.iterdir()) == before


@test
def a_stop_leaves_no_half_export(program):
    program.succeed("generate", *BUILT_IN, "--steps", 2, "-o", "long.mp4")
    make_tone(program.folder / "tone.wav", 9)
    for sent in (signal.SIGINT, signal.SIGTERM):
        rest = program.stop("progress", "export", "long.mp4", "-o", "slow.webm", "--fps", 240, "--fps-mode", "blend", "--upscale", 4,
                            "--audio", "tone.wav", sent=sent)
        assert rest[-1]["event"] == "cancelled", rest
        assert not [path for path in program.folder.iterdir() if "slow" in path.name or ".part" in path.name]


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
