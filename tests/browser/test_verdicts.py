"""An outcome as HTML: the verdict first, then what to do, the clauses in full, and the notes that belong to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.browser import machine, verdicts
from macros.browser.html_parts import Setting
from macros.trees.addresses import forget, step_id
from tests.browser.setting import SETTING, SINK, WORDS, Drawn, fresh

REMINDERS = ["5.17", "4.8", "5.9", "5.21", "3.6"]


def draw(name: str, setting: Setting = SETTING, **known_dates: date) -> Drawn:
    """An outcome of the kitchen sink, read back."""
    known = {question.replace("_", "-"): day for question, day in known_dates.items()}
    return Drawn(verdicts.outcome(SINK, name, setting, known_dates=known))


@pytest.mark.parametrize("name", SINK.OUTCOMES)
def test_each_outcome_begins_with_its_verdict_as_a_word_and_a_shape(name: str) -> None:
    drawn = draw(name)
    (heading,) = drawn.all("h2", class_="dt-verdict")
    assert heading["tabindex"] == "-1"
    assert WORDS[f"verdict.{SINK.OUTCOMES[name]['verdict']}"] in drawn.text
    assert drawn.all("svg", aria_hidden="true")


@pytest.mark.parametrize("name", [name for name, ends in SINK.OUTCOMES.items() if not ends["goto"]])
def test_each_clause_is_quoted_in_full_with_its_force_and_a_link(name: str) -> None:
    drawn = draw(name)
    assert len(drawn.all("blockquote")) == len(SINK.OUTCOMES[name]["because"])
    for number in SINK.OUTCOMES[name]["because"]:
        clause = SINK.CLAUSES[number]
        assert drawn.all("a", href=f"../../{clause['page']}#{clause['id']}")
        assert f"{number} {clause['heading']}" in drawn.text
        assert clause["force"] in drawn.text
        assert all(part in drawn.text for part in clause["text"].split("\n\n"))


def test_the_safety_note_stands_in_full_above_an_act_now_that_cites_3_6() -> None:
    html = verdicts.outcome(SINK, "waiting", SETTING)
    assert html.startswith('<aside class="dt-safety dt-safety-full">')
    (note,) = Drawn(html).all("aside")
    assert "dt-safety-full" in (note["class"] or "")
    for words in ("Don't wait for this answer and don't deal with it alone.", "another manager", "call 999"):
        assert words in Drawn(html).text
    assert Drawn(html).text.count("(not from the policy)") == 2


@pytest.mark.parametrize("name", [name for name in SINK.OUTCOMES if name != "waiting"])
def test_the_safety_note_stands_in_brief_under_every_other_outcome(name: str) -> None:
    html = verdicts.outcome(SINK, name, SETTING)
    assert html.endswith("</aside>")
    (note,) = Drawn(html).all("aside")
    assert note["class"] == "dt-safety"
    assert Drawn(html).all("a", href="../../policy/made-up/#clause-3-6")
    assert Drawn(html).all("a", href="../../policy/made-up/#clause-7-3")


def test_an_act_now_that_does_not_cite_3_6_has_the_brief_note() -> None:
    tree = fresh()
    tree.OUTCOMES["waiting"]["because"] = ("7.3",)
    (note,) = Drawn(verdicts.outcome(tree, "waiting", SETTING)).all("aside")
    assert note["class"] == "dt-safety"


def test_the_safety_note_names_the_lead_where_there_is_one_and_no_emergency_where_there_is_none() -> None:
    words = {**WORDS, "safety.lead": "Alex Example", "safety.note": ""}
    drawn = draw("waiting", replace(SETTING, words=words))
    assert "Alex Example" in drawn.text
    assert "another manager" not in drawn.text
    assert drawn.text.count("(not from the policy)") == 1


@pytest.mark.parametrize("name", SINK.OUTCOMES)
def test_the_reminders_stand_only_under_a_yes_on_a_work_account(name: str) -> None:
    drawn = draw(name)
    reminded = [row for row in drawn.all("div") if "dt-reminders" in (row.get("class") or "")]
    assert bool(reminded) is (name in ("fine", "with-care"))
    if reminded:
        for number in REMINDERS:
            assert WORDS[f"reminder.{number}"] in drawn.text
            assert drawn.all("a", href=f"../../policy/made-up/#clause-{number.replace('.', '-')}")


def test_a_day_is_shown_where_the_date_is_known_and_counted_in_words_where_not() -> None:
    known = draw("waiting", last_worked=date(2024, 2, 29))
    assert "Wait until 1 March 2026." in known.text
    assert "Count 2 years" not in known.text
    unknown = draw("waiting", born=date(2024, 2, 29))
    assert "Count 2 years from the day you last worked with them." in unknown.text
    assert "{day}" not in unknown.text


def test_hold_and_ask_says_what_to_do_and_cites_the_first_clause() -> None:
    drawn = draw("hold-and-ask")
    assert WORDS["outcome.not-sure-say"] in drawn.text
    assert len(drawn.all("blockquote")) == 1
    assert "4.7 Heading of 4.7" in drawn.text


def test_a_hand_over_links_to_the_step_after_what_it_carries_and_the_address_tells_nothing() -> None:
    (link,) = draw("abuse").all("a", class_="dt-goto")
    other = fresh("other-tree")
    stands = machine.replay(other, {"kind": "abuse", "ticks": ("faces",)})
    assert stands == machine.Step("outcome", "end", {"kind": "abuse", "ticks": ("faces",)})
    assert link["href"] == f"../../ask/other-tree/#{step_id(other, forget(other, stands))}"
    assert "What kind is it?" in draw("abuse").text


def test_a_hand_over_that_carries_nothing_links_to_the_first_question() -> None:
    tree = fresh()
    tree.OUTCOMES["abuse"]["fragment"] = ""
    (link,) = Drawn(verdicts.outcome(tree, "abuse", SETTING)).all("a", class_="dt-goto")
    assert link["href"] == "../../ask/other-tree/"


def test_what_comes_after_the_clauses_stands_above_the_brief_note() -> None:
    html = verdicts.outcome(SINK, "fine", SETTING, after="<p>After</p>")
    assert html.index("dt-clauses") < html.index("<p>After</p>") < html.index("<aside")
