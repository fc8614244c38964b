"""The answers given: in words, with Change, and on an outcome apart by whether they decided it."""

from __future__ import annotations

from datetime import date

import pytest

from macros.browser.given import given, what_decided
from macros.browser.machine import Answer
from tests.browser.setting import SETTING, SINK, Drawn

THREE: dict[str, Answer] = {"what": ("names", "faces"), "born": "old-enough", "last-worked": "not-sure"}


def test_the_answers_given_are_listed_with_a_change_for_each() -> None:
    drawn = Drawn(given(SINK, THREE, SETTING))
    assert [one["data-change"] for one in drawn.all("button", class_="dt-change")] == list(THREE)
    assert drawn.all("button", class_="dt-restart")
    for words in ("Names, Faces & figures", "From 13 to 25", "I'm not sure", "When were they born?"):
        assert words in drawn.text


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((), "None of these"),
        ("any", "One or more of these"),
        ("not-sure", "I can't tell"),
        (("faces",), "Faces & figures"),
    ],
)
def test_ticks_are_said_as_the_reader_saw_them(answer: Answer, words: str) -> None:
    assert words in Drawn(given(SINK, {"what": answer}, SETTING)).text


def test_nothing_given_is_no_list() -> None:
    assert given(SINK, {}, SETTING) == ""


def test_those_that_decided_it_stand_first_and_the_others_under_their_own_title() -> None:
    drawn = Drawn(given(SINK, THREE, SETTING, decided=("born",)))
    assert [one["data-change"] for one in drawn.all("button", class_="dt-change")] == ["born", "what", "last-worked"]
    decided, others = drawn.text.split("What made no difference")
    assert decided.startswith("What decided it When were they born?")
    assert "Names, Faces & figures" in others
    assert "Your answers" not in drawn.text


@pytest.mark.parametrize(
    ("decided", "title", "missing"),
    [
        (tuple(THREE), "What decided it", "What made no difference"),
        ((), "What made no difference", "What decided it"),
        (None, "Your answers", "What"),
    ],
)
def test_a_title_stands_only_over_something(decided: tuple[str, ...] | None, title: str, missing: str) -> None:
    drawn = Drawn(given(SINK, THREE, SETTING, decided=decided))
    assert drawn.text.startswith(title)
    assert f"{missing} " not in drawn.text.replace("What does it show?", "").removeprefix(title)
    assert len(drawn.all("h3")) == 1


def test_an_exact_date_stands_beside_its_range() -> None:
    drawn = Drawn(given(SINK, THREE, SETTING, days={"born": date(2012, 2, 9)}))
    assert "From 13 to 25 (9 February 2012)" in drawn.text
    assert drawn.text.count("(") == 1


def test_the_built_page_lists_them_without_a_way_to_change() -> None:
    drawn = Drawn(what_decided(SINK, {"born": "too-young"}, SETTING))
    assert drawn.text == "What decided it When were they born? Under 13"
    assert not drawn.all("button")
    assert what_decided(SINK, {}, SETTING) == ""
