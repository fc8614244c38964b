"""The page that compares two editions: the loudest first, every word escaped, what came and went told to the ear."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.browser.compare.editions import Comparison, Published, compare_editions
from macros.browser.compare.live import compare
from macros.browser.compare.page import compare_page
from macros.browser.compare.page_answers import stretch
from macros.browser.compare.page_parts import Frame
from macros.browser.compare.words import Piece, compare_words
from macros.editions.sides import find_side
from macros.project import load
from tests.editions.amended import FIRST, SECOND, both_editions

WORDS = load(Path(__file__).parents[3]).words
FRAME = Frame(WORDS, "../../2024-01/", "../")
VOID = ("br", "link", "input")


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Published, Published]:
    root = both_editions(tmp_path_factory.mktemp("amended"))
    old, new = (find_side(root, name)[0] for name in (FIRST, SECOND))
    assert old
    assert new
    return old, new


@pytest.fixture(scope="module")
def compared(sides: tuple[Published, Published]) -> Comparison:
    return compare_editions(*sides)


@pytest.fixture(scope="module")
def page(sides: tuple[Published, Published], compared: Comparison) -> str:
    return compare_page(compared, *sides, FRAME)


def section(page: str, heading: str) -> str:
    """The change below a heading that begins so."""
    sections: list[str] = re.findall(r"<section.*?</section>", page)
    return next(one for one in sections if re.search(rf"<h3>(<a [^>]*>)?{heading}", one))


def test_the_loudest_part_stands_first(page: str) -> None:
    titles = re.findall(r"<h2>(.*?)</h2>", page)
    assert titles == [
        "Who must do what",
        "New clauses",
        "Reworded clauses",
        "Clauses with another number or place",
        "Editorial changes only",
        "Names and numbers",
        "What changed in the answers",
    ]


def test_every_change_of_the_comparison_is_drawn_once(page: str, compared: Comparison) -> None:
    assert compared.trees is not None
    count = len(compared.clauses) + len(compared.parameters) + len(compared.trees)
    assert page.count("<section") == count
    assert f"Change {count} of {count}" in page


def test_one_goes_from_change_to_change(page: str) -> None:
    ids = re.findall(r'<section id="([^"]+)"', page)
    assert ids[0] == "2024-01..2026-12:1"
    for link in re.findall(r'href="#([^"]+)"', page):
        assert link in ids


def test_a_raised_force_is_told_with_both(page: str) -> None:
    told = section(page, "5.2 ")
    assert re.search(r"worker: <strong><del>.*?should not.*?</del> <ins>.*?must not.*?</ins></strong>", told)
    assert "<em>stronger</em>" in told
    assert 'href="../policy/5-profiles/#friend-requests"' in told


def test_a_repealed_clause_shows_the_words_that_are_gone(page: str, sides: tuple[Published, Published]) -> None:
    was = next(clause for clause in sides[0].policy["clauses"] if clause["number"] == "4.4")
    told = section(page, "4.4 ")
    assert was["heading"] in told
    assert was["text"][0].replace("'", "&#x27;") in told
    assert "repealed" in told


def test_a_renumbered_clause_has_both_numbers(page: str) -> None:
    assert "(before: 2.8)" in section(page, "2.9 ")


def test_a_loosened_answer_says_whose_it_is_with_both_verdicts(page: str) -> None:
    told = section(page, "Can I set up a page")
    assert "<em>More permissive</em>" in told
    assert re.search(r"<del>.*?Ask first.*?</del> <ins>.*?Yes, if.*?</ins>", told)
    assert "<p>Whoever answers:</p><ul><li>" in told


def test_the_questions_with_a_more_permissive_answer_stand_first(page: str) -> None:
    trees = re.findall(r"<h3>([^<]*\?)</h3>", page)
    assert trees == [
        "Can I set up a page, profile or group for my work?",
        "Can I accept this friend request?",
        "Do I have to give someone my login?",
    ]


def test_an_answer_with_hardly_a_word_left_is_shown_whole_before_and_now(page: str) -> None:
    told = section(page, "Can I accept this friend request")
    first = re.search(r"</ul><p>(<del>.*?</del>)</p><p>(<ins>.*?</ins>)</p>", told)
    assert first
    assert "Accept only if you are satisfied who they are" in first[1]
    assert "Do not accept" in first[2]


def test_no_place_is_left_unfilled(page: str) -> None:
    assert not re.findall(r"\{[a-z]+\}", page)


def test_nothing_that_changed_is_told_in_a_word(sides: tuple[Published, Published]) -> None:
    same = compare_page(compare_editions(sides[0], sides[0]), sides[0], sides[0], FRAME)
    assert "Nothing changed." in same
    assert "<section" not in same


def test_what_came_and_went_is_told_to_the_ear() -> None:
    drawn = FRAME.pieces(compare_words("within two years", "within three years"))
    assert drawn == (
        'within <del><span class="spoken">Before: </span>two<span class="spoken"> (end)</span></del> '
        '<ins><span class="spoken">Now: </span>three<span class="spoken"> (end)</span></ins> years'
    )


@pytest.mark.parametrize("kind", ["same", "gone", "new"])
def test_words_are_never_read_as_html(kind: str) -> None:
    drawn = FRAME.pieces([Piece(kind, "<script>alert(1)</script> & \"'")])  # type: ignore[arg-type]
    assert "<script" not in drawn
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#x27;" in drawn


def hostile(side: Published) -> Published:
    """An edition in which every word would be a picture, if it were read as HTML."""

    def poison(value: object) -> object:
        if isinstance(value, dict):
            return {key: poison(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [poison(inner) for inner in value]
        return f"{value}<img src=x onerror=alert(1)>" if isinstance(value, str) and " " in value else value

    return Published(poison(side.policy), poison(side.trees))  # type: ignore[arg-type]


class Tags(HTMLParser):
    """Counts what is open, and notes every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the base class hands them over
        """Note it."""
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        assert self.open.pop() == tag


def test_no_edition_can_bring_an_element_along(sides: tuple[Published, Published]) -> None:
    new = hostile(sides[1])
    tags = Tags()
    tags.feed(compare_page(compare_editions(sides[0], new), sides[0], new, FRAME))
    assert "img" not in tags.seen
    assert tags.open == []


def test_a_later_form_of_the_files_is_refused(sides: tuple[Published, Published]) -> None:
    sent = {"policy": {**sides[0].policy, "format": 2}, "trees": sides[0].trees}
    with pytest.raises(ValueError, match="format 1, not 2"):
        compare({"root": "../", "old": sent, "new": sent})


@pytest.mark.parametrize(
    ("start", "end", "kind", "told"),
    [
        ((2, 1), None, "date", "more than 2 years"),
        ((0, 0), (13, 0), "date", "under 13 years"),
        ((2, 1), (3, 1), "date", "more than 2 years, 3 years or less"),
        ((1, 0), (1, 1), "date", "exactly 1 year"),
        ((13, 0), (26, 0), "number", "13 or over, under 26"),
    ],
)
def test_a_stretch_is_told_in_words(start: tuple[int, int], end: tuple[int, int] | None, kind: str, told: str) -> None:
    assert stretch(start, end, kind, FRAME) == told
