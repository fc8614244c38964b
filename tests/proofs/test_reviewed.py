"""Reviews: what a tree was last held against, and what is told when a clause or the tree has changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.clauses.model import Clause, Policy
from macros.problems import Problem
from macros.proofs.fingerprints import clause_hash, tree_hash
from macros.proofs.records import Records, read_records
from macros.proofs.reviewed import look_again, path_of, standing, write_review
from macros.trees.model import Tree
from tests.trees.workshop import POLICY, read

TREE = """title: Can I?
rests-on: [5.2, 6.5]
questions:
  ready:
    ask: Are you ready?
    options: { yes: Yes, no: No }
    go: { yes: fine, no: wait }
outcomes:
  fine: { verdict: ask, say: Ask., because: [3.6, 5.9] }
  wait: { verdict: no, say: Wait., because: [3.6] }
examples:
  - { name: I am ready, answers: { ready: yes }, outcome: fine }
  - { name: I am not ready, answers: { ready: no }, outcome: wait }
"""
DAY = date(2026, 11, 23)


def tree(text: str = TREE) -> Tree:
    """The tree of a text."""
    return read({"tree": text}).trees["tree"]


def records(text: str) -> Records:
    """What a record of a review holds."""
    kept, problems = read_records({path_of("tree"): text}, DAY)
    assert problems == ()
    return kept


REVIEWED = records(write_review(tree(), POLICY, 'line "manager"', DAY))


def with_clause(number: str, **changes: object) -> Policy:
    """The policy with one clause changed."""
    return Policy(tuple(changed(clause, changes) if clause.number == number else clause for clause in POLICY))


def changed(clause: Clause, changes: dict[str, object]) -> Clause:
    """A clause with something changed."""
    return replace(clause, **changes)  # type: ignore[arg-type]


def told(now: Tree, policy: Policy, kept: Records = REVIEWED) -> list[Problem]:
    """What is told of one tree."""
    return list(look_again({"tree": now}, policy, kept.reviews))


def test_a_review_is_read_as_it_was_written() -> None:
    review = REVIEWED.reviews["tree"]
    assert (review.on, review.by) == ("2026-11-23", 'line "manager"')
    assert list(review.clauses) == ["5.2", "6.5", "3.6", "5.9"]
    assert told(tree(), POLICY) == []
    assert standing(tree(), POLICY, review) == "reviewed"


def test_trees_that_nobody_looked_at_are_one_piece_of_advice() -> None:
    (problem,) = look_again({"one": tree(), "two": tree()}, POLICY, {})
    assert (problem.code, problem.level) == ("never-reviewed", "advice")
    assert "the trees one and two" in problem.what
    assert standing(tree(), POLICY, None) == "never"


def test_a_changed_clause_names_the_outcomes_and_the_examples_to_look_at() -> None:
    policy = with_clause("3.6", paragraphs=("Something else.",))
    (problem,) = told(tree(), policy)
    assert (problem.code, problem.level) == ("clause-changed", "advice")
    assert problem.what == 'Clause 3.6 has changed since "tree" was reviewed on 2026-11-23 by the line "manager".'
    assert problem.fix.startswith(
        'Look again at outcomes fine and wait, and at examples "I am ready" and "I am not ready".'
    )
    assert problem.place == tree().outcomes["fine"].place
    assert standing(tree(), policy, REVIEWED.reviews["tree"]) == "changed"


def test_a_clause_that_only_some_outcomes_cite_names_only_these() -> None:
    (problem,) = told(tree(), with_clause("5.9", paragraphs=("Something else.",)))
    assert problem.fix.startswith('Look again at outcome fine, and at example "I am ready".')


def test_the_clause_of_whoever_is_not_sure_names_the_standard_outcome() -> None:
    (problem,) = told(tree(), with_clause("5.2", paragraphs=("Something else.",)))
    assert problem.fix.startswith("Look again at outcome hold-and-ask.")
    assert problem.place == tree().rests_on[0].place


def test_a_clause_the_tree_only_rests_on_is_told_too() -> None:
    (problem,) = told(tree(), with_clause("6.5", paragraphs=("Something else.",)))
    assert problem.fix.startswith("Look again at the tree: no outcome cites it.")
    assert problem.place == tree().rests_on[1].place


@pytest.mark.parametrize("change", [{"heading": "Other"}, {"paragraphs": ("What 3.6 says.",)}, {"duties": ()}])
def test_whatever_a_clause_says_counts(change: dict[str, object]) -> None:
    assert [problem.code for problem in told(tree(), with_clause("3.6", **change))] == ["clause-changed"]


@pytest.mark.parametrize("change", [{"topics": ("new",)}, {"page": "policy/other.md"}, {"id": "other"}])
def test_what_a_clause_does_not_say_does_not_count(change: dict[str, object]) -> None:
    assert told(tree(), with_clause("3.6", **change)) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("title: Can I?", "title: May I?"),
        ("no: wait }", "no: fine }"),
        ("verdict: ask", "verdict: act-now"),
        ("say: Wait.", "say: Wait a bit."),
        ("because: [3.6] }", "because: [5.9] }"),
        ("Are you ready?", "Are you very ready?"),
        ("{ yes: Yes,", '{ yes: "Yes, I am",'),
        ("rests-on: [5.2, 6.5]", "rests-on: [6.5, 5.2]"),
    ],
)
def test_whatever_a_reader_can_meet_in_a_tree_counts(was: str, now: str) -> None:
    assert was in TREE
    (problem,) = told(tree(TREE.replace(was, now)), POLICY)
    assert (problem.code, problem.level) == ("changed-since-review", "advice")


@pytest.mark.parametrize(
    ("was", "now"),
    [("name: I am ready", "name: I was ready"), ("examples:", "always:\n  - { claim: C, never: yes }\nexamples:")],
)
def test_claims_and_examples_do_not_count(was: str, now: str) -> None:
    assert was in TREE
    assert told(tree(TREE.replace(was, now)), POLICY) == []


def test_what_a_reader_may_bring_about_counts() -> None:
    change = "    bring-about:\n      - { from: [no], to: yes, do: Get ready }\noutcomes:"
    now = tree(TREE.replace("outcomes:", change))
    assert now.questions["ready"].bring_about
    assert [problem.code for problem in told(now, POLICY)] == ["changed-since-review"]


def test_a_condition_and_a_cut_count() -> None:
    look = TREE.replace("yes: fine, no: wait }", "yes: by, no: by }").replace(
        "outcomes:", "  by:\n    look:\n      - { when: ready = yes, go: fine }\n      - { else: wait }\noutcomes:"
    )
    assert tree_hash(tree(look)) != tree_hash(tree(look.replace("ready = yes", "not (ready = no)")))
    born = TREE.replace(
        "options:", "kind: date\n    ranges: { yes: under 13 years, no: 13 years or over }\n    options:"
    )
    assert tree_hash(tree(born)) != tree_hash(tree(born.replace("13", "14")))


def test_the_hash_of_a_clause_stays_from_version_to_version() -> None:
    """If this changes, every review on earth looks old: think twice."""
    assert clause_hash(POLICY["5.2"]) == "7e447fbed19d2de3"
    assert tree_hash(tree()) == "36a17fbbbae18089"


def test_a_clause_that_the_record_says_nothing_of_was_not_reviewed() -> None:
    line = f"  3.6: {clause_hash(POLICY['3.6'])}\n"
    without = records(write_review(tree(), POLICY, "x", DAY).replace(line, ""))
    assert standing(tree(), POLICY, without.reviews["tree"]) == "changed"
    (problem,) = told(tree(), POLICY, without)
    assert problem.what.startswith('Clause 3.6 has come in since "tree" was reviewed')


def test_a_clause_that_the_tree_newly_rests_on_is_told_and_one_it_newly_cites_only_as_a_change() -> None:
    resting = tree(TREE.replace("rests-on: [5.2, 6.5]", "rests-on: [5.2, 6.5, 4.2]"))
    assert [problem.code for problem in told(resting, POLICY)] == ["clause-changed"]
    citing = tree(TREE.replace("because: [3.6] }", "because: [4.2] }"))
    assert [problem.code for problem in told(citing, POLICY)] == ["changed-since-review"]


def test_the_review_of_a_tree_that_is_gone_is_told() -> None:
    (problem,) = look_again({}, POLICY, REVIEWED.reviews)
    assert (problem.code, problem.level) == ("wrong-record", "advice")
