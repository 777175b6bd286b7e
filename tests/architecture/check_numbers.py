"""Numbers from files and command lines are parsed only by flowblend/numbers.h: the functions listed here follow the locale,
accept octal or hexadecimal, skip spaces, wrap, or accept a text that merely starts with a number."""
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
