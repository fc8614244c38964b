"""Every link of the built pages leads somewhere, each clause has both its addresses, and no page carries code."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from playwright.sync_api import expect

from macros.project import Project
from tests.site.conftest import Site
from tests.site.reader import Reader

ADDRESSES = ("href", "src", "data-worker", "data-engine")


@dataclass
class Source(HTMLParser):
    """What matters here of a built page: the names that links may end in, its links, and what it should not hold."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Sort the attributes."""
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ADDRESSES:
                self.links.append(value or "")
            elif name == "style" or name.startswith("on"):
                self.code.append(f'<{tag} {name}="{value}">')


@pytest.fixture(scope="session")
def pages(site: Site) -> dict[str, str]:
    """The HTML of every page, by its whole address."""
    names = {path: path.relative_to(site.folder).as_posix() for path in sorted(site.folder.rglob("*.html"))}
    return {
        site.address + name.removesuffix("index.html"): path.read_text(encoding="utf-8") for path, name in names.items()
    }


@pytest.fixture(scope="session")
def sources(pages: dict[str, str]) -> dict[str, Source]:
    """The same, read."""
    read = {address: Source() for address in pages}
    for address, text in pages.items():
        read[address].feed(text)
    return read


def leads_nowhere(link: str, address: str, site: Site, sources: dict[str, Source]) -> bool:
    """Whether a link of a page misses, in this site."""
    target, fragment = urldefrag(urljoin(address, link))
    if not target.startswith(site.address):
        return False
    if fragment:
        return target not in sources or unquote(fragment) not in sources[target].ids
    file, _, _version = target.removeprefix(site.address).partition("?")
    return target not in sources and not (site.folder / file).is_file()


def test_every_link_leads_somewhere(site: Site, sources: dict[str, Source]) -> None:
    dead = {
        f"{address.removeprefix(site.address)}: {link}"
        for address, source in sources.items()
        for link in source.links
        if leads_nowhere(link, address, site, sources)
    }
    assert dead == set()


def test_no_link_leaves_out_the_last_stroke(sources: dict[str, Source]) -> None:
    """``ask/TREE`` is sent on to ``ask/TREE/`` by most hosts, but not by all."""
    short = {address.rstrip("/") for address in sources if address.endswith("/")}
    linked = {urldefrag(urljoin(address, link))[0] for address, source in sources.items() for link in source.links}
    assert linked & short == set()


def test_every_id_stands_once_in_its_page(sources: dict[str, Source]) -> None:
    assert {address: source.ids for address, source in sources.items() if len(set(source.ids)) < len(source.ids)} == {}


def test_no_parameter_is_left_unfilled(pages: dict[str, str]) -> None:
    # The pages about problems show what a writer wrote, parameters and all.
    read = {address: text for address, text in pages.items() if "/guides/problems/" not in address}
    assert [address for address, text in read.items() if "{{" in text or "{%" in text] == []


def test_no_page_carries_code_or_style_in_its_elements(sources: dict[str, Source]) -> None:
    assert {address: source.code for address, source in sources.items() if source.code} == {}


def test_every_clause_has_its_number_and_its_id_as_addresses(
    project: Project, site: Site, sources: dict[str, Source]
) -> None:
    for clause in project.policy:
        ids = sources[f"{site.address}{clause.page.removesuffix('.md')}/"].ids
        assert {clause.id, str(clause.number)} <= set(ids), clause.number


@pytest.mark.parametrize("fragment", ["5.2", "friend-requests"])
def test_a_clause_is_shown_by_its_number_as_by_its_id(reader: Reader, fragment: str) -> None:
    reader.page.goto(f"{reader.address}policy/5-profiles/#{fragment}")
    heading = reader.page.locator("#friend-requests")
    expect(heading).to_be_in_viewport(ratio=1)
    top = reader.page.locator("header").bounding_box()
    box = heading.bounding_box()
    assert top
    assert box
    assert top["y"] + top["height"] <= box["y"] <= 320, "it is hidden behind the top, or half a screen down"


def test_a_cited_clause_is_one_tap_away(reader: Reader) -> None:
    reader.opens_with_python("friend-request")
    reader.gives("personal", "no")
    reader.page.locator(".dt-clause-name a:visible").click()
    expect(reader.page.locator('[id="6.5"]')).to_be_in_viewport()
    reader.page.go_back()
    reader.waits_for_python()
    reader.is_told("no")
