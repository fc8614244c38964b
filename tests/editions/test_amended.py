"""A second edition of our own policy, amended by hand: what the diff tells is held against a list made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.browser.compare.clauses import ClauseChange
from macros.browser.compare.editions import Comparison, compare_editions
from macros.browser.compare.trees import AnswerChange, TreeChange
from macros.browser.compare.words import Piece
from macros.editions.sides import find_side
from tests.editions.amended import FIRST, SECOND, both_editions


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions, each committed and tagged."""
    return both_editions(tmp_path_factory.mktemp("amended"))


@pytest.fixture(scope="module")
def found(amended: Path) -> Comparison:
    """What changed from the first to the second."""
    (old, told), (new, more) = find_side(amended, FIRST), find_side(amended, SECOND)
    assert (told, more) == ((), ())
    assert old
    assert new
    return compare_editions(old, new)


# Written from the amendments, clause by clause, the loudest first.
CLAUSES = [
    ("4.4", ("force", "repealed")),
    ("5.2", ("force", "reworded", "notes")),  # its note counts the years, too
    ("5.5", ("force", "reworded")),
    ("5.21", ("force", "reworded")),
    ("2.7", ("added",)),
    ("4.6", ("reworded",)),
    ("REV-1", ("reworded",)),
    ("REV-2", ("reworded",)),
    ("A.8", ("reworded",)),
    ("2.8", ("renumbered",)),
    ("2.9", ("renumbered",)),
    ("1.1", ("editorial",)),
    ("4.2", ("notes",)),
]
FORCES = [
    ("4.4", "dropped", ("worker",), "should", None),
    ("5.2", "raised", ("worker",), "should not", "must not"),
    ("5.5", "raised", ("line manager",), "should", "must"),
    ("5.21", "lowered", ("worker",), "must", "should"),
]
# In how many ways of answering, and the example, by hand: of 45 paths of friend-request, the two that answer "earlier"
# are cut in two by the third year. Before: adult, or young, earlier than two years ago.
ANSWERS = {
    "friend-request": [
        ("tightened", "former-adult", "two-years", 1),
        ("tightened", "former-adult", "former-adult", 1),
        ("tightened", "former-young", "two-years", 1),
        ("words", "two-years", "two-years", 2),
        ("words", "former-young", "former-young", 1),
    ],
    "set-up-page": [("loosened", "get-email", "get-email", 1)],
    "share-login": [("words", "dsl", "other", 2)],
}


def test_every_clause_that_changed_is_told_with_each_way_it_changed(found: Comparison) -> None:
    assert [(change.number, change.kinds) for change in found.clauses] == CLAUSES


def test_every_change_of_force_is_told_and_no_other(found: Comparison) -> None:
    forces = [
        (clause.number, duty.kind, duty.roles, duty.old and duty.old.force, duty.new and duty.new.force)
        for clause in found.clauses
        for duty in clause.duties
    ]
    assert forces == FORCES


def test_a_renumbered_clause_is_known_by_its_id(found: Comparison) -> None:
    renumbered = [change for change in found.clauses if "renumbered" in change.kinds]
    assert [(one.id, one.old and one.old["number"]) for one in renumbered] == [
        ("wikis", "2.7"),
        ("instant-messaging", "2.8"),
    ]


def test_the_words_that_changed_are_shown(found: Comparison) -> None:
    assert clause(found, "5.21").text == (
        (
            Piece("same", "Workers "),
            Piece("gone", "must "),
            Piece("new", "should "),
            Piece("same", "take responsibility for changing privacy settings as appropriate."),
        ),
    )
    assert clause(found, "4.6").unsaid == ("always",)


def test_a_clause_that_only_a_parameter_changed_says_so(found: Comparison) -> None:
    assert [change.number for change in found.clauses if change.by_parameter] == ["REV-1", "REV-2", "A.8"]
    assert found.parameters == (
        ("cooling_off_years", "2", "3"),
        ("appendix_date", "January 2024", "June 2026"),
        ("reviewed", "January 2024", "November 2026"),
        ("next_review", "January 2025", "November 2027"),
    )


