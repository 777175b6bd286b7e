"""An installed tree is self-contained: its programs find the engine and the built-in pair in it."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import runpath
from program import BUILT_IN, Program

PATIENCE = 60  # seconds


def install(cmake, build, prefix):
    subprocess.run([cmake, "--install", build, "--prefix", str(prefix)], check=True, stdout=subprocess.DEVNULL)
    names = {path.name for path in prefix.rglob("*")}
    for name in ("flowblending-studio.desktop", "flowblending-studio.svg", "THIRD_PARTY.md", "LICENSE",
                 "io.github.flowblending.studio.metainfo.xml"):
        assert name in names, f"{name} is not installed"
    assert not any(name.startswith("libtorch") for name in names), "LibTorch was copied"
    # By this name it is seen whose pair was found.
    document = prefix / "share/flowblending-studio/demo-pair/pair.json"
    document.write_text(document.read_text().replace("Moving Shapes", "Installed Shapes"))


def makes_a_clip(prefix):
    program = Program(prefix / "bin/flowblend")
    program.environment.pop("FLOWBLEND_RESOURCES", None)
    program.succeed("generate", *BUILT_IN, "--steps", 2, "-o", "clip.mp4")
    pair = program.succeed("inspect", "clip.mp4")[-1]["request"]["pair"]
    assert "Installed Shapes" in str(pair), f"the pair was {pair}"


def opens_the_engine(prefix, state):
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(state))
    studio = subprocess.Popen([prefix / "bin/flowblend-studio", "--state", state], env=environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        library = str(prefix / "lib/flowblending-studio/libflowblend_engine.so")
        maps = pathlib.Path(f"/proc/{studio.pid}/maps")
        deadline = time.monotonic() + PATIENCE
        while library not in maps.read_text():
            assert studio.poll() is None, f"the Studio ended with {studio.returncode}: {studio.stderr.read()}"
            assert time.monotonic() < deadline, "the Studio did not open the installed engine"
            time.sleep(.1)
    finally:
        studio.kill()
        studio.communicate()


cmake, build, source, torch = sys.argv[1:]
with tempfile.TemporaryDirectory(prefix="flowblending-installed-") as folder:
    folder = pathlib.Path(folder).resolve()
    prefix, state = folder / "prefix", folder / "state"
    state.mkdir(mode=0o700)
    install(cmake, build, prefix)
    runpath.check(prefix, ["flowblend", "flowblend-studio", "libflowblend_engine.so"], [build, source], [f"{torch}/lib"])
    makes_a_clip(prefix)
    opens_the_engine(prefix, state)
