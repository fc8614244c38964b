"""Draws a tree's page: every step as HTML that answers by links alone, in the element that Python takes over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.browser import render, verdicts
from macros.browser.html_parts import Setting, element, escape
from macros.browser.machine import Answer, CompiledTree
from macros.pages.steps import BuiltStep, built_steps


@dataclass(frozen=True)
class PythonAddresses:
    """Where the browser's Python lies, from the site's root: the folder of the runtime, and the engine's zip."""

    runtime: str
    engine: str


def ask_page(
    tree: CompiledTree, setting: Setting, python: PythonAddresses, carried: Mapping[str, str] | None = None
) -> str:
    """The page of a tree as Markdown: its title, then one block of HTML.

    ``carried`` are the answers with which other trees hand over to a step of this one.
    """
    steps = built_steps(tree)
    numbers = {step.id: step for step in steps}
    # The first step stands last: a step that is the page's target then hides it by CSS that any phone knows.
    drawn = [draw(tree, step, numbers, setting, (carried or {}).get(step.id)) for step in (*steps[1:], steps[0])]
    begin = element("a", escape(setting.words["ask.begin"]), href=f"#{steps[0].id}", class_="dt-begin")
    notice = element("p", escape(setting.words["python.unavailable"]), class_="dt-notice", hidden=True)
    inside = (
        element("div", begin + "".join(drawn), class_="dt-static")
        + element("div", "", class_="dt-live", hidden=True)
        + element("div", notice, class_="dt-told", role="status")
    )
    whole = element(
        "decision-tree",
        inside,
        tree=tree.TREE,
        # Here, not on a div: the search would take the next </div> for the end of what it leaves out.
        data_search_exclude=True,
        data_state="static",
        data_private=tree.PRIVATE,
        data_base=setting.base,
        data_worker=f"{setting.base}{python.runtime}decision-tree-worker.js",
        data_engine=f"{setting.base}{python.engine}",
    )
    notes_taps = element("script", "", src=f"{setting.base}assets/javascripts/note-taps.js")
    return f"# {as_markdown(tree.TITLE)}\n\n{element('div', notes_taps + whole, class_='dt')}\n"


def as_markdown(text: str) -> str:
    """Text that Markdown shows as it is."""
    return re.sub(r"([\\`*_{}\[\]#+!|-])", r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))


def draw(
    tree: CompiledTree, built: BuiltStep, steps: Mapping[str, BuiltStep], setting: Setting, carried: str | None
) -> str:
    """One step as a section of the page. On paper it has a number, since nobody can tap there."""
    is_question = built.step.kind == "question"
    words = setting.words["ask.print-step" if is_question else "ask.print-outcome"].format(number=built.number)
    number = element("p", escape(words), class_="dt-paper dt-number")
    if is_question:

        def way(answer: Answer) -> tuple[str, str]:
            leads = steps[built.ways[answer]]
            return f"#{leads.id}", setting.words["ask.print-goes-to"].format(number=leads.number)

        inside = render.question(tree, built.step.name, setting, way=way) + start_again(steps, built, setting)
    else:
        again = start_again(steps, built, setting)
        inside = one_of(tree, steps, setting) + verdicts.outcome(tree, built.step.name, setting, after=again)
    first = " dt-first" if built.number == 1 else ""
    return element("section", number + inside, id=built.id, class_=f"dt-step{first}", data_carried=carried)


def start_again(steps: Mapping[str, BuiltStep], built: BuiltStep, setting: Setting) -> str:
    """The way back to the first question, from any other."""
    if built.number == 1:
        return ""
    first = next(iter(steps))
    link = element("a", escape(setting.words["ask.restart"]), href=f"#{first}", class_="dt-restart")
    return element("p", link, class_="dt-again")


def one_of(tree: CompiledTree, steps: Mapping[str, BuiltStep], setting: Setting) -> str:
    """Above an outcome: whose answer it is. Somebody may have come here by a bare link."""
    first = next(iter(steps))
    link = element("a", escape(tree.TITLE), href=f"#{first}")
    return element("p", f"{escape(setting.words['outcome.one-of'])} {link}", class_="dt-one-of")
