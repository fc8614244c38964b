"""Two policies clause by clause: small pages read as writers write them, and every way in which a clause can change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.browser.compare.clauses import ClauseChange, compare_clauses
from macros.clauses.reader import read_policy
from macros.editions.policy_data import clause_data

ASK = '## 1.1 Asking {: #asking duties="worker: should (ask)" }\n\nWorkers should ask first.\n'
WRITE = '## 1.2 Writing {: #writing kind="statement" }\n\nWrite it down.\n'
CALL = '## 2.1 Calling {: #calling kind="statement" }\n\nOr call.\n'


def policy(root: Path, text: str) -> dict[str, Any]:
    """The clauses of a page, as they are published."""
    (root / "docs/policy").mkdir(parents=True, exist_ok=True)
    (root / "docs/policy/made-up.md").write_text(f"# Made up\n\n{text}", encoding="utf-8")
    read, problems = read_policy(root, {"years": "2"})
    assert problems == ()
    return {"clauses": [clause_data(clause) for clause in read], "parameters": {}}


def changes(root: Path, old: str, new: str) -> list[ClauseChange]:
    """What changed from one page to another."""
    return list(compare_clauses(policy(root, old), policy(root, new)))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (ASK, ASK, []),
        (ASK, ASK + WRITE, ["1.2 added"]),
        (ASK + WRITE, ASK, ["1.2 removed"]),
        (
            ASK + WRITE,
            ASK + '## 1.2 Repealed {: #writing kind="repealed" }\n',
            ["1.2 repealed"],
        ),
        (
            '## 1.1 Repealed {: #asking kind="repealed" }\n',
            ASK,
            ["1.1 force restored"],
        ),
        # A tombstone that only one of them has is no rule of either.
        (ASK, ASK + '## 1.2 Repealed {: #writing kind="repealed" }\n', []),
        (ASK, ASK.replace("ask first", "ask their manager first"), ["1.1 reworded"]),
        (ASK, ASK.replace("1.1 Asking", "1.1 Asking for leave"), ["1.1 reworded"]),
        (ASK, ASK.replace("ask first.", "ask, first!"), ["1.1 editorial"]),
        (ASK, ASK.replace("should (ask)", "must (ask)"), ["1.1 force"]),
        (ASK, ASK.replace("(ask)", "(ask and wait)"), ["1.1 reworded"]),
        (WRITE.replace("1.2", "1.1"), WRITE.replace("1.2", "1.1").replace("statement", "definition"), ["1.1 kind"]),
        (ASK + WRITE, WRITE.replace("1.2", "1.1") + ASK.replace("1.1", "1.2"), ["1.1 renumbered", "1.2 renumbered"]),
        (
            ASK + CALL,
            ASK + CALL.replace("2.1", "1.2"),
            ["1.2 moved renumbered"],
        ),
        # Renumbered, reworded and of another force, all at once.
        (
            ASK,
            WRITE.replace("1.2", "1.1") + ASK.replace("1.1", "1.2").replace("should", "must"),
            ["1.2 force reworded renumbered", "1.1 added"],
        ),
        # Another id under the same number and the same words breaks links, and is the same clause.
        (ASK, ASK.replace("#asking", "#ask-first"), ["1.1 renamed"]),
        # Another id and other words are another clause.
        (WRITE.replace("1.2", "1.1"), CALL.replace("2.1", "1.1"), ["1.1 added", "1.1 removed"]),
        (ASK, f'{ASK}\n!!! editors-note "Editor\'s note"\n\n    Ours.\n', ["1.1 notes"]),
    ],
)
def test_every_way_in_which_a_clause_can_change(old: str, new: str, told: list[str], tmp_path: Path) -> None:
    assert [f"{change.number} {' '.join(change.kinds)}" for change in changes(tmp_path, old, new)] == told


def test_a_parameter_that_changed_is_told_apart_from_other_words(tmp_path: Path) -> None:
    (tmp_path / "docs/policy").mkdir(parents=True)
    page = tmp_path / "docs/policy/made-up.md"
    page.write_text(WRITE.replace("1.2", "1.1").replace("it down", "for {{ years }} years"), encoding="utf-8")
    two, three = (
        {"clauses": [clause_data(clause) for clause in read_policy(tmp_path, {"years": years})[0]]} for years in "23"
    )
    (change,) = compare_clauses(two, three)
    assert (change.kinds, change.by_parameter) == (("reworded",), True)
    assert [piece.text for piece in change.text[0] if piece.kind != "same"] == ["2 ", "3 "]


def test_a_force_that_only_the_words_changed_is_pointed_at(tmp_path: Path) -> None:
    (change,) = changes(tmp_path, ASK, ASK.replace("Workers should", "Workers must"))
    assert (change.kinds, change.unsaid) == (("reworded",), ("should", "must"))
    (both,) = changes(tmp_path, ASK, ASK.replace("should", "must"))
    assert (both.kinds, both.unsaid) == (("force", "reworded"), ())


def test_a_paragraph_that_came_in_does_not_blur_the_others(tmp_path: Path) -> None:
    longer = ASK.replace("Workers should", "Managers answer within a week.\n\nWorkers should")
    (change,) = changes(tmp_path, ASK, longer)
    assert [[(piece.kind, piece.text) for piece in row] for row in change.text] == [
        [("new", "Managers answer within a week.")],
        [("same", "Workers should ask first.")],
    ]
