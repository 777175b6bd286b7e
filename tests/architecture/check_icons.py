"""Fails on an icon that the Studio never shows, and on one that it has not: every file in resources/icons is in icons.qrc, and its
name stands in a source or in the style sheet; what sources ask for by icon("...") or, for an action, make("...", "...") is there."""
import pathlib
import re
import sys


def main():
    root = pathlib.Path(sys.argv[1])
    folder = root / "resources"
    listed = set(re.findall(r"<file>(.*)</file>", (folder / "icons.qrc").read_text(encoding="utf-8")))
    files = {path.relative_to(folder).as_posix() for path in (folder / "icons").rglob("*.svg")}
    named, wanted = set(), set()
    for source in [*(root / "ui").rglob("*.cpp"), *(root / "ui").rglob("*.h")]:
        text = source.read_text(encoding="utf-8")
        named |= {f"icons/{name}.svg" for name in re.findall(r'"([a-z-]+)"', text)}
        asked = re.findall(r'\bicon\(([^()]*)', text) + re.findall(r'\bmake\("\w+Action",\s*("[a-z-]*")', text)
        wanted |= {f"icons/{name}.svg" for part in asked for name in re.findall(r'"([a-z-]+)"', part)}
    named |= set(re.findall(r":/flowblend/(icons/[\w/-]+\.svg)", (root / "ui/theme/style.qss").read_text(encoding="utf-8")))
    problems = [f"{icon}: not in icons.qrc" for icon in sorted(files - listed)]
    problems += [f"{icon}: nothing shows it" for icon in sorted(listed - named)]
    problems += [f"{icon}: not there, but asked for" for icon in sorted(wanted - listed)]
    if len(wanted) < 30:
        problems.append(f"only {len(wanted)} icons are asked for by a call that is found")
    if len(listed) < 40:
        problems.append(f"only {len(listed)} icons")
    print("\n".join(problems) or f"{len(listed)} icons are shown")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
