"""Proves all there is to prove of one sound tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.browser.machine import CompiledTree
from macros.browser.states import TooWideError
from macros.problems import Problem
from macros.proofs.boundaries import wrong_at_a_cut
from macros.proofs.claims import prove_claims
from macros.proofs.diagram import Diagram, draw
from macros.proofs.idle import never_matter
from macros.proofs.not_sure import not_sure_says_yes
from macros.proofs.reach import out_of_reach
from macros.trees import graph
from macros.trees.model import Tree

Proof = Callable[[Tree, Diagram], Iterator[Problem]]
PROOFS: tuple[Proof, ...] = (prove_claims, not_sure_says_yes, out_of_reach, never_matter)


def prove(tree: Tree, compiled: CompiledTree) -> tuple[Diagram | None, tuple[Problem, ...]]:
    """The tree's diagram, and whatever the proofs find. Without a diagram, the tree is too wide to be proved."""
    problems = list(wrong_at_a_cut(tree, compiled))
    try:
        diagram = draw(compiled)
    except TooWideError as error:
        return None, (*problems, too_wide(tree, error))
    for proof in PROOFS:
        try:
            problems += proof(tree, diagram)
        except TooWideError as error:
            problems.append(too_wide(tree, error))
    return diagram, tuple(problems)


def held_to_nothing(tree: Tree) -> Iterator[Problem]:
    """A tree without claims or without examples: a slip in it would go unseen."""
    if not tree.always:
        what = f'"{tree.name}" claims nothing, so a slip in it may go unseen.'
        yield Problem(
            tree.place, "no-claims", what, 'Add "always:" with what must hold whatever else changes.', "advice"
        )
    if not tree.examples:
        what = f'"{tree.name}" has no examples, so nobody can see at a glance what it answers.'
        yield Problem(tree.place, "no-examples", what, 'Add "examples:" with a few people and their answers.', "advice")


def too_wide(tree: Tree, error: TooWideError) -> Problem:
    """A proof that had to be given up."""
    needed = graph.still_needed(tree)[error.where]
    return Problem(
        tree.questions[error.where].place,
        "too-wide",
        f'This tree cannot be proved: at "{error.where}", {len(needed)} earlier answers still matter at once '
        f"({', '.join(needed)}).",
        "Look at fewer earlier answers in one place, or make two trees of it, and hand over from one to the other.",
    )
