"""Draws the page that compares editions: this one with the one before it as HTML, any two where Python is there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from macros.browser.compare.editions import Published, compare_editions
from macros.browser.compare.page import compare_page
from macros.browser.compare.page_parts import DRAFT, Frame
from macros.browser.html_parts import Setting, element, escape
from macros.pages.ask import PythonAddresses


def compare_part(
    past: Sequence[Published], here: Published, setting: Setting, root: str, python: PythonAddresses
) -> str:
    """The whole block. Editions stand below ``root``; without one they have no addresses, and no links."""
    words = setting.words
    inside = choice(words_of_editions(past, here, setting), setting) if root else ""
    if past:
        base = f"{setting.base}{root}{past[-1].number}/" if root else None
        frame = Frame(words, base, setting.base)
        inside += element(
            "div", compare_page(compare_editions(past[-1], here), past[-1], here, frame), class_="compared"
        )
    else:
        inside += element("div", element("p", escape(words["compare.none"])), class_="compared")
    inside += element("p", "", class_="compare-told", role="status")
    whole = element(
        "compare-editions",
        inside + neighbours(past, setting, root),
        data_base=setting.base,
        data_root=f"{setting.base}{root}" if root else None,
        data_worker=f"{setting.base}{python.runtime}decision-tree-worker.js",
        data_engine=f"{setting.base}{python.engine}",
        data_compare=f"{setting.base}{python.compare}",
        data_waiting=words["compare.waiting"],
        data_failed=words["compare.failed"],
    )
    style = element("link", "", rel="stylesheet", href=f"{setting.base}assets/stylesheets/compare.css")
    scripts = f"{setting.base}assets/javascripts/"
    stay = element("script", "", src=f"{scripts}compare-stay.js")
    script = element("script", "", type="module", src=f"{scripts}compare.js")
    return element("div", style.replace("</link>", "") + stay + whole + script)


def words_of_editions(past: Sequence[Published], here: Published, setting: Setting) -> list[tuple[str, str]]:
    """Each edition's number and what it is called, the newest first."""
    words, numbers = setting.words, [one.number for one in (here, *reversed(past))]
    return [
        (number, words["compare.draft" if number == DRAFT else "edition.number"].format(number=number))
        for number in numbers
    ]


def choice(editions: Sequence[tuple[str, str]], setting: Setting) -> str:
    """The form in which a reader chooses two; it is shown where Python can be asked."""
    options = "".join(element("option", escape(name), value=number) for number, name in editions)
    fields = "".join(
        element("label", escape(setting.words[f"compare.choose-{side}"]) + " " + element("select", options, name=side))
        for side in ("old", "new")
    )
    legend = element("legend", escape(setting.words["compare.choose"]))
    button = element("button", escape(setting.words["compare.show"]), type="submit")
    return element("form", element("fieldset", f"{legend}{fields}{button}"), class_="compare-choice", hidden=True)


def neighbours(past: Sequence[Published], setting: Setting, root: str) -> str:
    """The comparisons that earlier editions were published with, as links."""
    frame = Frame(setting.words)
    rows = []
    for old, new in pairwise(past) if root else ():
        words = frame.say("compare.neighbours", old=frame.called(old.number), new=frame.called(new.number))
        rows.append(element("li", element("a", escape(words), href=f"{setting.base}{root}{new.number}/compare/")))
    return element("ul", "".join(rows), class_="compare-earlier") if rows else ""
