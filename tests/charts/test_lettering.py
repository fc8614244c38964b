"""Words are set so that no font a reader is likely to have makes them stick out."""

from __future__ import annotations

import pytest

from macros.charts.lettering import Lettering, widest

PLAIN = Lettering(size=10, line=12, width=100)

# Widths of DejaVu Sans, the widest of the usual fonts, in hundredths of the letters' size.
DEJAVU = {
    "Are you satisfied they really are who the profile says?": 2919,
    "MWmw@%": 556,
    "iiiilll.,:;": 323,
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ": 1825,
    "0123456789": 636,
}


@pytest.mark.parametrize(("text", "width"), DEJAVU.items())
def test_the_guess_is_wide_but_not_wild(text: str, width: float) -> None:
    assert width / 10 <= PLAIN.measure(text) <= 1.5 * width / 10


def test_words_are_set_in_lines_that_fit_and_none_is_lost() -> None:
    text = "Did they send you the request,  or do\nyou want to add them?"
    lines = PLAIN.wrap(text)
    assert " ".join(lines) == " ".join(text.split())
    assert len(lines) > 1
    assert widest(lines, PLAIN) <= PLAIN.width


def test_a_word_longer_than_any_line_is_cut() -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 3
    lines = PLAIN.wrap(f"Die {word} fragt")
    assert "".join(lines).replace(" ", "") == f"Die{word}fragt"
    assert widest(lines, PLAIN) <= PLAIN.width


def test_letters_of_any_script_have_room() -> None:
    assert PLAIN.measure("漢字") >= 20
    assert PLAIN.measure("é") == PLAIN.measure("e\u0301") + PLAIN.measure("é") - PLAIN.measure("e")
    assert PLAIN.measure("щ") > PLAIN.measure("n")


def test_bold_letters_have_more() -> None:
    assert Lettering(10, 12, 100, bold=True).measure("Ask first") > PLAIN.measure("Ask first")


def test_nothing_takes_no_room() -> None:
    assert PLAIN.wrap("") == []
    assert widest([], PLAIN) == 0
