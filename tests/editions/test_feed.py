"""The feed has what Atom asks for; the data for programs is whole, and cannot end the element it stands in."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.editions.feed import NAME, write_feed
from macros.editions.legislation import legislation
from macros.editions.past import find_past
from macros.editions.policy_data import policy_data
from macros.editions.sides import find_side
from macros.project import load
from macros.register import DRAFT
from tests.editions.amended import FIRST, SECOND, both_editions

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://example.org/policy/current/"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return both_editions(tmp_path_factory.mktemp("amended"))


@pytest.fixture(scope="module")
def feed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ET.Element:
    policies = [side.policy for name in (FIRST, SECOND) if (side := find_side(root, name)[0])]
    folder = tmp_path_factory.mktemp("feed")
    write_feed(folder, policies, "Social Media Policy", ADDRESS, load(root).words)
    return ET.parse(folder / NAME).getroot()  # noqa: S314 - it is our own


def text(element: ET.Element, name: str) -> str:
    """The words of a child that must be there."""
    found = element.find(ATOM + name)
    assert found is not None, name
    return found.text or ""


def test_the_feed_has_what_atom_asks_for(feed: ET.Element) -> None:
    assert feed.tag == f"{ATOM}feed"
    assert text(feed, "id") == ADDRESS
    assert text(feed, "title") == "Social Media Policy: what changed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Tarner"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{ADDRESS}changes.xml", "alternate": ADDRESS}
    entries = feed.findall(f"{ATOM}entry")
    assert len({text(entry, "id") for entry in entries}) == len(entries)
    for one in (feed, *entries):
        assert DAY.fullmatch(text(one, "updated"))
        assert text(one, "title")
        assert text(one, "id").startswith(("https:", "tag:example.org,"))


def test_each_changed_clause_is_an_entry_with_its_reason_the_newest_edition_first(feed: ET.Element) -> None:
    entries = feed.findall(f"{ATOM}entry")
    titles = [text(entry, "title") for entry in entries]
    assert titles[1] == "5.2 Friend requests from people we work with: who must do what, reworded, our note beside it"
    assert text(entries[1], "summary") == "Edition 2026-12. Why: The review asked for it"
    link = entries[1].find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{ADDRESS}policy/5-profiles/#friend-requests"
    assert titles[-1] == "Edition 2024-01 is published."
    assert len(entries) == 13 + 1  # the list made by hand in test_amended.py, and the first edition


def test_what_is_not_published_is_not_invented(root: Path) -> None:
    past = find_past(root, load(root).editions, DRAFT)
    assert (past.editions, past.is_whole) == ((), False)


def test_the_first_edition_has_no_past_and_that_is_all_of_it(root: Path) -> None:
    past = find_past(root, load(root).editions, FIRST)
    assert (past.editions, past.is_whole) == ((), True)


def test_each_page_of_the_policy_is_told_to_programs_with_every_clause(root: Path) -> None:
    policy = policy_data(load(root), SECOND)
    told = legislation(policy, "Social Media Policy", ADDRESS, "en")
    assert {*told} == {section["page"] for section in policy["sections"]}
    page = json.loads(told["policy/5-profiles/"])
    assert (page["@context"], page["@type"], page["dateModified"]) == (
        "https://schema.org",
        "Legislation",
        "2026-11-01",
    )
    part = next(part for part in page["hasPart"] if part["legislationIdentifier"] == "5.2")
    assert part["url"] == f"{ADDRESS}policy/5-profiles/#friend-requests"
    assert part["text"].startswith("Workers must not")
    repealed = next(
        part for part in json.loads(told["policy/4-general/"])["hasPart"] if part["legislationIdentifier"] == "4.4"
    )
    assert repealed["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert sum(len(json.loads(page)["hasPart"]) for page in told.values()) == len(policy["clauses"])


def test_no_word_of_the_policy_can_end_the_element_its_data_stands_in(root: Path) -> None:
    policy = policy_data(load(root))
    policy["clauses"][0]["heading"] = "</script><img src=x>"
    told = legislation(policy, "</script>", ADDRESS, "en")
    assert "<" not in "".join(told.values())
    assert "</script><img src=x>" in [part["name"] for part in json.loads(next(iter(told.values())))["hasPart"]]
