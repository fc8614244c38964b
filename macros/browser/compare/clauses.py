"""Compares the clauses of two policy.json. A clause is known by its id, so a renumbered one is seen as the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .duties import OF_FORCE, DutyChange, compare_duties
from .words import Piece, compare_words, is_editorial, likeness, plain

Json = Mapping[str, Any]
Kind = Literal[
    "force", "added", "removed", "repealed", "restored", "reworded", "kind", "renamed", "moved", "renumbered",
    "editorial", "notes",
]  # fmt: skip

# The loudest first. What stands before "moved" makes another rule, or breaks links; the rest does not.
ORDER: tuple[Kind, ...] = (
    "force", "added", "removed", "repealed", "restored", "reworded", "kind", "renamed", "moved", "renumbered",
    "editorial", "notes",
)  # fmt: skip
SUBSTANTIVE = ORDER[:7]
STRENGTH = re.compile(r"\b(must|shall|should|may|can|encouraged|advised|asked|never|always|only|not)\b", re.IGNORECASE)
ALIKE = 0.6  # Two clauses of one number and other ids are one clause renamed if so much of their words is the same.


@dataclass(frozen=True)
class ClauseChange:
    """A clause that changed, in one way or in several at once; ``kinds`` has the loudest first.

    ``heading`` and ``text`` show the words, where these changed; ``text`` has a row of pieces for each paragraph.
    ``unsaid`` names words of strength (must, may, not) that came or went while no duty of the clause changed its force:
    somebody should look whether one was forgotten. ``by_parameter`` says that the writer's own words stayed as they
    were, and only a name or a number in them changed.
    """

    id: str
    number: str
    kinds: tuple[Kind, ...]
    old: Json | None
    new: Json | None
    duties: tuple[DutyChange, ...] = ()
    heading: tuple[Piece, ...] = ()
    text: tuple[tuple[Piece, ...], ...] = ()
    unsaid: tuple[str, ...] = ()
    by_parameter: bool = False

    @property
    def is_substantive(self) -> bool:
        """Whether the rule itself may be another."""
        return any(kind in SUBSTANTIVE for kind in self.kinds)


def compare_clauses(old: Json, new: Json) -> tuple[ClauseChange, ...]:
    """Every clause that changed between two policies, the loudest first, then in the order of the policy."""
    pairs = list(match_clauses(old["clauses"], new["clauses"]))
    found = [change for before, after in pairs if (change := compare_clause(before, after))]
    return tuple(sorted(found, key=lambda change: ORDER.index(change.kinds[0])))


def match_clauses(old: Iterable[Json], new: Iterable[Json]) -> Iterator[tuple[Json | None, Json | None]]:
    """Each clause with what it was: by its id; or by its number, where only the id was changed. In the new order."""
    gone = {clause["id"]: clause for clause in old}
    known = dict(gone)
    come = list(new)
    left = {clause["number"]: clause for clause in gone.values() if clause["id"] not in {one["id"] for one in come}}
    for clause in come:
        before = known.get(clause["id"])
        same_number = left.get(clause["number"])
        if before is None and same_number and likeness(all_words(same_number), all_words(clause)) >= ALIKE:
            before = same_number
        if before:
            gone.pop(before["id"], None)
        yield before, clause
    yield from ((clause, None) for clause in gone.values())


def compare_clause(old: Json | None, new: Json | None) -> ClauseChange | None:
    """What changed in one clause, if anything did."""
    if old is None or new is None:
        return came_or_went(old, new)
    duties = compare_duties(old["duties"], new["duties"])
    kinds = tuple(kind for kind in ORDER if kind in {*kinds_of(old, new, duties)})
    if not kinds:
        return None
    is_other = old["heading"] != new["heading"] and not is_dead(new), old["text"] != new["text"]
    return ClauseChange(
        new["id"],
        new["number"],
        kinds,
        old,
        new,
        duties,
        compare_words(old["heading"], new["heading"]) if is_other[0] else (),
        tuple(compare_paragraphs(old["text"], new["text"])) if is_other[1] else (),
        unsaid(old, new, duties),
        is_other[1] and bool(new["written"]) and old["written"] == new["written"],
    )


def came_or_went(old: Json | None, new: Json | None) -> ClauseChange | None:
    """A clause that only one of the two policies has. A tombstone that only one has is no rule of either."""
    clause = new or old
    if clause is None or is_dead(clause):
        return None
    duties = compare_duties(old["duties"] if old else (), new["duties"] if new else ())
    own: Kind = "added" if new else "removed"
    return ClauseChange(clause["id"], clause["number"], ("force", own) if duties else (own,), old, new, duties)


def kinds_of(old: Json, new: Json, duties: Iterable[DutyChange]) -> Iterator[Kind]:
    """Each way in which a clause changed."""
    kinds = {change.kind for change in duties}
    if kinds & {*OF_FORCE}:
        yield "force"
    if is_dead(old) != is_dead(new):
        yield "repealed" if is_dead(new) else "restored"
        return  # Of course it reads otherwise.
    if old["kind"] != new["kind"]:
        yield "kind"
    if kinds - {*OF_FORCE}:
        yield "reworded"
    if all_words(old) != all_words(new):
        yield "editorial" if is_editorial(all_words(old), all_words(new)) else "reworded"
    if old["id"] != new["id"]:
        yield "renamed"
    if old["section"] != new["section"]:
        yield "moved"
    if old["number"] != new["number"]:
        yield "renumbered"
    if old["notes"] != new["notes"]:
        yield "notes"


def is_dead(clause: Json) -> bool:
    """Whether only a tombstone is left of a clause."""
    return bool(clause["kind"] == "repealed")


def all_words(clause: Json) -> str:
    """The heading and the text of a clause."""
    return "\n\n".join([clause["heading"], *clause["text"]])


def compare_paragraphs(old: list[str], new: list[str]) -> Iterator[tuple[Piece, ...]]:
    """The words of each paragraph. Those that only one side has stand whole; the others are compared in pairs."""
    if len(old) == len(new):
        yield from (compare_words(before, after) for before, after in zip(old, new, strict=True))
        return
    rest = list(old)
    for after in new:
        near = next((before for before in rest if likeness(before, after) >= ALIKE), None)
        while near is not None and rest[0] is not near:
            yield (Piece("gone", rest.pop(0)),)
        yield compare_words(rest.pop(0), after) if near is not None else (Piece("new", after),)
    yield from ((Piece("gone", before),) for before in rest)


def unsaid(old: Json, new: Json, duties: Iterable[DutyChange]) -> tuple[str, ...]:
    """Words of strength that came or went, while the duties say that every force is as it was."""
    if any(change.kind in OF_FORCE for change in duties) or is_dead(old) or is_dead(new):
        return ()
    before, after = ([word.lower() for word in STRENGTH.findall(all_words(clause))] for clause in (old, new))
    changed = [word for word in dict.fromkeys([*before, *after]) if before.count(word) != after.count(word)]
    return tuple(changed) if plain(all_words(old)) != plain(all_words(new)) else ()


def compare_parameters(old: Json, new: Json) -> tuple[tuple[str, str, str], ...]:
    """Each name or number that clauses and trees share and that changed: (name, old, new)."""
    before, after = old["parameters"], new["parameters"]
    names = dict.fromkeys([*before, *after])
    return tuple(
        (name, before.get(name, ""), after.get(name, "")) for name in names if before.get(name) != after.get(name)
    )
