"""Whom a clause binds, and how strongly: each change of it by name, role by role."""

from __future__ import annotations

import pytest

from macros.browser.compare.duties import ASKS, FORBIDS, compare_duties, how_strongly
from macros.clauses.duties import read_duties
from macros.clauses.model import FORCES
from macros.clauses.piece import Piece
from macros.editions.policy_data import duty_data
from macros.problems import Place


def changes(old: str, new: str) -> list[str]:
    """What changed between two lists of duties as writers write them: ``raised worker: should > must``."""
    before, after = (
        [duty_data(duty) for duty in read_duties(Piece(text, Place("made-up.md")), {})[0]] if text else []
        for text in (old, new)
    )
    return [
        f"{change.kind} {', '.join(change.roles)}: "
        f"{change.old.force if change.old else '-'} > {change.new.force if change.new else '-'}"
        for change in compare_duties(before, after)
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("worker: should (ask)", "worker: should (ask)", []),
        ("worker: should (ask)", "worker: must (ask)", ["raised worker: should > must"]),
        ("worker: must (ask)", "worker: may (ask)", ["lowered worker: must > may"]),
        ("worker: should (ask)", "worker: should not (ask)", ["turned worker: should > should not"]),
        ("worker: must not (ask)", "worker: may only (ask)", ["lowered worker: must not > may only"]),
        ("worker: encouraged (ask)", "worker: advised (ask)", ["changed worker: encouraged > advised"]),
        ("worker: should (ask)", "", ["dropped worker: should > -"]),
        ("", "worker: should (ask)", ["added worker: - > should"]),
        # Two roles of one duty are two duties.
        ("worker, staff: should (ask)", "worker: should (ask); staff: must (ask)", ["raised staff: should > must"]),
        ("worker, staff: should (ask)", "worker, staff: must (ask)", ["raised worker, staff: should > must"]),
        ("worker: should (ask)", "worker, volunteer: should (ask)", ["added volunteer: - > should"]),
        # The same words find each other, wherever they stand.
        (
            "worker: should (ask first); worker: must (write it down)",
            "worker: must (write it down); worker: must (ask first)",
            ["raised worker: should > must"],
        ),
        # Other words are another duty, not a raised one.
        (
            "worker: should (pass on feedback in team meetings)",
            "worker: must (keep the login safe)",
            ["dropped worker: should > -", "added worker: - > must"],
        ),
        (
            "worker: should (say yes within two years)",
            "worker: should (say yes within three years)",
            ["reworded worker: should > should"],
        ),
        ("worker: must (Talk it over.)", "worker: must (talk it over)", []),
        ("worker: must (talk)", "worker with line manager: must (talk)", ["alongside worker: must > must"]),
        # The loudest first.
        (
            "staff: should (ask); worker: should (write)",
            "staff: should (ask); worker: should not (write); volunteer: may (leave)",
            ["turned worker: should > should not", "added volunteer: - > may"],
        ),
    ],
)
def test_what_became_of_each_duty(old: str, new: str, told: list[str]) -> None:
    assert changes(old, new) == told


def test_every_force_stands_on_a_ladder() -> None:
    assert {*ASKS, *FORBIDS} == {*FORCES}


@pytest.mark.parametrize("old", FORCES)
@pytest.mark.parametrize("new", FORCES)
def test_going_back_lowers_what_was_raised(old: str, new: str) -> None:
    back = {"raised": "lowered", "lowered": "raised"}
    there = how_strongly(old, new)
    assert how_strongly(new, old) == back.get(there, there)
