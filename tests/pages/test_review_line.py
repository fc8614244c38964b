"""The line at the foot of a question: nobody looked, somebody did, or something has changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from macros.clauses.model import Policy
from macros.pages.review_line import review_line
from macros.project import load
from macros.proofs.records import Review, read_records
from macros.proofs.reviewed import path_of, write_review
from tests.trees.workshop import POLICY, ROOT, kitchen_sink

WORDS = load(ROOT).words
TREE = kitchen_sink().trees["kitchen-sink"]


def review() -> Review:
    """A review of the kitchen sink."""
    text = write_review(TREE, POLICY, "line manager", date(2026, 11, 23))
    records, problems = read_records({path_of("kitchen-sink"): text})
    assert problems == ()
    return records.reviews["kitchen-sink"]


def test_a_tree_that_nobody_reviewed_says_so() -> None:
    assert (
        review_line(TREE, POLICY, None, WORDS)
        == "Nobody at Tarner has checked this question against the clauses yet. If in doubt, ask."
    )


def test_a_reviewed_tree_says_when_and_by_whom() -> None:
    line = "Reviewed against the clauses on 23 November 2026 by the line manager."
    assert review_line(TREE, POLICY, review(), WORDS) == line


def test_what_changed_since_is_not_passed_over() -> None:
    assert review_line(replace(TREE, title="Another?"), POLICY, review(), WORDS).endswith("has changed since.")
    clauses = (replace(one, paragraphs=("New.",)) if one.number == TREE.cites[0] else one for one in POLICY)
    assert review_line(TREE, Policy(tuple(clauses)), review(), WORDS).endswith("has changed since.")


def test_a_page_of_ours_says_never_exactly_if_nobody_recorded_a_review() -> None:
    ours = load(ROOT)
    for name, tree in ours.trees.items():
        line = review_line(tree, ours.policy, ours.records.reviews.get(name), WORDS)
        assert (line == WORDS["reviewed.never"]) == (name not in ours.records.reviews)
