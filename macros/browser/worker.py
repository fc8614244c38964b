"""What the page's worker calls: one message in, one message out, both JSON text.

In   {"type": "step", "tree": "friend-request", "today": "2026-11-22", "base": "../../",
      "answers": {"young": "yes"}  or  "fragment": "young=yes",  "dates": {"age": "2011-02-01"},
      "given": {"question": "age", "answer": {"day": "1", "month": "2", "year": "2011"}}}
Out  {"type": "step", "kind": "question" or "outcome", "name", "html", "answers", "dates", "fragment", "problem",
      "way": [["young", "yes", "question age"], …]  the lines of the chart that led here, looks included}
     {"type": "failed", "why"}
Other messages: see compare/live.py, and keeping.py for the record of an answer.

``answers`` hold option and range ids only. ``dates`` are the exact days; they never leave the page's memory.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from . import explain, links, machine, render, verdicts
from .given import given, private_note
from .html_parts import Setting
from .reasons import would_change
from .typed import Wrong


def handle(text: str) -> str:
    """Answer one message. Whatever goes wrong is told in the answer, so that the page can go on without us."""
    try:
        message = json.loads(text)
        answer = {"compare": compare, "record": keep}.get(message["type"], step)
        return json.dumps(answer(message))
    except Exception as error:  # noqa: BLE001 - the page must be told, whatever it was
        return json.dumps({"type": "failed", "why": f"{type(error).__name__}: {error}"})


def compare(message: Mapping[str, Any]) -> dict[str, Any]:
    """What compares editions comes in a zip of its own, which the page's worker has put beside us: see its live.py."""
    live = importlib.import_module(".compare.live", __package__)
    return cast("dict[str, Any]", live.compare(message))


def step(message: Mapping[str, Any]) -> dict[str, Any]:
    """Replay the answers, take in the one just given, and draw where the reader now stands."""
    tree = load(message["tree"])
    today = date.fromisoformat(message["today"])
    answers = read_answers(tree, message)
    days = {name: date.fromisoformat(day) for name, day in message.get("dates", {}).items()}
    wrong = take_in(tree, message.get("given"), answers, days, today)
    stands = machine.replay(tree, answers)
    kept = {name: day for name, day in days.items() if holds(tree, stands, name, day, today)}
    return {
        "type": "step",
        "kind": stands.kind,
        "name": stands.name,
        "problem": wrong.words if wrong else "",
        "html": draw(tree, stands, kept, wrong, Setting(words(), message.get("base", "../../"))),
        "answers": stands.answers,
        "fragment": links.write_fragment(stands.answers),
        "way": machine.way(tree, stands.answers),
        "dates": {name: day.isoformat() for name, day in kept.items()},
    }


def keep(message: Mapping[str, Any]) -> dict[str, Any]:
    """The record of an answer. What makes it is loaded by who asks for one: nobody's first question waits for it."""
    tree, keeping = load(message["tree"]), importlib.import_module(".keeping", __package__)
    facts = importlib.import_module("compiled.words").EDITION
    return cast("dict[str, Any]", keeping.keep(tree, read_answers(tree, message), message, facts, words()))


def load(name: str) -> machine.CompiledTree:
    """A compiled tree by its id. Only our own trees are there to be imported."""
    module = "".join(letter for letter in name if letter.isalnum() or letter == "-").replace("-", "_")
    return cast("machine.CompiledTree", importlib.import_module(f"compiled.{module}"))


def words() -> Mapping[str, str]:
    """The words of the site, as the build bundled them."""
    return cast("Mapping[str, str]", importlib.import_module("compiled.words").WORDS)


def read_answers(tree: machine.CompiledTree, message: Mapping[str, Any]) -> dict[str, machine.Answer]:
    """The answers a message carries, as values or as the fragment of an address."""
    if "fragment" in message:
        ticks = frozenset(name for name, asked in tree.QUESTIONS.items() if asked["kind"] == "several")
        return links.read_fragment(message["fragment"], ticks)
    return {name: read_answer(tree, name, answer) for name, answer in message.get("answers", {}).items()}


def read_answer(tree: machine.CompiledTree, name: str, answer: str | list[str]) -> machine.Answer:
    """One answer as the page keeps it: ticks as a list, or as text where a link of the built page was tapped."""
    if isinstance(answer, list):
        return tuple(answer)
    asked = tree.QUESTIONS.get(name)
    return links.read_ticks(answer) if asked and asked["kind"] == "several" else answer


def take_in(
    tree: machine.CompiledTree,
    given: Mapping[str, Any] | None,
    answers: dict[str, machine.Answer],
    days: dict[str, date],
    today: date,
) -> Wrong | None:
    """Add the answer just given to the others; where it cannot be taken, return what is wrong with it."""
    if not given:
        return None
    name = given["question"]
    days.pop(name, None)
    read = machine.read_answer(tree, name, given["answer"], today)
    if isinstance(read, machine.Refused):
        answers.pop(name, None)
        return Wrong(words()[read.words], typed(given["answer"]))
    answers[name] = read[0]
    if read[1]:
        days[name] = read[1]
    return None


def typed(answer: object) -> dict[str, str]:
    """What the reader typed, by field."""
    return {part: str(text) for part, text in answer.items()} if isinstance(answer, dict) else {"number": str(answer)}


def holds(tree: machine.CompiledTree, stands: machine.Step, name: str, day: date, today: date) -> bool:
    """Whether an exact date still belongs to the answer that stands for it."""
    read = machine.read_answer(tree, name, day.isoformat(), today) if name in stands.answers else None
    return isinstance(read, tuple) and read[0] == stands.answers[name]


def draw(
    tree: machine.CompiledTree, stands: machine.Step, days: Mapping[str, date], wrong: Wrong | None, setting: Setting
) -> str:
    """Where the reader stands, and under it the answers that led there."""
    kept_by_nobody = private_note(tree, setting)
    if stands.kind == "question":
        before = given(tree, stands.answers, setting, days=days)
        return render.question(tree, stands.name, setting, wrong=wrong) + before + kept_by_nobody
    ends = tree.OUTCOMES[stands.name]
    decided = None if ends["goto"] else explain.decided_by(tree, stands.answers)
    why = given(tree, stands.answers, setting, days=days, decided=decided) + kept_by_nobody
    change = would_change(explain.nearest_change(tree, stands.answers), ends["verdict"], setting)
    keeps = verdicts.keep_button(setting)
    return verdicts.outcome(tree, stands.name, setting, known_dates=days, change=change, keep=keeps, after=why)
