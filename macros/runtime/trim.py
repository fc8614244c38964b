"""Which modules of Python's library the browser needs: watched while the engine runs, not guessed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from macros.runtime import node
from macros.runtime.library import as_zip, stand_ins, whole_library
from macros.runtime.parts import LIBRARY, Parts
from macros.runtime.shelf import digest, kept

FOUND = "modules.json"
Sources = Mapping[str, str]


def modules_needed(
    shelf: Path, parts: Parts, engine: Sources, exercise: Sequence[str], *, say: Callable[[str], None]
) -> list[str]:
    """Every module that is loaded after Pyodide has started, imported the whole engine and answered the exercise.

    Those that are frozen into the interpreter itself need no file, and are left out.

    The engine's rules are part of the key and the words of the trees are not: compiled trees import nothing.
    """
    messages = [*_first_questions(engine), *exercise]
    key = digest(
        {path: text.encode() for path, text in engine.items() if path.startswith("browser/")}
        | {name: (node.HERE / name).read_bytes() for name in ("boot.mjs", "trace.mjs")}
        | stand_ins()
        | {"parts": parts.key.encode(), "messages": json.dumps(messages).encode()},
    )

    def make(folder: Path) -> None:
        say("Watching which library modules the engine imports")
        (folder / LIBRARY).write_bytes(as_zip(whole_library(parts)))
        modules = _trace(parts, folder / LIBRARY, engine, messages)
        (folder / LIBRARY).unlink()
        (folder / FOUND).write_text(json.dumps(modules, indent=1) + "\n", encoding="utf-8")

    folder = kept(shelf, key, make)
    found: list[str] = json.loads((folder / FOUND).read_text(encoding="utf-8"))
    return found


def _first_questions(engine: Sources) -> Iterator[str]:
    """One message per tree, and one that is no message, so that the way of a failure is watched too."""
    yield "no message"
    for path in sorted(engine):
        room, _, module = path.removesuffix(".py").partition("/")
        if room == "compiled" and module not in {"__init__", "words"}:
            tree = module.replace("_", "-")
            ask = {"type": "step", "tree": tree, "answers": {}, "dates": {}, "today": "2026-11-22", "base": ""}
            yield json.dumps(ask)


def _trace(parts: Parts, library: Path, engine: Sources, messages: list[str]) -> list[str]:
    job = {"package": str(parts.package), "library": str(library), "sources": dict(engine), "messages": messages}
    return node.run("trace.mjs", job)["modules"]
