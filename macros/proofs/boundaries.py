"""Tries every cut of every date and number: on it, just below and just above, leap days included.

The days are counted here a second way, so that a slip in the reader's own reckoning (``browser/dates``) is found.
Birthdays of 29 February fall on 1 March in other years (reading R4); time gone by is counted alike (R5).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from macros.browser import machine
from macros.browser.machine import CompiledTree
from macros.problems import Problem
from macros.trees.model import Cut, Question, Range, Tree

TODAYS = tuple(map(date.fromisoformat, ("2026-11-22", "2024-02-29", "2025-02-28", "2025-03-01", "2028-02-29")))
DAY = timedelta(days=1)


def wrong_at_a_cut(tree: Tree, compiled: CompiledTree) -> Iterator[Problem]:
    """Each range that takes a date or a number which belongs elsewhere."""
    for question in tree.questions.values():
        if question.name in compiled.QUESTIONS and question.ranges:
            for given, today, cut in tries(question):
                read = machine.read_answer(compiled, question.name, given, today)
                belongs = home(question, given, today)
                if not isinstance(read, tuple) or read[0] != belongs:
                    yield off(question, given, today, cut, read, belongs)
                    break


def tries(question: Question) -> Iterator[tuple[str, date, Cut]]:
    """What is tried at each cut: dates or numbers as they are typed, and on which day."""
    cuts = sorted({cut for stretch in question.ranges.values() for cut in (stretch.start, stretch.end) if cut})
    for cut in cuts:
        if question.kind == "number":
            yield from ((str(number), TODAYS[0], cut) for number in (cut[0] - 1, cut[0], cut[0] + 1) if number >= 0)
        else:
            yield from ((day.isoformat(), today, cut) for today in TODAYS for day in days_near(today, cut[0]))


def days_near(today: date, years: int) -> Iterator[date]:
    """The days about so many years before a day, and the leap day near them."""
    around = date(today.year - years, today.month, min(today.day, 28)) if today.year - years >= 1 else today
    days = {around + step * DAY for step in range(-2, 4)}
    leap = around.year - around.year % 4
    days |= {date(leap, 2, 29)} if leap > 0 and (leap % 100 or not leap % 400) else set()
    yield from sorted(day for day in days if day <= today)


def home(question: Question, given: str, today: date) -> str:
    """The range a date or a number belongs to, counted without the reader's own reckoning."""
    cut = (int(given), 0) if question.kind == "number" else gone_by(date.fromisoformat(given), today)
    return next(name for name, stretch in question.ranges.items() if holds(stretch, cut))


def gone_by(day: date, today: date) -> Cut:
    """Full years from a day to today, and whether more than these have gone by."""
    years = today.year - day.year
    if (today.month, today.day) < (day.month, day.day):
        years -= 1
    is_leap_day = (day.month, day.day) == (2, 29)
    begins = (3, 1) if is_leap_day and not has_leap_day(day.year + years) else (day.month, day.day)
    return years, 0 if (today.month, today.day) == begins and today.year == day.year + years else 1


def has_leap_day(year: int) -> bool:
    """Whether a year has a 29 February."""
    return not year % 4 and bool(year % 100 or not year % 400)


def holds(stretch: Range, cut: Cut) -> bool:
    """Whether a range holds so much: from its start on, up to its end and not with it."""
    return (stretch.start is None or stretch.start <= cut) and (stretch.end is None or cut < stretch.end)


def off(question: Question, given: str, today: date, cut: Cut, read: object, belongs: str) -> Problem:  # noqa: PLR0913, PLR0917
    """A value in the wrong range."""
    found = read[0] if isinstance(read, tuple) else "nothing"
    what = f'On {today}, {given} to "{question.name}" (near {cut[0]}) is read as {found}, and belongs to {belongs}.'
    return Problem(question.at("ranges"), "wrong-range", what, "This is a fault of the program: please report it.")
