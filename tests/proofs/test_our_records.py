"""What is kept beside our own trees is as they are: ledgers, waivers, harmless slips. A release asks the same."""

from __future__ import annotations

import pytest

from macros.project import load
from macros.proofs.mutants import CAUGHT, LIVING, told, try_mutations
from tests.trees.workshop import ROOT

OURS = load(ROOT)


def problems(*codes: str) -> list[str]:
    """What is told of ours under these codes."""
    return [str(problem) for problem in OURS.problems if problem.code in codes]


def test_our_ledgers_are_as_our_trees() -> None:
    """To mend it: run `policy ledger`, and look at what changed."""
    assert problems("stale-ledger") == []
    assert set(OURS.records.ledgers) == set(OURS.trees)


def test_each_clause_of_ours_that_asks_something_is_cited_or_waived() -> None:
    assert problems("uncited-clause", "wrong-record") == []
    assert [row.clause.number for row in OURS.coverage if row.is_open] == []


def test_our_verdicts_go_with_the_clauses_they_cite() -> None:
    """Whatever only seems to stand against a verdict has its `although`."""
    assert problems("perhaps-against-the-clause", "binds-without-a-duty", "needless-although") == []


def test_nobody_has_reviewed_our_trees_so_nothing_says_so() -> None:
    """When the charity has, this test goes."""
    assert OURS.records.reviews == {}
    (problem,) = problems("never-reviewed")
    assert all(name in problem for name in OURS.trees)


@pytest.mark.parametrize("name", OURS.trees)
def test_no_slip_in_our_trees_goes_unseen(name: str) -> None:
    found = try_mutations(name, OURS.trees, OURS.compiled, OURS.policy)
    assert [str(problem) for problem in told(found, OURS.records.harmless.get(name, {}))] == []
    assert found.fates[CAUGHT] > found.fates[LIVING]
