"""`policy mutants`: it ends with 1 where a slip would go unseen, and a recorded reason quiets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.cli import main
from tests.trees.workshop import copy_of_ours

TREE = "old-enough"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working copy of ours, and we stand in it."""
    monkeypatch.chdir(copy_of_ours(tmp_path))
    return tmp_path


def test_a_tree_without_examples_has_living_mutants(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutants", TREE]) == 0
    assert re.fullmatch(rf"{TREE}: \d+ mutants, 0 living; \d+ more .*\n", capsys.readouterr().out)
    file = here / f"decision_trees/{TREE}.yml"
    file.write_text(file.read_text(encoding="utf-8").partition("\nexamples:")[0] + "\n", encoding="utf-8")
    assert main(["mutants", TREE]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"decision_trees/{TREE}.yml:")
    assert "living-mutant" in lines[0]
    assert lines[-1].startswith("If a slip is harmless, say why in decision_trees/records/mutants.yml")


def test_a_cut_that_no_example_holds_is_told_and_a_reason_quiets_it(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = here / f"decision_trees/{TREE}.yml"
    text = file.read_text(encoding="utf-8")
    held = re.search(r"  - name: She is 26 today.*?(?=  - name:|\Z)", text, re.DOTALL)
    assert held
    file.write_text(text.replace(held[0], ""), encoding="utf-8")
    assert main(["mutants", TREE]) == 1
    (told,) = [line for line in capsys.readouterr().out.splitlines() if "living-mutant" in line]
    assert "is cut at 26; nothing notices if it is 27 or 26 and a day instead." in told
    assert "today: 2026-11-22, answers: { age: 2000-11-22" in told
    records = here / "decision_trees/records/mutants.yml"
    records.write_text(f"{TREE}:\n  age 26 at 27: A test.\n  age 26 at 26 and a day: A test.\n", encoding="utf-8")
    assert main(["mutants", TREE]) == 0
    file.write_text(text, encoding="utf-8")
    assert main(["mutants", TREE]) == 0
    assert 'wrong-record: No slip of "old-enough" called "age 26 at 27" goes unseen.' in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_a_tree_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutants", "old-enuogh"]) == 2
    assert 'Did you mean "old-enough"?' in capsys.readouterr().err
