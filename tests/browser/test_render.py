"""A question as HTML: everything escaped, all of it labelled, links where an address is known, else buttons."""

from __future__ import annotations

import html

import pytest

from macros.browser import render, verdicts
from macros.browser.explain import Change
from macros.browser.given import given, what_decided
from macros.browser.html_parts import Setting
from macros.browser.machine import Answer, CompiledTree
from macros.browser.reasons import would_change
from macros.browser.typed import Wrong
from macros.browser.verdicts import SAFETY_SAID
from tests.browser.setting import SETTING, SINK, WORDS, Drawn, fresh

EVIL = "<script>&\"' {0} %s"
TAGS = {"a", "aside", "blockquote", "button", "circle", "dd", "details", "div", "dl", "dt", "form", "h2", "h3", "input"}
TAGS |= {"label", "li", "p", "path", "section", "small", "span", "strong", "summary", "svg", "ul"}


def to(answer: Answer) -> tuple[str, str]:
    """Where an answer leads in the built page."""
    return f"#s-{answer if isinstance(answer, str) else '-'.join(answer)}", "go to 2"


def poisoned(value: object, depth: int = 0) -> object:
    """The same with evil words for words; ids, kinds and numbers stay."""
    words = ("ask", "why", "not_sure", "say", "goto_title", "heading", "force", "text", "page", "id")
    if isinstance(value, dict):
        return {
            key: EVIL
            if key in words
            else dict.fromkeys(inner, EVIL)
            if key == "options"
            else (inner[0], inner[1], EVIL + "{day}", EVIL)
            if key == "until" and inner
            else poisoned(inner, depth + 1)
            for key, inner in value.items()
        }
    return value


def evil_tree() -> CompiledTree:
    """The kitchen sink, each of its words evil."""
    tree = fresh()
    for name in ("QUESTIONS", "OUTCOMES", "CLAUSES"):
        setattr(tree, name, poisoned(getattr(tree, name)))
    tree.TITLE = EVIL
    return tree


def evil_setting() -> Setting:
    """Words of the site that are evil too, and still have their places to be filled in."""
    return Setting({key: words if key == "months" else EVIL.replace("{0}", "") + words for key, words in WORDS.items()})


def all_drawings(tree: CompiledTree, setting: Setting) -> dict[str, str]:
    """Every question and every outcome, drawn in every way there is."""
    drawn = {}
    for name in tree.QUESTIONS:
        drawn[f"{name} built"] = render.question(tree, name, setting, way=to)
        drawn[f"{name} live"] = render.question(tree, name, setting)
        typed = dict.fromkeys(("day", "month", "year", "number"), EVIL)
        drawn[f"{name} wrong"] = render.question(tree, name, setting, wrong=Wrong(EVIL, typed))
    answers: dict[str, Answer] = {"what": ("names", "faces"), "born": "too-young", "how-many": "not-sure"}
    drawn["given"] = given(tree, answers, setting)
    drawn["given, with what decided it"] = given(tree, answers, setting, decided=("what",))
    drawn["what decided it"] = what_decided(tree, answers, setting)
    for change in (Change(EVIL, "yes"), Change(EVIL), Change(unsure=True), Change()):
        drawn[f"change {change}"] = would_change(change, "no", setting)
    for name in tree.OUTCOMES:
        drawn[f"outcome {name}"] = verdicts.outcome(tree, name, setting)
    return drawn


@pytest.mark.parametrize(
    ("name", "drawn"), all_drawings(evil_tree(), evil_setting()).items(), ids=lambda value: value[:20]
)
def test_no_word_of_a_writer_becomes_markup(name: str, drawn: str) -> None:
    assert "<script" not in drawn, name
    read = Drawn(drawn)
    assert {tag for tag, _ in read.elements} <= TAGS
    assert not [attribute for _, attrs in read.elements for attribute in attrs if attribute.startswith("on")]
    assert "<script>&\"'" in read.text
    assert html.escape("<script>&\"'") in drawn


