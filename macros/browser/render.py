"""Draws a question as HTML: the same drawing in the built page, with links, and in the live page, with buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .choices import Way, choices
from .html_parts import Setting, element, escape, paragraphs
from .machine import CompiledTree
from .typed import FIELDS, Wrong


def question(
    tree: CompiledTree, name: str, setting: Setting, *, way: Way | None = None, wrong: Wrong | None = None
) -> str:
    """One question with everything a reader needs to answer it."""
    asked = tree.QUESTIONS[name]
    inside = heading(asked["ask"], name) + why(asked, setting) + problem(wrong, setting, name)
    if way is None and asked["kind"] != "choice":
        inside += FIELDS[asked["kind"]](asked, setting, name, wrong)
    else:
        inside += choices(asked, setting, name, way)
    if way is None:
        return element("form", inside, class_="dt-question", data_question=name, novalidate=True)
    return element("div", inside, class_="dt-question")


def heading(ask: str, name: str) -> str:
    """The question itself. It takes the focus when it is new."""
    return element("h2", escape(ask), class_="dt-ask", tabindex="-1", data_ask=name)


def why(asked: Mapping[str, Any], setting: Setting) -> str:
    """Why we ask, folded away, where the writer says it."""
    if not asked["why"]:
        return ""
    summary = element("summary", escape(setting.words["ask.why"]))
    return element("details", summary + paragraphs(asked["why"], "dt-why-text"), class_="dt-why")


def problem(wrong: Wrong | None, setting: Setting, name: str) -> str:
    """What is wrong with an answer that could not be taken."""
    if not wrong:
        return ""
    words = escape(setting.words["error.title"]) + " " + escape(wrong.words)
    return element("p", words, class_="dt-problem", id=f"dt-problem-{name}")
