"""Makes compare.zip: the Python that compares editions, apart from the engine, so that only who compares fetches it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.runtime.bytecode import compile_zip, recipe
from macros.runtime.library import whole_library
from macros.runtime.parts import find_parts
from macros.runtime.shelf import digest, kept

NAME = "compare.zip"
ITS_OWN = ("difflib.py", "heapq.py")  # modules of the library that nothing else in the browser needs


@dataclass(frozen=True)
class Comparing:
    """A folder to publish, and the address of its file from the site's root, named by its contents."""

    folder: Path
    url: str


def prepare_comparing(root: Path, sources: Mapping[str, str], *, say: Callable[[str], None]) -> Comparing:
    """The zip of these sources, made once."""
    parts = find_parts(root, say)
    library = whole_library(parts)
    files = {path: text.encode() for path, text in sources.items()} | {name: library[name] for name in ITS_OWN}

    def make(folder: Path) -> None:
        say("Compiling what compares editions for the browser")
        compile_zip(parts, files, folder / NAME)

    made = kept(
        root / ".cache" / "runtime" / "compare", digest({**recipe(), **files, "parts": parts.key.encode()}), make
    )
    return Comparing(made, f"runtime/{digest({NAME: (made / NAME).read_bytes()})}/{NAME}")


def lay_out_comparing(comparing: Comparing, site: Path) -> None:
    """Copy it to its address under ``site``."""
    kept(site / "runtime", comparing.url.split("/")[1], partial(copy_into, comparing.folder))


def copy_into(source: Path, folder: Path) -> None:
    """All files of one folder into another that is there."""
    shutil.copytree(source, folder, dirs_exist_ok=True)
