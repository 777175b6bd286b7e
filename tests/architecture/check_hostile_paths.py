"""Fails when a public function that takes a path is not called in tests/core/engine/tst_hostile_paths.cpp."""
import pathlib
import re
import sys

DECLARATION = re.compile(r"\b(\w+)\(([^()]*(?:\([^()]*\)[^()]*)*)\)[^;{]*;", re.S)


def functions(header):
    """Names of the functions of a header that take a path, or a value that carries paths."""
    text = re.sub(r"//[^\n]*", "", header.read_text(encoding="utf-8"))
    for name, parameters in DECLARATION.findall(text):
        if re.search(r"filesystem::path\b|\bPairSpec\b|\bGenerationRequest\b", parameters):
            yield name


# They take a pair or a request but do not access files.
LOOK_AT_NOTHING = {"assign", "batchClips", "calibrationFor", "calibrationRuns", "countsFor", "defaultRequest", "effectiveValue", "limitsOf", "probeCell",
                   "probeRequest", "probeSettings", "problem", "rangeFor", "toJson", "value", "withoutBranch"}


def main():
    root = pathlib.Path(sys.argv[1])
    test = (root / "tests/core/engine/tst_hostile_paths.cpp").read_text(encoding="utf-8")
    names = {name for header in (root / "core/include/flowblend").glob("*.h") for name in functions(header)}
    if len(names) < 15:
        sys.exit(f"only {sorted(names)} were found in the public headers")
    missing = sorted(n for n in names - LOOK_AT_NOTHING if not re.search(rf'"{n}\b', test))
    print("\n".join(f"{name} takes a path and is not called in tst_hostile_paths.cpp" for name in missing)
          or f"{len(names)} functions are called with hostile paths or look at no file")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
