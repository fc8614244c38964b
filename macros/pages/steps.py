"""Every step of a tree as the built page needs it: a question with the answers that still matter, or an outcome.

The machine walks; here its steps are merged where the way that led there makes no difference any more. So a tree with
hundreds of paths becomes a few dozen steps, each with an address of its own that tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.browser import machine
from macros.browser.links import write_fragment
from macros.browser.machine import ANY, NOT_SURE, Answer, CompiledTree, Step
from macros.trees.addresses import forget, step_id


@dataclass(frozen=True)
class BuiltStep:
    """One step of the built page; ``ways`` leads from each answer to the id of the step that follows."""

    id: str
    number: int
    step: Step
    ways: Mapping[Answer, str]


def built_steps(tree: CompiledTree) -> tuple[BuiltStep, ...]:
    """The first question, then all that can follow, nearest first."""
    first = Step("question", tree.FIRST)
    numbers: dict[str, int] = {step_id(tree, first): 1}
    waiting, built = [first], []
    for step in waiting:
        ways: dict[Answer, str] = {}
        for answer in offered(tree, step):
            after = forget(tree, machine.after(tree, step.name, {**step.answers, step.name: answer}))
            ways[answer] = name = step_id(tree, after)
            if name not in numbers:
                numbers[name] = len(numbers) + 1
                waiting.append(after)
        built.append(BuiltStep(step_id(tree, step), numbers[step_id(tree, step)], step, ways))
    if len(numbers) != len({(step.step.name, step.step.kind, write_fragment(step.step.answers)) for step in built}):
        raise ValueError(f"Two steps of {tree.TREE} have the same address.")
    return tuple(built)


def offered(tree: CompiledTree, step: Step) -> tuple[Answer, ...]:
    """The answers that the built page offers: of a tick list, none of them or some of them."""
    if step.kind == "outcome":
        return ()
    asked = tree.QUESTIONS[step.name]
    return ((), ANY, NOT_SURE) if asked["kind"] == "several" else (*asked["options"], NOT_SURE)


def carried_here(tree: str, trees: Iterable[CompiledTree]) -> dict[str, str]:
    """The answers that hand-overs bring along, by the step they lead to. Who comes there has given these.

    Where two hand-overs lead to the same step with different answers, nobody can tell which were given.
    """
    found: dict[str, set[str]] = {}
    for other in trees:
        for ends in other.OUTCOMES.values():
            if ends["goto"] == tree and ends["fragment"]:
                answers = write_fragment(dict(sorted(ends["knowing"].items())))
                found.setdefault(ends["fragment"], set()).add(answers)
    return {step: answers.pop() for step, answers in found.items() if len(answers) == 1}
