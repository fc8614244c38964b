"""What ``when`` and ``given`` say, as values: ``young = yes and account in (work, personal)``, and when they are so.

A condition always has an answer and no side effects. A comparison with something not known is never so. Order (<)
follows the verdict ladder, or the ranges of a date or a number from the lowest to the highest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from macros.problems import Place

Sign = Literal["=", "!=", "<", "<=", ">", ">="]
Order = Mapping[str, Mapping[str, int]]

ORDERED: dict[str, Callable[[int, int], bool]] = {
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}


@dataclass(frozen=True)
class Compare:
    """A fact held against one value or several. ``places`` says where the fact stands, then each value."""

    fact: str
    sign: Sign | Literal["in", "not in"]
    values: tuple[str, ...]
    places: tuple[Place, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Both:
    """Conditions that must all be so. Of none at all, that is always so."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Either:
    """Conditions of which one must be so."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """A condition that must not be so."""

    inner: Condition


Condition = Compare | Both | Either | Not


def comparisons(condition: Condition) -> Iterator[Compare]:
    """Every comparison inside a condition, from left to right."""
    if isinstance(condition, Compare):
        yield condition
    else:
        for part in (condition.inner,) if isinstance(condition, Not) else condition.parts:
            yield from comparisons(part)


def holds(condition: Condition, known: Mapping[str, str], order: Order) -> bool:
    """Whether a condition is so, given what is known. Total: it always answers."""
    if isinstance(condition, Both):
        return all(holds(part, known, order) for part in condition.parts)
    if isinstance(condition, Either):
        return any(holds(part, known, order) for part in condition.parts)
    if isinstance(condition, Not):
        return not holds(condition.inner, known, order)
    return condition.fact in known and known[condition.fact] in allowed(condition, order, {known[condition.fact]})


def allowed(compare: Compare, order: Order, values: set[str]) -> set[str]:
    """Those of the possible values of a fact for which the comparison is so."""
    if compare.sign in ("=", "in"):
        return values & set(compare.values)
    if compare.sign in ("!=", "not in"):
        return values - set(compare.values)
    ranks = order.get(compare.fact, {})
    test = ORDERED[compare.sign]
    limit = ranks.get(compare.values[0])
    return set() if limit is None else {value for value in values if value in ranks and test(ranks[value], limit)}
