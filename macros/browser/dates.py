"""Counts years the way the policy is read (readings R4 and R5), and sorts a date or a number into its range."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, date

# A cut is where one range ends and the next begins: (13, 0) is "the 13th birthday has come",
# (2, 1) is "more than exactly 2 years have gone by". None is no cut at all: the range is open on that side.
Cut = tuple[int, int]
Ranges = Mapping[str, tuple[Cut | None, Cut | None]]

EARLIEST_YEAR = 1900
YEAR_DIGITS, NUMBER_DIGITS = 4, 6


def add_years(day: date, years: int) -> date:
    """The same day some years on; 29 February falls on 1 March in other years (reading R4)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def has_passed(cut: Cut, since: date, today: date) -> bool:
    """Whether ``today`` stands at or beyond a cut, counted from ``since``.

    ``(13, 0)`` has passed from the 13th birthday on. ``(2, 1)`` has passed from the day after exactly 2 years.
    """
    years, strictly = cut
    if since.year + years > MAXYEAR:
        return False
    reached = add_years(since, years)
    return today > reached if strictly else today >= reached


def range_of_date(ranges: Ranges, since: date, today: date) -> str:
    """The id of the range that holds a date. Ranges tile, so there is exactly one (the checker proves it)."""
    for name, (start, end) in ranges.items():
        if (start is None or has_passed(start, since, today)) and (end is None or not has_passed(end, since, today)):
            return name
    raise LookupError(f"no range holds {since}")


def range_of_number(ranges: Ranges, number: int) -> str:
    """The id of the range that holds a whole number, where ``(13, 0)`` is 13 and ``(13, 1)`` is just above it."""
    for name, (start, end) in ranges.items():
        if (start is None or (number, 0) >= start) and (end is None or (number, 0) < end):
            return name
    raise LookupError(f"no range holds {number}")


def read_date(day: str, month: str, year: str) -> date | None:
    """A date from three typed fields, or None where they make no date (31 April, letters, a year before 1900)."""
    if not all(part.strip().isdecimal() and len(part.strip()) <= YEAR_DIGITS for part in (day, month, year)):
        return None
    if int(year) < EARLIEST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def what_is_wrong(day: str, month: str, year: str) -> str:
    """The key of the words that say why three typed fields make no date."""
    if not all(part.isdecimal() for part in (day, month, year)):
        return "error.date"
    return "error.year" if len(year) != YEAR_DIGITS or int(year) < EARLIEST_YEAR else "error.no-such-day"


def read_number(text: str) -> int | None:
    """A whole number as typed, or None: letters, a minus, or more digits than anybody means."""
    typed = text.strip()
    return int(typed) if typed.isdecimal() and len(typed) <= NUMBER_DIGITS else None


def write_date(day: date, months: str) -> str:
    """A date for a reader, ``22 November 2026``; ``months`` is the twelve names, separated by spaces."""
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"
