"""The whole policy on one page: every word of every section, in order, with addresses that are nobody else's."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from macros.browser.html_parts import Setting
from macros.pages.whole import APART, PAGE, as_written, parts_of, target_here, whole_head, whole_policy, written_anew
from macros.project import Project, load

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"\]\((?P<to>[^)]+)\)")
ID = re.compile(r"\{: #(?P<id>\S+)")


@pytest.fixture(scope="module")
def project() -> Project:
    return load(ROOT)


@pytest.fixture(scope="module")
def whole(project: Project) -> str:
    return whole_policy(ROOT, project.policy, "Contents")


def test_every_word_of_every_section_stands_there_once_and_in_order(project: Project, whole: str) -> None:
    written = [clause.written for clause in project.policy if clause.written]
    assert len(written) > 60
    without_links = LINK.sub("]", whole)
    places = [without_links.find(LINK.sub("]", text)) for text in written]
    assert [text for text, place in zip(written, places, strict=True) if place < 0] == []
    assert places == sorted(places)


def test_no_id_is_that_of_a_clause_on_its_own_page(project: Project, whole: str) -> None:
    ids = ID.findall(whole)
    assert len(ids) == len(set(ids)) > len(project.policy)
    taken = {clause.id for clause in project.policy} | {str(clause.number) for clause in project.policy}
    assert [one for one in ids if not one.startswith(APART) or one in taken] == []


def test_the_contents_name_every_clause_and_every_link_within_leads_somewhere(project: Project, whole: str) -> None:
    ids = set(ID.findall(whole))
    inside = [to.removeprefix("#") for to in LINK.findall(whole) if to.startswith("#")]
    assert set(inside) <= ids
    contents = whole.split("\n\n", 2)[1]
    assert [to for to in LINK.findall(contents) if to[1:] not in ids] == []
    assert all(f"[{clause.number} " in contents for clause in project.policy)


def test_no_link_leads_out_of_the_page_that_could_stay(project: Project, whole: str) -> None:
    pages = {Path(clause.page).name for clause in project.policy}
    out = {to.partition("#")[0] for to in LINK.findall(whole) if not to.startswith("#")}
    assert out == {"../next-review.md", "../glossary.md"}
    assert not out & pages


def test_our_readings_come_last_and_not_among_the_clauses(project: Project, whole: str) -> None:
    last = max(whole.find(f"{{: #{APART}{clause.id} }}") for clause in project.policy)
    assert 0 < last < whole.find("{: #whole-how-we-read-this .whole-readings }") < whole.find("{: #whole-r1 }")


@pytest.mark.parametrize(
    ("target", "page", "here"),
    [
        ("#friend-requests", "policy/5-profiles.md", "#whole-friend-requests"),
        ("#5.2", "policy/5-profiles.md", "#whole-friend-requests"),
        ("7-abuse.md", "policy/5-profiles.md", "#whole-7-abuse"),
        ("7-abuse.md#break-in", "policy/5-profiles.md", "#whole-break-in"),
        ("/policy/7-abuse.md#break-in", "policy/5-profiles.md", "#whole-break-in"),
        ("../how-we-read-this.md#r1", "policy/7-abuse.md", "#whole-r1"),
        ("policy/7-abuse.md", "how-we-read-this.md", "#whole-7-abuse"),
        ("next-review.md#later", "how-we-read-this.md", "../next-review.md#later"),
        ("index.md", "policy/7-abuse.md", "index.md"),
        ("https://example.org/a#b", "policy/7-abuse.md", "https://example.org/a#b"),
        ("mailto:a@example.org", "policy/7-abuse.md", "mailto:a@example.org"),
    ],
)
def test_where_a_link_leads_from_here(project: Project, target: str, page: str, here: str) -> None:
    parts = {part.source.name: part for part in parts_of(ROOT, project.policy)}
    assert target_here(target, page, parts) == here


def test_a_heading_keeps_its_words_and_loses_what_only_its_own_page_shows(project: Project) -> None:
    part = next(one for one in parts_of(ROOT, project.policy) if one.source.name == "policy/7-abuse.md")
    lines = list(written_anew(part, {part.source.name: part}, project.policy))
    assert lines[0] == "## 7. Abuse and break-ins {: #whole-7-abuse }"
    assert "### 7.2 When somebody gets into your space {: #whole-break-in }" in lines
    assert not any("duties=" in line or "topics=" in line for line in lines)


def test_a_policy_without_readings_ends_with_its_last_section(project: Project, tmp_path: Path) -> None:
    for clause in project.policy:
        page = tmp_path / "docs" / clause.page
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes((ROOT / "docs" / clause.page).read_bytes())
    assert "whole-readings" not in whole_policy(tmp_path, project.policy, "Contents")


def test_what_stands_in_a_heading_is_shown_and_not_read_as_markup() -> None:
    assert html.unescape(as_written("A <b> [1] *c* `d` {{ e }} & f")) == "A <b> [1] *c* `d` {{ e }} & f"
    assert not re.search(r"[<>\[\]*`{}]", as_written("A <b> [1] *c* `d` {{ e }}"))


@pytest.mark.parametrize("has_pdf", [True, False])
def test_a_pdf_is_linked_only_where_there_is_one(*, has_pdf: bool) -> None:
    words = {"whole.check": "<{hash}>", "whole.pdf": "As <PDF>"}
    head = whole_head(Setting(words, "../../"), "abc", has_pdf=has_pdf)
    assert ('href="../../policy.pdf"' in head, "&lt;PDF&gt;" in head) == (has_pdf, has_pdf)
    assert "&lt;<code>abc</code>&gt;" in head


def test_the_page_is_where_its_links_are_counted_from() -> None:
    assert "{{ whole() }}" in (ROOT / "docs" / PAGE).read_text(encoding="utf-8")
