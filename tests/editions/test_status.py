"""What every page says of its edition, in words and in days to compare with; and the review in anybody's calendar."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.editions.calendar_file import NAME, calendar, fold, write_calendar
from macros.editions.status import due_days, first_day, status
from macros.problems import Place
from macros.project import load
from macros.register import DRAFT, Edition

WORDS = load(Path(__file__).parents[2]).words
PLACE = Place("mkdocs.yml")
FIRST = Edition("2024-01", PLACE, {"reviewed": "2024-01", "review-due": "2025-01"})
SECOND = Edition(
    "2026-12", PLACE, {"reviewed": "2026-11-15", "review-due": "2027-11-15", "in-force": "2026-12"}, "board"
)
BOTH = (SECOND, FIRST)


def test_an_edition_tells_the_days_that_are_known() -> None:
    told = status(BOTH, "2026-12", {"policy_owner": "the project manager"}, WORDS)
    assert told["name"] == "Edition 2026-12"
    assert told["in_force"] == "in force from December 2026"
    assert told["reviewed"] == "last reviewed 15 November 2026"
    assert told["review_due"] == "next review 15 November 2027"
    assert told["from"] == "2026-12-01"
    assert told["overdue_words"] == "The review is overdue. Ask the project manager whether this still holds."


def test_what_is_not_known_is_not_said() -> None:
    told = status(BOTH, "2024-01", {}, WORDS)
    assert (told["in_force"], told["from"], told["future_words"]) == ("", "", "")
    assert "your line manager" in told["overdue_words"]


def test_a_draft_shows_the_days_of_the_newest_edition_but_is_in_force_at_no_time() -> None:
    told = status(BOTH, DRAFT, {}, WORDS)
    assert (told["is_draft"], told["in_force"], told["from"]) == (True, "", "")
    assert told["reviewed"] == "the edition in force: last reviewed 15 November 2026"
    assert "the edition in force is overdue. Ask your line manager" in told["overdue_words"]
    assert (
        "Follow the edition that is; if you do not have it, ask your line manager or the Tarner worker you know."
        in told["draft_words"]
    )


def test_without_a_register_nothing_is_due() -> None:
    assert (status((), DRAFT, {}, WORDS)["due"], status((), DRAFT, {}, WORDS)["reviewed"]) == ("", "")


@pytest.mark.parametrize(
    ("due", "soon", "last"),
    [
        ("2025-01", "2025-01-01", "2025-01-31"),
        ("2024-02", "2024-01-30", "2024-02-29"),
        ("2027-11-15", "2027-10-16", "2027-11-15"),
    ],
)
def test_a_review_is_due_soon_thirty_days_ahead_and_overdue_the_day_after(due: str, soon: str, last: str) -> None:
    assert due_days(due) == {"soon": soon, "due": last}


def test_a_month_begins_on_its_first_day() -> None:
    assert (first_day("2024-01"), first_day("2024-01-15"), first_day("")) == ("2024-01-01", "2024-01-15", "")


def lines(due: str, title: str = "Social Media Policy") -> list[str]:
    edition = {"number": "2024-01", "reviewed": "2024-01", "review-due": due}
    return list(calendar(edition, title, "https://example.org/policy/2024-01/", WORDS))


def test_the_calendar_has_the_day_or_the_whole_month() -> None:
    assert {"DTSTART;VALUE=DATE:20250101", "DTEND;VALUE=DATE:20250201"} < {*lines("2025-01")}
    assert {"DTSTART;VALUE=DATE:20271115", "DTEND;VALUE=DATE:20271116"} < {*lines("2027-11-15")}
    assert {"UID:review-2024-01-2025-01@example.org", "DTSTAMP:20240101T000000Z", "TRIGGER:-P30D"} < {*lines("2025-01")}


def test_what_a_calendar_reads_as_a_mark_is_escaped() -> None:
    assert "SUMMARY:The review of “A\\, B\\; C\\\\D” is due" in lines("2025-01", "A, B;\nC\\D".replace("\n", " "))


def test_long_lines_are_folded_between_letters() -> None:
    folded = list(fold("SUMMARY:" + "é" * 100))
    assert all(len(line.encode()) <= 75 for line in folded)
    assert "".join([folded[0], *(line.removeprefix(" ") for line in folded[1:])]) == "SUMMARY:" + "é" * 100


def test_the_file_ends_its_lines_as_calendars_want_and_is_left_out_where_nothing_is_due(tmp_path: Path) -> None:
    edition = {"number": DRAFT, "reviewed": "", "review-due": ""}
    write_calendar(tmp_path, edition, "A", "", WORDS)
    assert not (tmp_path / NAME).exists()
    write_calendar(tmp_path, {**edition, "review-due": "2025-01"}, "A", "", WORDS)
    content = (tmp_path / NAME).read_bytes()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
