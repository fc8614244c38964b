"""Draws the answers a reader types or ticks in the live page: a date, a number, a tick list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .choices import choice, choices
from .html_parts import Setting, element, escape
from .machine import NOT_SURE


@dataclass(frozen=True)
class Wrong:
    """Why an answer could not be taken, and what was typed, by field: a slip is mended, not typed anew."""

    words: str
    typed: Mapping[str, str]


def date_fields(asked: Mapping[str, Any], setting: Setting, name: str, wrong: Wrong | None) -> str:
    """Day, month and year to type; below them the ranges, for whoever does not know the exact day."""
    hint = element("p", escape(setting.words["ask.date-hint"]), class_="dt-hint", id=f"dt-hint-{name}")
    fields = "".join(field(name, part, setting, wrong) for part in ("day", "month", "year"))
    group = element(
        "div",
        hint + element("div", fields, class_="dt-date"),
        role="group",
        aria_label=asked["ask"],
        aria_describedby=f"dt-hint-{name}",
    )
    return group + go_on(setting) + or_choose("ask.or-choose", asked, setting, name)


def number_field(asked: Mapping[str, Any], setting: Setting, name: str, wrong: Wrong | None) -> str:
    """One number to type; below it the ranges."""
    return field(name, "number", setting, wrong) + go_on(setting) + or_choose("ask.or-range", asked, setting, name)


def tick_list(asked: Mapping[str, Any], setting: Setting, name: str, wrong: Wrong | None) -> str:
    """Boxes to tick, any number of them or none."""
    boxes = "".join(
        element(
            "li",
            element(
                "label",
                f'<input type="checkbox" name="tick" value="{escape(option)}"> ' + element("span", escape(words)),
                class_="dt-tick",
            ),
        )
        for option, words in asked["options"].items()
    )
    hint = element("p", escape(setting.words["ask.tick-hint"]), class_="dt-hint", id=f"dt-hint-{name}")
    described = f"dt-hint-{name}" + (f" dt-problem-{name}" if wrong else "")
    group = element(
        "div",
        hint + element("ul", boxes, class_="dt-ticks", role="list"),
        role="group",
        aria_label=asked["ask"],
        aria_describedby=described,
    )
    unsure = choice(name, NOT_SURE, asked["not_sure"] or setting.words["ask.not-sure"], None)
    return group + go_on(setting) + element("ul", element("li", unsure), class_="dt-options", role="list")


FIELDS = {"date": date_fields, "number": number_field, "several": tick_list}


def field(name: str, part: str, setting: Setting, wrong: Wrong | None) -> str:
    """One labelled box for digits."""
    box = element(
        "input",
        "",
        id=f"dt-{name}-{part}",
        name=part,
        inputmode="numeric",
        autocomplete="off",
        maxlength="6" if part == "number" else "4",
        value=wrong.typed.get(part) if wrong else None,
        aria_invalid="true" if wrong else None,
        aria_describedby=f"dt-problem-{name}" if wrong else None,
    ).removesuffix("</input>")
    label = element("label", escape(setting.words[f"ask.{part}"]), for_=f"dt-{name}-{part}")
    return element("div", label + box, class_=f"dt-field dt-field-{part}")


def or_choose(words: str, asked: Mapping[str, Any], setting: Setting, name: str) -> str:
    """The ranges as answers to tap."""
    return element("p", escape(setting.words[words]), class_="dt-or") + choices(asked, setting, name, None)


def go_on(setting: Setting) -> str:
    """The button that sends what was typed or ticked."""
    return element("button", escape(setting.words["ask.continue"]), type="submit", class_="dt-continue")
