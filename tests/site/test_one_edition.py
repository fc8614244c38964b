"""What each page tells search engines and shared links, in a whole site and in an edition; and the edition's PDF."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from macros.project import Project
from macros.serve import generate
from tests.site.conftest import ROOT, Site

NUMBER = "2024-01"
BELOW = "https://example.org/policies/social/"  # the sub-path of a host
NOT_PAGES = ("404.html", "503.html")
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An edition as mike has it built, below a sub-path, with its PDF."""
    folder = tmp_path_factory.mktemp("edition") / NUMBER
    with pytest.MonkeyPatch.context() as env:
        env.setenv("MIKE_DOCS_VERSION", NUMBER)
        env.setenv("SITE_URL", f"{BELOW}{NUMBER}/")
        assert generate(ROOT, folder, with_pdf=True), "the edition could not be built"
    return Site(folder, f"{BELOW}{NUMBER}/")


@pytest.fixture(params=["site", "edition"])
def built(request: pytest.FixtureRequest) -> tuple[Site, str]:
    """A built site, and the address that its pages lead readers to."""
    site: Site = request.getfixturevalue(request.param)
    return site, f"{BELOW}current/" if request.param == "edition" else site.address


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """Each page that has an address, and its HTML."""
    for path in sorted(site.folder.rglob("*.html")):
        name = path.relative_to(site.folder).as_posix()
        if name not in NOT_PAGES:
            yield name.removesuffix("index.html"), path.read_text(encoding="utf-8")


def metas(page: str) -> dict[str, str]:
    """What a page says in its head, and nothing twice."""
    found = META.findall(page)
    count = Counter(name for name, _ in found if name != "theme-color")
    assert count.total() == len(count)
    return {name: html.unescape(text) for name, text in found}


def title(page: str) -> str:
    found = re.findall(r"<title>([^<]*)</title>", page)
    assert len(found) == 1
    return html.unescape(found[0])


def test_every_title_and_every_description_is_its_own(built: tuple[Site, str]) -> None:
    site, _ = built
    titles = Counter(title(path.read_text(encoding="utf-8")) for path in site.folder.rglob("*.html"))
    descriptions = Counter(metas(page)["description"] for _, page in pages(site))
    assert sum(titles.values()) > 100
    assert [text for text, count in (titles + descriptions).items() if count > 1] == []


def test_every_description_is_long_enough_and_is_shown_whole(built: tuple[Site, str]) -> None:
    site, _ = built
    lengths = {address: len(metas(page)["description"]) for address, page in pages(site)}
    assert {address: count for address, count in lengths.items() if not 50 <= count <= 160} == {}


def test_every_page_names_the_address_that_readers_are_led_to(built: tuple[Site, str]) -> None:
    site, base = built
    for address, page in pages(site):
        assert re.findall(r'<link rel="canonical" href="([^"]*)">', page) == [base + address]
        assert metas(page)["og:url"] == base + address


def test_every_page_can_be_shared(built: tuple[Site, str]) -> None:
    site, _ = built
    for address, page in pages(site):
        told = metas(page)
        assert told["og:title"] == title(page).removesuffix(" - Social Media Policy")
        assert told["og:description"] == told["description"]
        assert (told["og:site_name"], told["og:locale"]) == ("Social Media Policy", "en_GB")
        assert (told["og:type"], told["twitter:card"]) == ("article" if address else "website", "summary_large_image")
        picture = site.folder / told["og:image"].removeprefix(site.address)
        with Image.open(picture) as drawn:
            assert (str(drawn.width), str(drawn.height)) == (told["og:image:width"], told["og:image:height"])
        assert told["og:image:alt"]


def test_every_page_but_the_start_says_what_stands_above_it(built: tuple[Site, str]) -> None:
    site, base = built
    known = {base + address for address, _ in pages(site)}
    for address, page in pages(site):
        trails = [data for data in map(json.loads, DATA.findall(page)) if data["@type"] == "BreadcrumbList"]
        assert len(trails) == (1 if address else 0)
        for steps in (trail["itemListElement"] for trail in trails):
            assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
            assert (steps[0]["item"], steps[-1]["item"]) == (base, base + address)
            assert {step["item"] for step in steps} <= known
            assert len(steps) == (3 if re.fullmatch(r"(policy|ask|act-now|duties)/[^/]+/|compare/", address) else 2)


