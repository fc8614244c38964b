"""Draws the glossary: every term with its meaning, whose words these are, and the clauses that use it."""

from __future__ import annotations

import re

from macros.browser.html_parts import Setting, element, escape
from macros.clauses.model import Clause, Policy
from macros.glossary import Glossary, Term

READING = re.compile(r"\breading (R[0-9]+)\b")
READINGS = "how-we-read-this/"


def glossary_list(glossary: Glossary, policy: Policy, setting: Setting) -> str:
    """All terms by their names."""
    terms = sorted(glossary.terms, key=lambda term: term.name.casefold())
    return "".join(term_part(term, glossary, policy, setting) for term in terms)


def term_part(term: Term, glossary: Glossary, policy: Policy, setting: Setting) -> str:
    """One term, below a heading that links and the search lead to."""
    name = element("h2", escape(term.name[:1].upper() + term.name[1:]), id=term.id)
    told = ours(term, setting) if term.is_ours else policys(policy[term.clause], setting)
    others = ", ".join(word.text for word in term.words[1:])
    also = element("p", escape(setting.words["glossary.also"].format(words=others))) if others else ""
    used = element("p", used_in(term, glossary, policy, setting))
    return name + told + element("div", also + used, class_="clause-facts")


def ours(term: Term, setting: Setting) -> str:
    """Our words, as an editor's note."""
    title = element("p", escape(setting.words["glossary.ours"]), class_="admonition-title")
    text = READING.sub(lambda found: reading_link(found[1], found[0], setting), escape(term.means))
    return element("div", title + element("p", text), class_="admonition editors-note")


def policys(clause: Clause, setting: Setting) -> str:
    """The policy's words, and where they stand."""
    text = "".join(element("p", escape(text)) for text in clause.paragraphs)
    link = clause_link(clause, setting, f"{clause.number} {clause.heading}")
    where = escape(setting.words["glossary.defined-in"]).replace("{clause}", link)
    return text + element("p", where, class_="clause-facts")


def used_in(term: Term, glossary: Glossary, policy: Policy, setting: Setting) -> str:
    """The clauses whose own text has it."""
    using = [clause for clause in policy if term in glossary.used_in(clause)]
    links = ", ".join(clause_link(clause, setting, str(clause.number)) for clause in using)
    words = escape(setting.words["glossary.used" if using else "glossary.unused"])
    return words.replace("{clauses}", links)


def clause_link(clause: Clause, setting: Setting, text: str) -> str:
    """A link to a clause, which shows it without going there."""
    go = setting.words["peek.to-item" if clause.number.is_ours else "peek.to-clause"].format(number=clause.number)
    return element("a", escape(text), href=setting.base + clause.address, class_="peek", data_go=go)


def reading_link(number: str, text: str, setting: Setting) -> str:
    """A link to one of our readings."""
    go = setting.words["peek.to-reading"].format(number=number)
    return element("a", text, href=f"{setting.base}{READINGS}#{number.lower()}", class_="peek", data_go=go)
