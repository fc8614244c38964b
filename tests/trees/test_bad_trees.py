"""Each bad tree of tests/bad_trees is told exactly as the text beside it says, all its faults at once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trees.workshop import ROOT, read

FOLDER = ROOT / "tests/bad_trees"
PROOFS = (
    "claims.py",
    "ladders.py",
    "not_sure.py",
    "reach.py",
    "idle.py",
    "boundaries.py",
    "prove.py",
    "folder.py",
    "wording.py",
)
# A fault of the program, which no tree can bring about; and advice that only whole projects get (tests/bad_projects).
ELSEWHERE = {"wrong-range", "no-claims", "no-examples"}


def files(case: str) -> dict[str, str]:
    """The trees of a case: one file, or a folder of them."""
    paths = sorted([*FOLDER.glob(f"{case}.yml"), *FOLDER.glob(f"{case}/*.yml")])
    return {path.stem: path.read_bytes().decode() for path in paths}


@pytest.mark.parametrize("expected", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_bad_tree_is_told_in_the_writers_words(expected: Path) -> None:
    problems = read(files(expected.stem)).problems
    assert [str(problem) for problem in problems] == expected.read_text(encoding="utf-8").splitlines()


def test_every_bad_tree_has_its_messages_and_shows_its_own_fault() -> None:
    cases = {path.stem for path in FOLDER.iterdir() if path.suffix != ".txt"}
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}
    assert cases == set(texts)
    told = {name: {line.split(": ")[1] for line in text.splitlines()} for name, text in texts.items()}
    ours = [name for name, codes in told.items() if not any(f"{name}-".startswith(f"{code}-") for code in codes)]
    assert ours == ["everything-at-once"]


def test_every_fault_that_can_be_told_has_a_bad_tree() -> None:
    told = {
        line.split(": ")[1] for path in FOLDER.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()
    }
    sources = [ROOT / "macros/clauses/parameters.py", *(ROOT / "macros/trees").rglob("*.py")]
    sources += [ROOT / "macros/proofs" / name for name in PROOFS]
    assert {code for path in sources for code in codes_in(path)} - ELSEWHERE == told


def codes_in(source: Path) -> Iterator[str]:
    """Every code that a file hands to ``Problem`` or to ``fault``: the second thing in the brackets."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        called = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and called in ("Problem", "fault") and not isinstance(node.args[1], ast.Name):
            assert isinstance(node.args[1], ast.Constant), f"{source}:{node.lineno}: a code must stand there in full"
            yield str(node.args[1].value)