def test_every_answer_that_changed_is_told_and_no_other(found: Comparison) -> None:
    told = {tree.name: [(one.end.kind, one.old, one.new, one.ways) for one in tree.answers] for tree in trees(found)}
    assert told == ANSWERS


def test_the_loosened_verdict_comes_with_its_answers(found: Comparison) -> None:
    (loosened,) = tree(found, "set-up-page").answers
    assert (loosened.old_verdict, loosened.new_verdict) == ("ask", "yes-if")
    assert given(loosened) == ["pm: yes", "risk: yes", "missing: no-work-email"]


def test_whoever_stands_between_two_and_three_years_is_told_apart(found: Comparison) -> None:
    first, second, *_ = tree(found, "friend-request").answers
    assert [(one.given[-1].old, one.given[-1].new) for one in (first, second)] == [
        ("earlier", "recent"),
        ("earlier", "earlier"),
    ]
    assert [one.given[-1].stretch for one in (first, second)] == [((2, 1), (3, 1)), ((3, 1), None)]


def test_questions_that_came_or_are_asked_otherwise_are_told(found: Comparison) -> None:
    asked = {tree.name: [(one.kind, one.name) for one in tree.questions] for tree in trees(found)}
    assert asked == {
        "friend-request": [("changed", "years")],
        "set-up-page": [],
        "share-login": [("added", "known")],
    }
    (years,) = tree(found, "friend-request").questions
    assert [(one.kind, one.name) for one in years.options] == [("reworded", "recent"), ("reworded", "earlier")]
    assert [(one.name, one.old, one.new) for one in years.ranges] == [
        ("recent", (None, (2, 1)), (None, (3, 1))),
        ("earlier", ((2, 1), None), ((3, 1), None)),
    ]


def test_the_questions_to_look_at_again_are_those_that_cite_a_clause_which_changed(found: Comparison) -> None:
    again = {one.tree: one.clauses for one in found.look_again}
    assert again == {
        "account-break-in": ("5.5",),
        "close-or-hand-over": ("5.5",),
        "friend-request": ("5.2", "5.21"),
        "set-up-page": ("5.5", "5.21"),
        "share-login": ("5.5",),
        "write-post": ("4.6", "5.21"),
    }
    assert {one.standing for one in found.look_again} == {"never"}


def test_the_size_is_counted(found: Comparison) -> None:
    size = found.size
    assert size.kind == "answers"
    assert (size.duties, size.clauses, size.editorial) == (4, 5, 4)
    assert (size.loosened, size.tightened, size.otherwise) == (1, 3, 0)
    assert (size.questions_added, size.questions_dropped, size.too_wide) == (1, 0, 0)


def test_nothing_changed_from_an_edition_to_itself(amended: Path) -> None:
    same, _ = find_side(amended, SECOND)
    assert same
    found = compare_editions(same, same)
    assert (found.size.kind, found.clauses, found.trees, found.parameters) == ("nothing", (), (), ())


def test_going_back_turns_every_answer_round(amended: Path) -> None:
    (old, _), (new, _) = find_side(amended, FIRST), find_side(amended, SECOND)
    assert old
    assert new
    back = compare_editions(new, old)
    assert (back.size.loosened, back.size.tightened) == (3, 1)
    assert [change.kinds[0] for change in back.clauses if change.number == "2.7"] == ["removed", "renumbered"]


def clause(found: Comparison, number: str) -> ClauseChange:
    """The change of one clause."""
    return next(change for change in found.clauses if change.number == number)


def trees(found: Comparison) -> tuple[TreeChange, ...]:
    """The trees that changed."""
    assert found.trees is not None
    return found.trees


def tree(found: Comparison, name: str) -> TreeChange:
    """The change of one tree."""
    return next(change for change in trees(found) if change.name == name)


def given(change: AnswerChange) -> list[str]:
    """The example of a changed answer."""
    return [f"{one.question}: {one.new}" for one in change.given]
