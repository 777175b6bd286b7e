"""How the program starts: signals before it is ready, streams that are closed, an odd environment.

    start.py FLOWBLEND libsignal_at_start.so libthrow_at_start.so
"""
import json
import os
import resource
import signal
import subprocess
import sys

from program import BUILT_IN, Program

GENERATE = ["generate", *BUILT_IN, "--steps", "2", "-o"]


def run(program, *arguments, **more):
    environment = dict(program.environment, **more.pop("environment", {}))
    return subprocess.run([program.executable, "--threads", "1", *arguments], cwd=program.folder, env=environment,
                          timeout=600, text=True, check=False, **more)


def a_signal_before_main_is_a_stop(program, preload):
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        ended = run(program, "--json", *GENERATE, "early.mp4", capture_output=True,
                    environment={"LD_PRELOAD": preload, "FB_SIGNAL": str(int(sent))})
        assert ended.returncode == 5, (sent, ended)
        assert json.loads(ended.stdout.splitlines()[-1])["event"] == "cancelled", ended.stdout
        assert not (program.folder / "early.mp4").exists()


def a_hangup_that_is_ignored_stays_so(program, preload):
    ended = run(program, *GENERATE, "nohup.mp4", capture_output=True, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
                environment={"LD_PRELOAD": preload, "FB_SIGNAL": str(int(signal.SIGHUP))})
    assert ended.returncode == 0 and (program.folder / "nohup.mp4").exists(), ended


def a_signal_while_the_process_ends_is_harmless(program, preload):
    """Freed memory is filled, so that what is used after its end is noticed."""
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        ended = run(program, "--version", capture_output=True,
                    environment={"LD_PRELOAD": preload, "FB_SIGNAL_AT_END": str(int(sent)), "MALLOC_PERTURB_": "168"})
        assert ended.returncode == 128 + sent, (sent, ended)


def an_exception_that_nobody_catches_is_told(program, _):
    for thrown, code, word in (("memory", 4, "too little memory"), ("thread", 4, "too little memory"), ("words", 1, "no wish to start")):
        ended = run(program, "--version", capture_output=True,
                    environment={"LD_PRELOAD": os.path.abspath(sys.argv[3]), "FB_THROW": thrown})
        assert ended.returncode == code and ended.stderr.startswith("error: ") and word in ended.stderr, (thrown, ended)


def a_limit_of_memory_is_told(program, _):
    """Below some limit the libraries themselves find no room, which the system's loader says."""
    for megabytes in (500, 600, 683, 700, 800, 1000, 1500, 3000):
        limit = lambda size=megabytes: resource.setrlimit(resource.RLIMIT_AS, (size << 20, size << 20))
        ended = run(program, *GENERATE, f"memory-{megabytes}.gif", capture_output=True, preexec_fn=limit)
        assert ended.returncode in (0, 1, 4, 127), (megabytes, ended)
        assert ended.returncode == 0 or ended.stderr.strip(), (megabytes, ended)
        assert (program.folder / f"memory-{megabytes}.gif").exists() == (ended.returncode == 0), (megabytes, ended)


def closed_streams_lose_nothing(program, _):
    """Files that are opened then do not get the numbers of the streams, into which messages would be written."""
    sound = program.folder / "streams-sound.gif"
    assert run(program, *GENERATE, sound.name, capture_output=True).returncode == 0
    for closed in ((0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)):
        clip = program.folder / ("streams-" + "".join(map(str, closed)) + ".gif")
        ended = run(program, *GENERATE, clip.name, preexec_fn=lambda numbers=closed: [os.close(n) for n in numbers])
        # What cannot be said is a failure, but none of the clip.
        assert ended.returncode == (0 if closed == (0,) else 1), (closed, ended.returncode)
        assert clip.read_bytes() == sound.read_bytes(), closed


def a_reader_that_goes_loses_nothing(program, _):
    reading, writing = os.pipe()
    os.close(reading)
    ended = run(program, "--json", *GENERATE, "pipe.gif", stdout=writing, stderr=writing)
    os.close(writing)
    assert ended.returncode == 1 and (program.folder / "pipe.gif").exists(), ended


def a_limit_of_the_size_of_files_is_told(program, _):
    for kilobytes in (0, 20, 200):
        limit = lambda size=kilobytes: resource.setrlimit(resource.RLIMIT_FSIZE, (size << 10, size << 10))
        ended = run(program, *GENERATE, "limited.gif", capture_output=True, preexec_fn=limit)
        assert ended.returncode == 1 and "File too large" in ended.stderr, (kilobytes, ended)
        assert not (program.folder / "limited.gif").exists(), kilobytes


def a_folder_that_was_removed_is_told(program, _):
    gone = program.folder / "gone"
    gone.mkdir()
    ended = subprocess.run(["sh", "-c", 'cd "$1" && rmdir "$1" && "$2" --version', "sh", gone, program.executable],
                           capture_output=True, text=True, check=False)
    assert ended.returncode == 1 and ended.stderr.splitlines() == [
        "error: the current folder no longer exists: change to another one"], ended


def relative_folders_of_the_environment_are_ignored(program, _):
    home = program.folder / "home"
    home.mkdir()
    ended = run(program, *GENERATE, "home.gif", capture_output=True,
                environment={"HOME": str(home), "XDG_STATE_HOME": "state-here", "XDG_CACHE_HOME": "./cache-here"})
    assert ended.returncode == 0, ended
    assert not (program.folder / "state-here").exists() and not (program.folder / "cache-here").exists()
    assert (home / ".cache/flowblending-studio").is_dir() and (home / ".local/state/flowblending-studio").is_dir()


def main():
    program, failed = Program(sys.argv[1]), 0
    for test in (a_signal_before_main_is_a_stop, a_hangup_that_is_ignored_stays_so,
                 a_signal_while_the_process_ends_is_harmless, an_exception_that_nobody_catches_is_told,
                 a_limit_of_memory_is_told, closed_streams_lose_nothing,
                 a_reader_that_goes_loses_nothing, a_limit_of_the_size_of_files_is_told,
                 a_folder_that_was_removed_is_told, relative_folders_of_the_environment_are_ignored):
        try:
            test(program, os.path.abspath(sys.argv[2]))
            print(f"ok      {test.__name__}", flush=True)
        except AssertionError as error:
            failed += 1
            print(f"FAILED  {test.__name__}: {error}", flush=True)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
