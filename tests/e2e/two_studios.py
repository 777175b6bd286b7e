"""Two starts of the Studio with one state folder: the second passes its files to the first and exits, and signals end the
first with everything saved."""
import argparse
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import tempfile
import time

PATIENCE = 120


class Studio:
    def __init__(self, program, folder):
        self.program, self.folder, self.started = program, folder, []
        self.state = folder / "state"
        self.environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(folder), LC_ALL="C.UTF-8",
                                XDG_STATE_HOME=str(folder / "engine"))

    def start(self, *arguments):
        process = subprocess.Popen([self.program, "--state", str(self.state), *map(str, arguments)], cwd=self.folder,
                                   env=self.environment, stderr=subprocess.PIPE, text=True)
        self.started.append(process)
        return process

    def end(self):
        for process in self.started:
            process.kill()
            process.wait()

    def listens(self):
        """Blocks until the first Studio accepts connections."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            client = socket.socket(socket.AF_UNIX)
            try:
                client.connect(str(self.state / "studio.socket"))
                return
            except OSError:
                pass
            finally:
                client.close()
        raise AssertionError("the first Studio does not listen")


def check_modes(state):
    for path in [state, *state.rglob("*")]:
        if path.is_symlink() or "runs" in path.relative_to(state).parts:
            continue
        mode = stat.S_IMODE(path.lstat().st_mode)
        assert path.is_socket() or mode & 0o077 == 0, f"{path} may be read by others: {mode:o}"


def ends_after(process, number):
    process.send_signal(number)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, f"exit code {process.returncode} after signal {number}\n{err}"


def check(studio):
    first = studio.start()
    studio.listens()
    # Paths are relative to the folder of the process that gives them.
    second = studio.start("pairs/pair-distilled.json")
    _, err = second.communicate(timeout=PATIENCE)
    assert second.returncode == 0, f"the second Studio: exit code {second.returncode}\n{err}"
    assert first.poll() is None, "the first Studio has ended"
    deadline = time.monotonic() + PATIENCE
    settings = studio.state / "studio.ini"
    while "pair-distilled.json" not in (settings.read_text(encoding="utf-8") if settings.exists() else ""):
        assert time.monotonic() < deadline, "the first Studio did not open the file of the second"
    check_modes(studio.state)
    ends_after(first, signal.SIGTERM)

    for number in (signal.SIGHUP, signal.SIGINT):
        again = studio.start()
        studio.listens()
        ends_after(again, number)
    check_modes(studio.state)
    store = sqlite3.connect(studio.state / "studio.sqlite")
    assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not list(studio.state.glob("*.damaged-*"))

    # A killed process no longer owns it.
    killed = studio.start()
    studio.listens()
    killed.kill()
    killed.wait()
    heir = studio.start()
    studio.listens()
    ends_after(heir, signal.SIGTERM)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("studio", type=pathlib.Path)
    parser.add_argument("pairs", type=pathlib.Path)
    arguments = parser.parse_args()
    os.umask(0o022)
    with tempfile.TemporaryDirectory(prefix="flowblending-e2e-") as name:
        folder = pathlib.Path(name)
        studio = Studio(str(arguments.studio.resolve()), folder)
        shutil.copytree(arguments.pairs, folder / "pairs")
        try:
            check(studio)
        finally:
            studio.end()
    print("two Studios share a folder as one")


if __name__ == "__main__":
    main()
