# SPDX-License-Identifier: MIT
"""`flowblend batch` as Slurm job arrays, on a real Slurm of one node that this script starts and ends.

    slurm.py FLOWBLEND [--prompts N]

Needs Debian's packages slurm-wlm and munge, but none of their services: munged, slurmctld and slurmd run in a temporary folder with
ports of their own, and end with the script, as all jobs do. Run it as root or as any other user.

  shared    an array with one list and no --part: each clip is made once, by any of the tasks;
  parts     an array with --part $SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT: each task makes its own part;
  requeued  a task that is requeued in the middle of a clip continues it.
"""
import argparse
import collections
import contextlib
import ctypes
import json
import os
import pathlib
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "e2e"))
from program import Program

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "scancel", "scontrol")
SMALL = ["--width", "32", "--height", "32", "--frames", "5", "--steps", "3", "--format", "gif"]
TASKS = 3
LIMIT = 900  # seconds that an array may take

CONFIG = """\
ClusterName=flowblend
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controllerPort}
SlurmdPort={nodePort}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket,cred_expire=5
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
KillWait=5
SlurmdParameters=config_overrides
NodeName={host} NodeAddr=127.0.0.1 CPUs={tasks} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def user():
    return pwd.getpwuid(os.getuid()).pw_name


class Daemon:
    """A child that logs to its standard error."""

    def __init__(self, command, environment, ready):
        self.log = collections.deque(maxlen=200)
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            self.log.append(line)
            if ready in line:
                break
        else:
            sys.exit(f"{command[0]} ended before it was ready:\n{''.join(self.log)}")
        self.drain = threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True)
        self.drain.start()

    def end(self):
        self.process.terminate()
        self.process.wait(60)


def descendants():
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            pid = int(entry.name)
            parents[pid] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
    found = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}


def kill_descendants():
    """What a failed test may have left; as orphans they are this process's children."""
    for pid in descendants():
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()


@contextlib.contextmanager
def cluster():
    """The environment with which its commands work."""
    PR_SET_CHILD_SUBREAPER = 36
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    with tempfile.TemporaryDirectory(prefix="flowblending-slurm-") as name, contextlib.ExitStack() as stack:
        stack.callback(kill_descendants)
        folder = pathlib.Path(name)
        folder.chmod(0o755)  # munged refuses a socket that others cannot reach
        for part in ("munge", "state", "spool"):
            (folder / part).mkdir(mode=0o755)
        key = folder / "munge" / "key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        (folder / "slurm.conf").write_text(CONFIG.format(host=socket.gethostname().split(".")[0], controllerPort=free_port(),
                                                         nodePort=free_port(), user=user(), folder=folder, tasks=TASKS))
        environment = dict(os.environ, SLURM_CONF=str(folder / "slurm.conf"))
        # Returns when it is ready; its daemon ends with all descendants.
        subprocess.run(["munged", f"--key-file={key}", f"--socket={folder}/munge/socket", f"--pid-file={folder}/munge/pid",
                        f"--log-file={folder}/munge/log", f"--seed-file={folder}/munge/seed"], check=True)
        controller = Daemon(["slurmctld", "-D", "-c"], environment, "Running as primary controller")
        stack.callback(controller.end)
        node = Daemon(["slurmd", "-D"], environment, "slurmd started on")
        stack.callback(node.end)
        stack.callback(lambda: subprocess.run(["scancel", f"--user={user()}"], env=environment, check=False))
        try:
            yield environment
        except BaseException:
            print("".join(controller.log), "".join(node.log), sep="\n", file=sys.stderr)
            raise


class Arrays:
    def __init__(self, program, environment):
        self.program, self.environment = program, dict(environment, **{k: program.environment[k] for k in ("XDG_STATE_HOME",)})

    def submit(self, name, command, *options):
        """Waits until all tasks have ended, and returns the events of each."""
        folder = self.program.folder
        quoted = " ".join(part if part.startswith("$") else shlex.quote(str(part)) for part in command)
        script = folder / f"{name}.sh"
        script.write_text(f"#!/bin/bash\nexec {shlex.quote(self.program.executable)} --json --threads 1 {quoted}\n")
        done = subprocess.run(["sbatch", "--wait", f"--chdir={folder}", f"--output={name}-%a.jsonl", "--error=/dev/null",
                               "--open-mode=append", "--cpus-per-task=1", *options, str(script)],
                              env=self.environment, capture_output=True, text=True, timeout=LIMIT)
        logs = sorted(folder.glob(f"{name}-*.jsonl"))
        tails = [path.read_text()[-500:] for path in logs]
        assert done.returncode == 0, (done.returncode, done.stdout, done.stderr, tails)
        # A task that was killed may have left part of a line.
        return [[json.loads(line) for line in path.read_text().splitlines() if line.endswith("}")] for path in logs]


