"""Follows hand-overs from tree to tree: no reader is ever sent round, and danger is seen from far."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Place, Problem
from macros.trees import graph
from macros.trees.handovers import Compiled, Trees, arrival, carried_too_late
from macros.trees.model import NOT_SURE, Outcome, Tree

# A tree, and where a reader comes into it: its first question, or what follows the answers that were carried there.
Entry = tuple[str, graph.Node]


def check_rounds(trees: Trees, compiled: Compiled) -> tuple[Problem, ...]:
    """Every fault along hand-overs. Each hand-over must be sound alone, and each tree compiled."""
    found = [problem for tree in trees.values() for problem in carried_too_late(tree, compiled)]
    if not found:
        found = list(goes_round(trees, compiled)) or list(not_sure_of_danger(trees, compiled))
    return tuple(sorted(found))


def goes_round(trees: Trees, compiled: Compiled) -> Iterator[Problem]:
    """A hand-over that can come round again. A carried answer may cut the way back."""
    told: set[Place] = set()
    for entry in every_entry(trees, compiled):
        for outcome, after in onward(entry, trees, compiled):
            assert outcome.goto  # noqa: S101 - that is how they were chosen
            route = [] if outcome.goto.place in told else route_back(after, entry, trees, compiled)
            if route:
                told.add(outcome.goto.place)
                yield Problem(
                    outcome.goto.place,
                    "goes-round",
                    f"This hand-over can come round again: {' → '.join([entry[0], *route])}.",
                    "Let one of these trees answer for itself.",
                )


def every_entry(trees: Trees, compiled: Compiled) -> list[Entry]:
    """Every place where a reader can come into a tree."""
    entries: list[Entry] = [(name, ("question", tree.first)) for name, tree in trees.items()]
    for entry in entries:
        entries += (after for _, after in onward(entry, trees, compiled) if after not in entries)
    return entries


def onward(entry: Entry, trees: Trees, compiled: Compiled) -> Iterator[tuple[Outcome, Entry]]:
    """The hand-overs that can be come to from there, and where each leads."""
    tree, node = trees[entry[0]], entry[1]
    for outcome in ends(tree, node):
        if outcome.goto:
            stands = arrival(outcome, compiled)
            yield outcome, (str(outcome.goto), (stands.kind, stands.name))


def route_back(start: Entry, goal: Entry, trees: Trees, compiled: Compiled) -> list[str]:
    """The trees on the shortest way from one entry to another by hand-overs, both included, or nothing."""
    routes = {start: [start[0]]}
    for entry in (waiting := [start]):
        if entry == goal:
            return routes[entry]
        for _, after in onward(entry, trees, compiled):
            if after not in routes:
                routes[after] = [*routes[entry], after[0]]
                waiting.append(after)
    return []


def not_sure_of_danger(trees: Trees, compiled: Compiled) -> Iterator[Problem]:
    """Where a known answer could lead to "act now", the tree itself must say where "not sure" leads."""
    for tree in trees.values():
        for question in tree.questions.values():
            routed = question.look or NOT_SURE in question.go
            if not routed and leads_to_danger((tree.name, ("question", question.name)), trees, compiled):
                yield Problem(
                    question.at("go"),
                    "not-sure-of-danger",
                    f'An answer to "{question.name}" can lead to "act now", so "not sure" needs a way of its own.',
                    'Add "not-sure: …" under "go".',
                )


def leads_to_danger(start: Entry, trees: Trees, compiled: Compiled) -> bool:
    """Whether a way on from there can end in "act now", also through hand-overs. No place is looked at twice."""
    for entry in (waiting := [start]):
        if any(end.verdict == "act-now" for end in ends(trees[entry[0]], entry[1])):
            return True
        waiting += (after for _, after in onward(entry, trees, compiled) if after not in waiting)
    return False


def ends(tree: Tree, start: graph.Node) -> list[Outcome]:
    """The outcomes of a tree that can be come to from a step of it."""
    ahead = graph.reachable(tree, start)
    return [outcome for name, outcome in tree.outcomes.items() if ("outcome", name) in ahead]
