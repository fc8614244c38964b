"""Marks the links whose target a reader may look at without going there: clauses, sections and readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from macros.clauses.model import Clause, Policy
from macros.pages.linking import link_words

SECTION = re.compile(r"\b[Ss]ection (?P<number>[1-9][0-9]?)\b(?!\.[0-9])")
READING = re.compile(r"(?:^|/)how-we-read-this\.md#(?P<number>r[0-9]+)$")


def link_sections(parts: Iterable[Element], policy: Policy, page: str, words: Mapping[str, str]) -> None:
    """Make links of ``Section 7``, where the policy has that section on another page."""
    pages = {name: clauses[0].page for name, clauses in policy.sections.items()}

    def find(text: str) -> Iterator[tuple[int, int, Element]]:
        for found in SECTION.finditer(text):
            leads = pages.get(found["number"], page)
            if leads != page:
                go = words["peek.to-section"].format(number=found["number"])
                yield found.start(), found.end(), Element("a", {"href": f"/{leads}", "class": "peek", "data-go": go})

    for part in parts:
        link_words(part, find)


def mark_links(root: Element, policy: Policy, page: str, words: Mapping[str, str]) -> None:
    """Say of each link to a clause or a reading where it leads; ``page`` is this one, if clauses stand on it."""
    clauses = {f"/{clause.page}#{clause.id}": clause for clause in policy}
    clauses |= {f"#{clause.id}": clause for clause in policy if clause.page == page}
    for link in root.iter("a"):
        if (go := leads_to(link.get("href", ""), clauses, words)) and not link.get("data-go"):
            link.set("class", f"{link.get('class', '')} peek".strip())
            link.set("data-go", go)


def leads_to(href: str, clauses: Mapping[str, Clause], words: Mapping[str, str]) -> str:
    """What the way there is called, or nothing."""
    if clause := clauses.get(href):
        return words["peek.to-item" if clause.number.is_ours else "peek.to-clause"].format(number=clause.number)
    reading = READING.search(href)
    return words["peek.to-reading"].format(number=reading["number"].upper()) if reading else ""
