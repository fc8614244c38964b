"""The record of an answer: it tells what the reader was told, keeps no exact day, and nothing in it can break out."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from macros.browser import machine, record, record_page
from macros.browser.worker import handle
from macros.trees.paths import Path, every_path
from tests.browser.setting import SINK, WORDS, Drawn, module

FACTS = {
    "policy": "Social Media Policy",
    "organisation": "Tarner",
    "number": "2024-01",
    "fingerprint": "0" * 16,
    "questions": {"kitchen-sink": "1" * 16},
}
DAY = date(2026, 11, 22)
DATED: dict[str, machine.Answer] = {"what": ("names",), "born": "old-enough", "last-worked": "recent", "waiting": "yes"}
NASTY = "</script><script>alert(1)</script>\"'&amp;<img src=x onerror=alert(1)>\n--> ]]> {verdict}"
ANSWERED = [path for path in every_path(SINK) if path.verdict != "goto"]


def kept(answers: machine.Answers, note: str = "") -> dict[str, Any]:
    """The record of somebody who gave these answers."""
    return record.make(SINK, answers, None, record.Occasion(FACTS, WORDS, DAY, note))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package of compiled trees and words, as the build makes it."""
    words = ModuleType("words")
    words.__dict__.update(WORDS=WORDS, EDITION=FACTS)
    for name, held in (("", ModuleType("compiled")), (".words", words), (".kitchen_sink", module("kitchen-sink"))):
        monkeypatch.setitem(sys.modules, f"compiled{name}", held)


def ask(**message: Any) -> dict[str, Any]:  # noqa: ANN401 - a message is any JSON
    """Ask the worker for a record."""
    whole = {"type": "record", "tree": "kitchen-sink", "today": "2026-11-22", "note": "", **message}
    answer = json.loads(handle(json.dumps({"language": "en", "direction": "", **whole})))
    assert isinstance(answer, dict)
    return answer


@pytest.mark.parametrize("path", ANSWERED, ids=str)
def test_a_record_tells_the_question_the_answers_and_the_outcome_of_every_path(path: Path) -> None:
    made = kept(path.answers)
    assert made["question"] == {"tree": "kitchen-sink", "title": SINK.TITLE, "fingerprint": "1" * 16}
    assert record.answers_in(made) == path.answers
    assert (made["outcome"]["name"], made["outcome"]["verdict"]) == (path.end, path.verdict)
    assert [clause["number"] for clause in made["clauses"]] == list(path.clauses)
    text, page = record_page.as_text(made, WORDS), Drawn(record_page.as_part(made, WORDS)).text
    for words in (made["outcome"]["word"], *(answer["said"] for answer in made["answers"])):
        assert words in text
        assert words in page
    for clause in made["clauses"]:
        assert f"{clause['number']} {clause['heading']}" in text
        assert f"{clause['number']} {clause['heading']}" in page
    assert WORDS["safety.ask"] in text


def test_answers_are_told_in_the_words_that_the_reader_saw() -> None:
    told = [(answer["answer"], answer["said"]) for answer in kept(DATED)["answers"]]
    assert told[:2] == [(["names"], "Names"), ("old-enough", "From 13 to 25")]
    nothing = kept({"what": (), "how-many": machine.NOT_SURE})["answers"]
    assert [answer["said"] for answer in nothing] == [WORDS["ask.none"], WORDS["ask.not-sure"]]


@pytest.mark.parametrize("path", [path for path in every_path(SINK) if path.verdict == "goto"], ids=str)
def test_a_hand_over_is_no_answer_and_has_no_record(path: Path) -> None:
    with pytest.raises(ValueError, match="no answer yet"):
        kept(path.answers)


def test_answers_that_stop_at_a_question_have_no_record() -> None:
    with pytest.raises(ValueError, match='lead to "born"'):
        kept({"what": ("names",)})


@pytest.mark.usefixtures("engine")
def test_no_exact_day_stands_in_any_form_of_a_record() -> None:
    """Not even by the day that something ends, from which it could be counted back."""
    answers = {name: list(answer) if isinstance(answer, tuple) else answer for name, answer in DATED.items()}
    answer = ask(answers=answers, dates={"last-worked": "2025-02-17"})
    assert answer["type"] == "record", answer
    assert machine.replay(SINK, DATED).name == json.loads(answer["data"])["outcome"]["name"]
    assert SINK.OUTCOMES[json.loads(answer["data"])["outcome"]["name"]]["until"]
    for form in ("panel", "part", "text", "page", "data", "file"):
        assert not re.search(r"\b2025\b|\b2027\b|\b17\b", answer[form].replace(record_page.STYLE, "")), form


