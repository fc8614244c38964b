"""Marks in each clause the first use of a term that the glossary has; what it means stands once, at the page's end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from macros.clauses.model import Clause, Policy
from macros.glossary import Glossary, Term
from macros.pages.linking import link_words

PAGE = "glossary.md"


def mark_terms(
    own_text: Iterable[Element], clause: Clause, glossary: Glossary, policy: Policy, words: Mapping[str, str]
) -> dict[str, Term]:
    """Make links of them, in the clause's own text alone, and say which they are."""
    marked: dict[str, Term] = {}

    def find(text: str) -> Iterator[tuple[int, int, Element]]:
        for found, term in glossary.find(text):
            if term.id not in marked and term.clause != clause.number:
                marked[term.id] = term
                yield found.start(), found.end(), term_link(term, policy, words)

    for element in own_text:
        link_words(element, find)
    return marked


def term_link(term: Term, policy: Policy, words: Mapping[str, str]) -> Element:
    """A link to where it is defined, described by what it means: a screen reader says that without any script."""
    if term.is_ours:
        leads = {"href": f"/{PAGE}#{term.id}", "data-go": words["peek.to-glossary"]}
    else:
        clause = policy[term.clause]
        leads = {
            "href": f"/{clause.page}#{clause.id}",
            "data-go": words["peek.to-clause"].format(number=clause.number),
        }
    return Element("a", {"class": "peek term", **leads, "aria-describedby": meaning_id(term)})


def meaning_id(term: Term) -> str:
    """Where its meaning stands on a page of clauses."""
    return f"means-{term.id}"


def meanings(terms: Iterable[Term], policy: Policy, words: Mapping[str, str]) -> Element:
    """What some terms mean, hidden: the pop-up shows it, and it describes their links."""
    whole = Element("div", {"class": "meanings", "hidden": "hidden"})
    for term in terms:
        one = SubElement(whole, "div", {"id": meaning_id(term), "data-title": term.name[:1].upper() + term.name[1:]})
        SubElement(one, "p").text = meaning(term, policy)
        SubElement(one, "p", {"class": "peek-source"}).text = source(term, words)
        one.tail = "\n"
    return whole


def meaning(term: Term, policy: Policy) -> str:
    """What it means, in the policy's words or in ours."""
    return term.means if term.is_ours else policy[term.clause].text


def source(term: Term, words: Mapping[str, str]) -> str:
    """Whose words these are."""
    return words["glossary.ours"] if term.is_ours else words["glossary.defined"].format(number=term.clause)
