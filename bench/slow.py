"""Makes a browser's pages and workers slower: every renderer process stands still for part of each few milliseconds.

The browser's own slowing (Emulation.setCPUThrottlingRate) holds back the main thread alone and refuses workers, so it
would flatter whoever works in one. A process of its own does this, so that it keeps time: `python -m bench.slow`.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROC = Path("/proc")
RUNS = 0.002  # seconds that a process may run before it stands still: far below a frame
LOOKS = 0.05  # seconds until renderers that have started meanwhile are seen
RENDERER = b"--type=renderer"


def is_possible() -> bool:
    """Only Linux shows processes so; elsewhere these runs are left out."""
    return (PROC / "self" / "stat").exists()


@contextmanager
def slowed(profile: Path, times: float) -> Iterator[None]:
    """The browser that runs on this profile is so many times slower until the block ends."""
    if times == 1:
        yield
        return
    command = [sys.executable, "-m", "bench.slow", str(profile), str(times)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as held:
        try:
            if held.stdout:
                held.stdout.readline()  # It holds from now on.
            yield
        finally:
            held.communicate()  # The end of its input is the sign to stop.


def renderers(profile: str) -> list[int]:
    """The processes that draw pages and run their scripts, of the browser on this profile."""
    parents = {int(path.name): parent(path) for path in PROC.iterdir() if path.name.isdigit()}
    browsers = {pid for pid in parents if f"--user-data-dir={profile}".encode() in command_of(pid).split(b"\0")}
    return [pid for pid in parents if RENDERER in command_of(pid) and browsers & set(line_of(pid, parents))]


def line_of(pid: int, parents: dict[int, int]) -> Iterator[int]:
    """A process, its parent, and so on."""
    while pid in parents:
        yield pid
        pid = parents[pid]


def parent(path: Path) -> int:
    """Whose child it is; 0 where it has just ended."""
    with suppress(OSError):
        return int(path.joinpath("stat").read_text().rpartition(")")[2].split()[1])
    return 0


def command_of(pid: int) -> bytes:
    """What it was started with; nothing where it has just ended."""
    with suppress(OSError):
        return (PROC / str(pid) / "cmdline").read_bytes()
    return b""


def send(sign: signal.Signals, pids: list[int]) -> None:
    """To each that still is."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, sign)


def brake(profile: str, times: float) -> None:
    """Let the renderers run for one part of the time in so many, until our input ends."""
    os.set_blocking(sys.stdin.fileno(), False)
    with suppress(OSError):  # To keep time on a busy machine too, where we are allowed to.
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    pids, looked = renderers(profile), time.perf_counter()
    spare = 0.0  # how much longer than they should they stood still, the last time
    print(flush=True)
    try:
        while sys.stdin.buffer.read(1) is None:
            began = time.perf_counter()
            time.sleep(RUNS)
            send(signal.SIGSTOP, pids)
            stopped = time.perf_counter()
            if stopped - looked > LOOKS:
                pids, looked = renderers(profile), stopped
            due = stopped + (stopped - began) * (times - 1) - spare
            time.sleep(max(0.0, due - time.perf_counter()))
            send(signal.SIGCONT, pids)
            spare = min(time.perf_counter() - due, RUNS)  # No more: else a long stop is followed by a free run.
    finally:
        send(signal.SIGCONT, renderers(profile))


if __name__ == "__main__":
    brake(sys.argv[1], float(sys.argv[2]))
