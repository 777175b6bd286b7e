"""What the long proofs share: the program in folders of its own, and what is to be found there afterwards."""
import argparse
import concurrent.futures
import hashlib
import itertools
import os
import pathlib
import queue
import random
import re
import select
import signal
import subprocess
import sys
import tempfile

BUILT_IN = ["--prompt", "a red circle moves left on a blue background"]
# The smallest clip that goes through every phase.
CLIP = ["--steps", "3", "--width", "32", "--height", "32", "--frames", "5"]
TINY = [*BUILT_IN, "--seed", "1", *CLIP]
PAIR_FOLDER = pathlib.Path(__file__).resolve().parents[2] / "resources" / "demo-pair"
PATIENCE = 180
COUNTER = itertools.count()
EXIT_CODES = {0: "done", 1: "other failure", 2: "usage", 3: "bad input", 4: "out of memory", 5: "cancelled"}
# What may differ between two runs to the same clip: times that were measured, and what is made up again if it is lost.
VARYING = re.compile(r"(state(-\d+)?\.safetensors|speeds\.json)")


def arguments(description, **extra):
    """The options that every proof has. extra: name -> (default, help)."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("flowblend", type=pathlib.Path)
    parser.add_argument("--preload", required=True, help="soak_preload, as it was built")
    parser.add_argument("--seed", type=int, default=os.environ.get("FB_SEED", random.SystemRandom().randrange(2**32)))
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many of them at once")
    for name, (default, text) in extra.items():
        parser.add_argument("--" + name.replace("_", "-"), type=type(default), default=default, help=text)
    parsed = parser.parse_args()
    parsed.flowblend = parsed.flowblend.resolve()
    print(f"seed {parsed.seed} (FB_SEED or --seed sets it)", flush=True)
    return parsed


class Server:
    """A program that is loaded and waits before its main(), see fork_server.c."""

    def __init__(self, executable, preload):
        environment = dict(os.environ, LD_PRELOAD=preload, FB_FORK_SERVER="1", OMP_WAIT_POLICY="passive",
                           CUDA_VISIBLE_DEVICES="", LC_ALL="C.UTF-8")
        self.process = subprocess.Popen([executable], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, *strings):
        request = b"".join(os.fsencode(string) + b"\0" for string in strings)
        self.process.stdin.write(b"%08d" % len(request) + request)
        self.process.stdin.flush()
        return self.answer()

    def answer(self):
        word, number = self.process.stdout.readline().split()
        return int(number)

    def has_answer(self, seconds):
        return bool(select.select([self.process.stdout], [], [], seconds)[0])


class Servers:
    """As many as are used at once."""

    def __init__(self, options):
        self.executable, self.preload = str(options.flowblend), str(pathlib.Path(options.preload).resolve())
        self.idle = queue.LifoQueue()

    def take(self):
        try:
            return self.idle.get_nowait()
        except queue.Empty:
            return Server(self.executable, self.preload)


class Process:
    """As subprocess.Popen has it."""

    def __init__(self, server, box, command, environment):
        self.server, self.returncode = server, None
        number = next(COUNTER)
        self.out, self.err = box.root.parent / f"out{number}", box.root.parent / f"err{number}"
        settings = [f"{name}={value}" for name, value in environment.items()]
        self.box = box
        self.pid = server.ask(box.folder, self.out, self.err, str(len(command)), *command, *settings)

    def poll(self):
        return self.wait(0)

    def wait(self, timeout):
        if self.returncode is None and self.server.has_answer(timeout):
            self.returncode = os.waitstatus_to_exitcode(self.server.answer())
            self.box.servers.idle.put(self.server)
        return self.returncode

    def kill(self):
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def pause(self):
        os.kill(self.pid, signal.SIGSTOP)

    def resume(self):
        os.kill(self.pid, signal.SIGCONT)

    def said(self):
        return self.out.read_text(errors="replace") if self.out.exists() else ""

    def communicate(self, timeout=PATIENCE):
        if self.wait(timeout) is None:
            raise subprocess.TimeoutExpired(str(self.pid), timeout)
        said = self.said(), self.err.read_text(errors="replace") if self.err.exists() else ""
        self.out.unlink(missing_ok=True)
        self.err.unlink(missing_ok=True)
        return said


def await_first_step(process):
    """Of a program that writes JSON."""
    while '"event":"step"' not in process.said():
        assert process.wait(0.001) is None, "it was over before its first step was noticed"


def pause_after_first_step(process):
    await_first_step(process)
    process.pause()


def kill_after_first_step(box, *command):
    """A run whose folder holds a state and no clip."""
    process = box.start("--json", *command)
    await_first_step(process)
    process.kill()
    process.communicate()


class Sandbox:
    """A folder that is home, cache and state in one; `folder` is where commands run."""

    def __init__(self, servers, root):
        self.servers, self.root = servers, pathlib.Path(root)
        self.executable = servers.executable
        self.folder = self.root / "work"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.environment = dict(os.environ, HOME=str(self.root), XDG_STATE_HOME=str(self.root / "state"),
                                XDG_CACHE_HOME=str(self.root / "cache"), XDG_CONFIG_HOME=str(self.root / "config"),
                                OMP_WAIT_POLICY="passive", CUDA_VISIBLE_DEVICES="", LC_ALL="C.UTF-8",
                                QT_QPA_PLATFORM="offscreen")

    def start(self, *command, **environment):
        return Process(self.servers.take(), self, [self.executable, "--threads", "1", *map(str, command)],
                       dict(self.environment, **environment))

    def run(self, *command, **environment):
        """Exit code, standard output, standard error; a program that hangs is killed, and its exit code is None."""
        process = self.start(*command, **environment)
        try:
            out, err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return None, "", f"still running after {PATIENCE} s"
        return process.returncode, out, err

    def succeed(self, *command, **environment):
        code, out, err = self.run(*command, **environment)
        assert code == 0, f"{command}: exit code {code}\n{err}"
        return out


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def snapshot(root):
    """Relative path -> digest of every file, "folder" of every folder, the target of every link."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        found[name] = ("link to " + os.readlink(path) if path.is_symlink() else "folder" if path.is_dir() else
                       digest(path) if path.is_file() else "special")
    return found


