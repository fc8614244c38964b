"""Finds the edition that is current on a day: the newest whose day in force has come, or the draft before the first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from macros.editions.publish import POLICY
from macros.editions.status import first_day
from macros.history import editions_published, published, tagged
from macros.register import DRAFT, is_day, read_register
from macros.settings import SETTINGS, extra_in, read_settings


def find_current(root: Path, today: date) -> str:
    """The number of the edition that is current. Where none is at hand, the working copy stands in for it."""
    days = days_in_force(root)
    for number in sorted({*days, *editions_published(root)}, reverse=True):
        is_there = is_day(number) and (tagged(root, number)[0] or published(root, number, (POLICY,)))
        if is_there and has_come(days.get(number, ""), today):
            return number
    return DRAFT


def days_in_force(root: Path) -> dict[str, str]:
    """Each edition of the register with the day from which it is in force, or "" where nobody knows it."""
    settings, _ = read_settings(root)
    editions, _ = read_register(SETTINGS, extra_in(settings))
    return {edition.number: edition.days.get("in-force", "") for edition in editions}


def has_come(day: str, today: date) -> bool:
    """Whether an edition is in force; one without a day is, once it is published."""
    return not day or date.fromisoformat(first_day(day)) <= today
