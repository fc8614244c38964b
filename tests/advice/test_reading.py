"""How old a reader must be: what the formula makes of plain words, long words and long sentences."""

from __future__ import annotations

import pytest

from macros.advice.reading import reading_age, syllables
from tests.advice.workshop import KNOWN, advice, told, tree

PLAIN = "Do not post it yet. Ask your line manager first. They can tell you what to do, and who else should know of it."
HARD = (
    "Publication necessitates demonstrable authorisation, established beforehand, by individuals exercising parental "
    "responsibility, notwithstanding previously communicated arrangements."
)
LONG = (
    "You may post it if the owner has said yes and the note is still there and no one in it has asked you to take it "
    "down and the group has not been told to keep it to a few of its own people."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ask", 1),
        ("table", 2),
        ("profile", 2),
        ("agreed", 2),
        ("about", 2),
        ("community", 4),
        ("wanted", 2),
        ("used", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_long_words_and_long_sentences_make_a_text_hard() -> None:
    assert reading_age(PLAIN, KNOWN) < 9
    assert reading_age(HARD, KNOWN) > 16
    assert reading_age(LONG, KNOWN) > 12


def test_names_numbers_and_known_words_are_no_burden() -> None:
    assert reading_age("Ask on Instagram (5.10).", KNOWN) == reading_age("Ask on it (5).", KNOWN)
    assert reading_age("Get permission.", KNOWN) == reading_age("Get it.", KNOWN)
    assert reading_age("Get authorisation.", KNOWN) > reading_age("Get it.", KNOWN)


def test_an_outcome_that_is_hard_to_read_is_told_at_its_longest_sentence() -> None:
    text = tree(say=f"Wait. {HARD}")
    (problem,) = advice(text)
    assert problem.code == "hard-to-read"
    assert text.splitlines()[problem.place.line - 1][problem.place.column - 1 :].startswith("Publication")


def test_a_question_is_measured_with_its_options() -> None:
    ask = "Was authorisation demonstrably established beforehand?"
    hard = (
        "Individuals exercising parental responsibility authorised dissemination unconditionally, without circumstances"
    )
    assert told(tree(ask, yes=hard)) == ["hard-to-read"]
    assert told(tree(ask, yes=hard), language="off") == []


def test_a_few_words_are_not_measured() -> None:
    assert told(tree(say="Authorisation necessitates demonstrable accountability.")) == []
