"""Ranges as a writer says them, and that they tile: nothing left out, nothing held twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.browser.dates import range_of_number
from macros.problems import Place
from macros.trees.model import Cut, Range
from macros.trees.ranges import NotARange, gaps_and_overlaps, read_range

PARAMETERS = {"limit": "13", "name": "Tarner"}
HERE = Place("tree.yml")


@pytest.mark.parametrize(
    ("wording", "years", "numbers"),
    [
        ("under 13 years", (None, (13, 0)), None),
        ("under limit years", (None, (13, 0)), None),
        ("under 1 year", (None, (1, 0)), None),
        ("13 years or over", ((13, 0), None), None),
        ("13 or over years", ((13, 0), None), None),
        ("13 to 25 years", ((13, 0), (26, 0)), None),
        ("13 years to 25 years", ((13, 0), (26, 0)), None),
        ("limit + 1 years or over", ((14, 0), None), None),
        ("25 + 1 or over", None, ((26, 0), None)),
        ("within 2 years", (None, (2, 1)), None),
        ("more than  2 years", ((2, 1), None), None),
        ("under 13", None, (None, (13, 0))),
        ("13 or over", None, ((13, 0), None)),
        ("limit to 25", None, ((13, 0), (26, 0))),
        ("within 2", None, (None, (3, 0))),
        ("more than 2", None, ((3, 0), None)),
    ],
)
def test_each_wording_says_where_a_range_begins_and_ends(
    wording: str, years: tuple[Cut | None, Cut | None] | None, numbers: tuple[Cut | None, Cut | None] | None
) -> None:
    for expected, is_years in ((years, True), (numbers, False)):
        if expected:
            assert read_range(wording, PARAMETERS, years=is_years) == expected
        else:
            with pytest.raises(NotARange):
                read_range(wording, PARAMETERS, years=is_years)


@pytest.mark.parametrize(
    ("wording", "what"),
    [
        ("before that", '"before that" does not say "years".'),
        ("about 2 years", '"about 2 years" is not a range I know.'),
        ("under name years", '"name" holds "Tarner", which is not a whole number.'),
        ("under lmit years", 'There is no parameter "lmit".'),
        ("under 1000 years", '"1000" is not a whole number.'),
        ("under -1 years", '"under -1 years" is not a range I know.'),
    ],
)
def test_what_makes_no_range_is_told(wording: str, what: str) -> None:
    with pytest.raises(NotARange) as caught:
        read_range(wording, PARAMETERS, years=True)
    assert str(caught.value) == what


def gaps(*wordings: str, years: bool = True) -> list[str]:
    """What is wrong between some ranges, called a, b, c."""
    ranges = {
        name: Range(*read_range(wording, PARAMETERS, years=years), HERE)
        for name, wording in zip("abc", wordings, strict=False)
    }
    return [what for _, what, _ in gaps_and_overlaps(ranges, "years" if years else "")]


@pytest.mark.parametrize(
    ("wordings", "expected"),
    [
        (["under 13 years", "13 years or over"], []),
        (["13 years or over", "under 13 years"], []),
        (["within 2 years", "more than 2 years"], []),
        (["under 13 years", "13 to 25 years", "26 years or over"], []),
        (["0 years or over"], []),
        (["under 2 years", "more than 2 years"], ['No range is for "exactly 2 years".']),
        (["within 2 years", "2 years or over"], ['"a" and "b" are both for "exactly 2 years".']),
        (["under 13 years", "14 years or over"], ['No range is for "13 years".']),
        (["under 13 years", "18 years or over"], ['No range is for "13 to 17 years".']),
        (["within 2 years", "more than 3 years"], ['No range is for "more than 2 and at most 3 years".']),
        (["within 2 years", "4 years or over"], ['No range is for "more than 2 and under 4 years".']),
        (["under 2 years", "more than 3 years"], ['No range is for "2 or over and at most 3 years".']),
        (["13 years or over"], ['No range is for "under 13 years".']),
        (["more than 2 years"], ['No range is for "2 years or less".']),
        (["within 2 years"], ['No range is for "more than 2 years".']),
        (["under 26 years", "13 to 25 years", "26 years or over"], ['"a" and "b" are both for "13 to 25 years".']),
        (["13 years or over", "under 13 years", "18 years or over"], ['"a" and "c" are both for "18 years or over".']),
    ],
)
def test_a_gap_or_an_overlap_is_told_in_the_words_of_the_ranges(wordings: list[str], expected: list[str]) -> None:
    assert gaps(*wordings) == expected


def test_between_two_numbers_that_follow_each_other_there_is_no_gap() -> None:
    assert gaps("within 2", "3 or over", years=False) == []
    assert gaps("under 3", "more than 2", years=False) == []
    assert gaps("within 2", "4 or over", years=False) == ['No range is for "3".']


CUTS = st.tuples(st.integers(1, 9), st.just(0))


@given(st.sets(st.integers(1, 20), max_size=4))
def test_ranges_cut_anywhere_tile_and_hold_each_number_once(cuts: set[int]) -> None:
    edges: list[Cut | None] = [None, *((cut, 0) for cut in sorted(cuts)), None]
    names = [f"r{at}" for at in range(len(edges) - 1)]
    ranges = {name: Range(start, end, HERE) for name, start, end in zip(names, edges[:-1], edges[1:], strict=True)}
    assert list(gaps_and_overlaps(ranges, "")) == []
    plain = {name: (stretch.start, stretch.end) for name, stretch in ranges.items()}
    for number in range(25):
        assert range_of_number(plain, number) == names[sum(cut <= number for cut in cuts)]


@given(st.lists(st.tuples(CUTS, CUTS), min_size=1, max_size=4))
def test_nothing_is_wrong_only_where_each_number_has_exactly_one_range(spans: list[tuple[Cut, Cut]]) -> None:
    spans = [(start, end) for start, end in spans if start < end] or [((1, 0), (2, 0))]
    ranges = {f"r{at}": Range(start, end, HERE) for at, (start, end) in enumerate(spans)}
    ranges |= {"low": Range(None, (3, 0), HERE), "high": Range((7, 0), None, HERE)}
    held = [
        sum((s.start or (0, 0)) <= (n, 0) and (s.end is None or (n, 0) < s.end) for s in ranges.values())
        for n in range(12)
    ]
    assert (list(gaps_and_overlaps(ranges, "")) == []) is all(count == 1 for count in held)
