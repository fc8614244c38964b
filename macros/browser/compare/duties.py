"""Compares whom a clause binds and how strongly: the change that nobody must overlook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from .words import likeness, plain

Json = Mapping[str, Any]
Kind = Literal["turned", "raised", "lowered", "changed", "dropped", "added", "alongside", "reworded"]

# How strongly a force asks for something, and how strongly it asks to leave it. "May" asks for neither.
ASKS = {"may": 0, "encouraged": 1, "advised": 1, "asked": 2, "should": 3, "instruction": 3, "must": 4}
FORBIDS = {"may": 0, "may only": 1, "should not": 3, "must not": 4}
# The loudest first. The last two leave the force as it was.
ORDER: tuple[Kind, ...] = ("turned", "raised", "lowered", "changed", "dropped", "added", "alongside", "reworded")
OF_FORCE = ORDER[:6]
ALIKE = 0.5  # Below this, two duties of one role are two different duties.


@dataclass(frozen=True)
class Duty:
    """What one role has to do: one duty of a clause, told for each role that it names."""

    role: str
    alongside: tuple[str, ...]
    force: str
    what: str


@dataclass(frozen=True)
class DutyChange:
    """A duty that changed, for all roles alike that it names. Where it was added or dropped, one side is None."""

    kind: Kind
    roles: tuple[str, ...]
    old: Duty | None
    new: Duty | None


def compare_duties(old: Iterable[Json], new: Iterable[Json]) -> tuple[DutyChange, ...]:
    """Every change in the duties of one clause, the loudest first."""
    before, after = read_duties(old), read_duties(new)
    roles = dict.fromkeys(duty.role for duty in [*before, *after])
    found = [change for role in roles for change in of_role(role, before, after)]
    return tuple(sorted(together(found), key=lambda change: ORDER.index(change.kind)))


def read_duties(duties: Iterable[Json]) -> list[Duty]:
    """The duties of a clause, role by role."""
    return [Duty(role, tuple(duty["with"]), duty["force"], duty["what"]) for duty in duties for role in duty["who"]]


def of_role(role: str, before: Iterable[Duty], after: Iterable[Duty]) -> Iterator[DutyChange]:
    """What changed for one role."""
    gone = [duty for duty in before if duty.role == role]
    come = [duty for duty in after if duty.role == role]
    for old, new in list(matched(gone, come)):
        gone.remove(old)
        come.remove(new)
        if kind := how(old, new):
            yield DutyChange(kind, (role,), old, new)
    yield from (DutyChange("dropped", (role,), duty, None) for duty in gone)
    yield from (DutyChange("added", (role,), None, duty) for duty in come)


def matched(gone: Sequence[Duty], come: Sequence[Duty]) -> Iterator[tuple[Duty, Duty]]:
    """Which duty became which: those that say the same first, then the most alike."""
    pairs = [(nearness(old, new), -at, -to) for at, old in enumerate(gone) for to, new in enumerate(come)]
    used: set[tuple[str, int]] = set()
    for (near, _), at, to in sorted(pairs, reverse=True):
        if near >= ALIKE and not {("old", at), ("new", to)} & used:
            used |= {("old", at), ("new", to)}
            yield gone[-at], come[-to]


def nearness(old: Duty, new: Duty) -> tuple[float, bool]:
    """How alike two duties are: by what is to be done, and where that is equal, by their force."""
    return likeness(old.what, new.what), old.force == new.force


def how(old: Duty, new: Duty) -> Kind | None:
    """What became of a duty."""
    if old.force != new.force:
        return how_strongly(old.force, new.force)
    if old.alongside != new.alongside:
        return "alongside"
    return None if plain(old.what) == plain(new.what) else "reworded"


def how_strongly(old: str, new: str) -> Kind:
    """Whether a force was raised or lowered. From asking to forbidding, or back, it was turned round."""
    for ladder in (ASKS, FORBIDS):
        if old in ladder and new in ladder:
            step = ladder[new] - ladder[old]
            return "raised" if step > 0 else "lowered" if step < 0 else "changed"
    return "turned"


def together(changes: Iterable[DutyChange]) -> list[DutyChange]:
    """Changes that are the same for several roles, told once."""
    found: dict[tuple[object, ...], DutyChange] = {}
    for change in changes:
        key = (change.kind, said(change.old), said(change.new))
        roles = (*found[key].roles, *change.roles) if key in found else change.roles
        found[key] = DutyChange(change.kind, roles, change.old, change.new)
    return list(found.values())


def said(duty: Duty | None) -> tuple[object, ...] | None:
    """A duty without its role."""
    return (duty.alongside, duty.force, duty.what) if duty else None
