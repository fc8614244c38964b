"""Walks two trees side by side: every two outcomes that the same answers lead to, in how many ways, and how soonest.

Both trees are drawn over one list of questions and answers first. Then a spot is a node of each, with the answers one
of them gave already and the other may still ask for. The trees may ask in different orders: whichever asks something
that the other will not ask again is answered first, so little has to be remembered. So the work grows with the nodes
of the trees, not with their paths, as long as most of their questions keep their order.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ..states import TooWideError
from .questions import Shared

Json = Mapping[str, Any]
Side = Literal["old", "new", "both"]
# A question by who asks it. The name is the new one where both do.
Key = tuple[Side, str]
Known = tuple[tuple[Key, str], ...]
# Some questions with some of their answers.
Common = tuple[tuple[Key, tuple[str, ...]], ...]
# A node of the old tree, one of the new, and what is remembered.
Spot = tuple[int, int, Known]
MOST_SPOTS = 50_000


@dataclass(frozen=True)
class Node:
    """A question with where each answer leads, or an outcome."""

    question: Key | None
    ways: Mapping[str, int]
    outcome: str
    later: frozenset[Key]


@dataclass(frozen=True)
class Meeting:
    """Two outcomes that the same answers lead to: in how many ways, and the fewest answers that do.

    ``always`` has what all these ways have in common: the questions that each of them answers, with the answers that
    occur, where not every answer does. ``is_all`` says that no other way goes with these answers.
    """

    old: str
    new: str
    ways: int
    answers: tuple[tuple[Key, str], ...]
    always: Common
    is_all: bool


@dataclass
class Map:
    """Every spot that was come to, what is asked there, what follows each answer, and the answer by which it was found.

    ``order`` has each spot after all that lead to it.
    """

    asks: dict[Spot, Key] = field(default_factory=dict)
    order: list[Spot] = field(default_factory=list)
    after: dict[Spot, list[tuple[str, Spot]]] = field(default_factory=dict)
    found: dict[Spot, tuple[Spot, Key, str] | None] = field(default_factory=dict)


def meetings(old: Json, new: Json, shared: Sequence[Shared]) -> list[Meeting]:
    """Every pair of outcomes, those come to soonest first. Raises TooWideError."""
    left, right = draw(old, "old", shared), draw(new, "new", shared)
    first = settle(left, right, (old["start"], new["start"], ()))
    whole = explore(left, right, first)
    ways = count_ways(whole, first)
    ends: dict[tuple[str, str], list[Spot]] = {}
    for spot in whole.found:  # as they were found: the soonest first
        names = left[spot[0]].outcome, right[spot[1]].outcome
        if all(names):
            ends.setdefault(names, []).append(spot)
    return [meeting(whole, ways, names, spots) for names, spots in ends.items()]


def meeting(whole: Map, ways: Mapping[Spot, int], names: tuple[str, str], ends: Sequence[Spot]) -> Meeting:
    """Two outcomes with the ways to them."""
    total = sum(ways[spot] for spot in ends)
    always = in_common(whole, ways, ends)
    return Meeting(*names, total, way_to(whole, ends[0]), always, count_within(whole, always) == total)


def draw(tree: Json, side: Literal["old", "new"], shared: Sequence[Shared]) -> list[Node]:
    """The nodes of one tree, each after all it leads to, over the questions and answers that both trees know."""
    own = {getattr(one, side): one for one in shared}
    nodes: list[Node] = []
    for node in tree["nodes"]:
        if "outcome" in node:
            nodes.append(Node(None, {}, node["outcome"], frozenset()))
            continue
        name, ways = node["question"], node["ways"]
        key: Key = ("both", own[name].new) if name in own else (side, name)
        if name in own:
            ways = {answer.name: ways[getattr(answer, side)] for answer in own[name].answers}
        later = frozenset({key}).union(*(nodes[way].later for way in ways.values()))
        nodes.append(Node(key, ways, "", later))
    return nodes


def settle(left: Sequence[Node], right: Sequence[Node], spot: Spot) -> Spot:
    """A spot with what is known followed on both sides, and forgotten where nobody asks for it any more."""
    known = dict(spot[2])
    here, there = spot[0], spot[1]
    while (question := left[here].question) in known:
        here = left[here].ways[known[question]]
    while (question := right[there].question) in known:
        there = right[there].ways[known[question]]
    still = left[here].later | right[there].later
    return here, there, tuple(sorted(pair for pair in known.items() if pair[0] in still))


def explore(left: Sequence[Node], right: Sequence[Node], first: Spot) -> Map:
    """Every spot, nearest first."""
    whole = Map(found={first: None})
    waiting = deque([first])
    while waiting:
        spot = waiting.popleft()
        here, there = left[spot[0]], right[spot[1]]
        asks = next_asked(here, there)
        whole.after[spot] = []
        if asks is None or asks.question is None:
            continue
        whole.asks[spot] = asks.question
        for answer in asks.ways:
            then = settle(left, right, (spot[0], spot[1], (*spot[2], (asks.question, answer))))
            whole.after[spot].append((answer, then))
            if then not in whole.found:
                whole.found[then] = spot, asks.question, answer
                waiting.append(then)
        if len(whole.found) > MOST_SPOTS:
            raise TooWideError(asks.question[1])
    return whole


def next_asked(here: Node, there: Node) -> Node | None:
    """Which of two nodes is answered first: one whose answer the other side will not need, if there is such a one."""
    if here.question is None or there.question is None:
        return here if here.question else there if there.question else None
    if here.question not in there.later or there.question in here.later:
        return here
    return there


def count_ways(whole: Map, first: Spot) -> dict[Spot, int]:
    """In how many ways each spot can be come to. A spot is counted on once all ways to it are known."""
    open_ways = Counter(then for after in whole.after.values() for _, then in after)
    ways = Counter({first: 1})
    whole.order = [first]
    for spot in whole.order:
        for _, then in whole.after[spot]:
            ways[then] += ways[spot]
            open_ways[then] -= 1
            if not open_ways[then]:
                whole.order.append(then)
    return ways


def way_to(whole: Map, spot: Spot) -> tuple[tuple[Key, str], ...]:
    """The answers by which a spot was found first."""
    answers: list[tuple[Key, str]] = []
    while (before := whole.found[spot]) is not None:
        spot, question, answer = before
        answers.append((question, answer))
    return tuple(reversed(answers))


def in_common(whole: Map, ways: Mapping[Spot, int], ends: Sequence[Spot]) -> Common:
    """The questions that every way to some ends answers, with the answers that occur, where not every answer does.

    The ways through an answer are those that lead to it, times those that lead on. If the answers to a question have as
    many ways between them as there are, then every way answers it.
    """
    onward = dict.fromkeys(ends, 1)
    through: dict[Key, Counter[str]] = {}
    for spot in reversed(whole.order):
        onward[spot] = onward.get(spot, 0) + sum(onward[then] for _, then in whole.after[spot])
    for spot in whole.order:
        for answer, then in whole.after[spot]:
            if onward[then]:
                through.setdefault(whole.asks[spot], Counter())[answer] += ways[spot] * onward[then]
    possible = {whole.asks[spot]: len(after) for spot, after in whole.after.items() if after}
    total = sum(ways[spot] for spot in ends)
    return tuple(
        (key, tuple(answers))
        for key, answers in through.items()
        if sum(answers.values()) == total and len(answers) < possible[key]
    )


def count_within(whole: Map, common: Common) -> int:
    """How many ways in all answer none of some questions otherwise, those that never answer them included."""
    allowed = dict(common)
    ways = Counter({whole.order[0]: 1})
    for spot in whole.order:
        for answer, then in whole.after[spot]:
            if answer in allowed.get(whole.asks[spot], (answer,)):
                ways[then] += ways[spot]
    return sum(ways[spot] for spot in whole.order if not whole.after[spot])
