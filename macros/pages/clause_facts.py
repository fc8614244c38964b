"""Draws what stands under a clause: who must do what, its topics, and the questions that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.etree.ElementTree import Element, SubElement

from macros.browser.html_parts import in_words
from macros.clauses.model import Clause, Duty, Policy
from macros.glossary import Glossary


class Project(Protocol):
    """What a page of policy takes from the working copy: the policy, the words, and the trees behind a clause."""

    @property
    def policy(self) -> Policy:
        """Every clause."""

    @property
    def words(self) -> Mapping[str, str]:
        """The words that are neither policy nor tree."""

    @property
    def glossary(self) -> Glossary:
        """What words mean."""

    def questions_on(self, number: str) -> tuple[tuple[str, str], ...]:
        """The trees that rest on a clause, each as its name and title."""


def address(clause: Clause) -> str:
    """Where a clause stands, counted from the folder of the pages; the site makes a relative link of it."""
    return f"/{clause.page}#{clause.id}"


def facts(clause: Clause, project: Project) -> Element:
    """The quiet block under a clause."""
    block = Element("div", {"class": "clause-facts"})
    if kind := clause.kind:
        SubElement(block, "p", {"class": "clause-kind"}).text = project.words[f"clause.{kind}"]
    if clause.duties:
        block.append(_duties(clause.duties, project.words))
    if clause.topics:
        _labelled(block, "clause-topics", project.words["clause.topics"]).tail = f": {', '.join(clause.topics)}"
    if see := [project.policy[one.number] for one in clause.see if one.number in project.policy]:
        label = _labelled(block, "clause-see-also", project.words["clause.see-also"])
        _links(block[-1], label, [(address(other), f"{other.number} {other.heading}") for other in see])
    if questions := project.questions_on(clause.number):
        _questions(block, questions, project.words)
    for part in (block, *block):
        part.tail = "\n"
    return block


def _duties(duties: Iterable[Duty], words: Mapping[str, str]) -> Element:
    block = Element("ul", {"class": "duties", "aria-label": words["clause.duties"]})
    for duty in duties:
        item = SubElement(block, "li")
        who = SubElement(item, "span", {"class": "who"})
        who.text, who.tail = _who(duty, words), " "
        force = SubElement(item, "span", {"class": f"force force-{duty.force.replace(' ', '-')}"})
        force.text, force.tail = in_words("force", duty.force, words), " "
        SubElement(item, "span", {"class": "action"}).text = duty.action
    return block


def _who(duty: Duty, words: Mapping[str, str]) -> str:
    who = listed(duty.roles, words)
    if duty.alongside:
        who += " " + words["clause.alongside"].format(roles=listed(duty.alongside, words))
    return who[:1].upper() + who[1:]


def listed(names: tuple[str, ...], words: Mapping[str, str]) -> str:
    """``staff, volunteer and trustee``."""
    *most, last = (in_words("role", name, words) for name in names)
    return f"{', '.join(most)} {words['and']} {last}" if most else last


def _labelled(block: Element, name: str, label: str) -> Element:
    line = SubElement(block, "p", {"class": name})
    shown = SubElement(line, "span", {"class": "label"})
    shown.text = label
    return shown


def _links(line: Element, label: Element, links: Iterable[tuple[str, str]]) -> None:
    before = label
    for count, (href, words) in enumerate(links):
        before.tail = ", " if count else ": "
        before = SubElement(line, "a", {"href": href})
        before.text = words


def _questions(block: Element, questions: Iterable[tuple[str, str]], words: Mapping[str, str]) -> None:
    around = SubElement(block, "div", {"class": "clause-questions"})
    SubElement(around, "p", {"class": "label"}).text = words["clause.questions"]
    links = SubElement(around, "ul")
    for tree, title in questions:
        SubElement(SubElement(links, "li"), "a", {"href": f"/ask/{tree}.md"}).text = title
