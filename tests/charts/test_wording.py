"""Conditions in words: short, exact, and with no more brackets than they need."""

from __future__ import annotations

import pytest

from macros.charts.wording import Wording
from macros.problems import Place
from macros.trees import graph
from macros.trees.condition_reader import read_condition
from tests.browser.setting import WORDS
from tests.charts.drawn import TREES

SINK = TREES["kitchen-sink"]
LETTERS = dict(zip(graph.in_order(SINK), "ABCDEF", strict=True))
WORDING = Wording(SINK, LETTERS, WORDS)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("waiting = no", "D is “No”"),
        ("waiting != no", "D is not “No”"),
        ("not waiting = no", "D is not “No”"),
        ("not waiting != no", "D is “No”"),
        ("waiting = not-sure", "D is “I'm not sure”"),
        ("what = any", "A is “One or more of these”"),
        ("what = not-sure", "A is “I can't tell”"),
        ("how-many > few", "E is “10 to 99” or “100 or more”"),
        ("not how-many > few", "E is “Fewer than 10” or “I'm not sure”"),
        ("how-many in (few, some, many)", "E is not “I'm not sure”"),
        ("born < grown-up", "B is “Under 13” or “From 13 to 25”"),
        ("how-many < few", "E is not answered"),
        ("not how-many < few", "E is answered"),
        ("waiting = no and what = none", "D is “No” and A is “None of these”"),
        ("not (waiting = no or what = none)", "D is not “No” and A is not “None of these”"),
        ("not (waiting = no and what = none)", "D is not “No” or A is not “None of these”"),
        (
            "waiting = no and (what = none or how-many = few)",
            "D is “No” and (A is “None of these” or E is “Fewer than 10”)",
        ),
        (
            "waiting = no or what = none and how-many = few",
            "D is “No” or (A is “None of these” and E is “Fewer than 10”)",
        ),
    ],
)
def test_a_condition_in_words(condition: str, words: str) -> None:
    assert WORDING.condition(read_condition(condition, lambda _: Place("tree.yml"))) == words


def test_a_look_numbers_its_lines_where_more_than_one_could_be_so() -> None:
    settled = SINK.questions["settled"]
    said = [WORDING.line(settled, number) for number in range(1, 5)]
    assert said[0] == "1. A is “None of these” and E is “Fewer than 10” or “10 to 99”"
    assert said[3] == "Otherwise"
    former = TREES["friend-request"].questions["former"]
    assert (
        Wording(TREES["friend-request"], {"identity": "B"}, WORDS).line(former, 1)
        == "B is “Yes, and they are an adult”"
    )
