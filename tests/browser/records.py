"""Makes records as a reader's page does, and others with one value changed, for every test that needs one."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

from macros.browser import explain, record
from macros.browser.machine import Answer
from macros.project import Project
from macros.register import DRAFT
from macros.sources import edition_facts

DAY = date(2026, 11, 28)
Json = Any


def record_of(
    project: Project, tree: str, answers: Mapping[str, Answer], number: str = DRAFT, note: str = ""
) -> dict[str, Any]:
    """What a reader of this edition would keep who gave these answers."""
    compiled = project.compiled[tree]
    decided = explain.decided_by(compiled, answers)
    on = record.Occasion(edition_facts(project, number), project.words, DAY, note)
    return record.make(compiled, answers, decided, on)


def changed(data: Json, at: tuple[Any, ...], value: Json) -> Json:
    """A copy with another value at a place."""
    whole = copy.deepcopy(data)
    inner = whole
    for key in at[:-1]:
        inner = inner[key]
    inner[at[-1]] = value
    return whole
