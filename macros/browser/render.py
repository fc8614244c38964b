"""Draws a question as HTML: the same drawing in the built page, with links, and in the live page, with buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .html_parts import Setting, element, escape, paragraphs
from .links import write_answer
from .machine import NOT_SURE, Answer, CompiledTree

# Where an answer leads, as an address. Only the built page knows one; the live page uses buttons.
Way = Callable[[Answer], str]


def question(tree: CompiledTree, name: str, setting: Setting, *, way: Way | None = None, problem: str = "") -> str:
    """One question with everything a reader needs to answer it."""
    asked = tree.QUESTIONS[name]
    inside = heading(asked["ask"], name) + why(asked, setting) + wrong(problem, setting, name)
    if way is None and asked["kind"] != "choice":
        inside += FIELDS[asked["kind"]](asked, setting, name, wrong=bool(problem))
    else:
        inside += choices(asked, setting, name, way)
    if way is None:
        return element("form", inside, class_="dt-question", data_question=name, novalidate=True)
    return element("div", inside, class_="dt-question")


def heading(ask: str, name: str) -> str:
    """The question itself. It takes the focus when it is new, and the site's search passes it over."""
    return element("h2", escape(ask), class_="dt-ask", tabindex="-1", data_search_exclude=True, data_ask=name)


def why(asked: Mapping[str, Any], setting: Setting) -> str:
    """Why we ask, folded away, where the writer says it."""
    if not asked["why"]:
        return ""
    summary = element("summary", escape(setting.words["ask.why"]))
    return element("details", summary + paragraphs(asked["why"], "dt-why-text"), class_="dt-why")


def wrong(problem: str, setting: Setting, name: str) -> str:
    """What is wrong with an answer that could not be taken."""
    if not problem:
        return ""
    words = escape(setting.words["error.title"]) + " " + escape(problem)
    return element("p", words, class_="dt-problem", id=f"dt-problem-{name}", role="alert")


def choices(asked: Mapping[str, Any], setting: Setting, name: str, way: Way | None) -> str:
    """Every answer as something to tap, "I'm not sure" last."""
    options: list[tuple[Answer, str]] = list(asked["options"].items())
    if asked["kind"] == "several":
        options = [((), setting.words["ask.none"]), ((next(iter(asked["options"])),), setting.words["ask.any"])]
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
    return element("a", inside, href=way(answer), **said)


def date_fields(asked: Mapping[str, Any], setting: Setting, name: str, *, wrong: bool) -> str:
    """Day, month and year to type; below them the ranges, for whoever does not know the exact day."""
    hint = element("p", escape(setting.words["ask.date-hint"]), class_="dt-hint", id=f"dt-hint-{name}")
    fields = "".join(field(name, part, setting, wrong=wrong) for part in ("day", "month", "year"))
    group = element(
        "div",
        hint + element("div", fields, class_="dt-date"),
        role="group",
        aria_label=asked["ask"],
        aria_describedby=f"dt-hint-{name}",
    )
    return group + go_on(setting) + or_choose("ask.or-choose", asked, setting, name)


def number_field(asked: Mapping[str, Any], setting: Setting, name: str, *, wrong: bool) -> str:
    """One number to type; below it the ranges."""
    return (
        field(name, "number", setting, wrong=wrong) + go_on(setting) + or_choose("ask.or-range", asked, setting, name)
    )


def tick_list(asked: Mapping[str, Any], setting: Setting, name: str, *, wrong: bool) -> str:
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


def field(name: str, part: str, setting: Setting, *, wrong: bool) -> str:
    """One labelled box for digits."""
    box = element(
        "input",
        "",
        id=f"dt-{name}-{part}",
        name=part,
        inputmode="numeric",
        autocomplete="off",
        maxlength="4",
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


def given(tree: CompiledTree, answers: Mapping[str, Answer], setting: Setting) -> str:
    """The answers so far, each with a way to change it, and the way to start again."""
    if not answers:
        return ""
    rows = "".join(given_row(tree, name, answer, setting) for name, answer in answers.items())
    again = element(
        "button", escape(setting.words["ask.restart"]), type="button", class_="dt-restart", data_restart=True
    )
    title = element("h3", escape(setting.words["ask.given"]), data_search_exclude=True)
    return element("section", title + element("dl", rows) + again, class_="dt-given")


def given_row(tree: CompiledTree, name: str, answer: Answer, setting: Setting) -> str:
    """One answer given: the question, the answer in words, Change."""
    asked = tree.QUESTIONS[name]
    of_what = element(
        "span", " " + escape(setting.words["ask.change-of"].format(question=asked["ask"])), class_="dt-unseen"
    )
    change = element(
        "button", escape(setting.words["ask.change"]) + of_what, type="button", class_="dt-change", data_change=name
    )
    return element(
        "div",
        element("dt", escape(asked["ask"]))
        + element("dd", element("span", escape(in_words(asked, answer, setting))) + change),
    )


def in_words(asked: Mapping[str, Any], answer: Answer, setting: Setting) -> str:
    """An answer as the reader saw it."""
    if isinstance(answer, tuple):
        return ", ".join(asked["options"][tick] for tick in answer) or setting.words["ask.none"]
    if answer == NOT_SURE:
        return str(asked["not_sure"] or setting.words["ask.not-sure"])
    return str(asked["options"][answer])
