"""The brake finds the renderers of one browser alone, makes them stand still now and then, and lets them go."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.slow import PROC, is_possible, line_of, renderers, slowed

pytestmark = pytest.mark.skipif(not is_possible(), reason="only Linux shows processes so")
SLEEP = "import time; time.sleep(60)"
# A browser as the brake sees it: a process with a profile, and below it one that draws pages and one that does not.
BROWSER = f"""
import subprocess, sys, time
kinds = ["--type=" + kind for kind in ("renderer", "gpu-process")]
children = [subprocess.Popen([sys.executable, "-c", {SLEEP!r}, kind]) for kind in kinds]
print(children[0].pid, flush=True)
sys.stdin.read()
for child in children: child.kill()
"""


@pytest.fixture
def renderer(tmp_path: Path) -> Iterator[int]:
    """The id of the one process that may be braked."""
    command = [sys.executable, "-c", BROWSER, f"--user-data-dir={tmp_path}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as browser:
        assert browser.stdout
        yield int(browser.stdout.readline())
        browser.communicate()


def stands_still(pid: int) -> bool:
    return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] == "T"


def waits_until(pid: int, *, still: bool) -> bool:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if stands_still(pid) is still:
            return True
        time.sleep(0.001)
    return False


def test_only_renderers_of_this_browser_are_found(renderer: int, tmp_path: Path) -> None:
    assert renderers(str(tmp_path)) == [renderer]
    assert renderers(f"{tmp_path}-another") == []


def test_a_braked_process_stands_still_and_is_let_go(renderer: int, tmp_path: Path) -> None:
    with slowed(tmp_path, 4):
        assert waits_until(renderer, still=True)
        assert waits_until(renderer, still=False), "it never ran again"
    time.sleep(0.05)
    assert not stands_still(renderer)


def test_at_full_speed_nothing_is_started(renderer: int, tmp_path: Path) -> None:
    with slowed(tmp_path, 1):
        time.sleep(0.3)
        assert not stands_still(renderer)


def test_a_line_of_processes_ends_where_nothing_is_known() -> None:
    assert list(line_of(7, {7: 5, 5: 1, 1: 0})) == [7, 5, 1]
