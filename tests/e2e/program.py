"""Runs the flowblend program in separate folders."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import traceback

PAIR_FOLDER = pathlib.Path(__file__).parents[2] / "resources" / "demo-pair"
BUILT_IN = ["--prompt", "a red circle moves left on a blue background", "--seed", "1"]


class Program:
    def __init__(self, executable):
        self.executable = str(pathlib.Path(executable).resolve())
        self._folder = tempfile.TemporaryDirectory(prefix="flowblending-e2e-")
        self.folder = pathlib.Path(self._folder.name)
        self.environment = dict(os.environ, XDG_STATE_HOME=str(self.folder / "state"))

    def start(self, *arguments):
        return subprocess.Popen([self.executable, "--json", "--threads", "1", *map(str, arguments)], cwd=self.folder,
                                env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *arguments):
        """Exit code, events and the text of the standard error."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=600)
        return process.returncode, [json.loads(line) for line in out.splitlines()], err

    def stop(self, event, *arguments, sent=signal.SIGINT):
        """Signals the program at its first event of this kind, which must end it as cancelled; the events after that."""
        process = self.start(*arguments)
        for line in process.stdout:
            if f'"event":"{event}"' in line:
                process.send_signal(sent)
                break
        rest = process.communicate(timeout=60)[0]
        assert process.returncode == 5, process.returncode
        return [json.loads(line) for line in rest.splitlines()]

    def succeed(self, *arguments):
        code, events, err = self.run(*arguments)
        assert code == 0, f"{arguments}: exit code {code}\n{events[-1:]}\n{err}"
        return events

    def fail(self, expected_code, *arguments):
        code, events, err = self.run(*arguments)
        assert code == expected_code, f"{arguments}: exit code {code} instead of {expected_code}\n{events[-1:]}\n{err}"
        return events, err

    def plain(self, *arguments):
        return subprocess.run([self.executable, *map(str, arguments)], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, timeout=600)


TESTS = []


def test(function):
    """One of the script's tests."""
    TESTS.append(function)
    return function


def run_tests():
    """In the order in which they are written, all in one folder, with the program that the script was given."""
    program, failed = Program(sys.argv[1]), 0
    for function in TESTS:
        try:
            function(program)
            print(f"ok      {function.__name__}", flush=True)
        except AssertionError as error:
            failed += 1
            print(f"FAILED  {function.__name__}: {error}", flush=True)
            traceback.print_exc()
    sys.exit(failed > 0)
