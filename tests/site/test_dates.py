"""Exact dates, with "today" held still: birthdays, two years, 29 February, and dates that are none."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from tests.site.reader import Reader

ONCE_WORKED_WITH = ("personal", "adult", "earlier")
PICTURE = ("ours", "young-only")


def says_today(reader: Reader, today: str) -> None:
    """From now on the reader's device says that it is noon of this day."""
    reader.page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{today}T12:00"))


@pytest.fixture
def careful_reader(reader: Reader) -> Reader:
    """Somebody with Python in the page of the friend request, who stands before its first question."""
    reader.opens_with_python("friend-request")
    return reader


def test_thirteen_from_the_birthday_on(reader: Reader) -> None:
    reader.opens_with_python("old-enough")
    for today, born, is_thirteen in (
        ("2026-11-22", ("22", "11", "2013"), True),  # today
        ("2026-11-22", ("23", "11", "2013"), False),  # tomorrow
        ("2025-02-28", ("29", "2", "2012"), False),  # born on 29 February: 13 on 1 March
        ("2025-03-01", ("29", "2", "2012"), True),
        ("2026-11-22", ("22", "11", "2026"), False),  # born today
    ):
        says_today(reader, today)
        reader.types_date(*born)
        if is_thirteen:
            reader.is_asked("site")
        else:
            reader.is_told("no")
        reader.starts_again()
        reader.is_asked("age")


def test_sixteen_from_the_birthday_on(reader: Reader) -> None:
    reader.opens_with_python("post-photo-video")
    for today, born, asked in (
        ("2026-11-23", ("23", "11", "2010"), "own"),  # today: consents for themselves
        ("2026-11-22", ("23", "11", "2010"), "parents"),  # tomorrow
        ("2024-02-29", ("29", "2", "2008"), "own"),
        ("2024-02-28", ("29", "2", "2008"), "parents"),
    ):
        says_today(reader, today)
        reader.gives(*PICTURE)
        reader.types_date(*born)
        reader.is_asked(asked)
        reader.starts_again()
        reader.is_asked("contents")


def test_two_years_end_after_the_day_itself(careful_reader: Reader) -> None:
    for today, worked, until in (
        ("2026-11-21", ("21", "11", "2024"), "21 November 2026"),  # exactly two years: still no on that day
        ("2026-11-22", ("21", "11", "2024"), ""),
        ("2026-02-28", ("29", "2", "2024"), "1 March 2026"),
        ("2026-03-01", ("29", "2", "2024"), "1 March 2026"),
        ("2026-03-02", ("29", "2", "2024"), ""),
    ):
        says_today(careful_reader, today)
        careful_reader.gives(*ONCE_WORKED_WITH)
        careful_reader.types_date(*worked)
        careful_reader.is_told("no" if until else "yes-if")
        expect(careful_reader.page.locator(".dt-until:visible")).to_contain_text([f"end on {until}."] if until else [])
        careful_reader.starts_again()
        careful_reader.is_asked("request")


def test_without_an_exact_date_the_answer_says_how_to_count(careful_reader: Reader) -> None:
    careful_reader.gives(*ONCE_WORKED_WITH, "recent")
    careful_reader.is_told("no")
    careful_reader.reads("count 2 years on")


def test_an_exact_date_is_known_after_back_but_forgotten_for_a_range(careful_reader: Reader) -> None:
    says_today(careful_reader, "2026-11-21")
    careful_reader.gives(*ONCE_WORKED_WITH)
    careful_reader.types_date("1", "6", "2025")
    careful_reader.reads("1 June 2027")
    careful_reader.page.go_back()
    careful_reader.is_asked("years")
    careful_reader.page.go_forward()
    careful_reader.reads("1 June 2027")
    careful_reader.changes("years")
    careful_reader.gives("recent")
    careful_reader.reads("count 2 years on")
    assert "2025" not in str(careful_reader.noted())


def test_a_date_that_is_none_is_told_beside_its_fields(careful_reader: Reader) -> None:
    says_today(careful_reader, "2026-11-22")
    careful_reader.gives(*ONCE_WORKED_WITH)
    for typed, words in (
        (("", "", ""), "Give a day, a month and a year"),
        (("31", "4", "2012"), "There is no such day"),
        (("29", "2", "2011"), "There is no such day"),
        (("x", "2", "2011"), "Give a day, a month and a year"),
        (("1", "2", "11"), "with four digits"),
        (("23", "11", "2026"), "That day has not come yet"),
    ):
        careful_reader.types_date(*typed)
        problem = careful_reader.page.locator(".dt-problem:visible")
        expect(problem).to_contain_text(words)
        careful_reader.is_asked("years")
        expect(careful_reader.focused).to_have_attribute("name", "day")
        expect(careful_reader.focused).to_have_accessible_description(problem.inner_text())
        for part, before in zip(("day", "month", "year"), typed, strict=True):
            expect(careful_reader.page.locator(f"[name={part}]")).to_have_value(before)
    careful_reader.types_date("1", "2", "2011")
    careful_reader.is_told("yes-if")
