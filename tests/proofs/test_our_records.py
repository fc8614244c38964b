"""What is kept beside our own trees is as they are: ledgers, waivers, harmless slips. A release asks the same."""

from __future__ import annotations

import pytest

from macros.project import load
from macros.proofs.mutants import CAUGHT, LIVING, told, try_mutations
from macros.proofs.records import REFUSED_AT_RELEASE
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


def test_what_a_release_refuses_is_advice_that_a_check_can_give() -> None:
    pages = {path.stem for path in (ROOT / "docs/guides/problems").glob("*.md")}
    assert {*REFUSED_AT_RELEASE} <= pages


def test_whoever_did_not_review_a_tree_is_not_said_to_have() -> None:
    unseen = [name for name in OURS.trees if name not in OURS.records.reviews]
    told = " ".join(problems("never-reviewed"))
    assert all(name in told for name in unseen)
    assert bool(told) == bool(unseen)


@pytest.mark.parametrize("name", OURS.trees)
def test_no_slip_in_our_trees_goes_unseen(name: str) -> None:
    found = try_mutations(name, OURS.trees, OURS.compiled, OURS.policy)
    assert [str(problem) for problem in told(found, OURS.records.harmless.get(name, {}))] == []
    assert found.fates[CAUGHT] > found.fates[LIVING]