def clips_of(events):
    return [event for event in events if event["event"] == "clip"]


def made_by(events):
    return [clip["output"] for clip in clips_of(events) if clip["status"] == "done"]


def expect_each_once(program, out, expected, tasks):
    made = collections.Counter(output for events in tasks for output in made_by(events))
    assert sorted(made) == sorted(expected) and set(made.values()) == {1}, made
    names = sorted(path.name for path in (program.folder / out).iterdir())
    assert names == sorted(pathlib.Path(output).name for output in expected), names


def listed(program, *command):
    return [clip["output"] for clip in program.succeed("batch", *command, "--list")[-1]["clips"]]


def an_array_shares_one_list(program, arrays):
    command = ["list.txt", "--out", "shared", *SMALL]
    tasks = arrays.submit("shared", ["batch", *command], f"--array=1-{TASKS}")
    assert len(tasks) == TASKS
    expect_each_once(program, "shared", listed(program, *command), tasks)
    print("shared list:", [len(made_by(events)) for events in tasks], "clips by task", flush=True)


def an_array_divides_the_list(program, arrays):
    command = ["list.txt", "--out", "parts", *SMALL]
    tasks = arrays.submit("parts", ["batch", *command, "--part", "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT"],
                          f"--array=1-{TASKS}")
    expect_each_once(program, "parts", listed(program, *command), tasks)
    for part, events in enumerate(tasks, 1):
        own = listed(program, *command, "--part", f"{part}/{TASKS}")
        assert sorted(made_by(events)) == sorted(own), (part, made_by(events))
    print("parts:", [len(made_by(events)) for events in tasks], "clips by task", flush=True)


def a_requeued_task_continues(program, arrays):
    """Its events pass through a pipe, so that it is requeued right after a step of its first clip."""
    folder = program.folder
    os.mkfifo(folder / "events")
    (folder / "one.txt").write_text("a circle that is interrupted\n")
    command = ["batch", "one.txt", "--out", "requeued", *SMALL[:-4], "--steps", "40", "--format", "gif"]
    script = folder / "requeued.sh"
    script.write_text(f"#!/bin/bash\nexec {shlex.quote(program.executable)} --json --threads 1 {shlex.join(command)} > events\n")
    job = subprocess.run(["sbatch", "--parsable", "--requeue", "--array=1-1", f"--chdir={folder}", "--output=/dev/null", str(script)],
                         env=arrays.environment, capture_output=True, text=True, check=True).stdout.split(";")[0].strip()
    runs, requeued = [], False
    while not any(clips_of(events) for events in runs):
        assert len(runs) < 2, runs[-1][-1:]
        events = []
        with open(folder / "events") as pipe:
            for line in pipe:
                if not line.endswith("}\n"):
                    continue
                events.append(json.loads(line))
                if events[-1]["event"] == "step" and not requeued:
                    requeued = True
                    subprocess.run(["scontrol", "requeue", f"{job}_1"], env=arrays.environment, check=True)
        runs.append(events)
    assert len(runs) == 2, "it was done before it was requeued"
    clip, = clips_of(runs[1])
    assert clip["status"] == "done" and clip["continued"], clip
    first = min(event["step"] for event in runs[1] if event["event"] == "step")
    assert first > 0, "it began again"
    assert (folder / clip["output"]).is_file()
    print(f"requeued: continued with step {first}", flush=True)


def expired(*_):
    raise TimeoutError(f"no end after {3 * LIMIT} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("flowblend")
    parser.add_argument("--preload", help="of the other soak tests; not used")
    parser.add_argument("--prompts", type=int, default=12)
    options = parser.parse_args()
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    if missing := [name for name in PROGRAMS if not shutil.which(name)]:
        sys.exit(f"{', '.join(missing)} not found: install slurm-wlm and munge (apt-get install slurm-wlm munge)")
    program = Program(options.flowblend)
    (program.folder / "list.txt").write_text("".join(f"a circle number {n} moves\n" for n in range(options.prompts)))
    signal.signal(signal.SIGALRM, expired)
    signal.alarm(3 * LIMIT)
    with cluster() as environment:
        arrays = Arrays(program, environment)
        an_array_shares_one_list(program, arrays)
        an_array_divides_the_list(program, arrays)
        a_requeued_task_continues(program, arrays)


if __name__ == "__main__":
    main()