def decoded(path):
    """Every frame as FFmpeg shows it, strictly; nothing if it is damaged."""
    shown = subprocess.run(["ffmpeg", "-v", "error", "-xerror", "-err_detect", "explode", "-i", str(path), "-f", "rawvideo",
                            "-pix_fmt", "gray", "-"], capture_output=True, check=False)
    return shown.stdout if shown.returncode == 0 and not shown.stderr else b""


def looks_like(path, other):
    """Whether two videos show as good as the same frames."""
    a, b = decoded(path), decoded(other)
    return 0 < len(a) == len(b) and sum(abs(x - y) for x, y in zip(a, b)) < 2 * len(a)


def leftovers(root):
    return [str(path.relative_to(root)) for path in root.rglob(".flowblend-*.part*")]


def place_decoys(folder):
    """Files of others that look like ours, which nothing may touch."""
    for name in ("out.mp4.part", ".out.mp4.part", "clip.part", ".flowblend-notes", "flowblending", "run.bak/request.json",
                 "run.bak/state.safetensors", "frames.bak/frame_00001.png", "state.safetensors"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"decoy {name}")


def in_parallel(jobs, work, items):
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(work, items)


def temporary_folder():
    return tempfile.TemporaryDirectory(prefix="flowblending-soak-")


def conclude(what, problems):
    for problem in problems[:40]:
        print("PROBLEM", problem, flush=True)
    print(f"{what}: {len(problems)} problems", flush=True)
    sys.exit(1 if problems else 0)