def test_only_what_readers_look_for_may_be_found(built: tuple[Site, str]) -> None:
    site, _ = built
    hidden = {address for address, page in pages(site) if metas(page).get("robots") == "noindex"}
    found = {address for address, _ in pages(site)} - hidden
    assert {"", "policy/5-profiles/", "ask/friend-request/", "how-we-read-this/"} <= found
    assert {"policy/whole/", "guides/figures/", "guides/problems/"} <= hidden
    assert [address for address in found if address.startswith("guides/")] == []
    for name in NOT_PAGES:
        assert metas((site.folder / name).read_text(encoding="utf-8"))["robots"] == "noindex"


def test_the_map_lists_every_page_and_no_other(built: tuple[Site, str]) -> None:
    site, _ = built
    listed = re.findall(r"<loc>([^<]*)</loc>", (site.folder / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(site.address + address for address, _ in pages(site))


def test_the_foot_of_a_page_sets_apart_what_is_for_writers(site: Site) -> None:
    foot = (site.folder / "index.html").read_text(encoding="utf-8").partition("<footer")[2]
    for_readers, _, for_writers = foot.partition('class="foot-quiet"')
    assert re.findall(r'href="([^"]*)"', for_writers) == ["clauses-and-questions/", "next-review/"]
    assert {"ask/", "policy/", "editions/"} <= set(re.findall(r'href="([^"]*)"', for_readers))


def test_our_search_does_not_know_the_whole_policy(site: Site) -> None:
    index = json.loads((site.folder / "find.json").read_text(encoding="utf-8"))
    places = [entry["at"] for entry in index["documents"]]
    assert any(place.startswith("policy/5-profiles/") for place in places)
    assert [place for place in places if place.startswith("policy/whole/")] == ["policy/whole/"]  # itself, once


def test_the_whole_policy_shows_each_clause_and_leads_to_the_page_to_cite(site: Site, project: Project) -> None:
    page = (site.folder / "policy/whole/index.html").read_text(encoding="utf-8")
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    for clause in project.policy:
        section = f"../{clause.page.removeprefix('policy/').removesuffix('.md')}/"
        heading = re.search(rf'<h[34] [^>]*id="whole-{clause.id}"[^>]*>.*?</h[34]>', page, re.DOTALL)
        assert heading
        assert re.search(rf'href="{re.escape(section)}#{clause.id}"[^>]*>{re.escape(clause.number)}</a>', heading[0])
    assert "clause-facts" not in page


def test_without_a_pdf_no_page_leads_to_one_and_with_one_the_whole_policy_does(site: Site, edition: Site) -> None:
    whole = "policy/whole/index.html"
    assert not (site.folder / "policy.pdf").exists()
    assert "policy.pdf" not in (site.folder / whole).read_text(encoding="utf-8")
    assert 'href="../../policy.pdf"' in (edition.folder / whole).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pdf(edition: Site) -> PdfReader:
    return PdfReader(edition.folder / "policy.pdf")


def test_the_pdf_is_tagged_and_says_its_language_and_title(pdf: PdfReader) -> None:
    root: Any = pdf.root_object
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert pdf.metadata is not None
    assert pdf.metadata.title == "The whole policy - Social Media Policy"


def tags(node: Any) -> Iterator[str]:  # noqa: ANN401 - any object of a PDF
    """The kinds of all parts of a tagged PDF."""
    waiting = [node]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            if "/S" in one:
                yield str(one["/S"])
            if "/K" in one:
                waiting.append(one.raw_get("/K") if hasattr(one, "raw_get") else one["/K"])


def test_a_screen_reader_meets_headings_lists_and_links(pdf: PdfReader, project: Project) -> None:
    count = Counter(tags(pdf.root_object["/StructTreeRoot"]))
    assert count["/H1"] == 1
    assert count["/H2"] == len({clause.page for clause in project.policy}) + 2  # contents and readings
    assert count["/H3"] + count["/H4"] > len(project.policy)
    assert count["/L"] > 1
    assert count["/Link"] > len(project.policy)


def named(outline: Any) -> Iterator[str]:  # noqa: ANN401 - lists in lists
    """Every entry of an outline."""
    for entry in outline:
        yield from named(entry) if isinstance(entry, list) else [str(entry.title)]


def test_its_outline_has_every_section_and_every_clause(pdf: PdfReader, project: Project) -> None:
    titles = {" ".join(entry.split()) for entry in named(pdf.outline)}
    assert {project.policy.titles[clause.page] for clause in project.policy} <= titles
    for clause in project.policy:
        assert any(one.endswith(f"{clause.number} {clause.heading}") for one in titles), clause.number


def test_its_contents_work_and_no_link_leads_to_this_machine(pdf: PdfReader, project: Project) -> None:
    links = [one.get_object() for page in pdf.pages for one in page.get("/Annots", [])]
    out = {str(link["/A"]["/URI"]) for link in links if "/A" in link and "/URI" in link["/A"]}
    assert len(out) > len(project.policy)
    assert [to for to in out if not to.startswith(f"{BELOW}{NUMBER}/")] == []
    within = [str(link["/Dest"]).removeprefix("/") for link in links if "/Dest" in link]
    assert {f"whole-{clause.id}" for clause in project.policy} <= set(within)
    there = {str(name).removeprefix("/") for name in pdf.named_destinations}
    assert set(within) <= there


def test_every_sheet_says_its_number_its_edition_and_that_it_may_be_old(pdf: PdfReader) -> None:
    count = len(pdf.pages)
    assert count > 10
    for number, page in enumerate(pdf.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert f"Edition {NUMBER} · Uncontrolled when printed" in text
        assert re.search(rf"\b{number} ?/ ?{count}(?!\d)", text)
    first = " ".join(pdf.pages[0].extract_text().split())
    assert f"{BELOW}current/policy/whole/" in first.replace(" ", "")
    assert "SHA-256" in first


def test_no_sheet_ends_with_a_heading(pdf: PdfReader, project: Project) -> None:
    headings = {f"{clause.number} {clause.heading}" for clause in project.policy} | {*project.policy.titles.values()}
    for sheet in pdf.pages[1:]:  # The first holds the contents, which are these very words.
        lines = [" ".join(line.split()) for line in sheet.extract_text().splitlines()]
        assert lines[-1] not in headings


def test_its_fonts_come_along_and_it_is_not_large(pdf: PdfReader, edition: Site) -> None:
    pages: list[Any] = list(pdf.pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    parts = [part.get_object() for font in fonts for part in font.get("/DescendantFonts", [font])]
    assert parts
    assert [part for part in parts if part["/Subtype"] != "/Type3" and not is_embedded(part)] == []
    assert (edition.folder / "policy.pdf").stat().st_size < 1_500_000


def is_embedded(font: Any) -> bool:  # noqa: ANN401 - any object of a PDF
    """Whether the file has the letters themselves."""
    return any(f"/FontFile{kind}" in font["/FontDescriptor"] for kind in ("", "2", "3"))


def test_it_tells_no_time_of_day(edition: Site) -> None:
    content = (edition.folder / "policy.pdf").read_bytes()
    assert re.findall(rb"/(CreationDate|ModDate) \(D:\d{8}(\d{6})", content) == [
        (b"CreationDate", b"000000"),
        (b"ModDate", b"000000"),
    ]


def test_the_hash_is_that_of_the_file_beside_it(edition: Site) -> None:
    page = (edition.folder / "policy/whole/index.html").read_text(encoding="utf-8")
    assert f"<code>{hashlib.sha256((edition.folder / 'policy.json').read_bytes()).hexdigest()}</code>" in page
