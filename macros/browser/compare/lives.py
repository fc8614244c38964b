"""Tells the life of each clause: in which edition it appeared, and where it changed since, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .clauses import ClauseChange, compare_clauses

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Step:
    """What became of a clause in an edition; ``whys`` are the reasons that the register of editions gives for it."""

    edition: str
    change: ClauseChange
    whys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Life:
    """A clause from edition to edition: where it appeared, and each change since, the oldest first."""

    since: str
    steps: tuple[Step, ...] = ()


def lives(policies: Sequence[Json]) -> dict[str, Life]:
    """The life of every clause of the last of these policies, by its id. They must be all there are, oldest first."""
    known: dict[str, Life] = {}
    for policy, changes in told_apart(policies):
        number = policy["edition"]["number"]
        by_id = {change.new["id"]: change for change in changes if change.new}
        now: dict[str, Life] = {}
        for clause in policy["clauses"]:
            change = by_id.get(clause["id"])
            before = known.get(change.old["id"] if change and change.old else clause["id"])
            steps = before.steps if before else ()
            if change and before:
                steps = (*steps, Step(number, change, tuple(reasons(policy, change))))
            now[clause["id"]] = Life(before.since if before else number, steps)
        known = now
    return known


def told_apart(policies: Sequence[Json]) -> Iterator[tuple[Json, tuple[ClauseChange, ...]]]:
    """Each policy with what changed in it since the one before."""
    yield from ((policy, ()) for policy in policies[:1])
    yield from ((new, compare_clauses(old, new)) for old, new in pairwise(policies))


def reasons(policy: Json, change: ClauseChange) -> Iterable[str]:
    """What the register says of an edition about this clause, by the number it had before or has now."""
    numbers = {side["number"] for side in (change.old, change.new) if side}
    own = policy["edition"]["number"]
    for edition in policy["editions"]:
        if edition["number"] == own:
            yield from (note["why"] or note["what"] for note in edition["changes"] if numbers & {*note["clauses"]})
