"""What is kept beside the trees is read with care, and nothing in it can lock a writer out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.cli import main
from macros.project import load
from macros.proofs.records import HARMLESS, LEDGER, REVIEWED, WAIVED, in_a_row, read_records
from macros.texts import read_texts
from tests.trees.workshop import copy_of_ours


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


@pytest.mark.parametrize("on", ["2099-01-01", "2026-11-25", "20261123", "2026-W48-1", "2026-02-30"])
def test_a_day_to_come_and_a_day_written_otherwise_are_no_review(on: str) -> None:
    path, text = f"{REVIEWED}/tree.yml", f"on: {on}\nby: x\ntree: y\nclauses: {{}}\n"
    records, problems = read_records({path: text}, date(2026, 11, 23))
    assert [(problem.code, problem.level) for problem in problems] == [("wrong-record", "advice")]
    assert records.reviews == {}


@pytest.mark.parametrize("on", ["2026-11-23", "2026-11-24", "2020-02-29"])
def test_today_is_a_day_and_so_is_tomorrow_where_the_sun_rises_sooner(on: str) -> None:
    text = f"on: {on}\nby: x\ntree: y\nclauses: {{}}\n"
    records, problems = read_records({f"{REVIEWED}/tree.yml": text}, date(2026, 11, 23))
    assert (problems, records.reviews["tree"].on) == ((), on)


def lay(root: Path, path: str, text: str = "5.1: Why.\n") -> Path:
    """A file with its folders."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return root / path


def test_only_what_lies_right_in_the_folder_of_reviews_is_one(tmp_path: Path) -> None:
    for path in (WAIVED, HARMLESS, f"{REVIEWED}/tree.yml", f"{REVIEWED}/sub/made.yml", f"{LEDGER}/tree.txt"):
        lay(tmp_path, path)
    texts, torn = read_texts(tmp_path)
    assert (set(texts), torn) == ({WAIVED, HARMLESS, f"{REVIEWED}/tree.yml", f"{LEDGER}/tree.txt"}, ())


def test_folders_and_links_to_nowhere_or_in_a_circle_are_advice(tmp_path: Path) -> None:
    (tmp_path / LEDGER / "folder.txt").mkdir(parents=True)
    (tmp_path / LEDGER / "nowhere.txt").symlink_to("there-is-no-such-file")
    (tmp_path / LEDGER / "circle.txt").symlink_to("circle.txt")
    texts, torn = read_texts(tmp_path)
    assert texts == {}
    assert [(problem.code, problem.level) for problem in torn] == [("wrong-record", "advice")] * 3


def test_whatever_has_the_name_of_a_ledger_goes_once_its_tree_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy_of_ours(tmp_path))
    (tmp_path / LEDGER / "torn.txt").write_bytes(b"\xff")
    (tmp_path / LEDGER / "circle.txt").symlink_to("circle.txt")
    linked, outside = tmp_path / LEDGER / "old-enough.txt", lay(tmp_path, "outside.txt")
    linked.unlink()
    linked.symlink_to(outside)
    assert main(["ledger"]) == 0
    assert {path.stem for path in (tmp_path / LEDGER).iterdir()} == {*load(tmp_path).trees}
    assert linked.is_file()
    assert not linked.is_symlink()
    assert outside.read_text(encoding="utf-8") == "5.1: Why.\n"


def test_a_folder_in_the_place_of_a_ledger_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy_of_ours(tmp_path))
    (tmp_path / LEDGER / "old-enough.txt").unlink()
    (tmp_path / LEDGER / "old-enough.txt").mkdir()
    assert main(["ledger"]) == 1
    assert f"{LEDGER}/old-enough.txt cannot be written" in capsys.readouterr().err


def test_a_file_that_may_not_be_opened_is_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    lay(tmp_path, WAIVED)
    monkeypatch.setattr("macros.texts.read_text", refuse)
    texts, torn = read_texts(tmp_path)
    assert (texts, [problem.level for problem in torn]) == ({}, ["advice"])


def test_names_in_a_row() -> None:
    assert in_a_row(["a"], "tree") == "tree a"
    assert in_a_row(["a", "b", "c"], "tree") == "trees a, b and c"
    assert in_a_row(["a", "b", "c"], "", "or", most=2) == "a, b or 1 more"
    assert in_a_row([str(number) for number in range(3000)], "tree", most=2) == "trees 0, 1 and 2,998 more"
