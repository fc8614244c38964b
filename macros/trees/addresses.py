"""The address of a step within a tree's page: a short hash, the same in every build, that tells nothing."""

from __future__ import annotations

import hashlib

from macros.browser.links import write_fragment
from macros.browser.machine import CompiledTree, Step

ID_LENGTH = 8  # hexadecimal digits: enough for a page of some hundred steps, and a clash is refused


def forget(tree: CompiledTree, step: Step) -> Step:
    """The step with only those earlier answers that something further on still looks at."""
    needed = tree.QUESTIONS[step.name]["needs"] if step.kind == "question" else ()
    return Step(step.kind, step.name, {name: step.answers[name] for name in needed if name in step.answers})


def step_id(tree: CompiledTree, step: Step) -> str:
    """The step's id in its page. So the address of a private tree tells nothing."""
    told = f"{tree.TREE} {step.kind} {step.name} {write_fragment(step.answers)}"
    return "s" + hashlib.sha256(told.encode()).hexdigest()[:ID_LENGTH]
