"""Python's library as the browser gets it: the npm package's, with stand-ins for what only Pyodide's start asks for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from macros.runtime.parts import LIBRARY, Parts

STAND_INS = Path(__file__).parent / "stand_ins"
REPLACED = ("asyncio/",)  # Nothing of such a package stays beside its stand-in.


@cache
def whole_library(parts: Parts) -> Mapping[str, bytes]:
    """The sources of every module, by their names in the library's zip."""
    with zipfile.ZipFile(parts.package / LIBRARY) as stock:
        sources = {name: stock.read(name) for name in stock.namelist() if not name.startswith(REPLACED)}
    return sources | stand_ins()


def stand_ins() -> dict[str, bytes]:
    """Our few modules that take the place of heavy ones."""
    return {path.relative_to(STAND_INS).as_posix(): path.read_bytes() for path in sorted(STAND_INS.rglob("*.py"))}


def as_zip(sources: Mapping[str, bytes]) -> bytes:
    """These files as one zip, not yet compiled, the same bytes every time."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as sheaf:
        for name in sorted(sources):
            sheaf.writestr(zipfile.ZipInfo(name), sources[name])
    return written.getvalue()


def library_sources(parts: Parts, modules: Iterable[str]) -> dict[str, bytes]:
    """Those files of the library that hold these modules; built-in modules have none."""
    library = whole_library(parts)
    return {home: library[home] for module in modules for home in _homes(module) if home in library}


def _homes(module: str) -> tuple[str, str]:
    path = module.replace(".", "/")
    return f"{path}.py", f"{path}/__init__.py"
