"""Draws a tree's page: every step as HTML that answers by links alone, in the element that Python takes over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.browser import render, verdicts
from macros.browser.given import private_note, what_decided
from macros.browser.html_parts import Setting, element, escape
from macros.browser.machine import Answer, CompiledTree
from macros.browser.reasons import would_change
from macros.browser.verdicts import safety_said
from macros.pages.steps import BuiltStep, built_steps
from macros.pages.why import Why, whys

UNKNOWN = Why({}, None)


@dataclass(frozen=True)
class PythonAddresses:
    """Where the browser's Python lies, from the site's root: the folder of the runtime, the engine, what compares."""

    runtime: str
    engine: str
    compare: str = ""


@dataclass(frozen=True)
class Page:
    """What every step of a page is drawn with: the steps, what is carried to each, and why it comes."""

    tree: CompiledTree
    steps: Mapping[str, BuiltStep]
    setting: Setting
    carried: Mapping[str, str]
    whys: Mapping[str, Why]


def ask_page(
    tree: CompiledTree,
    setting: Setting,
    python: PythonAddresses,
    carried: Mapping[str, str] | None = None,
    leave_to: str = "",
) -> str:
    """The page of a tree as Markdown: its title, then one block of HTML.

    ``carried`` are the answers with which other trees hand over to a step of this one. ``leave_to`` is where a reader
    of a private tree may leave to.
    """
    steps = built_steps(tree)
    numbers = {step.id: step for step in steps}
    # The first step stands last: a step that is the page's target then hides it by CSS that any phone knows.
    page = Page(tree, numbers, setting, carried or {}, whys(tree, numbers))
    drawn = [draw(page, step) for step in (*steps[1:], steps[0])]
    begin = element("a", escape(setting.words["ask.begin"]), href=f"#{steps[0].id}", class_="dt-begin")
    inside = (
        element("div", begin + "".join(drawn), class_="dt-static")
        + element("div", "", class_="dt-live", hidden=True)
        + told(setting.words)
        + safety_said(tree, setting)
    )
    whole = element(
        "decision-tree",
        inside,
        tree=tree.TREE,
        data_state="static",
        data_private=tree.PRIVATE,
        data_base=setting.base,
        data_worker=f"{setting.base}{python.runtime}decision-tree-worker.js",
        data_engine=f"{setting.base}{python.engine}",
    )
    notes_taps = element("script", "", src=f"{setting.base}assets/javascripts/note-taps.js")
    leave, note = leave_quickly(leave_to, setting) if tree.PRIVATE and leave_to else ("", "")
    return f"# {as_markdown(tree.TITLE)}\n\n{leave}{element('div', notes_taps + whole + note, class_='dt')}\n"


def leave_quickly(address: str, setting: Setting) -> tuple[str, str]:
    """The way out of a private question, always in reach; and what it can do and cannot, told below the question.

    A plain link without scripts. Its script and its style come with private questions alone, before note-taps.js.
    """
    words = setting.words
    link = element("a", escape(words["leave.link"]), href=address, rel="noreferrer", data_home=setting.base)
    style = f'<link rel="stylesheet" href="{setting.base}assets/stylesheets/leave.css">'
    script = element("script", "", src=f"{setting.base}assets/javascripts/leave.js")
    line = element("p", link)
    host = address.split("/")[2].removeprefix("www.")
    note = element("p", escape(words["leave.note"].format(site=host)), class_="leave-note")
    return element("div", style + script + line, class_="leave") + "\n\n", note


def told(words: Mapping[str, str]) -> str:
    """Where scripts tell how Python is doing: empty from the start, since only new text is read out."""
    sayings = {f"data_{state}": words[f"python.{state}"] for state in ("starting", "ready", "unavailable", "typed")}
    return element("div", "", class_="dt-told", role="status", **sayings)


def as_markdown(text: str) -> str:
    """Text that Markdown shows as it is."""
    return re.sub(r"([\\`*_{}\[\]#+!|-])", r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))


def draw(page: Page, built: BuiltStep) -> str:
    """One step as a section of the page. On paper it has a number, since nobody can tap there."""
    is_question = built.step.kind == "question"
    words = page.setting.words["ask.print-step" if is_question else "ask.print-outcome"].format(number=built.number)
    number = element("p", escape(words), class_="on-paper dt-number")
    inside = question(page, built) if is_question else outcome(page, built)
    kind = ("" if is_question else " dt-end") + (" dt-first" if built.number == 1 else "")
    carried = page.carried.get(built.id)
    return element("section", number + inside, id=built.id, class_=f"dt-step{kind}", data_carried=carried)


def question(page: Page, built: BuiltStep) -> str:
    """A question, with the way from each answer."""

    def way(answer: Answer) -> tuple[str, str]:
        leads = page.steps[built.ways[answer]]
        return f"#{leads.id}", page.setting.words["ask.print-goes-to"].format(number=leads.number)

    private = private_note(page.tree, page.setting) if built.number == 1 else ""
    return render.question(page.tree, built.step.name, page.setting, way=way) + start_again(page, built) + private


def outcome(page: Page, built: BuiltStep) -> str:
    """An outcome, with what can be said of why it came."""
    tree, name, setting = page.tree, built.step.name, page.setting
    why = page.whys.get(built.id, UNKNOWN)
    change = would_change(why.change, tree.OUTCOMES[name]["verdict"], setting)
    after = what_decided(tree, why.decided, setting) + start_again(page, built)
    keep = verdicts.print_hint(setting)
    return one_of(page) + verdicts.outcome(tree, name, setting, change=change, keep=keep, after=after)


def start_again(page: Page, built: BuiltStep) -> str:
    """The way back to the first question, from any other."""
    if built.number == 1:
        return ""
    first = next(iter(page.steps))
    link = element("a", escape(page.setting.words["ask.restart"]), href=f"#{first}", class_="dt-restart")
    return element("p", link, class_="dt-again")


def one_of(page: Page) -> str:
    """Above an outcome: whose answer it is. Somebody may have come here by a bare link."""
    first = next(iter(page.steps))
    link = element("a", escape(page.tree.TITLE), href=f"#{first}")
    return element("p", f"{escape(page.setting.words['outcome.one-of'])} {link}", class_="dt-one-of")
