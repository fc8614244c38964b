"""Compares the trees of two trees.json: whose answers changed, and how; and what is asked otherwise than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..explain import RANKS
from ..states import TooWideError
from .ends import ORDER, EndChange, compare_ends
from .questions import Shared, Stretch, share
from .reworded import QuestionChange, compare_questions
from .walk import Key, Meeting, Side, meetings
from .words import Piece, compare_words

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Given:
    """An answer on the way to a changed outcome: which edition asks the question, and what is answered to it.

    ``old`` and ``new`` are the answer's id in each edition; of a date or a number ``stretch`` says which are meant.
    """

    asked_by: Side
    question: str
    old: str
    new: str
    stretch: Stretch | None = None


@dataclass(frozen=True)
class AnswerChange:
    """Everybody who was led to one outcome, and with the same answers now is led to another.

    ``ways`` counts the different ways of answering both editions; ``given`` is one of the shortest. ``always`` has what
    all of them have in common: for each question the answers that occur; ``is_all``, that nobody else gives these.
    """

    end: EndChange
    old: str
    new: str
    old_verdict: str
    new_verdict: str
    ways: int
    given: tuple[Given, ...]
    always: tuple[tuple[Given, ...], ...]
    is_all: bool


@dataclass(frozen=True)
class TreeChange:
    """What changed in one tree. ``ways`` counts all ways of answering both editions, changed or not.

    ``too_wide`` names a question where the two could not be walked side by side: then nobody knows which answers
    changed.
    """

    name: str
    title: str
    kind: Literal["added", "dropped", "changed"]
    retitled: tuple[Piece, ...] = ()
    answers: tuple[AnswerChange, ...] = ()
    ways: int = 0
    questions: tuple[QuestionChange, ...] = ()
    too_wide: str = ""


def compare_trees(old: Json, new: Json) -> tuple[TreeChange, ...]:
    """Every tree that changed, in the order of their names; those that came or went stand last."""
    before, after = old["trees"], new["trees"]
    both = [change for name in after if name in before and (change := compare_tree(name, old, new))]
    came = [TreeChange(name, tree["title"], "added") for name, tree in after.items() if name not in before]
    went = [TreeChange(name, tree["title"], "dropped") for name, tree in before.items() if name not in after]
    return (*both, *came, *went)


def compare_tree(name: str, old: Json, new: Json) -> TreeChange | None:
    """What changed in a tree that both have, if anything did."""
    was, now = old["trees"][name], new["trees"][name]
    shared = share(was, now)
    asked = tuple(compare_questions(was, now, shared))
    title = compare_words(was["title"], now["title"]) if was["title"] != now["title"] else ()
    try:
        met = meetings(was, now, shared)
    except TooWideError as error:
        return TreeChange(name, now["title"], "changed", title, (), 0, asked, error.where)
    answers = tuple(sorted(changed(name, old, new, met, shared), key=loudness))
    if not answers and not asked and not title:
        return None
    return TreeChange(name, now["title"], "changed", title, answers, sum(one.ways for one in met), asked)


def changed(
    name: str, old: Json, new: Json, met: Iterable[Meeting], shared: Sequence[Shared]
) -> Iterator[AnswerChange]:
    """Those pairs of outcomes between which a reader would notice a difference."""
    was, now = old["trees"][name]["outcomes"], new["trees"][name]["outcomes"]
    for one in met:
        if end := compare_ends(old, was[one.old], new, now[one.new]):
            given = tuple(given_as(key, answer, shared) for key, answer in one.answers)
            verdicts = was[one.old]["verdict"], now[one.new]["verdict"]
            always = tuple(tuple(given_as(key, answer, shared) for answer in said) for key, said in one.always)
            yield AnswerChange(end, one.old, one.new, *verdicts, one.ways, given, always, one.is_all)


def given_as(key: Key, answer: str, shared: Sequence[Shared]) -> Given:
    """An answer under the name it has on each side."""
    side, name = key
    if side != "both":
        return Given(side, name, answer if side == "old" else "", answer if side == "new" else "")
    taken = next(each for one in shared if one.new == name for each in one.answers if each.name == answer)
    return Given(side, name, taken.old, taken.new, taken.stretch)


def loudness(change: AnswerChange) -> tuple[int, int, int]:
    """What stands first: the more permissive, by how far; then what more ways of answering lead to."""
    step = RANKS.get(change.new_verdict, 0) - RANKS.get(change.old_verdict, 0)
    return ORDER.index(change.end.kind), -abs(step), -change.ways
