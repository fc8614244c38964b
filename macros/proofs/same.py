"""Holds two diagrams side by side: whether they lead the same answers to the same outcomes.

They may ask in a different order. So an answer is kept as long as one of the two may still ask for it.
"""

from __future__ import annotations

from collections import deque

from macros.browser.states import TooWideError
from macros.proofs.diagram import Diagram, Node
from macros.proofs.walks import Known, Way, after

MOST_SPOTS = 50_000
Spot = tuple[int, int, Known]


def difference(one: Diagram, other: Diagram) -> dict[str, str] | None:
    """The fewest answers that two diagrams lead to different outcomes, or None. Raises TooWideError."""
    order = {name: rank for rank, name in enumerate(one.tree.QUESTIONS)}
    asked = asked_from(one), asked_from(other)
    first: Spot = (one.start, other.start, ())
    seen, waiting = {first}, deque[tuple[Spot, Way | None]]([(first, None)])
    while waiting:
        (left, right, known), way = waiting.popleft()
        here, there = one.nodes[left], other.nodes[right]
        if here.kind == there.kind == "outcome":
            if here.name != there.name:
                return way.answers() if way else {}
            continue
        asks = sooner(here, there, order)
        told = dict(known)
        for answer in (told[asks.name],) if asks.name in told else asks.ways:
            then = (after(here, left, asks, answer), after(there, right, asks, answer))
            still = asked[0][then[0]] | asked[1][then[1]]
            kept = tuple(sorted((name, value) for name, value in {**told, asks.name: answer}.items() if name in still))
            spot = (*then, kept)
            if spot not in seen:
                seen.add(spot)
                waiting.append((spot, Way(way, asks.name, answer)))
        if len(seen) > MOST_SPOTS:
            raise TooWideError(asks.name)
    return None


def asked_from(diagram: Diagram) -> list[frozenset[str]]:
    """For each node, the questions that it or something further on asks."""
    found: list[frozenset[str]] = []
    for node in diagram.nodes:
        later = frozenset().union(*(found[way] for way in node.ways.values()))
        found.append(later | {node.name} if node.kind == "question" else later)
    return found


def sooner(here: Node, there: Node, order: dict[str, int]) -> Node:
    """Which of two nodes is to be answered first: the one whose question comes earlier in the first diagram."""
    if there.kind == "outcome":
        return here
    if here.kind == "outcome":
        return there
    return here if order.get(here.name, len(order)) <= order.get(there.name, len(order)) else there
