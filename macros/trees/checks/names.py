"""What can be wrong with names in claims and in what is said of options: each must be something the tree has."""

from __future__ import annotations

from macros.problems import Problem, did_you_mean
from macros.trees.checks import Faults
from macros.trees.checks.facts import ENDS, unknown_answer, unknown_fact, values_of
from macros.trees.model import NOT_SURE, Tree


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
    """What is said of options is said of options that the question has. "Not sure" is never alike or aimed at."""
    for question in tree.questions.values():
        aims = [*question.alike, *(change.to for change in question.bring_about)]
        starts = [option for change in question.bring_about for option in change.start if option.text != NOT_SURE]
        for option in (*aims, *starts) if not question.look else ():
            if option.text not in question.answers:
                yield unknown_answer(question.name, option.text, question.answers, option.place)


def changes_something(tree: Tree) -> Faults:
    """What can be brought about is another answer than the one it starts from."""
    for question in tree.questions.values():
        for change in question.bring_about:
            if change.to.text in map(str, change.start):
                what = f'"{change.to}" of "{question.name}" cannot be brought about from itself.'
                yield Problem(change.to.place, "changes-nothing", what, 'Take it out of "from".')


def only_what_can_be_done(tree: Tree) -> Faults:
    """A reader can bring about consent or a talk, never a date or a number: these are facts."""
    for question in tree.questions.values():
        if question.bring_about and question.kind in ("date", "number"):
            yield Problem(
                question.at("bring-about"),
                "changes-a-fact",
                f'"{question.name}" asks for a {question.kind}, and nobody can bring about another.',
                'Take "bring-about" out: it would coach people to say something else.',
            )
