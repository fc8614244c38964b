"""Makes what takes long once for all workers: the first that needs it makes it, the others wait."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

SHARED = "TESTS_SHARED"  # in the environment: the folder that all workers of a run share
WITHIN = 600  # seconds


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """A folder that ``make`` has filled, whoever called it. No test changes it."""
    folder = Path(os.environ[SHARED]) / name
    begun, done, broken = (folder.with_name(f"{name}.{state}") for state in ("begun", "done", "broken"))
    try:
        begun.mkdir()
    except FileExistsError:
        wait_for(done, broken)
        return folder
    try:
        make(folder)
    except BaseException:
        broken.mkdir()
        raise
    done.mkdir()
    return folder


def wait_for(done: Path, broken: Path) -> None:
    """Wait for another worker."""
    for _ in range(10 * WITHIN):
        if done.exists():
            return
        assert not broken.exists(), "another worker could not make it; see there"
        time.sleep(0.1)
    raise AssertionError("it was not made in time")
