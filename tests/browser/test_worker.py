"""The one door for JavaScript: a message in, a message out, and no exact day in anything that could be kept or sent."""

from __future__ import annotations

import json
import re
import sys
from types import ModuleType
from typing import Any

import pytest

from macros.browser import machine
from macros.browser.worker import handle
from macros.trees.paths import Path, every_path
from tests.browser.setting import SINK, WORDS, Drawn, module


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package of compiled trees and words, as the build makes it."""
    words = ModuleType("words")
    words.__dict__["WORDS"] = WORDS
    for name, held in (("", ModuleType("compiled")), (".words", words), (".kitchen_sink", module("kitchen-sink"))):
        monkeypatch.setitem(sys.modules, f"compiled{name}", held)


def ask(**message: Any) -> dict[str, Any]:  # noqa: ANN401 - a message is any JSON
    """Send a message and read the answer."""
    whole = {"type": "step", "tree": "kitchen-sink", "today": "2026-11-22", "base": "../../", **message}
    answer = json.loads(handle(json.dumps(whole)))
    assert isinstance(answer, dict)
    return answer


def test_the_first_message_gets_the_first_question() -> None:
    answer = ask(answers={})
    assert (answer["type"], answer["kind"], answer["name"]) == ("step", "question", "what")
    assert (answer["answers"], answer["dates"], answer["fragment"], answer["problem"]) == ({}, {}, "", "")
    assert Drawn(answer["html"]).all("form", data_question="what")


def test_an_answer_leads_on_and_is_listed() -> None:
    answer = ask(answers={"what": ["names"]}, given={"question": "born", "answer": "old-enough"})
    assert answer["name"] == "last-worked"
    assert answer["answers"] == {"what": ["names"], "born": "old-enough"}
    assert answer["fragment"] == "what=names&born=old-enough"
    assert len(Drawn(answer["html"]).all("button", class_="dt-change")) == 2


def test_a_date_becomes_its_range_and_stays_only_among_the_dates() -> None:
    given = {"question": "born", "answer": {"day": "22", "month": "11", "year": "2013"}}
    answer = ask(answers={"what": ["names"]}, given=given)
    assert answer["answers"]["born"] == "old-enough"
    assert answer["dates"] == {"born": "2013-11-22"}
    kept = json.dumps([answer["answers"], answer["fragment"]])
    assert not re.search(r"2013|22|November", kept)
    assert "From 13 to 25 (22 November 2013)" in Drawn(answer["html"]).text  # shown, in the page's memory


def test_a_date_is_used_for_the_day_an_outcome_names() -> None:
    answers = {"what": ["names"], "born": "old-enough", "last-worked": "recent"}
    known = {"last-worked": "2025-02-28"}
    answer = ask(answers=answers, dates=known, given={"question": "waiting", "answer": "yes"})
    assert "Wait until 28 February 2027." in Drawn(answer["html"]).text
    assert answer["dates"] == known
    assert "2025" not in answer["fragment"]


def test_a_date_that_no_longer_belongs_to_its_answer_is_forgotten() -> None:
    answers = {"what": ["names"], "born": "old-enough"}
    for dates in (
        {"born": "2020-01-01"},
        {"last-worked": "2025-01-01"},
        {"born": "2999-01-01"},
        {"what": "2011-01-01"},
    ):
        assert ask(answers=answers, dates=dates)["dates"] == {}


def test_to_choose_a_range_after_a_date_forgets_the_date() -> None:
    given = {"question": "born", "answer": "old-enough"}
    answer = ask(answers={"what": ["names"], "born": "old-enough"}, dates={"born": "2011-01-01"}, given=given)
    assert answer["dates"] == {}


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("born", {"day": "31", "month": "2", "year": "2011"}, "error.no-such-day"),
        ("born", {"day": "23", "month": "11", "year": "2026"}, "error.future"),
        ("born", "", "error.date"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_told_and_the_question_stays(
    question: str, answer: object, words: str
) -> None:
    told = ask(answers={"what": ["names"]}, given={"question": question, "answer": answer})
    assert (told["name"], told["problem"]) == (question, WORDS[words])
    assert told["answers"] == {"what": ["names"]}
    assert WORDS[words] in Drawn(told["html"]).text


def test_a_changed_answer_keeps_the_later_ones_and_drops_what_is_no_longer_asked() -> None:
    answers = {"what": ["names"], "born": "old-enough", "last-worked": "earlier", "how-many": "some"}
    kept = ask(answers=answers, given={"question": "born", "answer": "grown-up"})
    assert (kept["name"], kept["answers"]) == ("with-care", {**answers, "born": "grown-up"})
    dropped = ask(answers=answers, given={"question": "what", "answer": []})
    assert (dropped["name"], dropped["answers"]) == ("fine", {"what": [], "how-many": "some"})


@pytest.mark.parametrize("path", list(every_path(SINK)), ids=str)
def test_every_path_can_be_come_to_by_its_address(path: Path) -> None:
    first = ask(answers=dict(path.answers))
    again = ask(fragment=first["fragment"])
    assert (again["kind"], again["name"]) == ("outcome", path.end)
    assert again == first
    assert ask(fragment="#" + first["fragment"]) == first


def test_an_address_from_elsewhere_leads_as_far_as_it_makes_sense() -> None:
    assert ask(fragment="what=names&born=nonsense&last-worked=recent")["name"] == "born"
    assert ask(fragment="what=names+nonsense")["name"] == "what"
    assert ask(fragment="s1234abcd")["name"] == "what"


def test_ticks_come_as_a_list_or_as_a_link_has_them() -> None:
    for ticks in (["names", "faces"], "names+faces"):
        assert ask(answers={"what": ticks})["answers"] == {"what": ["names", "faces"]}
    assert ask(answers={"what": "none"})["answers"] == {"what": []}
    assert ask(answers={"what": "any"})["answers"] == {"what": "any"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        "7",
        "null",
        "{}",
        '{"tree": "kitchen-sink"}',
        '{"tree": "no-such-tree", "today": "2026-11-22"}',
        '{"tree": "../../os", "today": "2026-11-22"}',
        '{"tree": "words", "today": "2026-11-22"}',
        '{"tree": "kitchen-sink", "today": "today"}',
        '{"tree": "kitchen-sink", "today": "2026-11-22", "given": {"question": "nonsense", "answer": "x"}}',
        '{"tree": "kitchen-sink", "today": "2026-11-22", "given": {"question": "settled", "answer": "x"}}',
        '{"tree": "kitchen-sink", "today": "2026-11-22", "answers": {"what": [["names"]]}}',
        '{"tree": "kitchen-sink", "today": "2026-11-22", "dates": {"born": "x"}}',
    ],
)
def test_whatever_goes_wrong_is_told_in_an_answer(text: str) -> None:
    answer = json.loads(handle(text))
    assert answer["type"] == "failed"
    assert answer["why"]
    assert "Traceback" not in answer["why"]


def test_the_answers_are_those_of_the_machine() -> None:
    for path in every_path(SINK):
        step = machine.replay(SINK, path.answers)
        assert ask(answers=dict(path.answers))["name"] == step.name
