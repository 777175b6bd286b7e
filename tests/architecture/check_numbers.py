"""Numbers of files and command lines are read by flowblend/numbers.h alone: what is listed here follows the locale, takes
octal or hexadecimal, skips spaces, wraps, or takes the beginning of a text for the whole."""
import pathlib
import re
import sys

FORBIDDEN = re.compile(r"\b(?:std::)?(strto[a-z]+|sto(?:i|l|ll|ul|ull|f|d|ld)|ato[a-z]+|v?s?n?scanf|istringstream|setlocale)\s*[({ ]")


def main():
    root, found = pathlib.Path(sys.argv[1]), 0
    for path in sorted(p for folder in ("core", "app") for p in (root / folder).rglob("*") if p.suffix in (".cpp", ".h")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = FORBIDDEN.search(line.split("//")[0])
            if match:
                found += 1
                print(f"{path.relative_to(root)}:{number}: {match.group(1)}; use numberFrom() of flowblend/numbers.h")
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
