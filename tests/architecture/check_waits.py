"""Fails on a test that sleeps or skips. A test waits for what it expects (QTRY_VERIFY, QTest::qWaitFor), lets a fake wait
at a gate (tests/ui/support/gate.h), or waits for everything in progress (barriers.h); a fixed time is too short on a busy
machine and proves nothing on an idle one. The exceptions are listed here with their reasons."""
import collections
import pathlib
import re
import sys

PATTERN = re.compile(
    r"\b(qWait|qSleep|msleep|usleep|nanosleep|sleep|sleep_for|sleep_until|singleShot)\s*\(\s*(?!0\s*,)"
    r"|\b(QSKIP|GTEST_SKIP|QEXPECT_FAIL|DISABLED_\w+|SKIP_RETURN_CODE|SKIP_REGULAR_EXPRESSION|WILL_FAIL)\b"
    r"|\b(unittest\.skip|pytest\.skip)\b")
# File -> what it may do, how often, and why.
REASONS = {
    "tests/ui/shell/tst_killed.cpp": {"qWait": (1, "the random moment of the kill, printed with its seed")},
    "tests/soak/killed.py": {"sleep": (1, "the random moment of the kills, from the seed that is printed")},
    "tests/ui/shell/tst_ltx_journey.cpp": {"qWait": (1, "for images to look at, if FB_IMAGES asks for them")},
    "tests/ui/shell/bench_studio.cpp": {"qWait": (1, "no test: lets the machine come to rest before it measures")},
    "tests/ui/shell/screenshots.cpp": {"qWait": (5, "no test: lets animations and a scan end before it takes an image"),
                                       "singleShot": (1, "no test: a menu runs an event loop of its own; lets it open")},
    "tests/gpu/whole_program.py": {"sleep": (1, "no test: looks at the GPU memory now and then while the program runs")},
    "tests/gpu/timing.cpp": {"sleep_for": (1, "no test: asks for a stop in the middle of work")},
    "tests/e2e/installed.py": {"sleep": (1, "looks again at another program's memory map until it is as expected")},
}
SUFFIXES = {".cpp", ".h", ".py", ".txt"}


def found_in(path):
    comment = "#" if path.suffix in (".py", ".txt") else "//"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for match in PATTERN.finditer(line.split(comment)[0]):
            yield number, next(group for group in match.groups() if group)


def main():
    root = pathlib.Path(sys.argv[1])
    paths = [p for p in sorted((root / "tests").rglob("*")) if p.suffix in SUFFIXES and p.name != pathlib.Path(__file__).name]
    problems, seen = [], collections.Counter()
    for path in paths:
        name = path.relative_to(root).as_posix()
        for number, call in found_in(path):
            seen[name, call] += 1
            if seen[name, call] > REASONS.get(name, {}).get(call, (0,))[0]:
                problems.append(f"{name}:{number}: {call}; wait for what is expected, or say why not in check_waits.py")
    for name, calls in REASONS.items():
        for call, (times, reason) in calls.items():
            if seen[name, call] < times:
                problems.append(f"check_waits.py: {name} has {seen[name, call]} {call}, not {times} ({reason})")
    if len(paths) < 100:
        problems.append(f"only {len(paths)} files below {root}/tests")
    print("\n".join(problems) or f"{len(paths)} files neither sleep nor skip, but for {sum(map(len, REASONS.values()))} listed ones")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
