"""What is kept beside the trees is read with care, and nothing in it can lock a writer out."""

from __future__ import annotations

import pytest

from macros.proofs.records import HARMLESS, REVIEWED, WAIVED, in_a_row, read_records


def test_reasons_are_read_with_their_places() -> None:
    records, problems = read_records(
        {
            WAIVED: "# why\n5.12: Nobody asks.\n'A.7': >\n  Only admins\n  do it.\n",
            HARMLESS: "friend-request:\n  age 13 at 14: It is the same day.\n",
        }
    )
    assert problems == ()
    assert {number: str(reason) for number, reason in records.waived.items()} == {
        "5.12": "Nobody asks.",
        "A.7": "Only admins do it.",
    }
    assert records.waived["A.7"].place.line == 3
    assert str(records.harmless["friend-request"]["age 13 at 14"]) == "It is the same day."


def test_no_records_at_all_are_fine() -> None:
    records, problems = read_records({})
    assert problems == ()
    assert (records.waived, records.harmless, records.reviews, records.ledgers) == ({}, {}, {}, {})


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (WAIVED, "5.1:", "wrong-record"),
        (WAIVED, "5.1: [a]", "wrong-record"),
        (WAIVED, "- 5.1", "wrong-record"),
        (WAIVED, "5.1: 'never closed", "not-yaml"),
        (WAIVED, "5.1: a\n5.1: b", "key-twice"),
        (HARMLESS, "friend-request: fine", "wrong-record"),
        (HARMLESS, "friend-request:\n  age 13 at 14:", "wrong-record"),
        (f"{REVIEWED}/tree.yml", "", "wrong-record"),
        (f"{REVIEWED}/tree.yml", "on: 2026-11-23\nby: x\ntree: y\n", "wrong-record"),
        (f"{REVIEWED}/tree.yml", "on: 2026-11-23\nby: [x]\ntree: y\nclauses: {}\n", "wrong-record"),
        (f"{REVIEWED}/tree.yml", "on: yesterday\nby: x\ntree: y\nclauses: {}\n", "wrong-record"),
        (f"{REVIEWED}/tree.yml", "{{{", "unquoted-parameter"),
    ],
)
def test_what_cannot_be_read_is_advice_and_never_a_fault(path: str, text: str, code: str) -> None:
    records, problems = read_records({path: text})
    assert code in [problem.code for problem in problems]
    assert {problem.level for problem in problems} == {"advice"}
    assert records.reviews == {}


def test_names_in_a_row() -> None:
    assert in_a_row(["a"], "tree") == "tree a"
    assert in_a_row(["a", "b", "c"], "tree") == "trees a, b and c"
    assert in_a_row(["a", "b", "c"], "", "or", most=2) == "a, b or 1 more"
    assert in_a_row([str(number) for number in range(3000)], "tree", most=2) == "trees 0, 1 and 2,998 more"
