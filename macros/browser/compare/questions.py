"""Finds what two trees ask alike: which question became which, and which answers a reader could give to both.

An answer is what a reader reads. So options are the same by their words, then by their id; two years and three years
are split into stretches that lie on one side in each tree; and of a tick list with a new tick, some tick nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..machine import ANY, NONE, NOT_SURE
from .words import plain

Json = Mapping[str, Any]
Cut = tuple[int, int]
Stretch = tuple[Cut, Cut | None]
LOWEST: Cut = (0, 0)


@dataclass(frozen=True)
class Both:
    """An answer that both trees take, under the name each has for it; of a date or a number its stretch."""

    old: str
    new: str
    stretch: Stretch | None = None

    @property
    def name(self) -> str:
        """A name for the two: no two answers of a question share it."""
        return self.new if self.old == self.new else f"{self.old}/{self.new}"


@dataclass(frozen=True)
class Shared:
    """A question that both trees ask. ``dropped`` and ``added`` are options, or ticks, that only one of them has."""

    old: str
    new: str
    answers: tuple[Both, ...]
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)


def share(old: Json, new: Json) -> tuple[Shared, ...]:
    """Every question that two trees share, in the order of the new one."""
    names = match_questions(old["questions"], new["questions"])
    shared = (share_answers(was, name, old["questions"][was], new["questions"][name]) for name, was in names)
    # With no answer in common it is another question under an old name.
    return tuple(one for one in shared if any(answer.new != NOT_SURE for answer in one.answers))


def match_questions(old: Json, new: Json) -> list[tuple[str, str]]:
    """The questions of the new tree with what each was called: by its id, else by what it asks."""
    asks = by_words({name: asked["ask"] for name, asked in old.items() if name not in new})
    pairs: list[tuple[str, str]] = []
    come = by_words({name: asked["ask"] for name, asked in new.items() if name not in old})
    for name, asked in new.items():
        if name in old:
            pairs.append((name, name))
        elif (said := plain(asked["ask"])) in asks and come.get(said) == name:
            pairs.append((name, asks[said]))
    return pairs


def by_words(words: Mapping[str, str]) -> dict[str, str]:
    """Names by their words, without those whose words are not theirs alone."""
    said = [plain(text) for text in words.values()]
    return {plain(text): name for name, text in words.items() if said.count(plain(text)) == 1}


def share_answers(was: str, name: str, old: Json, new: Json) -> Shared:
    """The answers that a question takes in both trees."""
    options = match_options(old["options"], new["options"])
    dropped = tuple(option for option in old["options"] if option not in options)
    added = tuple(option for option in new["options"] if option not in options.values())
    unsure = Both(NOT_SURE, NOT_SURE)
    if old["kind"] == new["kind"] == "several":
        return Shared(was, name, (*ticks(bool(dropped), bool(added)), unsure), dropped, added, options)
    if old["kind"] == new["kind"] and "ranges" in new:
        return Shared(was, name, (*cells(old["ranges"], new["ranges"]), unsure), (), (), options)
    if "several" in (old["kind"], new["kind"]):
        return Shared(was, name, (unsure,), tuple(old["options"]), tuple(new["options"]))
    return Shared(was, name, (*(Both(*pair) for pair in options.items()), unsure), dropped, added, options)


def match_options(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Old options with what each is now: by the same words, whatever the id; else by the same id."""
    before, after = by_words(old), by_words(new)
    found = {before[words]: after[words] for words in before if words in after}
    found |= {option: option for option in old if option in new and is_free(option, found)}
    return {option: found[option] for option in old if option in found}


def is_free(option: str, found: Mapping[str, str]) -> bool:
    """Whether an id has found no partner by its words, on neither side."""
    return option not in found and option not in found.values()


def ticks(has_dropped: bool, has_added: bool) -> Iterator[Both]:  # noqa: FBT001 - both are what the question is about
    """What somebody may have ticked: nothing, something that both lists have, or only what one of them has."""
    yield Both(NONE, NONE)
    yield Both(ANY, ANY)
    if has_added:
        yield Both(NONE, ANY)
    if has_dropped:
        yield Both(ANY, NONE)


def cells(old: Json, new: Json) -> Iterator[Both]:
    """The stretches between all cuts of both, each with the range it lies in on each side."""
    edges = sorted({cut for ranges in (old, new) for both in ranges.values() for cut in read(both) if cut} | {LOWEST})
    for start, end in zip(edges, [*edges[1:], None], strict=True):
        yield Both(range_at(old, start), range_at(new, start), (start, end))


def range_at(ranges: Json, at: Cut) -> str:
    """The range that holds what lies right above a cut."""
    stretches = {name: read(both) for name, both in ranges.items()}
    return next(
        name for name, (start, end) in stretches.items() if (start or LOWEST) <= at and (end is None or at < end)
    )


def read(stretch: Iterable[Iterable[int] | None]) -> list[Cut | None]:
    """A range as JSON has it, ``[[13, 0], null]``, as cuts."""
    return [None if cut is None else (first, second) for cut in stretch for first, second in [cut or (0, 0)]]