@pytest.mark.usefixtures("engine")
def test_every_form_of_a_record_comes_in_one_answer() -> None:
    answer = ask(fragment="what=none&how-many=few", note="Asked in the team meeting.")
    assert list(answer) == ["type", "panel", "part", "text", "page", "data", "file"]
    assert json.loads(answer["data"])["note"] == "Asked in the team meeting."
    panel = Drawn(answer["panel"])
    assert [button["data-does"] for button in panel.all("button", type="button")] == [
        *("print", "copy", "page", "data", "close")
    ]
    assert WORDS["record.no-names"] in panel.text
    (field,) = panel.all("textarea")
    assert panel.all("label", **{"for": str(field["id"])})
    assert panel.all("p", id=str(field["aria-describedby"]))
    assert panel.all("p", role="status")


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(("private", "name"), [(True, "record-2026-11-22"), (False, "record-2026-11-22-kitchen-sink")])
def test_the_name_of_a_file_tells_nothing_of_a_private_question(*, private: bool, name: str) -> None:
    sys.modules["compiled.kitchen_sink"].__dict__["PRIVATE"] = private
    assert ask(fragment="what=none&how-many=few")["file"] == name


@pytest.mark.usefixtures("engine")
def test_where_there_is_no_answer_yet_the_page_is_told_so() -> None:
    assert ask(fragment="what=none")["type"] == "failed"


def test_a_note_is_escaped_wherever_it_stands() -> None:
    made = kept(ANSWERED[0].answers, NASTY)
    for html in (record_page.as_part(made, WORDS), record_page.as_page(made, WORDS, "en")):
        assert "<script" not in html
        assert "<img" not in html
    page = Drawn(record_page.as_page(made, WORDS, "en").replace("<!DOCTYPE html>", "").replace("<meta", "<input"))
    assert " ".join(NASTY.split()) in page.text
    (inside,) = page.all("input", name="policy-record")
    assert json.loads(str(inside["content"])) == made


def test_where_a_note_ends_is_seen_in_the_text_too() -> None:
    text = record_page.as_text(kept(ANSWERED[0].answers, "Asked Sam.\n\nWaiting."), WORDS)
    assert "\n> Asked Sam.\n> \n> Waiting.\n\n" in text
    assert text.count("\n> ") == 3


@pytest.mark.parametrize(
    ("note", "clean"),
    [
        ("  Two\r\nlines \x00\x1b[2J\u202e\ud800 ", "Two\nlines [2J"),
        ("👩‍👧 ok", "👩‍👧 ok"),
        ("x" * 2_000, "x" * record.LONGEST_NOTE),
    ],
)
def test_a_note_keeps_its_lines_and_loses_what_cannot_be_seen(note: str, clean: str) -> None:
    assert kept(ANSWERED[0].answers, note)["note"] == clean


def test_the_page_of_a_record_stands_alone() -> None:
    made = kept(ANSWERED[0].answers, NASTY)
    html = record_page.as_page(made, WORDS, "ar", "rtl")
    assert html.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">')
    drawn = Drawn(html.replace("<!DOCTYPE html>", "").replace("<meta", "<input"))
    tags = [tag for tag, _ in drawn.elements]
    assert {"script", "link", "img", "iframe", "a", "form"} & {*tags} == set()
    assert not re.search(r"url\(|@import", record_page.STYLE)
    names = {name for _, attributes in drawn.elements for name in attributes}
    assert [name for name in names if name in {"src", "href", "style", "srcset"} or name.startswith("on")] == []
    (policy,) = drawn.all("input", http_equiv="Content-Security-Policy")
    assert str(policy["content"]).startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert (tags.count("title"), tags.count("h1"), tags.count("main")) == (1, 1, 1)


def test_the_full_safety_note_stands_under_act_now_and_names_what_is_ours() -> None:
    made = kept(ANSWERED[0].answers)
    brief = list(record.safety(made, WORDS))
    assert brief == [f"{WORDS['safety.ask']} {WORDS['safety.brief'].format(clauses='3.6, 7.3')}"]
    made["outcome"]["verdict"], made["clauses"] = "act-now", [{"number": "3.6", "heading": "", "force": ""}]
    full = list(record.safety(made, WORDS))
    assert len(full) == 3
    assert full[2] == f"In an emergency: call 999. ({WORDS['outcome.ours']})"


def test_every_word_that_a_record_is_written_with_is_published() -> None:
    """Else an edition could not be asked for it once the words have changed."""
    words = record.words_of(WORDS)
    for path in ANSWERED:
        made = record.make(SINK, path.answers, (), record.Occasion(FACTS, words, DAY, "A note."))
        assert record_page.as_page(made, words, "en") == record_page.as_page(made, WORDS, "en")
        assert record_page.as_text(made, words)
    made["outcome"]["verdict"], made["clauses"] = "act-now", [{"number": "3.6", "heading": "", "force": ""}]
    assert len(list(record.safety(made, words))) == 3
    assert len(words) < len(WORDS) / 3
