"""What can be wrong with a question: what it asks, its options, and that each answer has a way on."""

from __future__ import annotations

from macros.problems import Problem, did_you_mean
from macros.trees.checks import Faults
from macros.trees.model import NOT_SURE, Question, Tree


def starts_by_asking(tree: Tree) -> Faults:
    """The first question must ask something: nothing is known yet."""
    first = tree.questions[tree.first]
    if first.look:
        yield Problem(
            first.place,
            "looks-first",
            f'The tree begins with "{first.name}", which asks nothing.',
            'Put a question with "ask" first.',
        )


def ask_or_look(tree: Tree) -> Faults:
    """A question asks or looks, never both; a look ends with "else", and nothing comes after that."""
    for question in tree.questions.values():
        if question.look and (question.ask or question.go or question.options):
            yield Problem(
                question.place,
                "asks-and-looks",
                f'"{question.name}" both asks and looks.',
                "Make two of it: one that asks, and one that looks.",
            )
        elses = [at for at, look in enumerate(question.look) if not look.when]
        if question.look and elses != [len(question.look) - 1]:
            yield Problem(
                question.place,
                "look-without-else",
                f'The look "{question.name}" must end with one "else".',
                "Let the last line be - { else: … }, and only that one.",
            )


def options_have_ways(tree: Tree) -> Faults:
    """Every answer has words and a way on, and every way belongs to an answer."""
    for question in tree.questions.values():
        if not question.look:
            yield from missing_ways(question)
            yield from stray_ways(question)


def missing_ways(question: Question) -> Faults:
    """An answer that leads nowhere, or that a reader could not read."""
    if not question.options:
        yield Problem(
            question.place,
            "no-options",
            f'Question "{question.name}" has no options.',
            'Add "options:", with an id and words for each answer.',
        )
    for option, words in question.options.items():
        if not words.text.strip():
            yield Problem(
                words.place,
                "option-without-words",
                f'Option "{option}" of "{question.name}" has no words.',
                "Write what the reader will see after the colon.",
            )
    for answer in question.answers if question.options else ():
        if answer not in question.go and answer != NOT_SURE:
            place = question.options[answer].place if answer in question.options else question.place
            yield Problem(
                place,
                "dead-end",
                f'Nothing says where "{answer}" of "{question.name}" leads.',
                f'Add "{answer}: …" under "go".',
            )


def stray_ways(question: Question) -> Faults:
    """A way for an answer that the question does not have."""
    for answer, target in question.go.items():
        if answer not in (*question.answers, NOT_SURE):
            yield Problem(
                target.place,
                "unknown-option",
                f'"{question.name}" has no option "{answer}".',
                did_you_mean(answer, question.answers) or 'Add it under "options", or take this line out.',
            )
