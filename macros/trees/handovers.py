"""Looks at several trees together: where they hand over to, what they carry, and which answers nobody could carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.browser import links, machine
from macros.problems import Problem, did_you_mean
from macros.trees import graph
from macros.trees.addresses import forget, step_id
from macros.trees.model import Outcome, Tree

Trees = Mapping[str, Tree]
Compiled = Mapping[str, machine.CompiledTree]


def check_handovers(trees: Trees) -> tuple[Problem, ...]:
    """Every fault of a hand-over alone. The trees must be sound each on its own."""
    found = [problem for tree in trees.values() for problem in known_trees(tree, trees)]
    found += [problem for tree in trees.values() for problem in known_carried(tree, trees)]
    found += [] if found else [problem for tree in trees.values() for problem in past_danger(tree, trees)]
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


def past_danger(tree: Tree, trees: Trees) -> Iterator[Problem]:
    """No carried answer spares a reader a question that can lead to act now, unless this tree has asked it for sure."""
    known = graph.surely_known(tree)
    for outcome in hand_overs(tree):
        other = trees[str(outcome.goto)]
        for question, option in outcome.knowing.items():
            was_asked = question in known.get(("outcome", outcome.name), ())
            if not was_asked and danger_beside(other, question, option.text):
                yield Problem(
                    outcome.at(f"knowing.{question}"),
                    "carried-past-danger",
                    f'"{other.name}" would not ask "{question}", where another answer can lead to act now.',
                    "Let it be asked there: take this answer out.",
                )


def danger_beside(tree: Tree, question: str, option: str) -> bool:
    """Whether an answer other than one can lead to act now in this very tree."""
    ways = [graph.resolve(tree, target) for answer, target in tree.questions[question].go.items() if answer != option]
    ends = {name for way in ways for kind, name in graph.reachable(tree, way) if kind == "outcome"}
    return any(tree.outcomes[end].verdict == "act-now" for end in ends & {*tree.outcomes})


def carried(tree: machine.CompiledTree, knowing: Mapping[str, str]) -> dict[str, machine.Answer]:
    """What a hand-over carries, as answers of the tree it leads to."""
    several = {name for name, asked in tree.QUESTIONS.items() if asked["kind"] == "several"}
    return {name: links.read_ticks(option) if name in several else option for name, option in knowing.items()}


def arrival(outcome: Outcome, compiled: Compiled) -> machine.Step:
    """Where a reader stands in the next tree: after the answers that were carried there."""
    tree = compiled[str(outcome.goto)]
    return machine.replay(tree, carried(tree, {name: str(option) for name, option in outcome.knowing.items()}))


def arrivals(tree: Tree, compiled: Compiled) -> dict[str, str]:
    """For each outcome that carries answers to another tree, the id of the step they lead to."""
    found: dict[str, str] = {}
    for outcome in hand_overs(tree):
        if outcome.knowing:
            other = compiled[str(outcome.goto)]
            found[outcome.name] = step_id(other, forget(other, arrival(outcome, compiled)))
    return found


def carried_too_late(tree: Tree, compiled: Compiled) -> Iterator[Problem]:
    """A carried answer is to the first question there, or to the next after those carried; else it would be lost."""
    for outcome in hand_overs(tree):
        stands = arrival(outcome, compiled)
        for question in outcome.knowing:
            if question not in stands.answers:
                first = f'asks "{stands.name}" first' if stands.kind == "question" else "never comes to ask it"
                yield Problem(
                    outcome.at(f"knowing.{question}"),
                    "carried-too-late",
                    f'The answer to "{question}" cannot be carried: "{outcome.goto}" {first}.',
                    f'Carry that answer too, ask "{question}" earlier there, or take it out.',
                )
