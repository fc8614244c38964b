"""`policy verify-record FILE`: whether a record agrees with its edition, and whether the answer is still the same."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from macros.commands.checking import problem_as_json
from macros.editions.current import find_current
from macros.editions.kept_record import Kept, read_kept
from macros.editions.record_check import check_record, named
from macros.editions.record_now import Now, answers_now
from macros.editions.sides import find_side
from macros.problems import Problem, faults
from macros.register import DRAFT
from macros.settings import load_parameters
from macros.words import read_words

NOW = {
    "same": "these answers lead to the same outcome.",
    "words": "these answers lead to the same verdict, in other words or by other clauses.",
    "another": "these answers lead to another outcome: {ends}, and no longer {before}.",
    "open": "these answers do not decide it: {ends}. It depends on:",
    "gone": "this question is no longer asked.",
}
NOT_PROVED = "It does not show who made the record, or when, or that the answers were true. Nobody checks the note."


def verify_record(root: Path, asked: argparse.Namespace) -> int:
    """Ends with 0 where the record agrees, whatever the current edition says; with 1 where it does not."""
    today = date.today()  # noqa: DTZ011 - the day where the record is looked at
    words, _ = read_words(root, load_parameters(root)[0])
    kept, problems = read_kept(asked.file, today)
    now = None
    if kept:
        problems, now = hold(root, kept, words, today)
    agrees = kept is not None and not faults(problems)
    if asked.json:
        print(json.dumps(as_json(kept if agrees else None, now, problems), indent=2))
        return 0 if agrees else 1
    for problem in problems:
        print(problem, file=sys.stderr)
    for line in report(kept, now, words) if kept and agrees else ():
        print(line)
    return 0 if agrees else 1


def as_json(kept: Kept | None, now: Now | None, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """Everything for programs. Without a record that agrees, ``record`` is null, and so is ``current``."""
    return {
        "format": 1,
        "agrees": kept is not None,
        "record": kept.data if kept else None,
        "current": now.as_json() if now else None,
        "problems": [problem_as_json(problem) for problem in problems],
    }


def report(kept: Kept, now: Now | None, words: Mapping[str, str]) -> Iterator[str]:
    """Everything for people, of a record that agrees."""
    data = kept.data
    edition = named(data["edition"]["number"])
    edition = edition[0].lower() + edition[1:]
    yield f"The record agrees with {edition}: there these answers lead to this outcome, in these words."
    yield from ("", f"  {data['question']['title']}", f"  {data['outcome']['word']}", f"  {data['date']}", "")
    yield NOT_PROVED
    if now:
        yield from ("", *what_now(now, words))


def what_now(now: Now, words: Mapping[str, str]) -> Iterator[str]:
    """What the current edition makes of the answers."""
    current = "In the draft" if now.edition == DRAFT else f"In the current edition, {now.edition},"
    said = {verdict: words.get(f"verdict.{verdict}", verdict) for _, verdict in (*now.ends, ("", now.before))}
    ends = ", or ".join(dict.fromkeys(said[verdict] for _, verdict in now.ends))
    yield f"{current} {NOW[now.kind].format(ends=ends, before=said[now.before])}"
    yield from (f"  {asked}" for asked in now.asks)


def hold(root: Path, kept: Kept, words: Mapping[str, str], today: date) -> tuple[tuple[Problem, ...], Now | None]:
    """What speaks against a record; where nothing does, what the current edition makes of its answers."""
    number = kept.data["edition"]["number"]
    edition, unread = find_side(root, number)
    if edition is None or edition.trees is None:
        return unread, None
    if wrong := check_record(kept, edition, words):
        return wrong, None
    newest = find_current(root, today)
    current, unread = (edition, ()) if newest == number else find_side(root, newest)
    if current is None or current.trees is None:
        return tuple(as_advice(problem) for problem in unread), None
    return (), answers_now(kept.data, edition, current)


def as_advice(problem: Problem) -> Problem:
    """What stands in the way of looking at the current edition says nothing against the record."""
    return Problem(problem.place, problem.code, problem.what, problem.fix, "advice")
