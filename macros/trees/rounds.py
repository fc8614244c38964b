"""Follows hand-overs from tree to tree: no reader is ever sent round, and danger is seen from far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.problems import Place, Problem
from macros.trees import graph
from macros.trees.handovers import Compiled, Trees, arrival, carried_too_late
from macros.trees.model import NOT_SURE, Outcome, Tree

# A tree, and where a reader comes into it: its first question, or what follows the answers that were carried there.
Entry = tuple[str, graph.Node]
# The hand-overs that can be come to from there, and where each leads.
Roads = Mapping[Entry, Sequence[tuple[Outcome, Entry]]]


def check_rounds(trees: Trees, compiled: Compiled) -> tuple[Problem, ...]:
    """Every fault along hand-overs. Each hand-over must be sound alone, and each tree compiled."""
    found = [problem for tree in trees.values() for problem in carried_too_late(tree, compiled)]
    if not found:
        roads = all_roads(trees, compiled)
        found = list(goes_round(roads)) or list(not_sure_of_danger(trees, compiled, roads))
    return tuple(sorted(found))


def all_roads(trees: Trees, compiled: Compiled) -> Roads:
    """From every place where a reader can come into a tree, the hand-overs that lead on."""
    roads: dict[Entry, Sequence[tuple[Outcome, Entry]]] = {}
    waiting: list[Entry] = [(name, ("question", tree.first)) for name, tree in trees.items()]
    for entry in waiting:
        if entry not in roads:
            roads[entry] = list(onward(entry, trees, compiled))
            waiting += (after for _, after in roads[entry])
    return roads


def onward(entry: Entry, trees: Trees, compiled: Compiled) -> Iterator[tuple[Outcome, Entry]]:
    """The hand-overs that can be come to from a step of a tree, and where each leads."""
    for outcome in ends(trees[entry[0]], entry[1]):
        if outcome.goto:
            stands = arrival(outcome, compiled)
            yield outcome, (str(outcome.goto), (stands.kind, stands.name))


def ends(tree: Tree, start: graph.Node) -> list[Outcome]:
    """The outcomes of a tree that can be come to from a step of it."""
    ahead = graph.reachable(tree, start)
    return [outcome for name, outcome in tree.outcomes.items() if ("outcome", name) in ahead]


def goes_round(roads: Roads) -> Iterator[Problem]:
    """A hand-over that can come round again. A carried answer may cut the way back."""
    told: set[Place] = set()
    for entry in endless(roads):
        for outcome, after in roads[entry]:
            assert outcome.goto  # noqa: S101 - that is how they were chosen
            route = [] if outcome.goto.place in told else route_back(after, entry, roads)
            if route:
                told.add(outcome.goto.place)
                yield Problem(
                    outcome.goto.place,
                    "goes-round",
                    f"This hand-over can come round again: {' → '.join([entry[0], *route])}.",
                    "Let one of these trees answer for itself.",
                )


def endless(roads: Roads) -> list[Entry]:
    """The places from which hand-overs need never end: all but those that lead only to ends. Mostly there are none."""
    before, left = leads_here(roads), {entry: len(leads) for entry, leads in roads.items()}
    waiting = [entry for entry in roads if not left[entry]]
    for entry in waiting:
        for earlier in before[entry]:
            left[earlier] -= 1
            waiting += [] if left[earlier] else [earlier]
    return [entry for entry in roads if left[entry]]


def leads_here(roads: Roads) -> dict[Entry, list[Entry]]:
    """For each place, those that hand over to it: once for each hand-over."""
    before: dict[Entry, list[Entry]] = {entry: [] for entry in roads}
    for entry, leads in roads.items():
        for _, after in leads:
            before[after].append(entry)
    return before


def route_back(start: Entry, goal: Entry, roads: Roads) -> list[str]:
    """The trees on the shortest way from one entry to another by hand-overs, both included, or nothing."""
    routes = {start: [start[0]]}
    for entry in (waiting := [start]):
        if entry == goal:
            return routes[entry]
        for _, after in roads[entry]:
            if after not in routes:
                routes[after] = [*routes[entry], after[0]]
                waiting.append(after)
    return []


def not_sure_of_danger(trees: Trees, compiled: Compiled, roads: Roads) -> Iterator[Problem]:
    """Where a known answer could lead to "act now", the tree itself must say where "not sure" leads."""
    dangerous = dangerous_entries(trees, roads)
    for tree in trees.values():
        for question in tree.questions.values():
            here: Entry = (tree.name, ("question", question.name))
            if question.look or NOT_SURE in question.go:
                continue
            if is_danger(tree, here[1]) or any(after in dangerous for _, after in onward(here, trees, compiled)):
                yield Problem(
                    question.at("go"),
                    "not-sure-of-danger",
                    f'An answer to "{question.name}" can lead to "act now", so "not sure" needs a way of its own.',
                    'Add "not-sure: …" under "go".',
                )


def dangerous_entries(trees: Trees, roads: Roads) -> set[Entry]:
    """The places from which a reader can come to "act now", also through hand-overs."""
    before = leads_here(roads)
    found: set[Entry] = set()
    waiting = [entry for entry in roads if is_danger(trees[entry[0]], entry[1])]
    for entry in waiting:
        if entry not in found:
            found.add(entry)
            waiting += before[entry]
    return found


def is_danger(tree: Tree, start: graph.Node) -> bool:
    """Whether a step of a tree can lead to "act now" in that tree itself."""
    return any(outcome.verdict == "act-now" for outcome in ends(tree, start))
