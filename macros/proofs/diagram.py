"""A compiled tree as a decision diagram: every path at once, in as few nodes as there are different questions left.

Two ways into a question are one node where nothing further on can tell them apart. So sixty questions with a thousand
million paths are a few hundred nodes, and every proof walks these. The machine makes each step: a proof is about what
a reader gets. The questions keep one order (each after all that lead to it), which is what lets two nodes be compared
side by side (Bryant 1986, "Graph-Based Algorithms for Boolean Function Manipulation").
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from macros.browser.machine import CompiledTree
from macros.browser.states import State, TooWideError, answers, follow

MOST_NODES = 50_000


@dataclass(frozen=True)
class Node:
    """A question with where each answer leads (``ways``: answer to node number), or an outcome, which has none."""

    kind: Literal["question", "outcome"]
    name: str
    rank: int
    ways: Mapping[str, int]


@dataclass(frozen=True)
class Diagram:
    """All nodes, each after those it leads to. ``start`` is the first question; ``states`` are what they stand for."""

    tree: CompiledTree
    nodes: tuple[Node, ...]
    start: int
    states: tuple[State, ...]

    def at(self, question: str) -> Iterator[Node]:
        """Every node of a question."""
        return (node for node in self.nodes if node.kind == "question" and node.name == question)

    def verdict(self, outcome: str) -> str:
        """The verdict of an outcome; a hand-over's is "goto"."""
        return str(self.tree.OUTCOMES[outcome]["verdict"])


def draw(tree: CompiledTree) -> Diagram:
    """The diagram of a compiled tree. Raises TooWideError beyond ``MOST_NODES``."""
    ways = expand(tree)
    order = {name: rank for rank, name in enumerate(tree.QUESTIONS)}
    nodes: dict[tuple[str, str, tuple[tuple[str, int], ...]], int] = {}
    made: list[Node] = []

    def number(kind: Literal["question", "outcome"], name: str, ways: dict[str, int]) -> int:
        key = (kind, name, tuple(ways.items()))
        if key not in nodes:
            nodes[key] = len(made)
            made.append(Node(kind, name, order.get(name, len(order)) if kind == "question" else len(order), ways))
        return nodes[key]

    numbers: dict[State, int] = {}
    for state in sorted(ways, key=lambda state: order[state[0]], reverse=True):
        leads = {
            answer: number("outcome", to, {}) if isinstance(to, str) else numbers[to]
            for answer, to in ways[state].items()
        }
        numbers[state] = number("question", state[0], leads)
    return Diagram(tree, tuple(made), numbers[tree.FIRST, ()], tuple(ways))


def expand(tree: CompiledTree) -> dict[State, dict[str, State | str]]:
    """For each state, where each answer leads: another state, or the name of an outcome."""
    first: State = (tree.FIRST, ())
    ways: dict[State, dict[str, State | str]] = {}
    waiting = [first]
    while waiting:
        state = waiting.pop()
        if state in ways:
            continue
        if len(ways) == MOST_NODES:
            raise TooWideError(state[0])
        ways[state] = {name: follow(tree, state, answer) for name, answer in answers(tree, state[0])}
        waiting += [to for to in ways[state].values() if not isinstance(to, str)]
    return ways


def extremes(diagram: Diagram, order: Mapping[str, int], otherwise: int) -> list[tuple[int, int]]:
    """For each node the lowest and the highest rank of the verdicts it can lead to; ``otherwise`` for a hand-over."""
    found: list[tuple[int, int]] = []
    for node in diagram.nodes:
        after = [found[way] for way in node.ways.values()]
        rank = order.get(diagram.verdict(node.name), otherwise) if node.kind == "outcome" else 0
        found.append((min(low for low, _ in after), max(high for _, high in after)) if after else (rank, rank))
    return found


def senses(diagram: Diagram, label: Callable[[str], Hashable] = str) -> list[int]:
    """A number for each node, the same for two nodes exactly if no answers can ever tell them apart by their ``label``.

    The label of an outcome is its name, or for instance its verdict.
    """
    numbers: dict[Hashable, int] = {}
    found: list[int] = []
    for node in diagram.nodes:
        after = tuple((answer, found[way]) for answer, way in node.ways.items())
        different = {sense for _, sense in after}
        if len(different) == 1:
            found.append(different.pop())  # Whatever is answered here makes no difference.
        else:
            key: Hashable = (node.name, after) if node.kind == "question" else ("", label(node.name))
            found.append(numbers.setdefault(key, len(numbers)))
    return found
