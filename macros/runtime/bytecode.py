"""Python sources in, one zip of bytecode out: compiled by pyodide-build inside the very Pyodide that will load it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from macros.runtime import node
from macros.runtime.parts import Parts

SCRIPTS = ("boot.mjs", "compile.mjs")


def compile_zip(parts: Parts, sources: Mapping[str, bytes], target: Path) -> None:
    """Write `target`, a zip of `.pyc` files only (level 2: no docstrings, no asserts), the same bytes every time."""
    with zipfile.ZipFile(target, "w") as sheaf:
        for name in sorted(sources):
            sheaf.writestr(name, sources[name])
    node.run("compile.mjs", {"package": str(parts.package), "wheels": str(parts.wheels), "zip": str(target)})


def recipe() -> dict[str, bytes]:
    """How the compiling is done, as named bytes for a cache key."""
    return {script: (node.HERE / script).read_bytes() for script in SCRIPTS}
