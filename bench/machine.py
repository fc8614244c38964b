"""The kind of machine a run was made on, in one line: a figure means little without it."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path

GIGA = 1024**3


def machine(browser: str) -> str:
    """As in "2 cores, AMD EPYC, 24 GB, Linux, Python 3.11.9, Chromium 156.0"."""
    parts = [f"{os.cpu_count()} cores", processor(), memory(), platform.system()]
    return ", ".join(part for part in (*parts, f"Python {platform.python_version()}", browser) if part)


def processor(told: Path = Path("/proc/cpuinfo")) -> str:
    """Its make, where the machine says it."""
    if told.is_file():
        found = re.search(r"^model name\s*:\s*(.+)$", told.read_text(encoding="utf-8"), re.MULTILINE)
        if found:
            return re.sub(r"\s+", " ", found[1]).strip()
    return platform.processor() or platform.machine()


def memory() -> str:
    """All there is, in whole gigabytes."""
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return ""
    return f"{size / GIGA:.0f} GB"


def load() -> float | None:
    """How many processes wanted the processor in the last minute: what else the machine had to do."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
