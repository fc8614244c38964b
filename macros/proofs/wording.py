"""How a broken claim is told: its paths in words, and as examples that can be pasted."""

from __future__ import annotations

from collections.abc import Mapping

from macros.problems import Problem
from macros.proofs.diagram import Diagram
from macros.trees.model import NOT_SURE, Claim


def claim_of_nothing(claim: Claim) -> Problem:
    """A claim that is about no path."""
    what = f'The claim "{claim.claim}" speaks of no path at all.'
    fix = 'Look at "when": no path through the tree is like that.'
    return Problem(claim.at("when"), "claim-of-nothing", what, fix)


def compares_nothing(claim: Claim, question: str) -> Problem:
    """A claim that should hold two answers against each other, and never can."""
    what = f'The claim "{claim.claim}" compares no two answers to "{question}", so nothing could break it.'
    fix = 'Let "when" leave room for two of them, and not speak of the verdict.'
    return Problem(claim.at("when"), "claim-of-nothing", what, fix)


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
