"""Makes the two folders that every edition's pages start Python from: the runtime, and the engine with its trees."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from macros.runtime.bytecode import compile_zip, recipe
from macros.runtime.library import library_sources
from macros.runtime.parts import AS_THEY_ARE, LIBRARY, WORKER, Parts, find_parts
from macros.runtime.shelf import digest, kept
from macros.runtime.trim import modules_needed

ENGINE = "engine.zip"
PACKAGES = {"browser/__init__.py": "", "compiled/__init__.py": ""}  # A zip without them holds no packages.

Say = Callable[[str], None]


@dataclass(frozen=True)
class Runtime:
    """Two folders to publish, and their addresses from the site's root; the hash in an address is of the contents."""

    runtime_folder: Path
    engine_folder: Path
    runtime_url: str  # "runtime/1f0c…/", holds the worker
    engine_url: str  # "runtime/77ab…/engine.zip"

    @property
    def folders(self) -> tuple[str, str]:
        """The addresses of both folders."""
        return self.runtime_url, f"{PurePosixPath(self.engine_url).parent}/"


def prepare_runtime(
    root: Path, engine_sources: Mapping[str, str], *, say: Say, exercise: Sequence[str] = ()
) -> Runtime:
    """The browser's Python for these sources: {"browser/worker.py": "…", "compiled/friend_request.py": "…"}.

    `exercise` holds further messages for `browser.worker.handle`, where it imports something only on the way.
    Nothing is made twice, and what was made before needs neither Node nor a network.
    """
    shelf = root / ".cache" / "runtime"
    parts = find_parts(root, say)
    engine = {**PACKAGES, **engine_sources}
    runtime = _runtime(shelf, parts, _library(shelf, parts, engine, exercise, say))
    compiled = _engine(shelf, parts, engine, say)
    name = digest({ENGINE: (compiled / ENGINE).read_bytes()})
    return Runtime(runtime, compiled, f"runtime/{runtime.name}/", f"runtime/{name}/{ENGINE}")


def lay_out(runtime: Runtime, site: Path) -> None:
    """Copy both folders to their addresses under `site`. One that is there already is right: its name says so."""
    engine_url = PurePosixPath(runtime.engine_url).parent
    for folder, url in ((runtime.runtime_folder, runtime.runtime_url), (runtime.engine_folder, engine_url)):
        kept(site / "runtime", PurePosixPath(url).name, partial(_copy, folder))


def _library(shelf: Path, parts: Parts, engine: Mapping[str, str], exercise: Sequence[str], say: Say) -> Path:
    """Python's library, trimmed and compiled. A new tree does not change it."""
    modules = modules_needed(shelf / "trim", parts, engine, exercise, say=say)
    sources = library_sources(parts, modules)

    def make(folder: Path) -> None:
        say(f"Compiling the {len(sources)} library modules that the browser's Python needs")
        compile_zip(parts, sources, folder / LIBRARY)

    return kept(shelf / "library", digest({**recipe(), **sources, "parts": parts.key.encode()}), make) / LIBRARY


def _runtime(shelf: Path, parts: Parts, library: Path) -> Path:
    """One folder with everything that does not change when a tree does."""
    files = {name: (parts.package / name).read_bytes() for name in AS_THEY_ARE}
    files |= {LIBRARY: library.read_bytes(), WORKER: parts.worker.read_bytes()}

    def make(folder: Path) -> None:
        for name, content in files.items():
            (folder / name).write_bytes(content)

    return kept(shelf / "runtime", digest(files), make)


def _engine(shelf: Path, parts: Parts, sources: Mapping[str, str], say: Say) -> Path:
    files = {path: text.encode() for path, text in sources.items()}

    def make(folder: Path) -> None:
        say("Compiling the engine and its trees for the browser")
        compile_zip(parts, files, folder / ENGINE)

    return kept(shelf / "engine", digest({**recipe(), **files, "parts": parts.key.encode()}), make)


def _copy(source: Path, folder: Path) -> None:
    shutil.copytree(source, folder, dirs_exist_ok=True)
