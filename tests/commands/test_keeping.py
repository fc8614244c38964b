"""`policy ledger` and `policy reviewed`: what they write is what a check then looks for."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from macros.cli import main
from macros.problems import faults
from macros.project import load
from tests.trees.workshop import copy_of_ours

TREE = "friend-request"
LEDGER, REVIEW = Path("decision_trees/ledger"), Path("decision_trees/records/reviewed")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working copy of ours that nobody has reviewed, and we stand in it."""
    monkeypatch.chdir(copy_of_ours(tmp_path))
    shutil.rmtree(tmp_path / REVIEW, ignore_errors=True)
    return tmp_path


def told(root: Path, code: str) -> list[str]:
    """What a check says under one code."""
    return [str(problem) for problem in load(root).problems if problem.code == code]


def spoil(file: Path, change: str, to: str) -> None:
    """Change the first such words in a file."""
    text = file.read_text(encoding="utf-8")
    assert change in text
    file.write_text(text.replace(change, to, 1), encoding="utf-8")


def test_the_ledger_is_written_once_and_then_left_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / LEDGER / f"{TREE}.txt").unlink()
    (here / LEDGER / "gone.txt").write_text("Once there was a tree.\n", encoding="utf-8")
    assert len(told(here, "stale-ledger")) == 2
    assert main(["ledger"]) == 0
    printed = capsys.readouterr().out
    assert f"Written: decision_trees/ledger/{TREE}.txt" in printed
    assert "Taken out: decision_trees/ledger/gone.txt" in printed
    assert told(here, "stale-ledger") == []
    assert main(["ledger"]) == 0
    assert "Written" not in capsys.readouterr().out


def test_a_changed_way_makes_the_ledger_stale_and_other_words_do_not(here: Path) -> None:
    main(["ledger"])
    tree = here / f"decision_trees/{TREE}.yml"
    spoil(tree, "say: Do not accept yet.", "say: Do not accept it yet.")
    assert told(here, "stale-ledger") == []
    spoil(tree, "because: [6.5]", "because: [6.5, 5.2]")
    (line,) = told(here, "stale-ledger")
    assert f"The ledger is behind the tree {TREE}." in line


def test_a_parameter_that_moves_a_cut_shows_in_the_ledger(here: Path) -> None:
    main(["ledger"])
    for tree in (here / "decision_trees").glob("*.yml"):
        tree.write_text(tree.read_text(encoding="utf-8").partition("\nexamples:")[0] + "\n", encoding="utf-8")
    spoil(here / "mkdocs.yml", "cooling_off_years: 2 ", "cooling_off_years: 3 ")
    assert any(TREE in line for line in told(here, "stale-ledger"))


def test_a_review_is_recorded_and_a_changed_clause_asks_for_another(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reviewed", TREE, "record-it", "--by", "line manager", "--on", "2026-11-22"]) == 0
    assert f"Written: decision_trees/records/reviewed/{TREE}.yml" in capsys.readouterr().out
    (never,) = told(here, "never-reviewed")
    assert TREE not in never
    assert told(here, "clause-changed") == []
    spoil(
        here / "docs/policy/5-profiles.md",
        'Workers should not say yes to "personal"',
        'Workers must never accept "personal"',
    )
    (line,) = [line for line in told(here, "clause-changed") if "5.2" in line]
    assert line.startswith(f"decision_trees/{TREE}.yml:")
    for named in ("two-years", "former-adult", "hold-and-ask", "An adult I last worked with"):
        assert named in line
    assert faults(load(here).problems) == ()
    assert main(["check"]) == 0


def test_the_day_is_today_unless_another_is_given(here: Path) -> None:
    assert main(["reviewed", TREE, "--by", "line manager"]) == 0
    days = {str(date.today() - timedelta(days=back)) for back in (0, 1)}  # noqa: DTZ011 - it may just be midnight
    assert load(here).records.reviews[TREE].on in days


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["--by", "line manager", "--on", "2999-01-01"], "A review cannot be in the future."),
        (["--by", "  "], 'Say in which role: --by "line manager".'),
    ],
)
def test_a_review_that_cannot_be_is_not_recorded(
    typed: list[str], words: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reviewed", TREE, *typed]) == 2
    assert capsys.readouterr().err == f"{words}\n"
    assert not (here / REVIEW).exists()


@pytest.mark.usefixtures("here")
def test_a_tree_that_is_not_there_cannot_be_reviewed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reviewed", "friend-requst", "--by", "line manager"]) == 2
    assert 'Did you mean "friend-request"?' in capsys.readouterr().err


def test_nothing_is_written_while_there_are_faults(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(here / f"decision_trees/{TREE}.yml", "verdict: no", "verdict: nope")
    before = {path: path.read_text(encoding="utf-8") for path in (here / LEDGER).iterdir()}
    assert main(["ledger"]) == 1
    assert main(["reviewed", TREE, "--by", "line manager"]) == 1
    assert "unknown-verdict" in capsys.readouterr().err
    assert {path: path.read_text(encoding="utf-8") for path in (here / LEDGER).iterdir()} == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("records/waived.yml", b"\xff\xfe"),
        ("records/waived.yml", b"5.1: [never closed"),
        ("records/waived.yml", b"5.99: There is none.\n5.2: It is cited.\n1.1: It asks nothing.\n4.4:\n"),
        ("records/mutants.yml", b"no-such-tree: { a: b }\n"),
        ("records/reviewed/friend-request.yml", b"on: 1\n"),
        ("records/reviewed/no-such-tree.yml", b"on: 2026-11-23\nby: x\ntree: y\nclauses: {}\n"),
        ("ledger/friend-request.txt", b"\xff"),
        ("ledger/no-such-tree.txt", b""),
    ],
)
def test_nothing_in_the_records_can_lock_a_writer_out(name: str, content: bytes, here: Path) -> None:
    file = here / "decision_trees" / name
    before = load(here).problems
    file.parent.mkdir(exist_ok=True, parents=True)
    file.write_bytes(content)
    project = load(here)
    assert faults(project.problems) == ()
    assert project.sources
    assert set(project.problems) - set(before)
    assert main(["check"]) == 0
