"""Finds the edition that is current on a day: the newest whose day in force has come, or the draft before the first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from macros.browser.compare.editions import Published
from macros.editions.publish import POLICY
from macros.editions.sides import find_side
from macros.editions.status import first_day
from macros.history import editions_published, published, tagged
from macros.problems import Problem
from macros.register import DRAFT, is_day


def find_current(root: Path, draft: Published | None, today: date) -> tuple[Published | None, tuple[Problem, ...]]:
    """The current edition; ``draft`` is the working copy, which stands in where nothing has been published."""
    registered = {one["number"]: one["in-force"] for one in draft.policy["editions"]} if draft else {}
    for number in sorted({*registered, *editions_published(root)}, reverse=True):
        is_there = is_day(number) and (tagged(root, number)[0] or published(root, number, (POLICY,)))
        if is_there and has_come(registered.get(number, ""), today):
            return find_side(root, number)
    return (draft, ()) if draft else find_side(root, DRAFT)


def has_come(day: str, today: date) -> bool:
    """Whether an edition is in force; one without a day is, once it is published."""
    return not day or date.fromisoformat(first_day(day)) <= today
