"""Writes changes.xml, an Atom feed (RFC 4287): each change of a clause in each edition, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from macros.browser.compare.clauses import ClauseChange
from macros.browser.compare.lives import reasons, told_apart
from macros.editions.calendar_file import host_of
from macros.editions.status import first_day
from macros.register import DRAFT

NAME = "changes.xml"
ATOM = "http://www.w3.org/2005/Atom"
DATED_BY = ("in-force", "adopted", "reviewed")  # the first of these that is known dates an edition
Json = Mapping[str, Any]


def write_feed(folder: Path, policies: Sequence[Json], title: str, address: str, words: Mapping[str, str]) -> None:
    """Put the feed into an edition's folder; ``address`` is where the current edition stands."""
    feed = feed_of(policies, title, address, words)
    indent(feed)
    (folder / NAME).write_bytes(tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def feed_of(policies: Sequence[Json], title: str, address: str, words: Mapping[str, str]) -> Element:
    """The feed of these policies, oldest first."""
    feed = Element("feed", {"xmlns": ATOM})
    leaf(feed, "title", words["feed.title"].format(title=title))
    leaf(feed, "id", address or f"urn:policy:{title}")
    leaf(feed, "updated", max(map(dated, policies)))
    leaf(SubElement(feed, "author"), "name", policies[-1]["parameters"].get("org_name") or title)
    if address:
        SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": address + NAME})
        SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": address})
    for policy, changes in reversed(list(told_apart(policies))):
        for change in changes:
            feed.append(entry(policy, change, address, words))
        if not changes:
            feed.append(first(policy, address, words))
    return feed


def first(policy: Json, address: str, words: Mapping[str, str]) -> Element:
    """The entry of an edition with nothing to tell of its clauses."""
    number = policy["edition"]["number"]
    title = words["edition.draft"] if number == DRAFT else words["feed.first"].format(edition=number)
    return bare(policy, "", title, address, address)


def entry(policy: Json, change: ClauseChange, address: str, words: Mapping[str, str]) -> Element:
    """What became of a clause in an edition, and why."""
    clause = change.new or change.old or {}
    kinds = ", ".join(words[f"compare.kind.{kind}"] for kind in change.kinds)
    made = bare(
        policy,
        clause["id"],
        f"{clause['number']} {clause['heading']}: {kinds}",
        f"{address}{clause['page']}#{clause['id']}" if change.new else address,
        address,
    )
    leaf(made, "summary", " ".join(summary(policy, change, words)))
    return made


def summary(policy: Json, change: ClauseChange, words: Mapping[str, str]) -> Iterator[str]:
    """The edition, and the reasons that its register gives."""
    number = policy["edition"]["number"]
    yield (words["edition.draft"] if number == DRAFT else words["edition.number"].format(number=number)) + "."
    yield from (words["history.why"].format(why=why) for why in reasons(policy, change))


def bare(policy: Json, about: str, title: str, link: str, address: str) -> Element:
    """An entry with what every entry must have. Its id is the same wherever and however often it is made."""
    made = Element("entry")
    number, day = policy["edition"]["number"], dated(policy)
    leaf(made, "title", title)
    leaf(made, "id", f"tag:{host_of(address)},{day[:10]}:{number}/{about}")
    leaf(made, "updated", day)
    if address:
        SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": link})
    return made


def dated(policy: Json) -> str:
    """The day of an edition, as a feed wants it."""
    edition = policy["edition"]
    known = (edition[key] for key in DATED_BY if edition[key])
    return f"{first_day(next(known, '') or edition['number'])}T00:00:00Z"


def leaf(parent: Element, name: str, text: str) -> None:
    """An element with nothing but words."""
    SubElement(parent, name).text = text
