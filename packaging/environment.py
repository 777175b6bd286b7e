"""Compares the Python environment that runs this with a lock file: environment.py LOCK [REQUIREMENTS ...]

Says what is missing, extra or of another version, and ends with 1 then. With lists of requirements the lock must also be
exactly what they ask for, directly or through other packages. With --extra it prints the extra packages' names alone.
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
            yield f"different: {name} is {environment[name]}, the lock says {lock[name]}"


def asked_for(requirements):
    """Names of the packages that the requirements bring, by what the installed packages say of themselves."""
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
        found += [f"locked, but nothing asks for it: {name}" for name in sorted(lock.keys() - asked)]
        found += [f"asked for, but not locked: {name}" for name in sorted(asked - lock.keys())]
    if found:
        print("\n".join(found))
        print(f"{sys.prefix} is not what {lock_file} says: run packaging/test.sh, or packaging/lock.sh if a list has changed")
        return 1
    print(f"{len(lock)} packages, as {lock_file} says")
    return 0


if __name__ == "__main__":
    sys.exit(main())
