"""Years are counted the way the policy is read: birthdays, 29 February, and exactly two years."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.browser import dates

AGES: dates.Ranges = {"child": (None, (13, 0)), "teen": ((13, 0), (26, 0)), "adult": ((26, 0), None)}
YEARS: dates.Ranges = {"recent": (None, (2, 1)), "earlier": ((2, 1), None)}


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("born", "today", "expected"),
    [
        ("2013-11-22", "2026-11-22", "teen"),  # 13 today
        ("2013-11-23", "2026-11-22", "child"),  # 13 tomorrow
        ("2013-11-21", "2026-11-22", "teen"),
        ("2000-11-22", "2026-11-22", "adult"),  # 26 today
        ("2000-11-23", "2026-11-22", "teen"),
        ("2026-11-22", "2026-11-22", "child"),  # born today
        ("2012-02-29", "2025-02-28", "child"),  # 29 February falls on 1 March in other years
        ("2012-02-29", "2025-03-01", "teen"),
        ("2011-03-01", "2024-02-29", "child"),  # today is the 29th
        ("2011-02-28", "2024-02-29", "teen"),
        ("2000-02-29", "2026-02-28", "teen"),
        ("2000-02-29", "2026-03-01", "adult"),
    ],
)
def test_the_birthday_itself_counts(born: str, today: str, expected: str) -> None:
    assert dates.range_of_date(AGES, day(born), day(today)) == expected


@pytest.mark.parametrize(
    ("last", "today", "expected"),
    [
        ("2024-11-22", "2026-11-22", "recent"),  # exactly two years
        ("2024-11-21", "2026-11-22", "earlier"),  # two years and a day
        ("2024-11-23", "2026-11-22", "recent"),
        ("2024-02-29", "2026-02-28", "recent"),
        ("2024-02-29", "2026-03-01", "recent"),  # exactly two years: 29 February falls on 1 March
        ("2024-02-29", "2026-03-02", "earlier"),
        ("2022-02-28", "2024-02-29", "earlier"),
        ("2022-03-01", "2024-02-29", "recent"),
        ("2026-11-22", "2026-11-22", "recent"),
    ],
)
def test_exactly_two_years_are_still_recent_and_a_day_more_is_not(last: str, today: str, expected: str) -> None:
    assert dates.range_of_date(YEARS, day(last), day(today)) == expected


def anniversary(since: date, years: int) -> date:
    """The day some years on, found by looking through the calendar."""
    for late in range(3):
        later = date(since.year + years, since.month, 1) + timedelta(days=since.day - 1 + late)
        if late == 0 and (later.month, later.day) == (since.month, since.day):
            return later
        if (later.month, later.day) == (3, 1):
            return later
    raise AssertionError(since)


DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(
    one=DAYS,
    other=DAYS,
    years=st.lists(st.integers(0, 90), min_size=1, max_size=4, unique=True),
    more=st.booleans(),
)
def test_the_range_agrees_with_a_slow_count(one: date, other: date, years: list[int], *, more: bool) -> None:
    since, today = sorted((one, other))
    cuts = [(year, int(more)) for year in sorted(years)]
    edges = [None, *cuts, None]
    names = [f"r{at}" for at in range(len(edges) - 1)]
    ranges = {name: (start, end) for name, start, end in zip(names, edges[:-1], edges[1:], strict=True)}
    passed = 0
    for year, _ in cuts:
        reached = anniversary(since, year)
        passed += today > reached if more else today >= reached
    assert dates.range_of_date(ranges, since, today) == names[passed]


@given(DAYS, st.integers(0, 999))
def test_a_day_some_years_on_is_the_same_day_or_the_first_of_march(since: date, years: int) -> None:
    assert dates.add_years(since, years) == anniversary(since, years)


def test_years_beyond_the_calendar_have_not_passed() -> None:
    assert not dates.has_passed((MAXYEAR, 0), day("2011-02-01"), date(MAXYEAR, 12, 31))


def test_a_number_falls_into_its_range_edges_included() -> None:
    ranges: dates.Ranges = {"few": (None, (10, 0)), "some": ((10, 0), (100, 0)), "many": ((100, 0), None)}
    assert [dates.range_of_number(ranges, number) for number in (0, 9, 10, 99, 100, 999_999)] == [
        "few",
        "few",
        "some",
        "some",
        "many",
        "many",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        ("31", "4", "2011"),
        ("29", "2", "2011"),
        ("0", "1", "2011"),
        ("1", "13", "2011"),
        ("1", "1", "1899"),
        ("1", "1", "11"),
        ("1", "1", "99999"),
        ("1", "1", "9" * 5000),
        ("9" * 5000, "1", "2011"),
        ("", "1", "2011"),
        ("-1", "1", "2011"),
        ("1.0", "1", "2011"),
        ("one", "1", "2011"),
        ("\u00b2", "1", "2011"),
    ],
)
def test_what_makes_no_date_is_none(typed: tuple[str, str, str]) -> None:
    assert dates.read_date(*typed) is None


def test_a_date_is_read_with_spaces_and_noughts() -> None:
    assert dates.read_date(" 09", "3 ", "2011") == day("2011-03-09")
    assert dates.read_date("29", "2", "2012") == day("2012-02-29")


@pytest.mark.parametrize(("typed", "expected"), [("7", 7), (" 007 ", 7), ("999999", 999_999), ("", None), ("-1", None)])
def test_a_number_is_read_or_refused(typed: str, expected: int | None) -> None:
    assert dates.read_number(typed) == expected


@pytest.mark.parametrize("typed", ["1e3", "1.5", "seven", "1" * 5000, "\u00bd"])
def test_what_is_no_whole_number_is_none(typed: str) -> None:
    assert dates.read_number(typed) is None


def test_a_date_is_written_for_a_reader() -> None:
    assert dates.write_date(day("2026-11-22"), "J F M A M J J A S O November D") == "22 November 2026"
