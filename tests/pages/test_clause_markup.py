"""A clause on the site: its number, its addresses, what stands under it, and links to it from anywhere."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from macros.clauses import Policy, read_policy
from macros.glossary import Glossary
from macros.pages.clause_markup import ClauseMarkup
from macros.words import read_words

ROOT = Path(__file__).parents[2]
WORDS = {
    "clause.unnumbered": "unnumbered",
    "clause.reference": "our reference {number}",
    "clause.duties": "What it asks",
    "clause.alongside": "with {roles}",
    "and": "and",
    "clause.topics": "Topics",
    "clause.see-also": "See also",
    "clause.questions": "Questions that rest on this clause",
    "clause.definition": "definition",
    "clause.statement": "statement",
    "clause.repealed": "repealed",
    "peek.to-clause": "Go to clause {number}",
    "peek.to-item": "Go to {number}",
    "peek.to-section": "Go to section {number}",
    "peek.to-reading": "Go to reading {number}",
}

PROFILES = """\
# 1. Profiles

## Personal profiles {: #personal-profiles }

### 1.1 Friend requests & *more* {: #friend-requests topics="friend request, cooling-off" \
duties="worker, volunteer, trustee with line manager: should not (say a < b & c <hr> to *them*); staff: may (wait)" \
see="1.2, 9.8, A.1" }

Workers should not, see [1.2], [A.1] and [9.9].

More text.

!!! editors-note "Editor's note"

    Not said.

### 1.2 Photos {: #photos kind="statement" duties="staff: should (check)" }

