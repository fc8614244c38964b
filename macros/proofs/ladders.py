"""Proves claims that hold two paths against each other: an order of answers, and answers that make no difference.

Both paths give the same answers to all questions but one, and ``when`` must be so on both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from macros.problems import Problem
from macros.proofs.diagram import Diagram, extremes, senses
from macros.proofs.walks import Pair, Way, ends, pairs, spots
from macros.proofs.wording import as_example, compares_nothing, in_words
from macros.trees.conditions import Order, comparisons, holds
from macros.trees.model import NOT_SURE, VERDICTS, Claim


@dataclass(frozen=True)
class Rule:
    """Answers of a question that are held against each other, earlier against later, and what breaks the claim.

    ``worth`` says of two nodes whether a break can still follow, ``breaks`` of two outcomes whether they are one.
    """

    question: str
    answers: tuple[str, ...]
    worth: Callable[[int, int], bool]
    breaks: Callable[[Pair], bool]


@dataclass(frozen=True)
class Found:
    """Two answers of a question that break a claim, with the way to the question and what follows it."""

    question: str
    one: str
    other: str
    way: Way | None
    pair: Pair


def steps_up(claim: Claim, diagram: Diagram, order: Order) -> Iterator[Problem]:
    """For each question of a monotone claim, two answers of which the later one is the more permissive."""
    reach = extremes(diagram, VERDICTS, max(VERDICTS.values()))

    def worth(one: int, other: int) -> bool:
        """Whether the second can still end more permissively than the first."""
        return reach[other][0] < reach[one][1]

    for question, ladder in claim.monotone.items():
        rule = Rule(question, tuple(map(str, ladder)), worth, lambda pair: is_rise(diagram, pair))
        yield from speaks_of_two(claim, diagram, order, rule)
        found = first_break(claim, diagram, order, rule)
        if found:
            fix = "Change the tree, or the order of the answers in the claim."
            yield break_of(claim, diagram, found, f"monotone.{question}", fix)


def makes_a_difference(claim: Claim, diagram: Diagram, order: Order) -> Iterator[Problem]:
    """A question that a claim says the verdict does not depend on, and it does. "Not sure" stands apart."""
    sense = senses(diagram, diagram.verdict)

    def worth(one: int, other: int) -> bool:
        """Whether any answers can still tell the two apart."""
        return sense[one] != sense[other]

    for question in map(str, claim.independent_of):
        answers = dict.fromkeys(answer for node in diagram.at(question) for answer in node.ways if answer != NOT_SURE)
        rule = Rule(question, tuple(answers), worth, lambda pair: differs(diagram, pair))
        yield from speaks_of_two(claim, diagram, order, rule)
        found = first_break(claim, diagram, order, rule)
        if found:
            yield break_of(claim, diagram, found, "independent-of", "Change the tree, or the claim.")


def speaks_of_two(claim: Claim, diagram: Diagram, order: Order, rule: Rule) -> Iterator[Problem]:
    """A claim that holds answers against each other must speak of two at least, whatever their verdict."""
    spoken_of = {
        end.known[rule.question]
        for end in ends(diagram, facts_of(claim) | {rule.question})
        if rule.question in end.known
        and holds(claim.when, {**end.known, "verdict": diagram.verdict(end.outcome)}, order)
    }
    speaks_of_verdict = any(compare.fact == "verdict" for compare in comparisons(claim.when))
    if speaks_of_verdict or len(spoken_of & {*rule.answers}) < 2:  # noqa: PLR2004 - it takes two to be compared
        yield compares_nothing(claim, rule.question)


def facts_of(claim: Claim) -> frozenset[str]:
    """The questions that the ``when`` of a claim speaks of."""
    return frozenset(compare.fact for compare in comparisons(claim.when)) - {"verdict"}


def first_break(claim: Claim, diagram: Diagram, order: Order, rule: Rule) -> Found | None:
    """The first two answers, each held against each later one, that break a claim on two paths it speaks of."""
    facts = facts_of(claim)
    for number, known, way in spots(diagram, facts):
        node = diagram.nodes[number]
        for one, other in combinations(rule.answers, 2) if node.name == rule.question and node.ways else ():
            for pair in pairs(diagram, node.ways[one], node.ways[other], facts, rule.worth):
                here = {**dict(known), rule.question: one, **pair.known, "verdict": diagram.verdict(pair.one)}
                there = {
                    **dict(known),
                    rule.question: other,
                    **pair.known_there,
                    "verdict": diagram.verdict(pair.other),
                }
                if rule.breaks(pair) and holds(claim.when, here, order) and holds(claim.when, there, order):
                    return Found(rule.question, one, other, way, pair)
    return None


def is_rise(diagram: Diagram, pair: Pair) -> bool:
    """Whether the later answer is more permissive. A hand-over is no answer yet, so it is neither."""
    before, later = (VERDICTS.get(diagram.verdict(outcome)) for outcome in (pair.one, pair.other))
    return before is not None and later is not None and later < before


def differs(diagram: Diagram, pair: Pair) -> bool:
    """Whether the two verdicts are not the same."""
    return diagram.verdict(pair.one) != diagram.verdict(pair.other)


def break_of(claim: Claim, diagram: Diagram, found: Found, key: str, fix: str) -> Problem:
    """A claim with two paths that differ in one answer and break it."""
    example = f"{fix} {example_of(diagram, found)}"
    return Problem(claim.at(key), "claim-broken", told(claim, diagram, found), example)


def told(claim: Claim, diagram: Diagram, found: Found) -> str:
    """The two paths in words."""
    rest = {**(found.way.answers() if found.way else {}), **found.pair.answers}
    same = f"with {{ {in_words(rest)} }}, " if rest else ""
    return (
        f'The claim "{claim.claim}" is broken: {same}"{found.question}: {found.other}" ends in "{found.pair.other}" '
        f'({diagram.verdict(found.pair.other)}), and "{found.question}: {found.one}" in "{found.pair.one}" '
        f"({diagram.verdict(found.pair.one)})."
    )


def example_of(diagram: Diagram, found: Found) -> str:
    """The path of the later answer, to be pasted."""
    before = found.way.answers() if found.way else {}
    return as_example(diagram, {**before, found.question: found.other, **found.pair.answers}, found.pair.other)
