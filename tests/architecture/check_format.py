"""Fails if clang-format would change a source, or if a source lacks its licence line."""
import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
sources = sorted(p for part in ("core", "app", "ui", "tests") for p in (root / part).rglob("*") if p.suffix in (".h", ".cpp"))
if not sources:
    sys.exit(f"no sources below {root}")
unlicensed = [str(p) for p in sources if not p.read_text(encoding="utf-8").startswith("// SPDX-License-Identifier: MIT\n")]
if unlicensed:
    sys.exit("no SPDX line: " + ", ".join(unlicensed))
sys.exit(subprocess.run(["clang-format", "--dry-run", "-Werror", *map(str, sources)]).returncode)
