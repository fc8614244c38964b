"""Each tree of tests/advice/bad is advised exactly as the text beside it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.advice.advise import advise
from tests.advice.workshop import KNOWN
from tests.trees.workshop import ROOT, read

FOLDER = ROOT / "tests/advice/bad"


def told(case: str) -> list[str]:
    """All that is said about a tree: its proofs too may have advice."""
    text = (FOLDER / f"{case}.yml").read_text(encoding="utf-8")
    folder = read({case: text})
    problems = [*folder.problems, *advise(folder.trees[case], text, folder.diagrams[case], KNOWN)]
    return [str(problem) for problem in sorted(problems)]


@pytest.mark.parametrize("expected", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_tree_is_advised_in_the_writers_words(expected: Path) -> None:
    assert told(expected.stem) == expected.read_text(encoding="utf-8").splitlines()


def test_every_tree_has_its_messages_and_shows_its_own_advice() -> None:
    cases = {path.stem for path in FOLDER.glob("*.yml")}
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}
    assert cases == set(texts)
    told = {name: {line.split(": ")[1] for line in text.splitlines()} for name, text in texts.items()}
    assert [name for name, codes in told.items() if not any(f"{name}-".startswith(f"{code}-") for code in codes)] == []
