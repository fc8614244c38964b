"""What can be wrong with an example before it is tried: what it answers, and where it says that leads."""

from __future__ import annotations

import re
from datetime import date

from macros.browser import dates
from macros.problems import Problem, did_you_mean
from macros.trees.checks import Faults
from macros.trees.checks.facts import ENDS
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
    asking = [name for name, question in tree.questions.items() if not question.look]
    for example in tree.examples:
        for name in example.answers:
            if name not in asking:
                what = f'No question of this tree that asks something is called "{name}".'
                fix = did_you_mean(name, asking) or "Take this answer out."
                yield Problem(example.at(f"answers.{name}"), "unknown-fact", what, fix)


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
            wrong = refuse(question, answer, example) if question and not question.look else None
            if wrong:
                yield Problem(example.at(f"answers.{name}"), *wrong)


def refuse(question: Question, answer: str | tuple[str, ...], example: Example) -> tuple[str, str, str] | None:
    """Code, what and fix of an answer that cannot be taken; None for one that can."""
    if answer == NOT_SURE:
        return None
    if question.kind == "several":
        return refuse_ticks(question, answer)
    if isinstance(answer, tuple):
        return "unknown-answer", f'"{question.name}" takes one answer, not a list.', "Write one, without brackets."
    if answer in question.answers or (question.kind == "number" and re.fullmatch(r"\d{1,6}", answer)):
        return None
    if question.kind == "date" and LIKE_A_DAY.fullmatch(answer):
        return refuse_day(answer, example)
    return no_answer(question, answer, question.answers)


def refuse_ticks(question: Question, answer: str | tuple[str, ...]) -> tuple[str, str, str] | None:
    """The answer to a tick list is a list of its options, which may be empty; or "any", for one or more of them."""
    options = tuple(option for option in question.options if option != NOT_SURE)
    if isinstance(answer, str):
        fix = f"Write [{answer}]." if answer in options else "Write the ids that are ticked in brackets, [] for none."
        return None if answer == ANY else ("unknown-answer", f'"{question.name}" takes a list of ticks.', fix)
    wrong = [tick for tick in answer if tick not in options]
    return no_answer(question, wrong[0], options) if wrong else None


def no_answer(question: Question, answer: str, ids: tuple[str, ...]) -> tuple[str, str, str]:
    """An answer that the question does not have."""
    fix = did_you_mean(answer, ids) or f"Its answers are: {', '.join((*ids, NOT_SURE))}."
    return "unknown-answer", f'"{question.name}" has no answer "{answer}".', fix


def refuse_day(answer: str, example: Example) -> tuple[str, str, str] | None:
    """A date that is none, one without a "today" to count it from, or one after that."""
    day, today = read_day(answer), read_day(example.today.text) if example.today else None
    if not day:
        return "not-a-day", f'"{answer}" is not a day.', "Write year, month and day: 2026-11-22."
    if not example.today:
        what = f'The example "{example.name}" has a date, but no "today".'
        return "example-without-today", what, 'Add "today: 2026-11-22", the day on which it happens.'
    if today and day > today:
        return "not-a-day", f'"{answer}" is after "today".', "A date is always in the past."
    return None


def read_day(text: str) -> date | None:
    """A day as year, month and day, the way examples have it; None for anything else."""
    year, month, day = text.split("-") if DAY.fullmatch(text) else ("", "", "")
    return dates.read_date(day, month, year)
