"""Reads a file that somebody wrote: its text, or the fault that it is none."""

from __future__ import annotations

from pathlib import Path

from macros.problems import Place, Problem


def read_text(path: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """A file's text, or the fault that it is none."""
    try:
        return path.read_text(encoding="utf-8-sig"), ()
    except UnicodeDecodeError:
        what, fix = "This file is not plain text in UTF-8.", "Save it again as UTF-8."
    except OSError:  # A folder, a link to nowhere, a file that is somebody else's.
        what, fix = "This is no file that can be read.", "Take it out, or give it another name."
    return "", (Problem(Place(name), "not-text", what, fix),)
