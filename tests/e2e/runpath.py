"""Where programs and libraries look for others: never in the current folder. runpath.py BUILD NAME ...

Reads the RUNPATH of every program and shared library in the build folder; those named must be among them.
"""
import os
import pathlib
import re
import subprocess
import sys

RUNPATH = re.compile(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]")


def is_elf(path):
    if path.is_symlink() or not path.is_file() or path.suffix in (".o", ".a", ".gch"):
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def elf_files(folder):
    """Excludes CMake's own test programs and separate builds in subfolders."""
    for where, folders, names in os.walk(folder):
        where = pathlib.Path(where)
        folders[:] = [name for name in folders if name != "CMakeFiles" and not (where / name / "CMakeCache.txt").exists()]
        yield from (where / name for name in names if is_elf(where / name))


def entries_of(path):
    # readelf's output must not depend on the user's language.
    text = subprocess.run(["readelf", "-d", path], check=True, capture_output=True, text=True,
                          env=dict(os.environ, LC_ALL="C")).stdout
    return [entry for runpath in RUNPATH.findall(text) for entry in runpath.split(":")]


def problem_of(entry, forbidden=(), allowed=()):
    """Why the entry is not allowed, or None. Paths in `forbidden` are not, unless they are in `allowed`."""
    if not entry:
        return "an empty entry, which is the current folder"
    if entry.split("/")[0] not in ("", "$ORIGIN"):
        return f"the relative entry {entry}"
    if entry in allowed:
        return None
    for folder in forbidden:
        if pathlib.PurePath(entry).is_relative_to(folder):
            return f"{entry}, which is in {folder}"
    return None


def check(folder, names, forbidden=(), allowed=()):
    found = list(elf_files(folder))
    missing = set(names) - {path.name for path in found}
    assert not missing, f"{sorted(missing)} not found below {folder}"
    entries = [(path, entry) for path in found for entry in entries_of(path)]
    assert entries, f"no RUNPATH below {folder}: LibTorch is found by one"
    problems = [f"the RUNPATH of {path} has {problem}" for path, entry in entries
                if (problem := problem_of(entry, forbidden, allowed))]
    assert not problems, "\n".join(problems)
    return len(found)


def check_rules():
    for entry in ("", ".", "lib", "../lib", "$ORIGINAL/lib"):
        assert problem_of(entry), entry
    for entry in ("/usr/lib", "$ORIGIN", "$ORIGIN/../lib"):
        assert not problem_of(entry), entry
    assert problem_of("/build/core", ["/build"]) and not problem_of("/builds", ["/build"])
    assert not problem_of("/build/torch/lib", ["/build"], ["/build/torch/lib"])


if __name__ == "__main__":
    check_rules()
    print(f"{check(sys.argv[1], sys.argv[2:])} programs and libraries look in no relative folder")
