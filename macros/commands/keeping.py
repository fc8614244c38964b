"""`policy ledger` and `policy reviewed TREE`: they write what is kept beside the trees."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from macros.commands.loading import load_sound
from macros.proofs import ledger as ledgers
from macros.proofs import reviewed as reviews
from macros.proofs.records import LEDGER


def ledger(root: Path, asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """Write the ledger of every tree anew, and take out those of trees that are gone."""
    project = load_sound(root)
    if isinstance(project, int):
        return project
    due = {name: ledgers.write_ledger(project.trees[name], diagram) for name, diagram in project.diagrams.items()}
    changed = [name for name, text in due.items() if project.records.ledgers.get(name) != text]
    gone = [path for path in sorted((root / LEDGER).glob("*.txt")) if path.stem not in due and not path.is_dir()]
    for name in changed:
        try:
            write(root / ledgers.path_of(name), due[name])
        except OSError as error:
            print(f"{ledgers.path_of(name)} cannot be written: {error.strerror}.", file=sys.stderr)
            return 1
        print(f"Written: {ledgers.path_of(name)}")
    for path in gone:
        path.unlink()
        print(f"Taken out: {path.relative_to(root).as_posix()}")
    print(f"{len(due)} ledgers in {LEDGER}, {len(due) - len(changed)} of them as they were.")
    return 0


def reviewed(root: Path, asked: argparse.Namespace) -> int:
    """Record that somebody held these trees against their clauses."""
    today = date.today()  # noqa: DTZ011 - the day where the review was made
    on, by = asked.on or today, " ".join(asked.by.split())
    if on > today or not by:
        told = "A review cannot be in the future." if on > today else 'Say in which role: --by "line manager".'
        print(told, file=sys.stderr)
        return 2
    project = load_sound(root, asked.trees)
    if isinstance(project, int):
        return project
    for name in dict.fromkeys(asked.trees):
        text = reviews.write_review(project.trees[name], project.policy, by, on)
        write(root / reviews.path_of(name), text)
        print(f"Written: {reviews.path_of(name)}")
    return 0


def write(path: Path, text: str) -> None:
    """A file, with its folder if need be; its lines end alike on every machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():  # It may lead anywhere, or in a circle.
        path.unlink()
    path.write_text(text, encoding="utf-8", newline="\n")
