"""Proves what a tree claims, on every path, and shows the shortest path that breaks a claim as a ready example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from macros.problems import Problem
from macros.proofs.diagram import Diagram, senses
from macros.proofs.ladders import steps_up
from macros.proofs.walks import End, Way, ends, spots
from macros.trees.conditions import Condition, Order, comparisons, holds
from macros.trees.model import NOT_SURE, VERDICTS, Claim, Tree

CHANGE = "Change the tree, or the claim."


def prove_claims(tree: Tree, diagram: Diagram) -> Iterator[Problem]:
    """Every claim that some path breaks, and every claim that speaks of no path. Raises TooWideError."""
    for claim in tree.always:
        yield from prove_claim(claim, tree, diagram)


def prove_claim(claim: Claim, tree: Tree, diagram: Diagram) -> Iterator[Problem]:
    """One claim."""
    order: Order = {**{name: question.ladder for name, question in tree.questions.items()}, "verdict": VERDICTS}
    facts = facts_of(claim.when) | (facts_of(claim.given) if claim.given else frozenset())
    spoken_of = [end for end in ends(diagram, facts) if holds(claim.when, told(diagram, end), order)]
    if not spoken_of:
        yield Problem(
            claim.at("when"),
            "claim-of-nothing",
            f'The claim "{claim.claim}" speaks of no path at all.',
            'Look at "when": no path through the tree is like that.',
        )
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


def as_example(diagram: Diagram, answers: Mapping[str, str], outcome: str) -> str:
    """A path as a line that can be pasted under ``examples``."""
    given = ", ".join(f"{name}: {as_given(diagram, name, answer)}" for name, answer in answers.items())
    verdict = diagram.verdict(outcome)
    line = f'- {{ name: "What broke it", answers: {{ {given} }}, outcome: {outcome}, verdict: {verdict} }}'
    return f"As an example: {line}"


def as_given(diagram: Diagram, question: str, answer: str) -> str:
    """An answer as an example has it: of a tick list the ticks."""
    asked = diagram.tree.QUESTIONS[question]
    if asked["kind"] != "several" or answer == NOT_SURE:
        return answer
    return "[]" if answer == "none" else f"[{next(iter(asked['options']))}]"


def in_words(answers: Mapping[str, str]) -> str:
    """Answers in a row."""
    return ", ".join(f"{name}: {answer}" for name, answer in answers.items())


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
            what = (
                f'The claim "{claim.claim}" is broken: {{ {in_words(end.answers)} }} has {len(end.answers)} questions.'
            )
            yield Problem(claim.at("at-most"), "claim-broken", what, CHANGE)
            return


def makes_a_difference(claim: Claim, diagram: Diagram, order: Order) -> Iterator[Problem]:
    """A question that a claim says the verdict does not depend on, and it does. "Not sure" stands apart."""
    sense = senses(diagram, diagram.verdict)
    for name in map(str, claim.independent_of):
        for number, known, way in spots(diagram, facts_of(claim.when)):
            node = diagram.nodes[number]
            answers = [answer for answer in node.ways if node.name == name and answer != NOT_SURE]
            spoken_of = [answer for answer in answers if may_hold(claim.when, {**dict(known), name: answer}, order)]
            differ = [pair for pair in pairwise(spoken_of) if len({sense[node.ways[answer]] for answer in pair}) > 1]
            if differ:
                yield dependence(claim, name, differ[0], way)
                break


def may_hold(condition: Condition, known: Mapping[str, str], order: Order) -> bool:
    """Whether a condition is so, or could be once more is answered."""
    open_facts = facts_of(condition) - {*known}
    return (
        bool(open_facts) or "verdict" in {one.fact for one in comparisons(condition)} or holds(condition, known, order)
    )


def dependence(claim: Claim, name: str, answers: tuple[str, str], way: Way | None) -> Problem:
    """A claim of independence with two answers that differ."""
    before = in_words(way.answers()) if way else ""
    after = f" after {{ {before} }}" if before else ""
    what = f'The claim "{claim.claim}" is broken: "{name}" makes a difference between {" and ".join(answers)}{after}.'
    return Problem(claim.at("independent-of"), "claim-broken", what, CHANGE)
