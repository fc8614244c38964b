"""What can be wrong with the ways through a tree: where they lead, and what they leave out."""

from __future__ import annotations

from macros.problems import Problem, did_you_mean
from macros.trees import graph
from macros.trees.checks import Faults
from macros.trees.model import Question, Target, Tree


def known_targets(tree: Tree) -> Faults:
    """Every way leads to a question or an outcome of this tree, and says which where both have the name."""
    for question in tree.questions.values():
        for target in graph.targets(question):
            kind = graph.kind_of(tree, target)
            if kind == "both":
                yield Problem(
                    target.place,
                    "which-target",
                    f'"{target.name}" is a question and an outcome.',
                    f'Say "question {target.name}" or "outcome {target.name}".',
                )
            elif not kind and target.name:
                yield unknown_target(tree, question, target)


def unknown_target(tree: Tree, question: Question, target: Target) -> Problem:
    """A way to somewhere that is not there."""
    answers = [answer for answer, way in question.go.items() if way is target]
    leads = f'Option "{answers[0]}" of "{question.name}"' if answers else f'The look "{question.name}"'
    known = (*tree.questions, *tree.outcomes)
    hint = did_you_mean(target.name, known) or f'Add an outcome "{target.name}", or change the name here.'
    what = f"{target.kind} of that name" if target.kind else "question or outcome of that name"
    return Problem(
        target.place, "unknown-target", f'{leads} goes to "{target.name}", but this tree has no {what}.', hint
    )


def cycles(tree: Tree) -> Faults:
    """Questions that lead round in a circle."""
    circle = graph.find_cycle(tree)
    if circle:
        yield Problem(
            tree.questions[circle[0]].place,
            "goes-round",
            f"These questions go round in a circle: {' → '.join(circle)}.",
            "Let one of them lead to an outcome.",
        )


def nothing_stranded(tree: Tree) -> Faults:
    """Every question and outcome can be come to."""
    reached = graph.reachable(tree)
    for kind, things in (("question", tree.questions), ("outcome", tree.outcomes)):
        for name, thing in things.items():
            if (kind, name) not in reached:
                yield Problem(
                    thing.place,
                    f"unreachable-{kind}",
                    f'No way leads to {kind} "{name}".',
                    "Let an option go there, or take it out.",
                )
