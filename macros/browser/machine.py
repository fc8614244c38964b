"""Steps through a compiled tree: answers in, the next question or the outcome out. Nothing else ever does.

A step is always a replay from the first question. So Back, Change, a shared link and a test are all the same act,
and an answer that is no longer asked for simply falls out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from . import dates

NOT_SURE = "not-sure"
NONE = "none"  # of a tick list: nothing was ticked
ANY = "any"  # one or more, the reader did not say which
HOLD_AND_ASK = "hold-and-ask"

# An option id, a range id, "not-sure", or (for a tick list) the ids that were ticked.
Answer = str | tuple[str, ...]
Answers = Mapping[str, Answer]


class CompiledTree(Protocol):
    """What the compiler writes: data, and ``after_QUESTION(known)`` or ``look_QUESTION(known)`` for each question."""

    TREE: str
    TITLE: str
    EDITION: str
    PRIVATE: bool
    FIRST: str
    QUESTIONS: dict[str, dict[str, Any]]
    OUTCOMES: dict[str, dict[str, Any]]
    CLAUSES: dict[str, dict[str, str]]


@dataclass(frozen=True)
class Step:
    """Where a reader stands: a question to answer, or an outcome (which may hand over to another tree)."""

    kind: Literal["question", "outcome"]
    name: str
    answers: dict[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """An answer that cannot be taken, with the key of the words that say why."""

    words: str


def replay(tree: CompiledTree, answers: Answers) -> Step:
    """Follow the answers from the first question until one is missing, or cannot be an answer there."""
    known: dict[str, Answer] = {}
    step = Step("question", tree.FIRST, known)
    while step.kind == "question" and step.name in answers and may_be_answered(tree, step.name, answers[step.name]):
        known[step.name] = answers[step.name]
        step = after(tree, step.name, known)
    return step


def after(tree: CompiledTree, question: str, known: Mapping[str, Answer]) -> Step:
    """The step that follows a question, once it is answered in ``known``."""
    kind, name = passed(tree, question, known)[-1].split(" ")
    return Step("outcome" if kind == "outcome" else "question", name, dict(known))


def passed(tree: CompiledTree, question: str, known: Mapping[str, Answer]) -> list[str]:
    """What follows a question, looks on the way included: ``["look settled", "outcome fine"]``."""
    steps = [f"after {question}"]
    while steps[-1].startswith(("after ", "look ")):
        follow = getattr(tree, steps[-1].replace(" ", "_").replace("-", "_"))
        steps.append(follow(known))
    return steps[1:]


def way(tree: CompiledTree, answers: Answers) -> list[tuple[str, str, str]]:
    """Every line of the chart that these answers follow, as (from, answer, to); a look has no answer.

    ``[("how-many", "few", "question settled"), ("settled", "", "outcome fine")]``
    """
    lines = []
    known = replay(tree, answers).answers
    for question, answer in known.items():
        start, said = question, known_as(tree, question, answer)
        for step in passed(tree, question, known):
            kind, name = step.split(" ")
            lines.append((start, said, f"outcome {name}" if kind == "outcome" else f"question {name}"))
            start, said = name, ""
    return lines


def known_as(tree: CompiledTree, question: str, answer: Answer) -> str:
    """An answer as the tree's ways have it: of a tick list only whether anything was ticked."""
    if tree.QUESTIONS[question]["kind"] == "several" and answer != NOT_SURE:
        return ANY if answer else NONE
    return str(answer)


def may_be_answered(tree: CompiledTree, question: str, answer: Answer) -> bool:
    """Whether this is one of the answers that the question takes."""
    asked = tree.QUESTIONS[question]
    if answer == NOT_SURE:
        return True
    if asked["kind"] == "several":
        return answer == ANY or (isinstance(answer, tuple) and all(tick in asked["options"] for tick in answer))
    return answer in asked["options"]


def every_answer(tree: CompiledTree, question: str) -> tuple[Answer, ...]:
    """Each answer a question can have, "not sure" last. For a tick list: nothing ticked, then each tick alone."""
    asked = tree.QUESTIONS[question]
    if asked["kind"] == "several":
        return ((), *((tick,) for tick in asked["options"]), NOT_SURE)
    return (*asked["options"], NOT_SURE)


def read_answer(tree: CompiledTree, question: str, given: object, today: date) -> tuple[Answer, date | None] | Refused:
    """What a reader chose or typed, as an answer, with the exact date where they gave one.

    ``given`` is an option or range id, a list of ticks, a number as text, or a date as ``2011-02-01`` or as
    ``{"day": "1", "month": "2", "year": "2011"}``.
    """
    asked = tree.QUESTIONS[question]
    if isinstance(given, list):
        given = tuple(given)
    if isinstance(given, (str, tuple)) and may_be_answered(tree, question, given):
        return given, None
    if asked["kind"] == "date":
        return read_date_answer(asked["ranges"], given, today)
    number = dates.read_number(given) if asked["kind"] == "number" and isinstance(given, str) else None
    if number is not None:
        return dates.range_of_number(asked["ranges"], number), None
    return Refused("error.number" if asked["kind"] == "number" else "error.choose")


def read_date_answer(ranges: dates.Ranges, given: object, today: date) -> tuple[Answer, date] | Refused:
    """A date of the past or of today, and the range it falls in."""
    if isinstance(given, str) and given.count("-") == 2:  # noqa: PLR2004 - year, month and day
        given = dict(zip(("year", "month", "day"), given.split("-"), strict=True))
    if not isinstance(given, dict):
        return Refused("error.date")
    parts = [str(given.get(part, "")).strip() for part in ("day", "month", "year")]
    day = dates.read_date(*parts)
    if day is None:
        return Refused(dates.what_is_wrong(*parts))
    if day > today:
        return Refused("error.future")
    return dates.range_of_date(ranges, day, today), day


def facts(tree: CompiledTree, answers: Answers) -> dict[str, Answer]:
    """What was computed on the way: the range of each date or number that was answered."""
    computed = ("date", "number")
    return {
        name: value for name, value in answers.items() if tree.QUESTIONS[name]["kind"] in computed and value != NOT_SURE
    }
