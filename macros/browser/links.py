"""Writes answers into the part of an address after #, and reads them back. Only ids ever stand there, no dates."""

from __future__ import annotations

from .machine import ANY, NOT_SURE, Answer, Answers

TICKS, NOTHING_TICKED = "+", "none"


def write_fragment(answers: Answers) -> str:
    """``{"fit": "no", "private": "nothing"}`` as ``fit=no&private=nothing``; ticks are joined by ``+``."""
    return "&".join(f"{question}={write_answer(answer)}" for question, answer in answers.items())


def write_answer(answer: Answer) -> str:
    """One answer as it stands in an address."""
    return answer if isinstance(answer, str) else TICKS.join(answer) or NOTHING_TICKED


def read_fragment(fragment: str, tick_lists: frozenset[str] = frozenset()) -> dict[str, Answer]:
    """The answers an address carries, in its order. What makes no sense is left out; the machine checks the rest."""
    answers: dict[str, Answer] = {}
    for pair in fragment.removeprefix("#").split("&"):
        question, equals, answer = pair.partition("=")
        if equals:
            answers[question] = read_ticks(answer) if question in tick_lists else answer
    return answers


def read_ticks(answer: str) -> Answer:
    """The ticks of a tick list: ``children+adults``, ``none``, or ``not-sure``."""
    if answer == NOTHING_TICKED:
        return ()
    return answer if answer in (NOT_SURE, ANY) else tuple(answer.split(TICKS))
