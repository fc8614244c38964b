"""Reads from ``counts_as`` in mkdocs.yml which roles have another's duties too: ``volunteer: worker by R1``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from macros.clauses.duty_lists import EVERYONE, NOBODY, CountsAs
from macros.clauses.model import ROLES
from macros.problems import Place, Problem, did_you_mean
from macros.trees.yaml_values import Mapped, Scalar

KEY, READINGS = "counts_as", "docs/how-we-read-this.md"
ANCHOR = re.compile(r"\{:? *#(r[0-9]+)\b")
WRITTEN = re.compile(r"(?P<role>.+?)(?: +by +(?P<reading>\S+))?")
FORM = 'Write it like: "volunteer: worker by R1", or "youth worker: worker" where the word itself says so.'
PEOPLE = tuple(role for role in ROLES if role not in (EVERYONE, NOBODY))


def readings_in(page: str) -> frozenset[str]:
    """The names of our readings: R1 for a heading with the id r1."""
    return frozenset(found.upper() for found in ANCHOR.findall(page))


def read_counting(
    path: str, extra: Mapped | None, readings: Collection[str]
) -> tuple[dict[str, CountsAs], tuple[Problem, ...]]:
    """What is said, and all that is wrong with it. What is wrong does not count."""
    value = extra.entries.get(KEY) if extra else None
    if extra is None or value is None or (isinstance(value, Scalar) and not value.text):
        return {}, ()
    if not isinstance(value, Mapped):
        return {}, (Problem(value.place, "wrong-counting", f'"{KEY}" names no role.', FORM),)
    counting: dict[str, CountsAs] = {}
    problems: list[Problem] = []
    for role, entry in value.entries.items():
        written = WRITTEN.fullmatch(entry.text.strip()) if isinstance(entry, Scalar) else None
        one = CountsAs(written["role"], written["reading"] or "") if written else CountsAs("")
        found = list(faults_of(path, role, value.keys[role], one, entry.place, readings))
        problems += found
        if not found:
            counting[role] = one
    return counting, tuple(problems)


def faults_of(  # noqa: PLR0913, PLR0917 - a fault is told at the role, or at what it counts as
    path: str, role: str, at: Place, one: CountsAs, place: Place, readings: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with one line."""
    for name, where in ((role, at), (one.role, place)):
        if name not in PEOPLE:
            fix = did_you_mean(name, PEOPLE) or FORM
            what = f'"{name}" is not a role that somebody has.' if name else "Here no role is named."
            yield Problem(where, "wrong-counting", what, fix)
    if one.role == role:
        yield Problem(place, "wrong-counting", f'"{role}" counts as itself.', f"Take this line out of {path}.")
    if one.reading and one.reading not in readings:
        fix = did_you_mean(one.reading, readings) or f"Give it a heading in {READINGS}, or name one that is there."
        yield Problem(place, "wrong-counting", f'There is no reading "{one.reading}" in {READINGS}.', fix)
