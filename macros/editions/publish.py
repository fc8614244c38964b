"""Writes policy.json and trees.json, the two files by which an edition can be compared with any other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.editions.policy_data import policy_data
from macros.editions.trees_data import trees_data
from macros.project import Project
from macros.register import DRAFT

POLICY, TREES = "policy.json", "trees.json"


def publish(project: Project, folder: Path, number: str = DRAFT) -> None:
    """Put both files into the folder of a built site."""
    for name, data in ((POLICY, policy_data(project, number)), (TREES, trees_data(project, number))):
        (folder / name).write_text(as_text(data), encoding="utf-8", newline="\n")


def as_text(data: dict[str, Any]) -> str:
    """The data as it is published: the same text for the same data."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
