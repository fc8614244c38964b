"""What can be wrong with the ways through a tree: where they lead, and what they leave out."""

from __future__ import annotations

from macros.problems import Problem, did_you_mean
from macros.trees import graph
from macros.trees.checks import Faults
from macros.trees.model import HOLD_AND_ASK, Question, Target, Tree


def known_targets(tree: Tree) -> Faults:
    """Every way leads to a question or an outcome of this tree."""
    for question in tree.questions.values():
        for target in graph.targets(question):
            if target.name and not graph.kind_of(tree, target):
                yield unknown_target(tree, question, target)


def unknown_target(tree: Tree, question: Question, target: Target) -> Problem:
    """A way to somewhere that is not there."""
    answers = [answer for answer, way in question.go.items() if way is target]
    leads = f'"{answers[0]}" of "{question.name}"' if answers else f'The look "{question.name}"'
    known = {"question": tree.questions, "outcome": tree.outcomes}.get(target.kind, {**tree.questions, **tree.outcomes})
    what = target.kind or "question or outcome"
    fix = did_you_mean(target.name, known) or f'Add an outcome "{target.name}", or correct the name.'
    if target.name in {**tree.questions, **tree.outcomes}:
        fix = f'Write "{target.name}" alone.'
    if target.name == HOLD_AND_ASK:
        fix = 'Only "not sure" leads there, by itself: for any other answer, write an outcome of your own.'
    return Problem(
        target.place,
        "unknown-target",
        f'{leads} leads to "{target.name}", but this tree has no {what} of that name.',
        fix,
    )


def plain_targets(tree: Tree) -> Faults:
    """Where a question and an outcome share a name, a way says which it means."""
    for question in tree.questions.values():
        for target in graph.targets(question):
            if graph.kind_of(tree, target) == "both":
                yield Problem(
                    target.place,
                    "which-target",
                    f'"{target.name}" is a question and an outcome.',
                    f'Write "question {target.name}" or "outcome {target.name}".',
                )


def cycles(tree: Tree) -> Faults:
    """Questions that lead round in a circle."""
    circle = graph.find_cycle(tree)
    if circle:
        yield Problem(
            tree.questions[circle[0]].place,
            "goes-round",
            f"These questions lead round in a circle: {' → '.join(circle)}.",
            "Let one of them lead somewhere else.",
        )


def no_question_stranded(tree: Tree) -> Faults:
    """Every question can be reached."""
    reached = graph.reachable(tree)
    for name, question in tree.questions.items():
        if ("question", name) not in reached:
            what = f'No way leads to the question "{name}".'
            yield Problem(question.place, "unreachable-question", what, "Let an answer lead there, or take it out.")


def no_outcome_stranded(tree: Tree) -> Faults:
    """Every outcome can be reached."""
    reached = graph.reachable(tree)
    for name, outcome in tree.outcomes.items():
        if ("outcome", name) not in reached:
            what = f'No way leads to the outcome "{name}".'
            yield Problem(outcome.place, "unreachable-outcome", what, "Let an answer lead there, or take it out.")
