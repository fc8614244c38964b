"""Gives each clause one quiet link to itself, with the address that lasts and the citation that a reader may copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from macros.addresses import is_public
from macros.clauses.model import Clause
from macros.register import DRAFT


@dataclass(frozen=True)
class Source:
    """What is cited: whose policy, its title, which edition, and the address of that edition, or "" if not known."""

    owner: str
    title: str
    edition: str
    address: str

    @property
    def lasting(self) -> str:
        """The address, if others can use it; without one a page tells its own."""
        return self.address if is_public(self.address) else ""


def cite_link(link: Element, clause: Clause, source: Source, words: Mapping[str, str]) -> None:
    """Make it of the link to itself that the heading of a clause has."""
    link.text = words["cite.cite"]
    link.attrib.pop("title", None)
    link.set("class", f"{link.get('class', '')} cite")
    link.set("aria-label", words["cite.of"].format(number=clause.number))
    link.set("data-citation", citation(clause, source, words))
    if source.lasting:
        link.set("data-address", source.lasting + clause.address)


def citation(clause: Clause, source: Source, words: Mapping[str, str]) -> str:
    """``Tarner, Social Media Policy, edition 2024-01, clause 5.2 Friend requests``; its address comes behind it."""
    is_draft = source.edition == DRAFT
    edition = words["cite.draft" if is_draft else "cite.edition"].format(number=source.edition)
    named = words["cite.item" if clause.number.is_ours else "cite.clause"]
    of = named.format(number=clause.number, heading=clause.heading)
    told = words["cite.citation"].format(owner=source.owner, title=source.title, edition=edition, clause=of)
    return told if source.owner else told.removeprefix(", ")
