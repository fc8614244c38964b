"""Proves what a tree claims, on every path, and shows the shortest path that breaks a claim as a ready example."""

from __future__ import annotations

from collections.abc import Iterator

from macros.browser.states import TooWideError
from macros.problems import Problem
from macros.proofs.diagram import Diagram
from macros.proofs.ladders import makes_a_difference, steps_up
from macros.proofs.walks import End, ends
from macros.proofs.wording import as_example, claim_of_nothing, in_words
from macros.trees.conditions import Condition, Order, comparisons, holds
from macros.trees.model import VERDICTS, Claim, Tree

CHANGE = "Change the tree, or the claim."


def prove_claims(tree: Tree, diagram: Diagram) -> Iterator[Problem]:
    """Every claim that some path breaks, that speaks of no path, or of too many facts at once to be proved."""
    for claim in tree.always:
        try:
            yield from list(prove_claim(claim, tree, diagram))
        except TooWideError:
            what = f'The claim "{claim.claim}" speaks of too many answers at once to be proved.'
            yield Problem(claim.place, "too-wide", what, "Make two claims of it, each about fewer questions.")


def prove_claim(claim: Claim, tree: Tree, diagram: Diagram) -> Iterator[Problem]:
    """One claim."""
    order: Order = {**{name: question.ladder for name, question in tree.questions.items()}, "verdict": VERDICTS}
    facts = facts_of(claim.when) | (facts_of(claim.given) if claim.given else frozenset())
    spoken_of = [end for end in ends(diagram, facts) if holds(claim.when, told(diagram, end), order)]
    if not spoken_of:
        yield claim_of_nothing(claim)
        return
    broken = next((end for end in spoken_of if not keeps(claim, diagram, end, order)), None)
    if broken:
        yield break_of(claim, diagram, broken)
    yield from out_of_reach(claim, diagram, spoken_of)
    yield from too_long(claim, diagram, facts, order)
    yield from steps_up(claim, diagram, order)
    yield from makes_a_difference(claim, diagram, order)


def facts_of(condition: Condition) -> frozenset[str]:
    """The questions a condition speaks of."""
    return frozenset(compare.fact for compare in comparisons(condition)) - {"verdict"}


def told(diagram: Diagram, end: End) -> dict[str, str]:
    """What a condition can see at an end: the answers it asks about, and the verdict."""
    return {**end.known, "verdict": diagram.verdict(end.outcome)}


def keeps(claim: Claim, diagram: Diagram, end: End, order: Order) -> bool:
    """Whether a path does what a claim says of each path alone."""
    verdict = diagram.verdict(end.outcome)
    return (
        (not claim.verdict or verdict in map(str, claim.verdict))
        and verdict not in map(str, claim.never)
        and (not claim.given or holds(claim.given, told(diagram, end), order))
        and {*map(str, claim.cites)} <= {*diagram.tree.OUTCOMES[end.outcome]["because"]}
    )


def break_of(claim: Claim, diagram: Diagram, end: End) -> Problem:
    """A claim with a path that breaks it."""
    verdict = diagram.verdict(end.outcome)
    return Problem(
        claim.place,
        "claim-broken",
        f'The claim "{claim.claim}" is broken by {{ {in_words(end.answers)} }}, which ends in '
        f'"{end.outcome}" ({verdict}).',
        f"{CHANGE} {as_example(diagram, end.answers, end.outcome)}",
    )


def out_of_reach(claim: Claim, diagram: Diagram, spoken_of: list[End]) -> Iterator[Problem]:
    """Verdicts that a claim calls reachable, and no path has."""
    found = {diagram.verdict(end.outcome) for end in spoken_of}
    for verdict in claim.reachable:
        if verdict.text not in found:
            what = f'The claim "{claim.claim}" is broken: no path it speaks of ends in {verdict}.'
            yield Problem(verdict.place, "claim-broken", what, CHANGE)


def too_long(claim: Claim, diagram: Diagram, facts: frozenset[str], order: Order) -> Iterator[Problem]:
    """A path with more questions than a claim allows."""
    if claim.at_most is None:
        return
    for end in ends(diagram, facts, more_than=claim.at_most):
        if holds(claim.when, told(diagram, end), order):
            way, more = in_words(end.answers), f"more than {claim.at_most}"
            what = f'The claim "{claim.claim}" is broken: {{ {way} }} has {len(end.answers)} questions, {more}.'
            fix = f"{CHANGE} {as_example(diagram, end.answers, end.outcome)}"
            yield Problem(claim.at("at-most"), "claim-broken", what, fix)
            return
