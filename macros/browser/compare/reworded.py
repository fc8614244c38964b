"""Tells what two trees ask otherwise: questions and options that came, went, or have other words or other ranges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..machine import ANY, NOT_SURE
from .ends import onward_from
from .questions import Cut, Shared, read
from .words import Piece, compare_words, is_editorial

Json = Mapping[str, Any]
Kind = Literal["added", "dropped", "changed"]
OptionKind = Literal["added", "dropped", "reworded", "editorial"]


@dataclass(frozen=True)
class OptionChange:
    """An option that came, went, or reads otherwise. If it came or went, ``leads`` has the verdicts it can lead to.

    "Not sure" stands here too, where a tree has words of its own for it.
    """

    kind: OptionKind
    name: str
    old: str
    new: str
    leads: tuple[str, ...] = ()


@dataclass(frozen=True)
class RangeChange:
    """A range of dates or numbers that begins or ends elsewhere. None on one side: it came, or went."""

    name: str
    old: tuple[Cut | None, ...] | None
    new: tuple[Cut | None, ...] | None


@dataclass(frozen=True)
class QuestionChange:
    """A question that came, went, or is asked otherwise; ``was`` is its id before, where that was another."""

    kind: Kind
    name: str
    ask: str
    was: str = ""
    asked: tuple[Piece, ...] = ()
    why: tuple[Piece, ...] = ()
    options: tuple[OptionChange, ...] = ()
    ranges: tuple[RangeChange, ...] = ()
    is_editorial: bool = False


def compare_questions(old: Json, new: Json, shared: Sequence[Shared]) -> Iterator[QuestionChange]:
    """Every question that is not asked as before: those of the new tree in its order, then those that went."""
    was = {one.new: one for one in shared}
    for name, asked in new["questions"].items():
        if name not in was:
            yield QuestionChange("added", name, asked["ask"])
        elif change := compare_question(old, new, was[name]):
            yield change
    kept = {one.old for one in shared}
    for name, asked in old["questions"].items():
        if name not in kept:
            yield QuestionChange("dropped", name, asked["ask"])


def compare_question(old: Json, new: Json, shared: Shared) -> QuestionChange | None:
    """What changed in a question that both trees ask."""
    was, now = old["questions"][shared.old], new["questions"][shared.new]
    options = tuple(compare_options(old, new, shared))
    ranges = tuple(compare_ranges(was, now))
    words = [(was["ask"], now["ask"]), (was["why"], now["why"])]
    asked, why = (compare_words(*both) if both[0] != both[1] else () for both in words)
    renamed = shared.old if shared.old != shared.new else ""
    if not (options or ranges or asked or why or renamed):
        return None
    editorial = all(both[0] == both[1] or is_editorial(*both) for both in words)
    editorial = editorial and not ranges and all(option.kind == "editorial" for option in options)
    return QuestionChange("changed", shared.new, now["ask"], renamed, asked, why, options, ranges, editorial)


def compare_options(old: Json, new: Json, shared: Shared) -> Iterator[OptionChange]:
    """What changed in the options of a question, in the order of the new tree; what went stands last."""
    was, now = old["questions"][shared.old], new["questions"][shared.new]
    before = {after: option for option, after in shared.options.items()}
    for option, words in now["options"].items():
        if option in shared.added:
            yield OptionChange("added", option, "", words, leads(new, shared.new, option))
        elif (said := was["options"][before[option]]) != words:
            yield OptionChange("editorial" if is_editorial(said, words) else "reworded", option, said, words)
    for option in shared.dropped:
        yield OptionChange("dropped", option, was["options"][option], "", leads(old, shared.old, option))
    if was[NOT_SURE] != now[NOT_SURE]:
        kind: OptionKind = "editorial" if is_editorial(was[NOT_SURE], now[NOT_SURE]) else "reworded"
        yield OptionChange(kind, NOT_SURE, was[NOT_SURE], now[NOT_SURE])


def leads(tree: Json, question: str, option: str) -> tuple[str, ...]:
    """The verdicts that an option can lead to, each once, in the order of the outcomes. A tick leads where any does."""
    way = ANY if tree["questions"][question]["kind"] == "several" else option
    starts = {node["ways"][way] for node in tree["nodes"] if node.get("question") == question}
    ends = {tree["nodes"][at].get("outcome") for start in starts for at in onward_from(tree, start, {})}
    return tuple(dict.fromkeys(outcome["verdict"] for name, outcome in tree["outcomes"].items() if name in ends))


def compare_ranges(old: Json, new: Json) -> Iterator[RangeChange]:
    """The ranges whose cuts moved."""
    before, after = old.get("ranges", {}), new.get("ranges", {})
    for name in dict.fromkeys([*after, *before]):
        if before.get(name) != after.get(name):
            yield RangeChange(name, *(tuple(read(side[name])) if name in side else None for side in (before, after)))
