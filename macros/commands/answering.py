"""`policy ask TREE`: one question after another, in the terminal."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from macros import asking
from macros.commands.loading import load_sound


def ask(root: Path, asked: argparse.Namespace) -> int:
    """Answer a tree."""
    project = load_sound(root, [asked.tree])
    if isinstance(project, int):
        return project
    today = asked.today or date.today()  # noqa: DTZ011 - the reader's own day, where the reader is
    return asking.ask(project.compiled, asked.tree, project.words, today)
