"""Reads the files that writers keep in the folder of trees: the trees, their ledgers and records, a list of words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros.files import read_text
from macros.problems import Place, Problem
from macros.proofs.records import LEDGER, RECORDS, REVIEWED

TREES = "decision_trees"
KNOWN_WORDS = f"{TREES}/known-words.txt"
KEPT = ((LEDGER, "*.txt"), (RECORDS, "*.yml"), (REVIEWED, "*.yml"))


def read_trees(root: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The text of every file in the folder of trees, by its path."""
    files: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()
    for path in sorted(
        path for path in (root / TREES).glob("*") if path.is_file() and path.suffix.lower() in (".yml", ".yaml")
    ):
        name = path.relative_to(root).as_posix()
        text, unreadable = read_text(path, name)
        if path.suffix != ".yml":
            fix = f"Rename it to {path.stem}.yml: until then it is no tree."
            unreadable = (Problem(Place(name), "not-yml", "The name of this file does not end in .yml.", fix),)
        problems += unreadable
        if not unreadable:
            files[name] = text
    return files, problems


def read_list(root: Path) -> str:
    """The writers' list of words that everybody knows, if they keep one."""
    return read_text(root / KNOWN_WORDS, KNOWN_WORDS)[0] if (root / KNOWN_WORDS).is_file() else ""


def read_texts(root: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The text of every ledger and every record, by its path. What cannot be read is advice, never a fault."""
    texts: dict[str, str] = {}
    torn: list[Problem] = []
    files = [path for folder, kind in KEPT for path in (root / folder).glob(kind)]
    for path in sorted(files):
        name = path.relative_to(root).as_posix()
        try:  # A folder, a link to nowhere, a file that is somebody else's.
            text, unreadable = read_text(path, name) if path.is_file() else ("", (no_file(name),))
        except OSError:
            text, unreadable = "", (no_file(name),)
        torn += [replace(problem, level="advice") for problem in unreadable]
        if not unreadable:
            texts[name] = text
    return texts, tuple(torn)


def no_file(name: str) -> Problem:
    """A record that is there by its name only."""
    return Problem(Place(name), "wrong-record", "This is no file that can be read.", "Take it out.")
