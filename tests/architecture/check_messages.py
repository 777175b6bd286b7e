"""Fails if core says what it does not know. Its sentences reach the command line and the Studio's users, so they name no
commands or options: each program adds its own. A folder that cannot be listed is told as such, with its name: entriesOf()
does that, while a loop over std::filesystem's iterator throws errors without a name, or takes a failure for the end."""
import pathlib
import re
import sys

COMMAND = re.compile(r'"[^"]*(flowblend (generate|probe|sweep|resume|decode|export|inspect|estimate|devices|propose|report)\b| --[a-z][a-z-]+[ "])')
LOOP = re.compile(r"(:|\w\() *(std::filesystem|fs)::(recursive_)?directory_iterator\(")
# The name of another program.
ALLOWED = ("llama-gguf-split --merge",)


def main():
    core = pathlib.Path(sys.argv[1]) / "core"
    paths = [path for path in sorted(core.rglob("*")) if path.suffix in (".cpp", ".h") and path.name != "settings.h"]
    problems = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            code = line.split("//")[0]
            if COMMAND.search(code) and not any(allowed in code for allowed in ALLOWED):
                problems.append(f"{path}:{number}: names a command or an option; say what is to be done")
            if LOOP.search(code):
                problems.append(f"{path}:{number}: use entriesOf()")
    if len(paths) < 100:
        problems.append(f"only {len(paths)} files below {core}")
    print("\n".join(problems) or f"{len(paths)} files name no commands and list folders by name")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
