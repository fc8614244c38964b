"""Proves that answers in a certain order are never more permissive than the one before: "younger is never kinder"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.problems import Problem
from macros.proofs.diagram import Diagram, extremes
from macros.proofs.walks import Pair, Way, pairs, spots
from macros.trees.conditions import Order, comparisons, holds
from macros.trees.model import VERDICTS, Claim


@dataclass(frozen=True)
class Rise:
    """Two answers of a question, the later of which gets the more permissive verdict, all other answers being equal."""

    question: str
    one: str
    other: str
    way: Way | None
    pair: Pair


def steps_up(claim: Claim, diagram: Diagram, order: Order) -> Iterator[Problem]:
    """For each question of a monotone claim, the first two answers that break it."""
    for question, ladder in claim.monotone.items():
        steps = pairwise(map(str, ladder))
        rise = next((found for step in steps for found in rises(claim, diagram, order, (question, *step))), None)
        if rise:
            yield break_of(claim, diagram, rise)


def rises(claim: Claim, diagram: Diagram, order: Order, step: tuple[str, str, str]) -> Iterator[Rise]:
    """Every break of one step of a ladder (question, answer, next answer), where the claim's ``when`` is so."""
    question, one, other = step
    facts = frozenset(compare.fact for compare in comparisons(claim.when)) - {"verdict"}
    reach = extremes(diagram, VERDICTS, max(VERDICTS.values()))
    for number, known, way in spots(diagram, facts):
        node = diagram.nodes[number]
        if (node.kind, node.name) != ("question", question):
            continue
        ways = node.ways[one], node.ways[other]
        for pair in pairs(diagram, *ways, facts, lambda left, right: reach[right][0] < reach[left][1]):
            told = {**dict(known), question: one, **pair.known, "verdict": diagram.verdict(pair.one)}
            if is_rise(diagram, pair) and holds(claim.when, told, order):
                yield Rise(question, one, other, way, pair)


def is_rise(diagram: Diagram, pair: Pair) -> bool:
    """Whether the later answer is more permissive. A hand-over is no answer yet, so it is neither."""
    before, later = (VERDICTS.get(diagram.verdict(outcome)) for outcome in (pair.one, pair.other))
    return before is not None and later is not None and later < before


def break_of(claim: Claim, diagram: Diagram, rise: Rise) -> Problem:
    """A claim of order with two paths that differ in one answer."""
    rest = {**(rise.way.answers() if rise.way else {}), **rise.pair.answers}
    same = ", ".join(f"{name}: {answer}" for name, answer in rest.items())
    question, pair = rise.question, rise.pair
    return Problem(
        claim.at(f"monotone.{question}"),
        "claim-broken",
        f'The claim "{claim.claim}" is broken: with {{ {same} }}, "{question}: {rise.other}" ends in "{pair.other}" '
        f'({diagram.verdict(pair.other)}), and "{question}: {rise.one}" in "{pair.one}" ({diagram.verdict(pair.one)}).',
        "Change the tree, or the order of the answers in the claim.",
    )
