"""What the browser's Python is made from: the npm package `pyodide`, and the wheels that compile inside it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.problems import Place, Problem
from macros.runtime.shelf import digest, kept

# Sent to the browser as they are. The library zip is the fifth file of the package that counts: it is made anew.
AS_THEY_ARE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"
WORKER = "decision-tree-worker.js"

PIP_LIMIT = 600  # seconds
PIP = (
    *("install", "--quiet", "--disable-pip-version-check", "--no-compile", "--require-hashes", "--no-deps"),
    *("--only-binary", ":all:", "--ignore-requires-python", "--python-version", "3.14"),
)


class RuntimeProblem(Exception):  # noqa: N818 - it is told to a writer, like every Problem
    """The browser's Python cannot be made; `problem` says why, and what to do."""

    def __init__(self, path: str, code: str, what: str, fix: str) -> None:
        self.problem = Problem(Place(path), code, what, fix)
        super().__init__(str(self.problem))


@dataclass(frozen=True)
class Parts:
    """Where the raw materials lie on this machine, and the name of exactly these materials."""

    package: Path
    wheels: Path
    worker: Path
    key: str


def find_parts(root: Path, say: Callable[[str], None]) -> Parts:
    """The raw materials of this project; the wheels are fetched the first time."""
    package = root / "node_modules" / "pyodide"
    worker = root / "overrides" / "assets" / "javascripts" / WORKER
    wanted = [package / name for name in (*AS_THEY_ARE, LIBRARY, LOCK)]
    missing = next((path for path in (*wanted, worker) if not path.is_file()), None)
    if missing:
        raise RuntimeProblem(
            "package.json",
            "no-pyodide",
            f"The browser's Python is not whole: {missing.relative_to(root).as_posix()} is missing.",
            'Run "npm ci" (or "make env", which does it).',
        )
    wheels = _wheels(root, say)
    key = digest({path.name: path.read_bytes() for path in wanted} | {"wheels": wheels.name.encode()})
    return Parts(package, wheels, worker, key)


def _wheels(root: Path, say: Callable[[str], None]) -> Path:
    """The unpacked wheels of requirements-pyodide.txt; they run inside Pyodide, so this Python never sees them."""
    wanted = root / "requirements-pyodide.txt"
    if not wanted.is_file():
        raise RuntimeProblem(
            wanted.name,
            "no-wheels",
            "The list of wheels that compile the browser's Python is missing.",
            "Bring the file back from git.",
        )
    shelf = root / ".cache" / "pyodide-wheels"
    return kept(shelf, digest({"requirements": wanted.read_bytes()}), partial(_fetch, wanted, say))


def _fetch(wanted: Path, say: Callable[[str], None], folder: Path) -> None:
    say("Fetching the compiler for the browser's Python")
    try:
        _pip(str(wanted), folder)
    except (OSError, subprocess.SubprocessError) as error:
        words = getattr(error, "stdout", None) or str(error)
        raise RuntimeProblem(
            wanted.name,
            "no-wheels",
            f"pip could not install the wheels that compile the browser's Python: {words.strip().rstrip('.')}.",
            "They are needed once: connect to the network and run this again.",
        ) from error


def _pip(wanted: str, folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", *PIP, "--target", str(folder), "-r", wanted],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=PIP_LIMIT,
    )
