"""Draws the life of a clause, folded and quiet under its facts: since which edition, last changed where, and why."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from macros.browser.compare.lives import Life, Step
from macros.register import DRAFT


def life_part(life: Life, words: Mapping[str, str]) -> Element:
    """A line; below it, where there is more to tell, every change."""
    line = words["history.since"].format(edition=called(life.since, words))
    if not life.steps:
        whole = Element("p", {"class": "clause-life"})
        whole.text = f"{line}."
        return whole
    whole = Element("details", {"class": "clause-life"})
    last = words["history.changed"].format(edition=called(life.steps[-1].edition, words))
    SubElement(whole, "summary").text = f"{line}, {last}"
    rows = SubElement(whole, "ul")
    for step in reversed(life.steps):
        SubElement(rows, "li").text = told(step, words)
    return whole


def told(step: Step, words: Mapping[str, str]) -> str:
    """What became of it in one edition."""
    kinds = ", ".join(words[f"compare.kind.{kind}"] for kind in step.change.kinds)
    whys = [words["history.why"].format(why=why) for why in step.whys]
    return " ".join([words["history.of"].format(edition=called(step.edition, words), kinds=kinds), *whys])


def called(number: str, words: Mapping[str, str]) -> str:
    """An edition by its number, or the draft."""
    return words["history.draft"] if number == DRAFT else number
