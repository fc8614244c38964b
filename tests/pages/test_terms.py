"""Terms, references and citations on a page: what is marked, what is left alone, and no letter changes."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from macros import project as working_copy
from macros.glossary import Glossary
from macros.pages.cite import Source
from macros.pages.clause_markup import ClauseMarkup
from macros.project import Project
from tests.test_glossary import term

ROOT = Path(__file__).parents[2]
PAGE = "docs/policy/3-safe-usage.md"
POLICY_PAGES = sorted(path.name for path in (ROOT / "docs/policy").glob("[0-9a]*.md"))
EDITION = Source("Tarner", "Social Media Policy", "2024-01", "https://example.org/policy/2024-01/")
TERM = re.compile(r'<a aria-describedby="means-(?P<id>[\w-]+)" class="peek term" [^>]*>(?P<words>[^<]*)</a>')


@pytest.fixture(scope="module")
def project() -> Project:
    return working_copy.load(ROOT)


def made(project: Project, text: str, source: Source | None = EDITION) -> str:
    """A page as the site has it, before its addresses are made relative; its parameters filled."""
    for name, value in project.parameters.items():
        text = text.replace(f"{{{{ {name} }}}}", value)
    ours = ClauseMarkup(lambda: project, {}, source)
    markdown = Markdown(
        extensions=["admonition", ours, "attr_list", "tables", "toc"],
        extension_configs={"toc": {"permalink": True}},
    )
    return markdown.convert(text)


def page_of(project: Project, name: str = "3-safe-usage.md", source: Source | None = EDITION) -> str:
    """A page of our policy."""
    return made(project, (ROOT / "docs/policy" / name).read_text(encoding="utf-8"), source)


def under(page: str, number: str) -> str:
    """A clause's own text on a page."""
    return page.split(f'id="{number}"', 1)[1].split("<p>", 1)[1].split('<div class="clause-facts">', 1)[0]


def test_the_first_use_in_each_clause_is_a_link_to_its_definition(project: Project) -> None:
    clause = under(page_of(project), "3.7")
    marked = [(found["id"], found["words"]) for found in TERM.finditer(clause)]
    assert marked == [("line-manager", "Line management"), ("social-media", "social media"), ("dsl", "DSL")]
    assert 'data-go="Go to the glossary" href="/glossary.md#dsl"' in clause
    assert 'data-go="Go to clause 2.1" href="/policy/2-definitions.md#social-media"' in clause


def test_a_meaning_stands_once_on_a_page_hidden_and_out_of_the_search(project: Project) -> None:
    page = page_of(project)
    marked = {found["id"] for found in TERM.finditer(page)}
    defined = re.findall(r'id="means-([\w-]+)"', page)
    assert len(defined) == len(marked) > 5
    assert set(defined) == marked
    assert page.count("Designated Safeguarding Lead, the person") == 1
    assert '<div class="meanings" hidden="hidden">' in page
    assert page.count("Editor's note: not from the policy") == len(
        [one for one in project.glossary.terms if one.is_ours and one.id in marked]
    )


def test_a_term_is_not_marked_where_it_is_defined_nor_on_other_pages(project: Project) -> None:
    definitions = page_of(project, "2-definitions.md")
    assert not TERM.search(under(definitions, "2.1"))
    assert [found["id"] for found in TERM.finditer(under(definitions, "2.6"))] == ["x-and-instagram", "facebook"]
    assert not TERM.search(made(project, "# A page\n\nWorkers and SNS.\n"))


def test_headings_links_code_notes_and_facts_are_left_alone(project: Project) -> None:
    glossary = Glossary((term("login", "login"), term("monitor", "monitor"), term("usage", "usage")))
    small = replace(project, glossary=glossary)
    clause = "## 3.7 Login usage {: #monitoring-and-logins }\n\n[My login](x.md), `login`, **a login** and a login.\n\n"
    page = made(small, clause + '!!! editors-note "Editor\'s note"\n\n    Do monitor it.\n')
    assert [found["words"] for found in TERM.finditer(page)] == ["login"]
    assert "<strong>a <a " in page


@pytest.mark.parametrize("name", POLICY_PAGES)
def test_no_letter_of_any_clause_changes(project: Project, name: str) -> None:
    def words(page: str) -> str:
        return html.unescape(re.sub(r"<[^>]+>", "", page.split('<div class="meanings"', maxsplit=1)[0])).strip()

    plain = replace(project, glossary=Glossary())
    with_terms = page_of(project, name)
    assert words(with_terms) == words(page_of(plain, name))
    for clause in (clause for clause in project.policy if clause.page == f"policy/{name}"):
        own_text = with_terms.split(f'id="{clause.number}"')[1].split("clause-facts")[0]
        marked = [found["id"] for found in TERM.finditer(own_text)]
        assert marked == [term.id for term in project.glossary.used_in(clause)]


def test_a_section_and_a_reading_are_links_that_say_where_they_lead(project: Project) -> None:
    page = page_of(project, "6-young-people.md")
    section = '<a class="peek" data-go="Go to section 7" href="/policy/7-abuse.md">Section 7</a>'
    assert page.count(section) == 2  # in 6.3, and in the note under it
    assert section in under(page, "6.3")
    assert '<a class="peek" data-go="Go to reading R8" href="../how-we-read-this.md#r8">R8</a>' in page
    assert "Section 7</a>" not in page_of(project, "7-abuse.md"), "a section is no link to itself"


def test_a_clause_is_cited_by_its_lasting_address(project: Project) -> None:
    page = page_of(project, "5-profiles.md")
    link = re.search(r'<a aria-label="Cite 5.2" [^>]*>Cite</a>', page)
    assert link
    address = "https://example.org/policy/2024-01/policy/5-profiles/#friend-requests"
    assert f'data-address="{address}"' in link[0]
    citation = "Tarner, Social Media Policy, edition 2024-01, clause 5.2 Friend requests from people we work with"
    assert f'data-citation="{citation}"' in link[0]
    assert 'class="headerlink cite"' in link[0]
    assert 'href="#friend-requests"' in link[0]
    assert page.count("data-citation=") == 21  # one for each clause, and none for the headings between them


@pytest.mark.parametrize("name", POLICY_PAGES)
def test_every_clause_has_one(project: Project, name: str) -> None:
    clauses = [clause for clause in project.policy if clause.page == f"policy/{name}"]
    assert page_of(project, name).count("data-citation=") == len(clauses) > 0


def test_an_item_without_a_number_says_so_and_a_draft_is_no_edition(project: Project) -> None:
    page = page_of(project, "aim.md", Source("", "Our <Rules>", "draft", "http://127.0.0.1:8000/"))
    assert (
        'data-citation="Our &lt;Rules&gt;, draft of the next edition, What the policy sets out to do '
        "(unnumbered; AIM is the website's reference)\""
    ) in page
    assert "data-address" not in page, "an address that leads nobody else anywhere is not given"


def test_terms_and_parameters_are_escaped(project: Project) -> None:
    glossary = Glossary((replace(term("dsl", "DSL"), means='<b onclick="x">&'),))
    page = page_of(replace(project, glossary=glossary))
    assert '<p>&lt;b onclick="x"&gt;&amp;</p>' in page
