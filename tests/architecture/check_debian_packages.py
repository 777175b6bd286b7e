"""Fails if the build, the programs or the tests use a file that no package in packaging/debian-packages.txt provides:
check_debian_packages.py SOURCE BUILD TORCH_ROOT PROGRAM ...

Asks dpkg which package owns each header that the compiler read, each file that the build names, each library that the programs link,
each plugin that they load when run (with --loads PROGRAM) and each tool that scripts and tests start. The package must be in the
list, in its dependencies, or part of every Debian.
"""
import argparse
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# Started by C++ tests and by CMake itself, where no pattern below finds it.
OTHER_TOOLS = {"appstreamcli", "ccache", "dbus-daemon", "desktop-file-validate", "ffprobe", "ninja", "pkg-config"}
# Read by a package's CMake configuration, or started by the build, if present, but not needed.
OPTIONAL = re.compile(r"/cmake/GTest/GMockTargets(-none)?\.cmake$|/bin/nvcc$")
# Where a fresh machine would find a tool, whatever PATH is here.
SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"


def output(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def owners():
    """Path -> package, for all that is installed. Paths are spelled as on a machine where /bin and /lib are below /usr."""
    owner = {}
    for listing in pathlib.Path("/var/lib/dpkg/info").glob("*.list"):
        package = listing.stem.split(":")[0]
        for path in listing.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
            owner[re.sub(r"^/(bin|sbin|lib|lib32|lib64|libx32)/", r"/usr/\1/", path)] = package
    return owner


def owner_of(path, owner):
    """The package of the file, or of the link to it: an alternative (c++, awk) belongs to what it leads to."""
    for spelling in (os.path.realpath(path), os.path.normpath(path)):
        package = owner.get(re.sub(r"^/(bin|sbin|lib|lib32|lib64|libx32)/", r"/usr/\1/", spelling))
        if package:
            return package
    return None


def closure(wanted):
    """The packages that apt installs for these without recommendations, and what every Debian holds."""
    fields = "${Package}\t${db:Status-Abbrev}\t${Essential}\t${Priority}\t${Provides}\t${Pre-Depends}, ${Depends}\n"
    depends, base, providers = {}, {"apt"}, collections.defaultdict(list)
    for line in output("dpkg-query", "-W", "-f", fields).splitlines():
        package, status, essential, priority, provides, needs = line.split("\t")
        if not status.startswith("ii"):
            continue
        depends[package] = needs
        if essential == "yes" or priority == "required":
            base.add(package)
        for virtual in re.findall(r"[a-z0-9][a-z0-9.+-]+", re.sub(r"\([^)]*\)", "", provides)):
            providers[virtual].append(package)

    missing = sorted(p for p in wanted if p not in depends)
    if missing:
        sys.exit("in the list, but not installed: " + " ".join(missing))
    found, ahead = set(), [*wanted, *base]
    while ahead:
        package = ahead.pop()
        if package in found or package not in depends:
            continue
        found.add(package)
        for group in depends[package].split(","):
            names = [re.sub(r"[\s:(\[].*", "", name.strip()) for name in group.split("|")]
            # Of alternatives, apt installs the first; another one is used only if it was installed before.
            chosen = next((n for n in names if n in depends or n in providers), None)
            ahead += [chosen, *([] if chosen in depends else providers[chosen])] if chosen else []
    return found


def compiled_from(build):
    for line in output("ninja", "-C", build, "-t", "deps").splitlines():
        if line.startswith("    "):
            yield os.path.normpath(os.path.join(build, line.strip())), "a source includes it"


def named_by_build(build):
    text = (pathlib.Path(build) / "build.ninja").read_text(encoding="utf-8")
    for path in set(re.findall(r"(?<![\w.:-])/[\w./+-]+", text)):
        if os.path.isfile(path):
            yield path, "the build names it"


def linked_by(program):
    for path in re.findall(r"(/\S+) \(0x", output("ldd", program)):
        yield path, f"{os.path.basename(program)} links it"


def loaded_by(program):
    """What the dynamic loader opens while the program runs: plugins and libraries opened by name included."""
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, LD_DEBUG="files", LD_DEBUG_OUTPUT=f"{folder}/log", QT_QPA_PLATFORM="offscreen")
        subprocess.run([program], env=environment, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        for log in pathlib.Path(folder).glob("log.*"):
            for path in set(re.findall(r"calling init: (/\S+)", log.read_text(encoding="utf-8", errors="replace"))):
                yield path, f"{os.path.basename(program)} loads it"


def started_by_scripts(source):
    """Programs in the place of a command in shell scripts, and at the head of a list given to subprocess."""
    shell = [source / ".ci/run", *source.glob("packaging/*.sh"), *source.glob("cmake/*.sh"), *source.glob("docs/*/*.sh")]
    words = {word: "" for word in OTHER_TOOLS}
    for script in shell:
        text = re.sub(r"(?m)^\s*#.*$", "", script.read_text(encoding="utf-8"))
        for word in re.findall(r"(?m)(?:^|[|(;&]|\b(?:exec|do|then|else|if|as_root|env)\s)\s*([a-z][\w.+-]+)(?=[\s;)]|$)", text):
            words[word] = script.relative_to(source)
    for script in (*source.glob("tests/**/*.py"), *source.glob("packaging/*.py")):
        text = script.read_text(encoding="utf-8")
        for word in re.findall(r'(?:subprocess\.\w+|\boutput|which)\(\s*\[?\s*"([\w.+-]+)"', text):
            words[word] = script.relative_to(source)
    for word, where in words.items():
        path = shutil.which(word, path=SYSTEM_PATH)
        if path:
            yield path, f"{where or 'a test'} starts it"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("build")
    parser.add_argument("torch_root")
    parser.add_argument("programs", nargs="+")
    parser.add_argument("--loads", action="append", default=[])
    given = parser.parse_args()

    wanted = [line for line in (given.source / "packaging/debian-packages.txt").read_text(encoding="utf-8").splitlines()
              if line and not line.startswith("#")]
    brought, owner = closure(wanted), owners()
    own = tuple(os.path.realpath(p) + "/" for p in (given.source, given.build, pathlib.Path(given.torch_root).parents[3]))

    used = dict(compiled_from(given.build)) | dict(named_by_build(given.build)) | dict(started_by_scripts(given.source))
    for program in given.programs:
        used |= dict(linked_by(program))
    for program in given.loads:
        used |= dict(loaded_by(program))

    checked, problems = 0, []
    for path, why in sorted(used.items()):
        if os.path.realpath(path).startswith(own) or os.path.normpath(path).startswith(own) or not os.path.exists(path):
            continue
        if OPTIONAL.search(path):
            continue
        checked += 1
        package = owner_of(path, owner)
        if package not in brought:
            problems.append(f"{path}: {why}; it is {f'from {package}' if package else 'from no Debian package'}")
    if checked < 100:
        sys.exit(f"only {checked} files were found: is {given.build} built?")
    print("\n".join(problems) or f"{checked} files come from the {len(wanted)} packages of the list and what these need")
    if problems:
        print("packaging/debian-packages.txt does not bring these; a fresh machine would not have them")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
