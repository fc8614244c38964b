"""Draws an outcome as HTML: the verdict, what to do, the clauses it rests on, and the notes that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from . import dates
from .html_parts import Setting, clause_link, clause_links, element, escape, forces_in_words, paragraphs
from .machine import HOLD_AND_ASK, CompiledTree
from .marks import mark

SAFEGUARDING = ("3.6", "7.3")
REMINDERS = ("5.17", "4.8", "5.9", "5.21", "3.6")
SAFETY_SAID = "safety-said"  # the id of the note that is heard


def outcome(  # noqa: PLR0913 - an outcome is shown with all that is known of it
    tree: CompiledTree,
    name: str,
    setting: Setting,
    *,
    known_dates: Mapping[str, date] | None = None,
    change: str = "",
    keep: str = "",
    after: str = "",
) -> str:
    """One outcome, whole. HTML may be given: what would ``change`` it, how to ``keep`` it, what comes ``after`` all."""
    ends = tree.OUTCOMES[name]
    if ends["goto"]:
        return hand_over(ends, setting) + after + safety_note(tree, setting, full=False)
    urgent = is_urgent(ends)
    first = safety_note(tree, setting, full=True) if urgent else ""
    last = "" if urgent else safety_note(tree, setting, full=False)
    told = answer(tree, name, setting, known_dates or {}, change)
    return first + told + keep + because(tree, ends, setting) + after + last


def is_urgent(ends: Mapping[str, Any]) -> bool:
    """Whether the whole safety note stands above this outcome."""
    return bool(ends["verdict"] == "act-now" and "3.6" in ends["because"])


def answer(tree: CompiledTree, name: str, setting: Setting, known_dates: Mapping[str, date], change: str) -> str:
    """The verdict and what to do: all that a reader in a hurry needs."""
    ends = tree.OUTCOMES[name]
    say = ends["say"] or (setting.words["outcome.not-sure-say"] if name == HOLD_AND_ASK else "")
    body = (
        verdict(ends["verdict"], setting, says_more=SAFETY_SAID if is_urgent(ends) else None)
        + paragraphs(say, "dt-say")
        + until(ends, setting, known_dates)
    )
    short = setting.words["outcome.because-of"]
    links = clause_links(ends["because"], tree.CLAUSES, setting)
    body += element("p", escape(short).replace("{clauses}", links), class_="dt-because") + change
    body += card(tree, setting) if ends["verdict"] == "act-now" else ""
    return element("div", body + reminders(tree, ends, setting), class_=f"dt-answer dt-verdict-{ends['verdict']}")


def card(tree: CompiledTree, setting: Setting) -> str:
    """The card that this tree is on, if there is one: the same on one page, to print."""
    address, words = setting.words.get(f"card.of.{tree.TREE}"), setting.words
    if not address:
        return ""
    link = element("a", escape(words[f"card.of.{tree.TREE}.title"]), href=f"{setting.base}{address}")
    return element("p", f"{escape(words['outcome.card'])} {link}", class_="dt-because")


def verdict(name: str, setting: Setting, says_more: str | None = None) -> str:
    """The verdict by shape and word. It takes the focus when it is new; ``says_more`` is then read out with it."""
    word = element("span", escape(setting.words[f"verdict.{name}"]))
    return element("h2", mark(name) + word, class_="dt-verdict", tabindex="-1", aria_describedby=says_more)


def until(ends: Mapping[str, Any], setting: Setting, known_dates: Mapping[str, date]) -> str:
    """The day something ends, or how to count it where the exact date was not given."""
    if not ends["until"]:
        return ""
    question, years, say, otherwise = ends["until"]
    if question in known_dates:
        day = dates.write_date(dates.add_years(known_dates[question], years), setting.words["months"])
        return paragraphs(say.replace("{day}", day), "dt-until")
    return paragraphs(otherwise, "dt-until")


def reminders(tree: CompiledTree, ends: Mapping[str, Any], setting: Setting) -> str:
    """What always holds on a work account, under each yes or yes-if there. It does not change the verdict."""
    if not ends["on_work_account"]:
        return ""
    rows = "".join(
        element(
            "li",
            f"{escape(setting.words[f'reminder.{number}'])} ({clause_link(number, tree.CLAUSES[number], setting)})",
        )
        for number in REMINDERS
    )
    lead = element("p", escape(setting.words["outcome.reminders"]))
    return element("div", lead + element("ul", rows), class_="dt-reminders")


def keep_button(setting: Setting) -> str:
    """Under an answer: what opens the panel."""
    words = setting.words
    told = {"data_keep": "record", "data_failed": words["record.failed"]}
    button = element("button", escape(words["record.keep"]), type="button", class_="dt-keep", **told)
    return element("p", button, class_="dt-again")


def print_hint(setting: Setting) -> str:
    """The same where there is no Python: paper."""
    return element("p", escape(setting.words["record.on-paper"]), class_="dt-again")


def because(tree: CompiledTree, ends: Mapping[str, Any], setting: Setting) -> str:
    """Each clause the outcome rests on, quoted in full, with its force and a link."""
    title = element("h3", escape(setting.words["outcome.because"]))
    return element(
        "section", title + "".join(quote(number, tree, setting) for number in ends["because"]), class_="dt-clauses"
    )


def quote(number: str, tree: CompiledTree, setting: Setting) -> str:
    """A clause as the policy has it."""
    clause = tree.CLAUSES[number]
    name = clause_link(number, clause, setting, f"{number} {clause['heading']}")
    force = element("span", escape(forces_in_words(clause["force"], setting.words)), class_="dt-force")
    return element(
        "div",
        element("p", name + " " + force, class_="dt-clause-name")
        + element("blockquote", paragraphs(clause["text"], "dt-clause-text")),
        class_="dt-clause",
    )


def hand_over(ends: Mapping[str, Any], setting: Setting) -> str:
    """The next tree, as a link: to the step that follows what is carried there, whose address tells nothing."""
    address = f"{setting.base}ask/{ends['goto']}/" + (f"#{ends['fragment']}" if ends["fragment"] else "")
    link = element("a", escape(ends["goto_title"]), href=address, class_="dt-goto")
    lead = element("p", escape(setting.words["outcome.goto"]))
    return element("div", verdict("goto", setting) + lead + element("p", link), class_="dt-answer dt-verdict-goto")


def safety_said(tree: CompiledTree, setting: Setting) -> str:
    """The whole safety note, unseen: who hears the page stands at the verdict, below the note that others see."""
    if not any(is_urgent(ends) for ends in tree.OUTCOMES.values()):
        return ""
    return element("div", safety_words(tree, setting, full=True), id=SAFETY_SAID, hidden=True)


def safety_note(tree: CompiledTree, setting: Setting, *, full: bool) -> str:
    """The safety note: in full above an act-now outcome that cites 3.6, in brief under every other outcome."""
    body = safety_words(tree, setting, full=full)
    return element("aside", body, class_="dt-safety" + (" dt-safety-full" if full else ""))


def safety_words(tree: CompiledTree, setting: Setting, *, full: bool) -> str:
    """What it says."""
    words = setting.words
    cited = clause_links(SAFEGUARDING, tree.CLAUSES, setting)
    tell = escape(words["safety.tell" if full else "safety.brief"]).replace("{clauses}", cited)
    cards = f" {cards_link(setting)}" if words.get("card.index") else ""
    body = element("p", element("strong", escape(words["safety.ask"])) + " " + tell + cards)
    if full:
        lead = words["safety.ours-lead"].format(lead=words["safety.lead"] or words["safety.another-manager"])
        body += ours(lead, setting)
        if words["safety.note"]:
            body += ours(words["safety.ours-emergency"].format(note=words["safety.note"]), setting)
    return body


def cards_link(setting: Setting) -> str:
    """The way to all cards."""
    return element("a", escape(setting.words["safety.cards"]), href=f"{setting.base}{setting.words['card.index']}")


def ours(words: str, setting: Setting) -> str:
    """A sentence of our own, marked as such."""
    return element("p", escape(words) + " " + element("small", f"({escape(setting.words['outcome.ours'])})"))
