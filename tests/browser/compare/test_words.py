"""Two texts word by word, and what counts as editorial only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.browser.compare.words import compare_words, is_editorial

SAY = st.lists(st.sampled_from(["Workers", "must", "not", "say", "yes", "(5.2)", "\u2014", "two", "three", "years."]))


def shown(old: str, new: str) -> str:
    """The comparison with what is gone in [ ] and what is new in { }."""
    brackets = {"same": "{}", "gone": "[{}]", "new": "{{{}}}"}
    return "".join(brackets[piece.kind].format(piece.text) for piece in compare_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Workers should not say yes.", "Workers must not say yes.", "Workers [should ]{must }not say yes."),
        ("Wait two years.", "Wait.", "Wait[ two years]."),
        ("Wait.", "Please wait.", "[Wait]{Please wait}."),  # a capital makes another word
        ("", "Ask first.", "{Ask first.}"),
        ("Ask first.", "", "[Ask first.]"),
        ("same words", "same words", "same words"),
        # A lone word between two changes is no match worth showing.
        ("the red old the bus now", "a blue new the car soon", "[the red old the bus now]{a blue new the car soon}"),
    ],
)
def test_words_that_came_and_went_are_shown_where_they_stood(old: str, new: str, told: str) -> None:
    assert shown(old, new) == told


@given(SAY, SAY)
def test_both_texts_can_be_read_out_of_a_comparison(old: list[str], new: list[str]) -> None:
    pieces = compare_words(" ".join(old), " ".join(new))
    before = "".join(piece.text for piece in pieces if piece.kind != "new")
    after = "".join(piece.text for piece in pieces if piece.kind != "gone")
    assert before.split() == " ".join(old).split()
    assert after == " ".join(new)
    assert all(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ask first.", "ask first"),
        ("13\u201316 years", "13-16 years"),
        ("it\u2019s so", "it's so"),
        ("\u201cNever\u201d, they say", '"never" they say'),
        ("A \u2014 b", "a, b"),
        ("two  words", "two words"),
        ("(or not)", "or not"),
    ],
)
def test_punctuation_spacing_and_capitals_are_editorial(old: str, new: str) -> None:
    assert is_editorial(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("over 2.5", "over 25"),
        ("13\u201316", "1316"),
        ("at -5 degrees", "at 5 degrees"),
        ("1,000", "1.000"),
        ("re-sign the form", "resign the form"),
        ("and/or", "and or"),
        ("10 %", "10"),
        ("must", "may"),
        ("same", "same"),
    ],
)
def test_what_could_make_another_rule_is_not_editorial(old: str, new: str) -> None:
    assert not is_editorial(old, new)
