"""What can be wrong with an example before it is tried: what it answers, and where it says that leads."""

from __future__ import annotations

import re
from datetime import date

from macros.browser import dates
from macros.problems import Place, Problem, did_you_mean
from macros.trees.checks import Faults
from macros.trees.checks.facts import ENDS, unknown_fact
from macros.trees.model import ANY, HOLD_AND_ASK, NOT_SURE, Example, Question, Tree

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LIKE_A_DAY = re.compile(r"[\d./-]*\d[./-]\d[\d./-]*")


def known_ends(tree: Tree) -> Faults:
    """Every example ends in an outcome of this tree, with a verdict there is."""
    for example in tree.examples:
        wanted, verdict = example.outcome, example.verdict
        if wanted.text not in tree.outcomes and wanted.text != HOLD_AND_ASK:
            what = f'This tree has no outcome "{wanted}".'
            fix = did_you_mean(wanted.text, tree.outcomes) or "Name the outcome that this person should come to."
            yield Problem(wanted.place, "unknown-outcome", what, fix)
        if verdict and verdict.text not in ENDS:
            fix = did_you_mean(verdict.text, ENDS) or f"Verdicts are: {', '.join(ENDS)}."
            yield Problem(verdict.place, "unknown-verdict", f'There is no verdict "{verdict}".', fix)


def known_questions(tree: Tree) -> Faults:
    """Every answer is to a question of this tree that asks something."""
    for example in tree.examples:
        for name in example.answers:
            yield from unknown_fact(tree, name, example.at(f"answers.{name}"))


def days_of_examples(tree: Tree) -> Faults:
    """A day on which an example happens is a day."""
    for example in tree.examples:
        if example.today and not read_day(example.today.text):
            what, fix = f'"{example.today}" is not a day.', "Write year, month and day: 2026-11-22."
            yield Problem(example.today.place, "not-a-day", what, fix)


def known_answers(tree: Tree) -> Faults:
    """Every answer is one that its question takes."""
    for example in tree.examples:
        for name, answer in example.answers.items():
            question = tree.questions.get(name)
            if question and not question.look and answer != NOT_SURE:
                yield from refuse(question, answer, example)


def refuse(question: Question, answer: str | tuple[str, ...], example: Example) -> Faults:
    """Why an answer cannot be taken, if it cannot."""
    place = example.at(f"answers.{question.name}")
    is_number = question.kind == "number" and isinstance(answer, str) and re.fullmatch(r"\d{1,6}", answer)
    if question.kind == "several":
        yield from refuse_ticks(question, answer, place)
    elif isinstance(answer, tuple):
        what = f'"{question.name}" takes one answer, not a list.'
        yield Problem(place, "unknown-answer", what, "Write one, without brackets.")
    elif question.kind == "date" and answer not in question.answers and LIKE_A_DAY.fullmatch(answer):
        yield from refuse_day(answer, example, place)
    elif answer not in question.answers and not is_number:
        yield no_answer(question, answer, question.answers, place)


def refuse_ticks(question: Question, answer: str | tuple[str, ...], place: Place) -> Faults:
    """The answer to a tick list is a list of its options, which may be empty; or "any", for one or more of them."""
    options = tuple(option for option in question.options if option != NOT_SURE)
    if isinstance(answer, str) and answer != ANY:
        fix = f"Write [{answer}]." if answer in options else "Write the ids that are ticked in brackets, [] for none."
        yield Problem(place, "unknown-answer", f'"{question.name}" takes a list of ticks.', fix)
    for tick in answer if isinstance(answer, tuple) else ():
        if tick not in options:
            yield no_answer(question, tick, options, place)


def no_answer(question: Question, answer: str, ids: tuple[str, ...], place: Place) -> Problem:
    """An answer that the question does not have."""
    fix = did_you_mean(answer, ids) or f"Its answers are: {', '.join((*ids, NOT_SURE))}."
    return Problem(place, "unknown-answer", f'"{question.name}" has no answer "{answer}".', fix)


def refuse_day(answer: str, example: Example, place: Place) -> Faults:
    """A date that is none, one without a "today" to count it from, or one after that."""
    day, today = read_day(answer), read_day(example.today.text) if example.today else None
    if not day:
        yield Problem(place, "not-a-day", f'"{answer}" is not a day.', "Write year, month and day: 2026-11-22.")
    elif not example.today:
        what = f'The example "{example.name}" has a date, but no "today".'
        yield Problem(place, "example-without-today", what, 'Add "today: 2026-11-22", the day on which it happens.')
    elif today and day > today:
        yield Problem(place, "not-a-day", f'"{answer}" is after "today".', "Give a day up to then.")


def read_day(text: str) -> date | None:
    """A day as year, month and day, the way examples have it; None for anything else."""
    year, month, day = text.split("-") if DAY.fullmatch(text) else ("", "", "")
    return dates.read_date(day, month, year)
