"""`policy paths TREE`: every path through a tree, one by one, each answer told apart."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from macros.commands.loading import load_sound
from macros.trees.paths import TooManyPathsError, every_path, examples_as_json


def paths(root: Path, asked: argparse.Namespace) -> int:
    """A line for each path, or all of them as JSON with the examples."""
    project = load_sound(root, [asked.tree])
    if isinstance(project, int):
        return project
    compiled = project.compiled[asked.tree]
    try:
        found = list(every_path(compiled))
    except TooManyPathsError as error:
        print(f"{error} Look at its ledger, which merges them, or make two trees of it.", file=sys.stderr)
        return 1
    if asked.json:
        examples = examples_as_json(project.trees[asked.tree], compiled)
        listed = {"tree": asked.tree, "paths": [path.as_json() for path in found], "examples": examples}
        print(json.dumps(listed, indent=1))
    else:
        print(*found, f"{len(found)} paths.", sep="\n")
    return 0
