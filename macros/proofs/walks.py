"""Walks over a diagram: every end with the facts a claim speaks of, and two nodes side by side, shortest way first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from macros.browser.states import TooWideError
from macros.proofs.diagram import Diagram, Node

MOST_SPOTS = 200_000

Known = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Way:
    """The answers that led to a spot, kept as a chain: the last answer, and the way before it."""

    before: Way | None
    question: str
    answer: str

    def answers(self) -> dict[str, str]:
        """The answers in the order they were given."""
        given: list[tuple[str, str]] = []
        at: Way | None = self
        while at:
            given.append((at.question, at.answer))
            at = at.before
        return dict(reversed(given))


@dataclass(frozen=True)
class End:
    """An outcome, what is known there of the facts asked for, and one of the shortest ways to it."""

    outcome: str
    known: Mapping[str, str]
    answers: Mapping[str, str]


def ends(diagram: Diagram, facts: frozenset[str], *, more_than: int = -1) -> Iterator[End]:
    """Every outcome with every combination of the facts it can be come to with, the shortest ways first.

    With ``more_than``, only ends of ways with more questions than that. Raises TooWideError where there are too many.
    """
    for number, known, way in spots(diagram, facts, depth=more_than + 1):
        node = diagram.nodes[number]
        answers = way.answers() if node.kind == "outcome" and way else {}
        if node.kind == "outcome" and len(answers) > more_than:
            yield End(node.name, dict(known), answers)


def spots(diagram: Diagram, facts: frozenset[str], *, depth: int = 0) -> Iterator[tuple[int, Known, Way | None]]:
    """Every node with every combination of the facts on the way, nearest first. Ways under ``depth`` count apart."""
    first = (diagram.start, (), 0)
    seen: set[tuple[int, Known, int]] = {first}
    waiting: deque[tuple[tuple[int, Known, int], Way | None]] = deque([(first, None)])
    while waiting:
        (number, known, steps), way = waiting.popleft()
        node = diagram.nodes[number]
        yield number, known, way
        for answer, to in node.ways.items():
            then = (*known, (node.name, answer)) if node.name in facts else known
            spot = (to, then, min(steps + 1, depth))
            if spot not in seen:
                seen.add(spot)
                waiting.append((spot, Way(way, node.name, answer)))
        if len(seen) > MOST_SPOTS:
            raise TooWideError(node.name)


@dataclass(frozen=True)
class Pair:
    """Two outcomes that the same further answers lead to from two nodes, with those answers.

    ``known`` and ``known_there`` hold the facts asked for on the way of each: a question only one of them asks is known
    to that one alone.
    """

    one: str
    other: str
    known: Mapping[str, str]
    known_there: Mapping[str, str]
    answers: Mapping[str, str]


# The two nodes, and what is known to each.
Both = tuple[int, int, Known, Known]


def pairs(
    diagram: Diagram,
    one: int,
    other: int,
    facts: frozenset[str] = frozenset(),
    worth: Callable[[int, int], bool] = lambda one, other: one != other,
) -> Iterator[Pair]:
    """Every two different outcomes that two nodes lead to when all further answers are the same, nearest first.

    Whichever node asks the earlier question is answered first; the other never asks it any more, for all questions
    keep one order. Two nodes that are not ``worth`` a look are left out, with all that follows them. Raises
    TooWideError where there are too many pairs.
    """
    first: Both = (one, other, (), ())
    seen, waiting = {first}, deque[tuple[Both, Way | None]]([(first, None)])
    while waiting:
        (left, right, known, there_known), way = waiting.popleft()
        if left == right or not worth(left, right):
            continue
        here, there = diagram.nodes[left], diagram.nodes[right]
        if here.kind == there.kind == "outcome":
            yield Pair(here.name, there.name, dict(known), dict(there_known), way.answers() if way else {})
            continue
        asks = here if here.rank <= there.rank else there
        for answer in asks.ways:
            ways = after(here, left, asks, answer), after(there, right, asks, answer)
            spot = (*ways, learn(here, known, asks, answer, facts), learn(there, there_known, asks, answer, facts))
            if spot not in seen:
                seen.add(spot)
                waiting.append((spot, Way(way, asks.name, answer)))
        if len(seen) > MOST_SPOTS:
            raise TooWideError(asks.name)


def after(node: Node, number: int, asks: Node, answer: str) -> int:
    """Where a node goes on when a question is answered: on its way if it asks that question, else it stays."""
    return node.ways[answer] if (node.kind, node.name) == ("question", asks.name) else number


def learn(node: Node, known: Known, asks: Node, answer: str, facts: frozenset[str]) -> Known:
    """What is known on a node's own way once a question is answered: only what it asks, and only these facts."""
    is_asked = (node.kind, node.name) == ("question", asks.name) and asks.name in facts
    return (*known, (asks.name, answer)) if is_asked else known
