"""Stepping through a tree: always a replay, so that Back, Change and a link are one and the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.browser import machine
from macros.browser.machine import Answer, Refused
from macros.trees.paths import Path, every_path
from tests.browser.setting import SINK

TODAY = date(2026, 11, 22)
PATHS = list(every_path(SINK))
WITH_CARE: dict[str, Answer] = {
    "what": ("names",),
    "born": "old-enough",
    "last-worked": "earlier",
    "how-many": "some",
}


def assert_next(after: Mapping[str, Answer], is_: str) -> machine.Step:
    """Where some answers lead."""
    step = machine.replay(SINK, after)
    assert f"{step.kind} {step.name}" == is_
    return step


def test_nothing_answered_is_the_first_question() -> None:
    assert_next({}, is_="question what")


def test_answers_lead_on_one_after_another() -> None:
    assert_next({"what": ("names",)}, is_="question born")
    assert_next({"what": ("names",), "born": "old-enough"}, is_="question last-worked")
    assert_next({"what": ("names",), "born": "old-enough", "last-worked": "recent"}, is_="question waiting")
    assert_next({**WITH_CARE, "last-worked": "recent", "waiting": "yes"}, is_="outcome waiting")


def test_a_look_is_passed_through_and_never_stood_on() -> None:
    assert_next({"what": (), "how-many": "few"}, is_="outcome fine")
    assert_next({"what": (), "how-many": "many"}, is_="outcome ask-first")


def test_the_order_in_which_answers_are_given_does_not_matter() -> None:
    step = assert_next({"how-many": "few", "what": ()}, is_="outcome fine")
    assert list(step.answers) == ["what", "how-many"]


def test_any_ticks_lead_the_same_way() -> None:
    for ticked in (("names",), ("faces",), ("names", "faces"), "any"):
        assert_next({"what": ticked}, is_="question born")


def test_an_answer_that_is_no_longer_asked_for_falls_out() -> None:
    assert_next(WITH_CARE, is_="outcome with-care")
    step = assert_next({**WITH_CARE, "what": ()}, is_="outcome fine")
    assert step.answers == {"what": (), "how-many": "some"}


def test_a_changed_answer_keeps_the_later_ones_that_are_still_asked_for() -> None:
    step = assert_next({**WITH_CARE, "born": "grown-up"}, is_="outcome with-care")
    assert step.answers == {**WITH_CARE, "born": "grown-up"}


@pytest.mark.parametrize(
    "answers",
    [
        {"what": "names"},
        {"what": ("nonsense",)},
        {"what": ("names", "nonsense")},
        {"what": ("names",), "born": "2011-02-01"},
        {"what": ("names",), "born": ("old-enough",)},
        {"what": ("names",), "born": ""},
        {"waiting": "yes"},
    ],
)
def test_an_answer_that_the_question_does_not_have_stops_the_replay_before_it(answers: dict[str, Answer]) -> None:
    assert_next(answers, is_="question born" if len(answers) > 1 else "question what")


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_a_path_may_be_replayed_with_answers_that_do_not_belong(path: Path) -> None:
    whole = dict(path.answers)
    step = machine.replay(SINK, {"nonsense": "x", "settled": "fine", **whole})
    assert (step.kind, step.answers) == ("outcome", whole)


@given(st.sampled_from(PATHS), st.sampled_from(PATHS), st.data())
def test_to_change_an_answer_is_to_answer_anew_with_what_is_kept(one: Path, other: Path, data: st.DataObject) -> None:
    first, second = dict(one.answers), dict(other.answers)
    question = data.draw(st.sampled_from(sorted(second)))
    changed = {**first, question: second[question]}
    step = machine.replay(SINK, changed)
    assert step.answers == {name: changed[name] for name in step.answers}
    assert machine.replay(SINK, step.answers) == step
    before = list(first)[: list(first).index(question)] if question in first else list(first)
    assert list(step.answers)[: len(before)] == before


def read(question: str, given: object) -> object:
    """What the machine makes of an answer as it was given."""
    return machine.read_answer(SINK, question, given, TODAY)


@pytest.mark.parametrize(
    ("question", "typed", "expected"),
    [
        ("waiting", "yes", ("yes", None)),
        ("waiting", "not-sure", ("not-sure", None)),
        ("what", ["names", "faces"], (("names", "faces"), None)),
        ("what", [], ((), None)),
        ("what", "any", ("any", None)),
        ("born", "too-young", ("too-young", None)),
        ("born", "2013-11-22", ("old-enough", date(2013, 11, 22))),
        ("born", {"day": "23", "month": "11", "year": "2013"}, ("too-young", date(2013, 11, 23))),
        ("born", "2026-11-22", ("too-young", TODAY)),
        ("how-many", "9", ("few", None)),
        ("how-many", " 10 ", ("some", None)),
        ("how-many", "many", ("many", None)),
    ],
)
def test_what_was_chosen_or_typed_becomes_an_answer(question: str, typed: object, expected: object) -> None:
    assert read(question, typed) == expected


@pytest.mark.parametrize(
    ("question", "typed", "words"),
    [
        ("waiting", "maybe", "error.choose"),
        ("waiting", "", "error.choose"),
        ("waiting", None, "error.choose"),
        ("waiting", {"day": "1"}, "error.choose"),
        ("what", ["nonsense"], "error.choose"),
        ("what", "names", "error.choose"),
        ("what", ["not-sure"], "error.choose"),
        ("born", "", "error.date"),
        ("born", "2011-02-31", "error.no-such-day"),
        ("born", {"day": "", "month": "", "year": ""}, "error.date"),
        ("born", {}, "error.date"),
        ("born", 7, "error.date"),
        ("born", {"day": "1", "month": "1", "year": "9" * 5000}, "error.year"),
        ("born", "2026-11-23", "error.future"),
        ("how-many", "", "error.number"),
        ("how-many", "-1", "error.number"),
        ("how-many", "1.5", "error.number"),
        ("how-many", "9" * 5000, "error.number"),
        ("how-many", 7, "error.number"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_the_words_that_say_why(question: str, typed: object, words: str) -> None:
    assert read(question, typed) == Refused(words)
    assert words in {"error.choose", "error.date", "error.no-such-day", "error.year", "error.future", "error.number"}


def test_facts_are_what_was_computed_and_known() -> None:
    assert machine.facts(SINK, {**WITH_CARE, "last-worked": "not-sure", "how-many": "not-sure"}) == {
        "born": "old-enough"
    }
