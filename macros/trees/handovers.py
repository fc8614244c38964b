"""Looks at several trees together: where they hand over to, and that no reader is ever sent round in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.problems import Problem, did_you_mean
from macros.trees import graph
from macros.trees.model import NOT_SURE, Outcome, Question, Tree

Trees = Mapping[str, Tree]


def check_handovers(trees: Trees) -> tuple[Problem, ...]:
    """Every fault between trees. The trees must be sound each on its own."""
    found = [problem for tree in trees.values() for problem in known_trees(tree, trees)]
    found += [problem for tree in trees.values() for problem in known_carried(tree, trees)]
    if not found:
        found = list(goes_round(trees)) or list(not_sure_of_danger(trees))
    return tuple(sorted(found))


def hand_overs(tree: Tree) -> Iterator[Outcome]:
    """The outcomes that hand over to another tree."""
    yield from (outcome for outcome in tree.outcomes.values() if outcome.goto)


def known_trees(tree: Tree, trees: Trees) -> Iterator[Problem]:
    """A hand-over leads to a tree that is there."""
    for outcome in hand_overs(tree):
        assert outcome.goto  # noqa: S101 - that is how they were chosen
        if outcome.goto.text not in trees:
            yield Problem(
                outcome.goto.place,
                "unknown-tree",
                f'There is no tree "{outcome.goto}".',
                did_you_mean(outcome.goto.text, trees) or "Name a file in decision_trees, without .yml.",
            )


def known_carried(tree: Tree, trees: Trees) -> Iterator[Problem]:
    """A hand-over carries only answers that the other tree takes, and none out of a private tree."""
    for outcome in hand_overs(tree):
        other = trees.get(str(outcome.goto))
        for question, option in outcome.knowing.items() if other else ():
            assert other  # noqa: S101 - else there is nothing to go through
            asked = other.questions.get(question)
            if not asked or asked.look:
                what = f'The tree "{other.name}" has no question "{question}".'
                fix = did_you_mean(question, other.questions) or "Carry only answers to its questions."
                yield Problem(outcome.at(f"knowing.{question}"), "unknown-fact", what, fix)
            elif option.text not in asked.options:
                what = f'In the tree "{other.name}", "{question}" has no answer "{option}".'
                fix = did_you_mean(option.text, asked.options) or f"Its answers are: {', '.join(asked.options)}."
                yield Problem(option.place, "unknown-answer", what, fix)
        if tree.private and other and not other.private and outcome.knowing:
            yield Problem(
                outcome.at("knowing"),
                "private-answer",
                f'"{other.name}" is not private, so an answer carried there would stand in an address.',
                f'Take "knowing" out, or add "private: true" to "{other.name}".',
            )


def goes_round(trees: Trees) -> Iterator[Problem]:
    """A hand-over that can come round again."""
    for name, tree in trees.items():
        for outcome in hand_overs(tree):
            assert outcome.goto  # noqa: S101 - that is how they were chosen
            route = route_back(trees, outcome.goto.text, name)
            if route:
                yield Problem(
                    outcome.goto.place,
                    "goes-round",
                    f"This hand-over can come round again: {' → '.join([name, *route])}.",
                    "Let one of these trees answer for itself.",
                )


def route_back(trees: Trees, start: str, goal: str) -> list[str]:
    """The shortest way from one tree to another by hand-overs, both ends included, or nothing."""
    routes = {start: [start]}
    for name in (waiting := [start]):
        if name == goal:
            return routes[name]
        for after in (str(outcome.goto) for outcome in hand_overs(trees[name])):
            if after not in routes:
                routes[after] = [*routes[name], after]
                waiting.append(after)
    return []


def not_sure_of_danger(trees: Trees) -> Iterator[Problem]:
    """Where a known answer could lead to "act now", the tree itself must say where "not sure" leads."""
    for tree in trees.values():
        for question in tree.questions.values():
            routed = question.look or NOT_SURE in question.go
            if not routed and leads_to_danger(tree, question, trees):
                yield Problem(
                    question.at("go"),
                    "not-sure-of-danger",
                    f'An answer to "{question.name}" can lead to "act now", so "not sure" needs a way of its own.',
                    'Add "not-sure: …" under "go".',
                )


def leads_to_danger(tree: Tree, question: Question, trees: Trees) -> bool:
    """Whether a way out of a question can end in "act now", also through a hand-over."""
    for kind, name in graph.reachable(tree, ("question", question.name)):
        outcome = tree.outcomes.get(name) if kind == "outcome" else None
        if outcome and outcome.verdict == "act-now":
            return True
        if outcome and outcome.goto:
            other = trees[outcome.goto.text]
            if leads_to_danger(other, other.questions[other.first], trees):
                return True
    return False
