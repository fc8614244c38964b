"""Finds the real browser the tests drive, or has one installed: a script before pytest, a module for the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

from macros.printing.chromium import arguments, find_chromium, is_debian, is_root, version, way_out

INSTALL_SECONDS = 900


class LaunchOptions(TypedDict):
    """What Playwright's ``chromium.launch`` is called with."""

    executable_path: Path
    args: list[str]


def main() -> str | None:
    """Says which browser the tests will use; a sentence in return is why there is none."""
    if (told := os.environ.get("CHROMIUM")) and not version(Path(told)):
        return f"CHROMIUM names {told}, which does not start: correct it or leave it out."
    if find_chromium() is None:
        install_chromium()
        find_chromium.cache_clear()
    if (path := find_chromium()) is None:
        return f"No Chromium could be found or installed. {way_out()}"
    print(f"  {version(path)}, {path}")
    return None


def launch_options(*more: str) -> LaunchOptions:
    """As in ``playwright.chromium.launch(**launch_options())``, with more of the browser's flags."""
    if (path := find_chromium()) is None:
        raise FileNotFoundError(f"No Chromium was found: run `python {__file__}`.")
    return {"executable_path": path, "args": [*arguments(), *more]}


def install_chromium() -> None:
    """By Playwright, else from Debian's packages; what came of it is for find_chromium to see."""
    print("  None is there: asking Playwright for one", flush=True)
    if run(sys.executable, "-m", "playwright", "install", "chromium", "--no-shell"):
        find_chromium.cache_clear()
        if find_chromium():  # On a bare machine Playwright's may lack a library, and not start.
            return
    if is_root() and is_debian():
        print("  Playwright has none that starts: installing Debian's chromium", flush=True)
        if run("apt-get", "-qq", "update"):
            run("apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium")


def run(*command: str) -> bool:
    """Whether a command went well; its own progress is shown, its complaints only in short."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, env=environment, stderr=subprocess.PIPE, text=True, check=False, timeout=INSTALL_SECONDS
        )
    except subprocess.TimeoutExpired:
        return False
    if done.returncode:
        print("  " + next(iter(done.stderr.splitlines()), "it failed without a word"), file=sys.stderr, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
