"""Says in words what ``explain`` found, in one way for the page with Python, the page without, and the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from .dates import write_date
from .explain import Change
from .html_parts import Setting, element, escape
from .machine import ANY, NOT_SURE, Answer, CompiledTree

Words = Mapping[str, str]


def in_words(tree: CompiledTree, name: str, answer: Answer, words: Words, day: date | None = None) -> str:
    """An answer as the reader saw it, with the exact date where they gave one."""
    asked = tree.QUESTIONS[name]
    if isinstance(answer, tuple):
        return ", ".join(asked["options"][tick] for tick in answer) or words["ask.none"]
    if answer == ANY and asked["kind"] == "several":
        return words["ask.any"]
    if answer == NOT_SURE:
        return str(asked["not_sure"] or words["ask.not-sure"])
    said = str(asked["options"][answer])
    return f"{said} ({write_date(day, words['months'])})" if day else said


def change_in_words(change: Change, verdict: str, words: Words) -> str:
    """What would change an outcome of this verdict, in a sentence or two."""
    if change.instruction and change.verdict:
        then = words["explain.yes-if" if change.verdict == "yes-if" else f"verdict.{change.verdict}"]
        return words["explain.then"].format(change=change.instruction, verdict=then)
    if change.instruction:
        return words["explain.more"].format(change=change.instruction)
    if change.unsure:
        return words["explain.find-out"]
    return words["explain.nothing-alone" if verdict == "ask" else "explain.nothing"]


def would_change(change: Change | None, verdict: str, setting: Setting) -> str:
    """What would change it, as a paragraph; nothing under a verdict that needs none."""
    if not change:
        return ""
    title = element("strong", escape(setting.words["explain.change"]))
    return element("p", f"{title} {escape(change_in_words(change, verdict, setting.words))}", class_="dt-would")
