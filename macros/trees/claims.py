"""Proves what a tree claims, over every path; and what must hold of any tree, claimed or not."""

from __future__ import annotations

from collections.abc import Iterator

from macros.browser.machine import CompiledTree
from macros.problems import Problem
from macros.trees.conditions import Order, holds
from macros.trees.model import VERDICTS, Claim, Tree
from macros.trees.not_sure import not_sure_says_yes
from macros.trees.paths import Path, TooManyPathsError, every_path

NEVER = "Look at the conditions on the way, or take it out."


def try_claims(tree: Tree, compiled: CompiledTree) -> tuple[Problem, ...]:
    """Every claim that some path breaks, with the shortest such path; and whatever else the paths show to be wrong."""
    try:
        paths = list(every_path(compiled))
    except TooManyPathsError as error:
        fix = "Make two trees of it, and hand over from one to the other."
        return (Problem(tree.place, "too-many-paths", str(error), fix),)
    order: Order = {**{name: question.ladder for name, question in tree.questions.items()}, "verdict": VERDICTS}
    broken = [problem for claim in tree.always for problem in try_claim(claim, paths, order)]
    return (*broken, *never_asked(tree, paths), *never_ended(tree, paths), *not_sure_says_yes(tree, paths))


def try_claim(claim: Claim, paths: list[Path], order: Order) -> Iterator[Problem]:
    """One claim over all paths."""
    spoken_of = [path for path in paths if holds(claim.when, path.known(), order)]
    if not spoken_of:
        yield Problem(
            claim.at("when"),
            "claim-of-nothing",
            f'The claim "{claim.claim}" speaks of no path at all.',
            'Look at "when": no path through the tree is like that.',
        )
    broken = sorted((path for path in spoken_of if not keeps(claim, path, order)), key=lambda path: len(path.answers))
    if broken:
        yield Problem(
            claim.place,
            "claim-broken",
            f'The claim "{claim.claim}" is broken by {{ {broken[0].way} }}, which ends in '
            f'"{broken[0].outcome}" ({broken[0].verdict}).',
            "Change the tree, or the claim.",
        )


def keeps(claim: Claim, path: Path, order: Order) -> bool:
    """Whether a path does what a claim says."""
    return (
        (not claim.verdict or path.verdict in map(str, claim.verdict))
        and path.verdict not in map(str, claim.never)
        and (not claim.given or holds(claim.given, path.known(), order))
        and set(map(str, claim.cites)) <= set(path.clauses)
    )


def never_asked(tree: Tree, paths: list[Path]) -> Iterator[Problem]:
    """Questions that a way leads to, but no answers ever do: the looks before them forbid it."""
    asked = {name for path in paths for name in path.answers}
    for name, question in tree.questions.items():
        if name not in asked and not question.look:
            what = f'No answers lead to the question "{name}": each look before it sends them elsewhere.'
            yield Problem(question.place, "unreachable-question", what, NEVER)


def never_ended(tree: Tree, paths: list[Path]) -> Iterator[Problem]:
    """Outcomes that a way leads to, but no answers ever do."""
    ends = {path.end for path in paths}
    for name, outcome in tree.outcomes.items():
        if name not in ends:
            what = f'No answers lead to the outcome "{name}": each look before it sends them elsewhere.'
            yield Problem(outcome.place, "unreachable-outcome", what, NEVER)
