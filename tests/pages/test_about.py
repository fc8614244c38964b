"""What a page says of itself: long enough to help, no longer than is shown, and never markup."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.pages.about import LONGEST, Describer, as_many, cut, enough, plain, texts
from macros.project import Project, load

ROOT = Path(__file__).parents[2]
SITE = "https://example.org/policy/current/"


@pytest.fixture(scope="module")
def project() -> Project:
    return load(ROOT)


def page(url: str, title: str, content: str = "", **more: Any) -> Any:  # noqa: ANN401 - stands in for the generator's
    """A page as far as it is described."""
    file = SimpleNamespace(src_uri=f"{url.rstrip('/') or 'index'}.md")
    given: dict[str, Any] = {"meta": {}, "ancestors": [], "is_homepage": not url, **more}
    return SimpleNamespace(url=url, title=title, content=content, file=file, **given)


def describer(project: Project, address: str = SITE) -> Describer:
    return Describer(project, "Our <Rules> & more", "All our rules, and the answers to what people ask.", address)


def test_the_start_is_told_by_the_site_and_has_no_way_up(project: Project) -> None:
    told = describer(project)(page("", "Home"))
    assert (told.title, told.kind, told.trail, told.address) == ("Our <Rules> & more", "website", "", SITE)
    assert told.description == "All our rules, and the answers to what people ask."


def test_a_section_is_told_by_the_headings_of_its_clauses(project: Project) -> None:
    told = describer(project)(page("policy/7-abuse/", "7. Abuse &amp; break-ins"))
    assert told.title == "7. Abuse & break-ins - Our <Rules> & more"
    assert "Responding to abuse or bullying; When somebody gets into your space" in told.description


def test_a_short_section_is_told_by_its_text_too(project: Project) -> None:
    nine = Describer(project, "P", "", SITE)(page("policy/9-complaints/", "9."))
    assert nine.description.startswith("P, 9.: When a service user wants to complain If a service user")


def test_a_question_is_told_by_its_line_and_by_what_it_rests_on(project: Project) -> None:
    told = describer(project)(page("ask/friend-request/", "Can I?", "<p>Never this.</p>"))
    assert told.description == project.trees["friend-request"].scope
    trees = {name: replace(tree, scope="") for name, tree in project.trees.items()}
    told = describer(replace(project, trees=trees))(page("ask/friend-request/", "Can I?", "<p>Never this.</p>"))
    assert "Friend requests from people we work with; Being sure who is asking" in told.description


def test_a_writer_may_say_it_otherwise(project: Project) -> None:
    told = describer(project)(page("policy/7-abuse/", "7.", meta={"description": "Said by hand."}))
    assert told.description == "Said by hand."


def test_any_other_page_is_told_by_its_first_paragraphs(project: Project) -> None:
    content = "<h1>More</h1><p>A <b>few</b> words.</p><ul><li>A &lt;list&gt;, quite long enough now.</li></ul>"
    told = describer(project)(page("more/", "More", content))
    assert told.description == "A few words. A <list>, quite long enough now."
    assert told.is_hidden is False


def test_what_our_search_passes_over_search_engines_pass_over_too(project: Project) -> None:
    assert describer(project)(page("guides/a/", "A", meta={"search": {"exclude": True}})).is_hidden


@pytest.mark.parametrize("search", ["exclude", True, None, ["exclude"]])
def test_front_matter_of_another_form_breaks_nothing(project: Project, search: Any) -> None:  # noqa: ANN401 - as written
    told = describer(project)(page("more/", "More", meta={"search": search, "title": 2024}))
    assert (told.is_hidden, told.name) == (False, "2024")


def test_the_way_up_names_each_step_and_nothing_in_it_ends_the_script(project: Project) -> None:
    index = page("policy/", "The policy", is_page=True)
    section = SimpleNamespace(title="The </script> policy", children=[index])
    told = describer(project)(page("policy/7-abuse/", "7. Abuse", ancestors=[section]))
    assert "<" not in told.trail
    steps = json.loads(told.trail)["itemListElement"]
    assert [(step["position"], step["item"]) for step in steps] == [
        (1, SITE),
        (2, f"{SITE}policy/"),
        (3, f"{SITE}policy/7-abuse/"),
    ]
    assert steps[0]["name"] == "Our <Rules> & more"


def test_the_page_that_lists_the_others_does_not_stand_above_itself(project: Project) -> None:
    index = page("policy/", "The policy", is_page=True)
    index.ancestors = [SimpleNamespace(title="The policy", children=[index])]
    assert len(json.loads(describer(project)(index).trail)["itemListElement"]) == 2


def test_where_nobody_knows_the_address_none_is_told(project: Project) -> None:
    told = describer(project, "")(page("policy/7-abuse/", "7. Abuse"))
    assert (told.address, told.trail) == ("", "")


@pytest.mark.parametrize(("address", "shown"), [(SITE, True), ("http://127.0.0.1:8000/", False), ("", False)])
def test_paper_names_an_address_only_if_it_leads_somewhere(project: Project, address: str, *, shown: bool) -> None:
    told = describer(project, address)(page("policy/7-abuse/", "7. Abuse"))
    assert told.on_paper.startswith("Uncontrolled when printed")
    assert (f"{SITE}policy/7-abuse/" in told.on_paper) is shown
    assert "127.0.0.1" not in told.on_paper


def test_what_is_too_long_is_cut_between_words() -> None:
    assert cut("word " * 10) == " ".join(["word"] * 10)
    long = cut("word, " * 100)
    assert len(long) <= LONGEST
    assert long.endswith("word…")


def test_as_many_headings_as_there_is_room_for_and_one_at_least() -> None:
    assert as_many(["One", "Two"], "{a}: {clauses}", a="All") == "All: One; Two"
    assert as_many(["One", "Two " * 60], "{a}: {clauses}", a="All") == "All: One; …"
    assert as_many(["Long " * 60, "Two"], "{clauses}").startswith("Long")


def test_parts_follow_until_there_is_enough_to_say() -> None:
    assert enough(["Short.", "More." * 10, "Never."]) == "Short. " + "More." * 10
    assert enough([]) == ""


def test_words_are_taken_as_a_reader_sees_them() -> None:
    assert plain(" A&nbsp;<i>b</i>\n &lt;c&gt; ") == "A b <c>"
    assert list(texts("<p></p><p class='x'>One</p><li>Two</li><table><td>Not</td></table>")) == ["One", "Two"]
