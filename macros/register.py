"""The register of editions: when each was adopted and reviewed, by whom, and what changed in it, from mkdocs.yml.

It stands under ``extra.editions``, the newest first. The working copy is the draft of the next edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from macros.problems import Place, Problem
from macros.trees.fields import Fields
from macros.trees.model import Text
from macros.trees.yaml_values import Mapped, Reading, Value

DRAFT = "draft"
# A month, or a day where an edition was adopted on one. Editions sort by their text, so the year comes first.
DAY = re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?")
KEYS = ("adopted", "reviewed", "review-due", "in-force", "approved-by", "changes")
DAYS = ("adopted", "reviewed", "review-due", "in-force")
# The parameters that the policy's own text shows these days by.
SHOWN = {"reviewed": "reviewed", "next_review": "review-due"}


@dataclass(frozen=True)
class Note:
    """One line about an edition: what changed and why, and the clauses it is about, by number."""

    what: str
    why: str = ""
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edition:
    """The policy as adopted on a date. A day is ``2024-01`` or ``2024-01-15``; "" is not known, and nobody guesses."""

    number: str
    place: Place
    days: Mapping[str, str] = field(default_factory=dict)
    approved_by: str = ""
    changes: tuple[Note, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The edition as policy.json has it."""
        notes = [{"what": note.what, "why": note.why, "clauses": list(note.clauses)} for note in self.changes]
        days = {key: self.days.get(key, "") for key in DAYS}
        return {"number": self.number, **days, "approved-by": self.approved_by, "changes": notes}


def read_register(path: str, extra: Mapped | None) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """The editions named under ``extra``, and all that is wrong with what is said of them."""
    value = extra.entries.get("editions") if extra else None
    if extra is None or value is None:
        return (), ()
    reading = Reading(path)
    if not isinstance(value, Mapped):
        fix = "Write the number of each edition, with its keys below it."
        reading.fault(value.place, "wrong-edition", '"editions" names no edition.', fix)
        return (), tuple(reading.problems)
    editions = tuple(
        read_edition(reading, number, value.keys[number], inner) for number, inner in value.entries.items()
    )
    found = [*reading.problems, *out_of_order(editions), *said_twice(extra, editions)]
    return editions, tuple(found)


def read_edition(reading: Reading, number: str, place: Place, value: Value) -> Edition:
    """One edition."""
    if not is_day(number):
        fix = "Write the month it was adopted in, or the day: 2024-01 or 2024-01-15. So editions sort rightly."
        reading.fault(place, "wrong-edition", f'"{number}" is no number of an edition.', fix)
    fields = Fields(reading, value, f"Edition {number}", KEYS, {}, place=place)
    for key in ("reviewed", "review-due"):
        fields.require(key, f'Add a line "{key}: 2024-01".')
    days = {key: day for key in DAYS if (day := read_day(reading, key, fields.text(key)))}
    notes = tuple(read_note(reading, inner) for inner in fields.entries("changes"))
    return Edition(number, place, days, fields.line("approved-by"), notes)


def read_day(reading: Reading, key: str, text: Text | None) -> str:
    """A month or a day, or nothing."""
    if text and not is_day(text.text):
        reading.fault(text.place, "wrong-edition", f'"{key}" is "{text}".', "Write it as 2024-01 or 2024-01-15.")
    return text.text if text and is_day(text.text) else ""


def is_day(text: str) -> bool:
    """Whether a text is a month or a day that the calendar has."""
    found = DAY.fullmatch(text)
    try:
        return bool(found and date(int(found["year"]), int(found["month"]), int(found["day"] or 1)))
    except ValueError:
        return False


def read_note(reading: Reading, value: Value) -> Note:
    """One line about what changed."""
    fields = Fields(reading, value, "A change of an edition", ("what", "why", "clauses"), {})
    return Note(fields.line("what", required=True), fields.line("why"), tuple(map(str, fields.list("clauses"))))


def out_of_order(editions: Sequence[Edition]) -> Iterator[Problem]:
    """The newest stands first, so that a change at the top is the change that comes next."""
    for newer, older in pairwise(edition for edition in editions if is_day(edition.number)):
        if newer.number <= older.number:
            what = f"Edition {older.number} stands below {newer.number}, which is not newer."
            yield Problem(older.place, "wrong-edition", what, "Let the newest edition stand first.")


def said_twice(extra: Mapped, editions: Sequence[Edition]) -> Iterator[Problem]:
    """A day of the register that stands beside it once more."""
    for name in SHOWN if editions else ():
        if name in extra.entries:
            what = f'"{name}" is already known from the newest edition, under "editions".'
            yield Problem(extra.keys[name], "wrong-edition", what, "Take this line out.")


def in_words(day: str, months: str) -> str:
    """``January 2024`` or ``15 January 2024``; ``months`` is the twelve names, separated by spaces."""
    found = DAY.fullmatch(day)
    if not found:
        return ""
    names = months.split() or [""] * 12
    words = [str(int(found["day"])) if found["day"] else "", names[int(found["month"]) - 1], found["year"]]
    return " ".join(word for word in words if word)


def parameters_of(editions: Sequence[Edition], months: str) -> dict[str, str]:
    """What the policy's own text says of its reviews: those of the newest edition."""
    return {
        name: in_words(edition.days.get(key, ""), months) for edition in editions[:1] for name, key in SHOWN.items()
    }