See [the first](#friend-requests) and [the page](/policy/1-profiles.md#photos).

## Repealed things {: #repealed-things }

### 1.3 Repealed {: #hashtags kind="repealed" }
"""
APPENDIX = """\
# Appendix

## A.1 What <the> group & its *members* do {: #group kind="definition" }

It talks.
"""


@dataclass(frozen=True)
class Small:
    """A project of two pages and one tree."""

    policy: Policy
    words: Mapping[str, str] = field(default_factory=lambda: WORDS)
    glossary: Glossary = field(default_factory=Glossary)

    def questions_on(self, number: str) -> tuple[tuple[str, str], ...]:
        """One tree, resting on one clause."""
        return (("friend-request", "Can I accept <this> & that?"),) if number == "1.1" else ()


@pytest.fixture
def markdown(tmp_path: Path) -> Markdown:
    folder = tmp_path / "docs/policy"
    folder.mkdir(parents=True)
    (folder / "1-profiles.md").write_text(PROFILES, encoding="utf-8")
    (folder / "appendix.md").write_text(APPENDIX, encoding="utf-8")
    policy, problems = read_policy(tmp_path, {})
    assert [problem.code for problem in problems] == ["unknown-clause", "unknown-clause"]
    ours = ClauseMarkup(lambda: Small(policy))
    return Markdown(
        extensions=["admonition", ours, "attr_list", "fenced_code", "tables", "toc"],
        extension_configs={"toc": {"permalink": True}},
    )


def block(page: str, number: int = 0) -> str:
    """The facts under one of the clauses of a page."""
    return [found[0] for found in re.finditer(r'<div class="clause-facts">.*?\n</div>', page, re.DOTALL)][number]


def test_a_heading_shows_its_number_and_has_two_addresses(markdown: Markdown) -> None:
    page = markdown.convert(PROFILES)
    assert '<h3 id="friend-requests"><span class="clause-number" id="1.1">1.1</span> Friend requests &amp; ' in page


def test_our_attributes_do_not_reach_the_page(markdown: Markdown) -> None:
    page = markdown.convert(PROFILES)
    assert not re.search(r"\b(topics|duties|see|kind)=|\{:", page)


def test_the_contents_begin_with_the_number(markdown: Markdown) -> None:
    markdown.convert(PROFILES)
    (page,) = markdown.toc_tokens  # type: ignore[attr-defined]
    names = [clause["name"] for section in page["children"] for clause in section["children"]]
    assert names == ["1.1 Friend requests &amp; more", "1.2 Photos", "1.3 Repealed"]


def test_the_permalink_is_the_stable_id(markdown: Markdown) -> None:
    page = markdown.convert(PROFILES)
    assert re.findall(r'class="headerlink" href="(#[^"]+)"', page)[2] == "#friend-requests"


def test_an_unnumbered_clause_says_so_and_keeps_our_reference(markdown: Markdown) -> None:
    page = markdown.convert(APPENDIX)
    assert (
        '<h2 id="group"><span class="clause-number unnumbered">unnumbered</span> '
        '<span class="clause-reference" id="A.1" title="our reference A.1">A.1</span> What '
    ) in page
    (top,) = markdown.toc_tokens  # type: ignore[attr-defined]
    assert top["children"][0]["name"] == "A.1 What group &amp; its members do"


def test_a_duty_shows_who_with_what_force_to_do_what_and_is_escaped(markdown: Markdown) -> None:
    assert block(markdown.convert(PROFILES)).split("\n")[0] == (
        '<div class="clause-facts"><ul aria-label="What it asks" class="duties"><li>'
        '<span class="who">Worker, volunteer and trustee with line manager</span> '
        '<span class="force force-should-not">should not</span> '
        '<span class="action">say a &lt; b &amp; c to them</span></li><li>'
        '<span class="who">Staff</span> <span class="force force-may">may</span> '
        '<span class="action">wait</span></li></ul>'
    )


def test_the_facts_name_topics_other_clauses_and_questions(markdown: Markdown) -> None:
    _, topics, see, questions, _ = block(markdown.convert(PROFILES)).split("\n")
    assert topics == '<p class="clause-topics"><span class="label">Topics</span>: friend request, cooling-off</p>'
    assert see == (
        '<p class="clause-see-also"><span class="label">See also</span>: '
        '<a class="peek" data-go="Go to clause 1.2" href="#photos">1.2 Photos</a>, '
        '<a class="peek" data-go="Go to A.1" href="/policy/appendix.md#group">'
        "A.1 What group &amp; its members do</a></p>"
    )
    assert questions == (
        '<div class="clause-questions">'
        '<p class="label">Questions that rest on this clause</p><ul><li>'
        '<a href="/ask/friend-request.md">Can I accept &lt;this&gt; &amp; that?</a></li></ul></div>'
    )


@pytest.mark.parametrize(("number", "kind"), [(1, "statement"), (2, "repealed")])
def test_a_kind_is_a_quiet_label(markdown: Markdown, number: int, kind: str) -> None:
    label = f'<div class="clause-facts"><p class="clause-kind">{kind}</p>'
    assert block(markdown.convert(PROFILES), number).startswith(label)


def test_the_facts_stand_after_the_text_and_before_the_notes(markdown: Markdown) -> None:
    page = markdown.convert(PROFILES)
    marks = ["More text.", 'class="clause-facts"', "admonition editors-note", 'id="photos"', "See <a", "statement</p>"]
    places = [page.index(mark) for mark in marks]
    assert places == sorted(places)
    assert page.index("statement</p>") < page.index('id="repealed-things"')


def test_a_number_in_brackets_is_a_link_from_any_page(markdown: Markdown) -> None:
    page = markdown.convert("As [1.2], [a.1] and [1.1][] say, not [9.9].")
    assert 'href="/policy/1-profiles.md#photos" title="Photos">1.2</a>' in page
    assert 'href="/policy/appendix.md#group" title="What group &amp; its members do">a.1</a>' in page
    assert ">1.1</a> say, not [9.9]." in page


def test_a_link_to_its_own_page_is_a_fragment_alone(markdown: Markdown) -> None:
    page = markdown.convert(PROFILES)
    assert 'href="#photos" title="Photos">1.2</a>' in page
    assert 'href="#photos">the page</a>' in page
    assert "/policy/1-profiles.md" not in page


def test_a_page_may_give_a_number_a_link_of_its_own(markdown: Markdown) -> None:
    assert markdown.convert("See [1.2].\n\n[1.2]: https://example.org\n") == (
        '<p>See <a href="https://example.org">1.2</a>.</p>'
    )


def test_each_page_starts_anew(markdown: Markdown) -> None:
    first = markdown.convert(PROFILES)
    assert markdown.reset().convert(PROFILES) == first


def test_a_clause_written_as_code_stays_code(markdown: Markdown) -> None:
    heading = '### 1.2 Photos {: #photos kind="statement" }'
    page = markdown.convert(f"Write:\n\n```\n{heading}\n```\n\nor\n\n    {heading}\n")
    assert html.unescape(page).count(heading) == 2
    assert "clause-facts" not in page


def test_a_heading_of_another_page_is_left_alone(markdown: Markdown) -> None:
    page = markdown.convert("## 1.2 Photos\n\n## Friend requests {: #friend-requests }\n\nText.")
    assert "clause" not in page


def test_a_value_with_quotation_marks_does_not_break_the_heading(markdown: Markdown) -> None:
    page = markdown.convert('### 1.2 Photos {: #photos duties="staff: should (ask "The Hub" first)" }\n\nText.')
    assert '<h3 id="photos"><span class="clause-number" id="1.2">1.2</span> Photos<a ' in page


def test_every_word_shown_stands_in_the_words_file() -> None:
    words, _ = read_words(ROOT, {})
    assert set(WORDS) <= set(words)


class Checked(HTMLParser):
    """Reads a page and remembers what an id and a style must not do."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"] or "")
        if "style" in given or tag == "script" or (tag == "a" and not given.get("href")):
            self.wrong.append(self.get_starttag_text() or "")


def test_the_page_is_valid_and_has_no_style_of_its_own(markdown: Markdown) -> None:
    checked = Checked()
    checked.feed(markdown.convert(PROFILES))
    assert checked.wrong == []
    assert len(checked.ids) == len(set(checked.ids))
    assert {"1.1", "friend-requests", "1.3", "hashtags"} <= set(checked.ids)
