"""Draws the answers a reader can tap: links in the built page, which know where they lead, buttons in the live one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .html_parts import Setting, element, escape
from .links import write_answer
from .machine import ANY, NOT_SURE, Answer

# Where an answer leads: the address, and what paper says instead. Only the built page knows.
Way = Callable[[Answer], tuple[str, str]]


def choices(asked: Mapping[str, Any], setting: Setting, name: str, way: Way | None) -> str:
    """Every answer as something to tap, "I'm not sure" last."""
    options: list[tuple[Answer, str]] = list(asked["options"].items())
    if asked["kind"] == "several":
        options = [((), setting.words["ask.none"]), (ANY, setting.words["ask.any"])]
    options.append((NOT_SURE, asked["not_sure"] or setting.words["ask.not-sure"]))
    ticks = (
        element("ul", "".join(element("li", escape(words)) for words in asked["options"].values()), class_="dt-ticks")
        if asked["kind"] == "several"
        else ""
    )
    return ticks + element(
        "ul", "".join(element("li", choice(name, *option, way)) for option in options), class_="dt-options", role="list"
    )


def choice(name: str, answer: Answer, words: str, way: Way | None) -> str:
    """One answer: a link where its address is known, else a button."""
    said = {"class_": "dt-option", "data_question": name, "data_answer": write_answer(answer)}
    inside = element("span", escape(words))
    if way is None:
        return element("button", inside, type="button", **said)
    href, on_paper = way(answer)
    return element("a", inside + element("span", f" ({escape(on_paper)})", class_="on-paper"), href=href, **said)
