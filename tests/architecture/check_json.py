"""Text from outside is parsed as JSON only in parseJson() of core/base/json.h, which limits its depth and number of values;
JSON composed by the program itself, only in ownJson() of app/cli/reporting.h."""
import pathlib
import re
import sys

PARSING = re.compile(r"(?:\b|_)[Jj]son::(parse|accept|sax_parse|from_\w+)\s*\(")
ALLOWED = {"core/base/json.cpp": 1, "app/cli/reporting.cpp": 1}


def main():
    root, problems, found = pathlib.Path(sys.argv[1]), [], {}
    for path in sorted(p for folder in ("core", "app") for p in (root / folder).rglob("*") if p.suffix in (".cpp", ".h")):
        name = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if match := PARSING.search(line.split("//")[0]):
                found[name] = found.get(name, 0) + 1
                if found[name] > ALLOWED.get(name, 0):
                    problems.append(f"{name}:{number}: json::{match.group(1)}; use parseJson() of base/json.h")
    if found.keys() < ALLOWED.keys():
        problems.append(f"the places where JSON is parsed have moved: {found}")
    print("\n".join(problems) or f"JSON is parsed in {', '.join(found)}")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
