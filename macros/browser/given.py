"""Draws the answers that were given: on an outcome those that decided it first, then those that made no difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from .html_parts import Setting, element, escape
from .machine import Answer, CompiledTree
from .reasons import in_words


def given(
    tree: CompiledTree,
    answers: Mapping[str, Answer],
    setting: Setting,
    *,
    days: Mapping[str, date] | None = None,
    decided: Iterable[str] | None = None,
) -> str:
    """The answers so far, each with a way to change it, and the way to start again."""
    if not answers:
        return ""
    rows = {name: row(tree, name, answer, setting, (days or {}).get(name)) for name, answer in answers.items()}
    if decided is None:
        lists = part("ask.given", rows.values(), setting)
    else:
        why = {name: rows.pop(name) for name in decided}
        lists = part("explain.decided", why.values(), setting) + part("explain.others", rows.values(), setting)
    again = element(
        "button", escape(setting.words["ask.restart"]), type="button", class_="dt-restart", data_restart=True
    )
    return element("section", lists + again, class_="dt-given")


def private_note(tree: CompiledTree, setting: Setting) -> str:
    """On a private tree: that a reload starts again, said before somebody finds out by it."""
    return element("p", escape(setting.words["ask.private"]), class_="dt-again") if tree.PRIVATE else ""


def what_decided(tree: CompiledTree, answers: Mapping[str, Answer], setting: Setting) -> str:
    """In the built page: the answers that decided an outcome, where they are known."""
    rows = [row(tree, name, answer, setting, changes=False) for name, answer in answers.items()]
    return element("section", part("explain.decided", rows, setting), class_="dt-given") if rows else ""


def part(title: str, rows: Iterable[str], setting: Setting) -> str:
    """Some of the answers, under a title; of none at all, nothing."""
    inside = "".join(rows)
    heading = element("h3", escape(setting.words[title]))
    return heading + element("dl", inside) if inside else ""


def row(  # noqa: PLR0913 - an answer is drawn with all that is known of it
    tree: CompiledTree, name: str, answer: Answer, setting: Setting, day: date | None = None, *, changes: bool = True
) -> str:
    """One answer given: the question, the answer in words, Change."""
    asked = tree.QUESTIONS[name]["ask"]
    said = element("span", escape(in_words(tree, name, answer, setting.words, day)))
    button = change(name, asked, setting) if changes else ""
    return element("div", element("dt", escape(asked)) + element("dd", said + button))


def change(name: str, asked: str, setting: Setting) -> str:
    """The button that asks a question again."""
    of_what = element("span", " " + escape(setting.words["ask.change-of"].format(question=asked)), class_="dt-unseen")
    inside = escape(setting.words["ask.change"]) + of_what
    return element("button", inside, type="button", class_="dt-change", data_change=name)
