"""Reads what is kept beside the trees: the clauses no answer needs to cite, the slips that do no harm, the reviews.

Nothing in these files can be a fault: a writer with only a web page must never be locked out by one. It is advice in
`policy check`, and a release waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from macros.problems import Place, Problem
from macros.trees.model import Text
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar, Value

RECORDS, LEDGER = "decision_trees/records", "decision_trees/ledger"
WAIVED, HARMLESS, REVIEWED = f"{RECORDS}/waived.yml", f"{RECORDS}/mutants.yml", f"{RECORDS}/reviewed"
# Advice while a policy is being written; a release is refused while one of these is told.
REFUSED_AT_RELEASE = ("uncited-clause", "stale-ledger", "never-reviewed", "clause-changed", "changed-since-review")


@dataclass(frozen=True)
class Review:
    """That somebody held a tree against its clauses: when, in which role, and how tree and clauses then read."""

    on: str
    by: str
    tree: str
    clauses: Mapping[str, str]
    place: Place


@dataclass(frozen=True)
class Records:
    """All that is kept: reasons by clause, reasons by tree and slip, reviews by tree, ledgers by tree."""

    waived: Mapping[str, Text] = field(default_factory=dict)
    harmless: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    ledgers: Mapping[str, str] = field(default_factory=dict)


def read_records(texts: Mapping[str, str], today: date | None = None) -> tuple[Records, tuple[Problem, ...]]:
    """The records, from the texts of all files in both folders by their paths."""
    told: list[Problem] = []
    today = today or date.today()  # noqa: DTZ011 - the day where the records are read
    waived = reasons(read_mapping(WAIVED, texts.get(WAIVED, ""), told), told)
    harmless = {
        tree: reasons(mapped(inner, told), told)
        for tree, inner in read_mapping(HARMLESS, texts.get(HARMLESS, ""), told).entries.items()
    }
    reviews = {
        stem(path): review
        for path, text in texts.items()
        if path.startswith(f"{REVIEWED}/") and (review := read_review(path, text, told, today))
    }
    written = {stem(path): text for path, text in texts.items() if path.startswith(f"{LEDGER}/")}
    return Records(waived, harmless, reviews, written), tuple(told)


def stem(path: str) -> str:
    """The name of a file without folder and ending."""
    return path.rsplit("/", 1)[-1].rpartition(".")[0]


def read_mapping(path: str, text: str, told: list[Problem]) -> Mapped:
    """A file of names with values; nothing where it cannot be read, or is empty."""
    value, problems = read_yaml(path, text)
    told += [replace(problem, level="advice") for problem in problems]
    return mapped(value, told) if value else Mapped({}, {}, Place(path))


def mapped(value: Value, told: list[Problem]) -> Mapped:
    """A value that must be names with values."""
    if isinstance(value, Mapped):
        return value
    fix = "Write each as name: value, on its own line."
    told.append(wrong(value.place, "Names with values should stand here.", fix))
    return Mapped({}, {}, value.place)


def reasons(value: Mapped, told: list[Problem]) -> dict[str, Text]:
    """Names with a reason each. The place of a reason is that of its name."""
    found: dict[str, Text] = {}
    for name, reason in value.entries.items():
        text = " ".join(reason.text.split()) if isinstance(reason, Scalar) else ""
        if text:
            found[name] = Text(text, value.keys[name])
        else:
            what = f'"{name}" stands here without a reason.'
            told.append(wrong(value.keys[name], what, "Write one sentence behind the colon, or take the line out."))
    return found


def wrong(place: Place, what: str, fix: str) -> Problem:
    """A record that does not say what it should."""
    return Problem(place, "wrong-record", what, fix, "advice")


def read_review(path: str, text: str, told: list[Problem], today: date) -> Review | None:
    """The record of a review, as `policy reviewed` writes it."""
    value = read_mapping(path, text, told)
    clauses = value.entries.get("clauses")
    told_of = {name: inner.text for name, inner in value.entries.items() if isinstance(inner, Scalar)}
    if not all(told_of.get(key) for key in ("on", "by", "tree")) or not isinstance(clauses, Mapped):
        what = "This is no record of a review."
        told.append(wrong(Place(path), what, "Take the file out, and record the review with `policy reviewed`."))
        return None
    if mistake := wrong_day(told_of["on"], today):
        told.append(wrong(Place(path), mistake, "Write the day of the review, as in 2026-11-23."))
        return None
    hashes = {number: inner.text for number, inner in clauses.entries.items() if isinstance(inner, Scalar)}
    return Review(told_of["on"], told_of["by"], told_of["tree"], hashes, Place(path))


def wrong_day(on: str, today: date) -> str:
    """What is wrong with the day of a review. Tomorrow is fine: it is that day already somewhere on earth."""
    try:
        day = date.fromisoformat(on)
    except ValueError:
        return f'"{on}" is no day.'
    if str(day) != on:  # Python takes 20261123 and 2026-W48-1 too.
        return f'"{on}" is not how a day is written here.'
    return f"A review on {on} is in the future." if day - timedelta(days=1) > today else ""


def in_a_row(names: Sequence[str], what: str, joint: str = "and", most: int = 20) -> str:
    """``tree a``, or ``trees a, b and c``; a very long row is cut short."""
    shown = list(names) if len(names) <= most else [*names[:most], f"{len(names) - most:,} more"]
    row = f"{', '.join(shown[:-1])} {joint} {shown[-1]}" if len(shown) > 1 else shown[0]
    return f"{what}{'s' if what and len(shown) > 1 else ''} {row}".strip()
