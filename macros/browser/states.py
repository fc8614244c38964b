"""The states of a tree: a question with what still matters of the answers before it. Where nothing differs, ways meet.

So all ways through a tree can be walked at once, in as many states as there are different questions left.
"""

from __future__ import annotations

from . import machine
from .machine import ANY, NONE, NOT_SURE, Answer, CompiledTree, Step

# A question with those earlier answers that something further on still looks at.
State = tuple[str, tuple[tuple[str, Answer], ...]]


class TooWideError(ValueError):
    """A walk over all ways at once needs more room than it may have; ``where`` names the question it gave up at."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


def answers(tree: CompiledTree, question: str) -> list[tuple[str, Answer]]:
    """The answers that can differ, by name: of a tick list none, any and "not sure", else each option."""
    asked = tree.QUESTIONS[question]
    if asked["kind"] == "several":
        return [(NONE, ()), (ANY, ANY), (NOT_SURE, NOT_SURE)]
    return [(name, name) for name in (*asked["options"], NOT_SURE)]


def follow(tree: CompiledTree, state: State, answer: Answer) -> State | str:
    """One step of the machine, and what still matters of the answers after it; an outcome by its name."""
    question, known = state
    step = machine.after(tree, question, {**dict(known), question: answer})
    return step.name if step.kind == "outcome" else state_of(tree, step)


def state_of(tree: CompiledTree, step: Step) -> State:
    """A question to answer, with what still matters of the answers before it."""
    needs = tree.QUESTIONS[step.name]["needs"]
    return step.name, tuple((name, step.answers[name]) for name in needs if name in step.answers)
