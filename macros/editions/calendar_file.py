"""Writes next-review.ics: the day of the next review, for anybody's calendar. The form is RFC 5545's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from macros.editions.status import first_day, last_day

NAME = "next-review.ics"
LONGEST = 75  # octets of a line
REMINDER = "-P30D"  # thirty days before


def write_calendar(
    folder: Path, edition: Mapping[str, str], title: str, address: str, words: Mapping[str, str]
) -> None:
    """Put the file into an edition's folder, if a review is due at all."""
    if edition["review-due"]:
        text = "".join(f"{line}\r\n" for line in calendar(edition, title, address, words))
        (folder / NAME).write_bytes(text.encode())


def calendar(edition: Mapping[str, str], title: str, address: str, words: Mapping[str, str]) -> Iterator[str]:
    """The lines of the file. Of a month, the whole month is the day."""
    due = edition["review-due"]
    first = date.fromisoformat(first_day(due))
    after = date.fromisoformat(last_day(due)) + timedelta(days=1)
    # When it was written: the review before, so that the same edition always makes the same file.
    stamp = f"{digits(first_day(edition['reviewed'] or due))}T000000Z"
    said = escape(words["calendar.due"].format(title=title))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Askable Policy//EN",
        "BEGIN:VEVENT",
        f"UID:review-{edition['number']}-{due}@{host_of(address)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{digits(first.isoformat())}",
        f"DTEND;VALUE=DATE:{digits(after.isoformat())}",
        f"SUMMARY:{said}",
        f"URL:{address}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{said}",
        f"TRIGGER:{REMINDER}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    for line in lines:
        yield from fold(line)


def digits(day: str) -> str:
    """``20250131``."""
    return day.replace("-", "")


def host_of(address: str) -> str:
    """The host of an address, which makes an event's name its own in the world."""
    return address.partition("://")[2].partition("/")[0].partition(":")[0] or "policy.invalid"


def escape(text: str) -> str:
    """Text as it may stand in a property."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def fold(line: str) -> Iterator[str]:
    """A line in pieces of 75 octets at most, each after the first behind a space. No letter is cut in two."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST:
            yield piece
            piece = " "
        piece += letter
    yield piece
