"""What can be wrong with names in claims and in what is said of options: each must be something the tree has."""

from __future__ import annotations

from macros.problems import Problem, did_you_mean
from macros.trees.checks import Faults
from macros.trees.checks.facts import ENDS, unknown_answer, unknown_fact, values_of
from macros.trees.model import Tree


def known_verdicts(tree: Tree) -> Faults:
    """What a claim demands, forbids or calls reachable is a verdict."""
    for verdict in (each for claim in tree.always for each in (*claim.verdict, *claim.never, *claim.reachable)):
        if verdict.text not in ENDS:
            fix = did_you_mean(verdict.text, ENDS) or f"Verdicts are: {', '.join(ENDS)}."
            yield Problem(verdict.place, "unknown-verdict", f'There is no verdict "{verdict}".', fix)


def known_ladders(tree: Tree) -> Faults:
    """A monotone claim orders answers of a question that asks."""
    for claim in tree.always:
        for question, ladder in claim.monotone.items():
            yield from unknown_fact(tree, question, claim.at(f"monotone.{question}"))
            values = values_of(tree, question)
            for answer in ladder:
                if values and answer.text not in values:
                    yield unknown_answer(question, answer.text, values, answer.place)


def known_differences(tree: Tree) -> Faults:
    """A claim of independence names questions that ask."""
    for claim in tree.always:
        for question in claim.independent_of:
            yield from unknown_fact(tree, question.text, question.place)


def known_options(tree: Tree) -> Faults:
    """What is said of options is said of options that the question has. "Not sure" is never alike."""
    for question in tree.questions.values():
        said = [(option.text, option.place) for option in question.alike]
        said += [(option, question.at(f"bring-about.{option}")) for option in question.bring_about]
        for option, place in said if not question.look else ():
            if option not in question.answers:
                yield unknown_answer(question.name, option, question.answers, place)
