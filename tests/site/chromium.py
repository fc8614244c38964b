"""Finds the real browser the tests drive, or has one installed: a script before pytest, a module for the tests."""

from __future__ import annotations

import functools
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
# Chromium calls home unless told not to, and the tests hold that no other host is ever asked.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
# Asked of another process, because Playwright refuses to start inside a test that already uses it.
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)
START_SECONDS = 60
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


def launch_options() -> LaunchOptions:
    """As in ``playwright.chromium.launch(**launch_options())``."""
    if (path := find_chromium()) is None:
        raise FileNotFoundError(f"No Chromium was found: run `python {__file__}`.")
    # Chromium's sandbox refuses to run as root.
    return {"executable_path": path, "args": [*QUIET, "--no-sandbox"] if is_root() else [*QUIET]}


@functools.cache
def find_chromium() -> Path | None:
    """The first Chromium that is there and starts."""
    return next((path for path in candidates() if version(path)), None)


def candidates() -> Iterator[Path]:
    """Where one may be, best first: the one we are told to use, the machine's, Playwright's own."""
    if told := os.environ.get("CHROMIUM"):
        yield Path(told)
    yield from (Path(path) for name in NAMES if (path := shutil.which(name)))
    yield from (Path("/Applications", app) for app in MAC_APPS)
    yield Path(output(sys.executable, "-c", ASK_PLAYWRIGHT))


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


def way_out() -> str:
    """The one command that helps on this machine."""
    if is_debian():
        return "Run: sudo apt-get install chromium"
    return f"Run: {sys.executable} -m playwright install --with-deps chromium"


def version(path: Path) -> str:
    """What the browser says of itself; nothing if it does not start."""
    return output(str(path), "--version")


def output(*command: str) -> str:
    """What a command prints, or nothing if it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=START_SECONDS)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


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


def is_root() -> bool:
    """Whether we may install what the machine lacks."""
    return os.geteuid() == 0


def is_debian() -> bool:
    """Debian itself: elsewhere the package has another name, or is a stub."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
