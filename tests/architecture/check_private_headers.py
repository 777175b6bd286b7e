"""Fails if a library of the Studio or a public target lets its users include core's private headers or torch's.
check_private_headers.py SOURCE BUILD CONTROL PROBE ...

A probe is an object file of one public header that links one target (CMakeLists.txt); its command in compile_commands.json
shows what the target exposes. CONTROL links a target that has the private headers.
"""
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

# One of each kind is tested by including it; the others are looked up by name.
TRIED = ("base/atomic_file.h", "base/failure.h", "engine/run.h", "media/clip_files.h", "weights/checkpoint.h", "ATen/ATen.h")


class Probe:
    def __init__(self, entry):
        command = shlex.split(entry["command"])
        del command[command.index("-o"):command.index("-o") + 2]
        del command[command.index("-c"):command.index("-c") + 2]
        self.command, self.folder = command, entry["directory"]

    def compile(self, text):
        """The compiler's output for the text; empty if it compiles."""
        with tempfile.NamedTemporaryFile("w", suffix=".cpp") as file:
            file.write(text)
            file.flush()
            done = subprocess.run([*self.command, "-fsyntax-only", file.name], cwd=self.folder, capture_output=True, text=True,
                                  env=dict(os.environ, LC_ALL="C"))
            assert done.returncode or not done.stderr, done.stderr
            assert not done.returncode or done.stderr, f"exit code {done.returncode} without a word"
            return done.stderr


def include(*headers):
    return "".join(f'#include "{header}"\n' for header in headers)


def headers_below(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.h"))


def refuse(headers):
    return "".join(f'#if __has_include("{header}")\n#error {header} is in sight\n#endif\n' for header in headers)


def problems(name, probe, inner):
    said = probe.compile(include("flowblend/status.h"))
    if said:
        yield f"{name}: a public header does not compile:\n{said}"
    said = probe.compile(refuse(inner))
    if said:
        seen = [header for header in inner if f"{header} is in sight" in said]
        yield f"{name}: {len(seen)} inner headers are in sight, as {seen[:3]}" if seen else f"{name}: {said}"
    for header in TRIED:
        said = probe.compile(include(header))
        # The messages of GCC and Clang.
        if not any(f"fatal error: {words}" in said
                   for words in (f"{header}: No such file or directory", f"'{header}' file not found")):
            yield f"{name}: including {header} does not fail for want of the file:\n{said or 'it compiles'}"


def check_control(probe, inner):
    said = probe.compile(refuse(inner))
    unseen = [header for header in inner if f"{header} is in sight" not in said]
    assert not unseen, f"the control does not see {unseen}"
    assert not probe.compile(include("base/atomic_file.h")), "the control cannot include base/atomic_file.h"


def main():
    source, build, control, *names = sys.argv[1:]
    core = pathlib.Path(source) / "core"
    inner = [header for header in headers_below(core) if not header.startswith("include/")]
    missing = [header for header in TRIED if header not in inner and not header.startswith("ATen/")]
    assert len(inner) > 50 and not missing, f"not found in {core}: {missing}"

    entries = json.loads((pathlib.Path(build) / "compile_commands.json").read_text(encoding="utf-8"))
    probes = {pathlib.Path(entry["file"]).stem: Probe(entry) for entry in entries
              if pathlib.Path(entry["file"]).stem in (control, *names)}
    check_control(probes[control], inner)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [problem for each in pool.map(lambda name: list(problems(name, probes[name], inner)), names)
                 for problem in each]
    print("\n".join(found) or f"{len(names)} targets show none of {len(inner)} inner headers")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
