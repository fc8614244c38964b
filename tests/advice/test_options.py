"""Options: each with words of its own, and "I'm not sure" only once."""

from __future__ import annotations

import pytest

from tests.advice.workshop import advice, told, tree


def test_options_with_the_same_words_are_told_in_any_language() -> None:
    text = tree(yes="My own profile", no="My own  profile.")
    for language in ("en", "off"):
        (problem,) = advice(text, language)
        assert (problem.code, problem.place.line) == ("same-option-words", 9)
        assert problem.what == 'The options "nobody" and "somebody" have the same words.'


@pytest.mark.parametrize(
    "words", ["Not sure", "I don't know", "Yes, or I can't tell", "I am not sure.", "We don\u2019t know"]
)
def test_an_option_that_says_not_sure_again_is_told(words: str) -> None:
    assert told(tree(yes=words)) == ["says-not-sure"]


@pytest.mark.parametrize("words", ["Yes, but I can't tell if it could harm us", "Not sure people", "Nobody knows"])
def test_an_option_about_doubt_is_left_alone(words: str) -> None:
    assert told(tree(yes=words)) == []


def test_other_words_for_not_sure_itself_are_fine() -> None:
    assert told(tree().replace("    go:", "      not-sure: I can't tell\n    go:")) == []
