"""Every command with paths that cannot be used: one sentence that names the path, and an exit code, never a signal.

    hostile_paths.py FLOWBLEND
"""
import ctypes
import os
import re
import subprocess
import sys

from program import Program

BAD_INPUT, OTHER_FAILURE, USAGE = 3, 1, 2


def without_roots_rights():
    """Permissions do not apply to root as long as it may override them."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


def make(folder):
    """Path -> the possible exit codes if it is an input."""
    closed = folder / "closed"
    (closed / "run").mkdir(parents=True)
    (closed / "clip.mp4").write_bytes(b"x")
    (folder / "loop").symlink_to("loop")
    (folder / "file").write_bytes(b"x")
    os.mkfifo(folder / "pipe.mp4")
    strange = os.fsencode(folder) + b"/caf\xe9"
    os.mkdir(strange)
    closed.chmod(0)
    os.chmod(strange, 0)
    long = str(folder / ("a" * 300))
    return {str(closed): {OTHER_FAILURE}, str(closed / "run"): {OTHER_FAILURE},
            str(closed / "clip.mp4"): {OTHER_FAILURE}, str(folder / "loop"): {BAD_INPUT}, long: {BAD_INPUT},
            long + ".mp4": {BAD_INPUT}, str(folder / "file" / "below.mp4"): {BAD_INPUT},
            str(folder / "pipe.mp4"): {OTHER_FAILURE, BAD_INPUT}, strange + b"/clip.mp4": {OTHER_FAILURE}}


def commands(program):
    """Command -> argument lists in which the path replaces None. A command that is not listed fails the test."""
    tiny = ["-p", "x", "--steps", "1"]
    output = ["-o", str(program.folder / "out.gif")]
    known = {
        "generate": [tiny + ["-o", None, "--format", "gif"], tiny + ["--run-dir", None] + output,
                     tiny + ["--large", None, "--small", None] + output, tiny + ["--pair", None] + output,
                     tiny + ["--vae", None] + output],
        "probe": [["--large", None, "--small", None], ["--tokenizer", None], tiny + ["--prompts", None], tiny + ["--import", None],
                  tiny + ["-o", None]],
        "calibrate": [tiny + ["--large", None, "--small", None], tiny + ["--text-encoder", None]],
        "resume": [[None] + output],
        "decode": [[None] + output],
        "export": [[None] + output],
        "inspect": [[None]],
        "estimate": [["--large", None, "--small", None], ["--text-encoder", None]],
        "devices": [],
        "batch": [["--out", None, "-p", "x", "--steps", "3"],
                  [None, "--out", str(program.folder / "batch")],
                  ["-p", "x", "--out", str(program.folder / "batch"), "--large", None, "--small", None]],
        "sweep": [["--out", None, "-p", "x", "--steps", "3", "--early", ".4", "--late", "0"],
                  ["--out", str(program.folder / "sweep"), "--prompts", None],
                  ["--out", str(program.folder / "sweep"), "-p", "x", "--dinov2", None],
                  ["--out", str(program.folder / "sweep"), "-p", "x", "--lpips", None],
                  ["--out", str(program.folder / "sweep"), "-p", "x", "--large", None, "--small", None]],
        "propose": [[None]],
        "report": [[None, "-o", str(program.folder / "report.html")]],
    }
    listed = re.findall(r"^  ([a-z]+) +[A-Z]", program.plain("--help").stdout.split("Subcommands:")[1], re.M)
    assert set(listed) == set(known), f"the program has {listed}"
    return known


def run(program, arguments):
    return subprocess.run([program.executable, "--threads", "1", *arguments], cwd=program.folder,
                          env=program.environment, capture_output=True, timeout=300, preexec_fn=without_roots_rights)


def main():
    program = Program(sys.argv[1])
    problems, calls = [], 0
    paths = make(program.folder)
    for command, forms in commands(program).items():
        for form in forms:
            for path, codes in paths.items():
                result = run(program, [command, *(path if argument is None else argument for argument in form)])
                calls += 1
                said = result.stderr.decode(errors="replace")
                name = path if isinstance(path, str) else path.decode(errors="replace")
                # CLI11 says itself that a file is not there; an output that is there already is a wrong argument.
                said_by_parser = bool({"--pair", "--prompts", "--import"} & set(form)) or ("-o", None) in zip(form, form[1:])
                allowed = codes | ({USAGE} if said_by_parser else set())
                what = f"{command} {form} with {name[:80]}: exit code {result.returncode}, {said[-300:]!r}"
                if result.returncode not in allowed:
                    problems.append(f"{what}: not one of {allowed}")
                elif name.split("caf")[0] not in said:
                    problems.append(f"{what}: does not name the path")
                elif "unexpected" in said or "terminate" in said:
                    problems.append(what)
    home = program.folder / "closed"
    program.environment.pop("XDG_STATE_HOME")
    program.environment["HOME"] = str(home)
    result = run(program, ["generate", "-p", "x", "--steps", "1", "-o", str(program.folder / "home.gif")])
    if result.returncode != OTHER_FAILURE or str(home) not in result.stderr.decode():
        problems.append(f"a closed home: {result.returncode}, {result.stderr!r}")
    home.chmod(0o700)
    os.chmod(os.fsencode(program.folder) + b"/caf\xe9", 0o700)
    print("\n".join(problems) or f"{calls} calls answered")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