@pytest.mark.parametrize(("name", "drawn"), all_drawings(SINK, SETTING).items(), ids=lambda value: value[:20])
def test_every_drawing_is_whole_html_with_ids_that_stand_once(name: str, drawn: str) -> None:
    read = Drawn(drawn)
    ids = [attrs["id"] for _, attrs in read.elements if "id" in attrs]
    assert len(ids) == len(set(ids)), name
    for _, attrs in read.elements:
        for key in ("for", "aria-describedby"):
            assert set((attrs.get(key) or "").split()) <= {*ids, SAFETY_SAID}  # that one stands in the page


@pytest.mark.parametrize("name", SINK.QUESTIONS)
def test_each_question_stands_in_a_heading_that_takes_the_focus(name: str) -> None:
    for drawn in (render.question(SINK, name, SETTING), render.question(SINK, name, SETTING, way=to)):
        (heading,) = Drawn(drawn).all("h2", class_="dt-ask")
        assert heading["tabindex"] == "-1"
        assert SINK.QUESTIONS[name]["ask"] in Drawn(drawn).text


ANSWERS = ["yes", "no", "never", "not-sure"]  # of the question "waiting"


def test_a_built_question_answers_by_links_and_holds_no_form() -> None:
    drawn = Drawn(render.question(SINK, "waiting", SETTING, way=to))
    assert [link["href"] for link in drawn.all("a", class_="dt-option")] == [f"#s-{answer}" for answer in ANSWERS]
    assert not {"form", "button", "input"} & {tag for tag, _ in drawn.elements}


def test_a_live_question_answers_by_buttons() -> None:
    drawn = Drawn(render.question(SINK, "waiting", SETTING))
    assert [one["data-answer"] for one in drawn.all("button", class_="dt-option")] == ANSWERS
    assert {one["type"] for one in drawn.all("button", class_="dt-option")} == {"button"}
    assert drawn.all("form", data_question="waiting")


@pytest.mark.parametrize("way", [None, to])
def test_not_sure_comes_last_on_every_question(way: object) -> None:
    for name, asked in SINK.QUESTIONS.items():
        drawn = Drawn(render.question(SINK, name, SETTING, way=way))  # type: ignore[arg-type]
        options = [attrs for _, attrs in drawn.elements if "dt-option" in (attrs.get("class") or "").split()]
        assert options[-1]["data-answer"] == "not-sure"
        assert (asked["not_sure"] or WORDS["ask.not-sure"]) in drawn.text


def test_a_date_and_a_number_offer_their_ranges_too() -> None:
    for name in ("born", "how-many"):
        for drawn in (render.question(SINK, name, SETTING), render.question(SINK, name, SETTING, way=to)):
            answers = [attrs.get("data-answer") for _, attrs in Drawn(drawn).elements if attrs.get("data-answer")]
            assert answers == [*SINK.QUESTIONS[name]["options"], "not-sure"]


def test_a_live_date_has_three_labelled_fields() -> None:
    drawn = Drawn(render.question(SINK, "born", SETTING))
    assert [field["name"] for field in drawn.all("input")] == ["day", "month", "year"]
    assert [label["for"] for label in drawn.all("label")] == [field["id"] for field in drawn.all("input")]


def test_a_tick_list_offers_a_box_for_each_option_or_in_the_built_page_none_and_some() -> None:
    live = Drawn(render.question(SINK, "what", SETTING))
    assert [box["value"] for box in live.all("input", type="checkbox")] == ["names", "faces"]
    built = Drawn(render.question(SINK, "what", SETTING, way=to))
    assert [link["data-answer"] for link in built.all("a", class_="dt-option")] == ["none", "any", "not-sure"]
    assert "Faces & figures" in built.text


def test_why_is_folded_away_and_missing_where_nothing_is_said() -> None:
    assert Drawn(render.question(SINK, "what", SETTING)).all("details")
    assert not Drawn(render.question(SINK, "waiting", SETTING)).all("details")


def test_a_problem_is_told_at_once_and_belongs_to_the_fields() -> None:
    wrong = Wrong("That day has not come yet.", {"day": "1", "month": "1", "year": "2999"})
    drawn = Drawn(render.question(SINK, "born", SETTING, wrong=wrong))
    (told,) = drawn.all("p", class_="dt-problem")
    assert "That day has not come yet." in drawn.text
    for field in drawn.all("input"):
        assert field["aria-invalid"] == "true"
        assert told["id"] in (field["aria-describedby"] or "").split()
