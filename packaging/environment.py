"""Compares the Python environment that runs this with a lock file: environment.py LOCK [REQUIREMENTS ...]

Prints what is missing, extra or of another version, and then exits with 1. With lists of requirements, the lock file
must also contain exactly what they require, directly or indirectly. With --extra, it prints only the names of extra
packages.
"""
import importlib.metadata
import re
import sys


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def locked(path):
    return {canonical(name): version for name, version in (line.split("==") for line in lines(path))}


def installed():
    return {canonical(d.metadata["Name"]): d.version for d in importlib.metadata.distributions()}


def differences(lock, environment):
    for name in sorted(lock.keys() | environment.keys()):
        if name not in environment:
            yield f"missing: {name}=={lock[name]}"
        elif name not in lock:
            yield f"extra: {name}=={environment[name]}"
        elif lock[name] != environment[name]:
            yield f"different: {name} is {environment[name]}, but the lock file says {lock[name]}"


def asked_for(requirements):
    """Names of the packages that the requirements pull in, according to the metadata of the installed packages."""
    from packaging.requirements import Requirement

    seen = set()
    found = set()
    ahead = [(Requirement(line), "") for path in requirements for line in lines(path)]
    while ahead:
        requirement, extra = ahead.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonical(requirement.name)
        found.add(name)
        for wanted in {"", *requirement.extras}:
            if (name, wanted) not in seen:
                seen.add((name, wanted))
                ahead += [(Requirement(r), wanted) for r in importlib.metadata.requires(name) or []]
    return found


def main():
    arguments = sys.argv[1:]
    only_extra = "--extra" in arguments
    lock_file, *requirements = [a for a in arguments if a != "--extra"]
    lock, environment = locked(lock_file), installed()
    if only_extra:
        print("\n".join(sorted(environment.keys() - lock.keys())))
        return 0
    found = list(differences(lock, environment))
    if requirements and not found:
        asked = asked_for(requirements)
        found += [f"locked, but not required by anything: {name}" for name in sorted(lock.keys() - asked)]
        found += [f"required, but not locked: {name}" for name in sorted(asked - lock.keys())]
    if found:
        print("\n".join(found))
        print(f"{sys.prefix} differs from {lock_file}: run packaging/test.sh, or packaging/lock.sh if a list changed")
        return 1
    print(f"{len(lock)} packages, as listed in {lock_file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
