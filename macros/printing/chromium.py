"""Finds a Chromium on this machine: the one we are told to use, the machine's own, or Playwright's."""

from __future__ import annotations

import functools
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome")
# Chromium calls home unless told not to, and no other host is ever to be asked.
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


@functools.cache
def find_chromium() -> Path | None:
    """The first Chromium that is there and starts."""
    return next((path for path in candidates() if version(path)), None)


def candidates() -> Iterator[Path]:
    """Where one may be, best first."""
    if told := os.environ.get("CHROMIUM"):
        yield Path(told)
    yield from (Path(path) for name in NAMES if (path := shutil.which(name)))
    yield from (Path("/Applications", app) for app in MAC_APPS)
    yield Path(output(sys.executable, "-c", ASK_PLAYWRIGHT))


def arguments() -> list[str]:
    """What every Chromium is started with."""
    # Its sandbox refuses to run as root.
    return [*QUIET, "--no-sandbox"] if is_root() else [*QUIET]


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


def is_root() -> bool:
    """Whether we may do what only the machine's owner may; there are machines that do not know the word."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_debian() -> bool:
    """Debian itself: elsewhere the package has another name, or is a stub."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False
