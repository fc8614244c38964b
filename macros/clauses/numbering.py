"""Proves that numbers and ids are what people can rely on: each once, none missing, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from macros.clauses.model import Clause, ClauseNumber
from macros.clauses.piece import Piece
from macros.problems import Problem

TOMBSTONE = 'Put it back; if it was repealed, keep its heading: ## {0} Repealed {{: #its-old-id kind="repealed" }}.'


def check_numbers(clauses: Sequence[Clause]) -> Iterator[Problem]:
    """Faults of the numbers of a whole policy, its clauses given as they stand on the pages."""
    yield from _duplicates(clauses)
    for _, page in groupby(clauses, key=lambda clause: clause.page):
        yield from _out_of_order(page)
    first = sorted({clause.number: clause for clause in reversed(clauses)}.values(), key=lambda clause: clause.number)
    yield from _missing(first)
    yield from _missing_sections([clause for clause in first if not clause.number.is_ours])


def check_ids(ids: Iterable[Piece]) -> Iterator[Problem]:
    """An id is a promise to every link: no two headings of the policy may share one."""
    seen: dict[str, Piece] = {}
    for name in ids:
        before = seen.setdefault(name.text, name)
        if before is not name:
            what = f'The id "{name.text}" is used twice, first at {before.place}.'
            yield Problem(name.place, "duplicate-id", what, "Give the newer heading another one.")


def _duplicates(clauses: Iterable[Clause]) -> Iterator[Problem]:
    seen: dict[str, Clause] = {}
    for clause in clauses:
        before = seen.setdefault(clause.number, clause)
        if before is not clause:
            what = f"There are two clauses {clause.number}, the first at {before.place}."
            yield Problem(clause.place, "duplicate-number", what, "Give the newer one the next free number.")


def _out_of_order(page: Iterable[Clause]) -> Iterator[Problem]:
    for before, clause in pairwise(page):
        if clause.number < before.number:
            what = f"Clause {clause.number} stands after clause {before.number}."
            yield Problem(clause.place, "number-out-of-order", what, "Move it to its place, or correct its number.")


def _missing(clauses: Iterable[Clause]) -> Iterator[Problem]:
    """Gaps in each section, which begins at 1: a number is never taken out."""
    for _, section in groupby(clauses, key=lambda clause: clause.number.section):
        before = 0
        for clause in section:
            if clause.number.step > before + 1:
                yield _gap(clause, before + 1, clause.number.step - 1)
            before = clause.number.step


def _gap(clause: Clause, start: int, stop: int) -> Problem:
    stem = str(clause.number)[: -len(str(clause.number.step))]
    first, last = ClauseNumber(f"{stem}{start}"), ClauseNumber(f"{stem}{stop}")
    missing = f"Clause {first} is" if first == last else f"Clauses {first} to {last} are"
    what = f"{missing} missing before {clause.number}."
    return Problem(clause.place, "missing-number", what, TOMBSTONE.format(first))


def _missing_sections(clauses: Iterable[Clause]) -> Iterator[Problem]:
    before = 0
    for clause in clauses:
        section = int(clause.number.section)
        if section > before + 1:
            first, last = before + 1, section - 1
            missing = f"Section {first} is" if first == last else f"Sections {first} to {last} are"
            what = f"{missing} missing before {clause.number}."
            yield Problem(clause.place, "missing-section", what, TOMBSTONE.format(f"{first}.1"))
        before = section
