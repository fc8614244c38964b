"""Loads the working copy for a command, and says why not where it cannot be used."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from macros.problems import did_you_mean, faults
from macros.project import Project, load


def load_sound(root: Path, trees: Iterable[str] = ()) -> Project | int:
    """The working copy if it has no faults and holds these trees; else what to end with, and what is wrong is said."""
    project = load(root)
    if found := faults(project.problems):
        print(*found, sep="\n", file=sys.stderr)
        return 1
    for tree in trees:
        if tree not in project.trees:
            there = did_you_mean(tree, project.trees) or f"There are: {', '.join(project.trees)}."
            print(f'There is no tree "{tree}".', there, file=sys.stderr)
            return 2
    return project
