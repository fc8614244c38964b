"""What is told of more than one file: each folder of tests/bad_projects is laid over a sound little project.

Only the messages of the folder's own code are held against the text beside it: much more is said of a little project.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros import project
from macros.clauses.model import Clause, Duty, Policy
from macros.problems import Problem
from tests.trees.workshop import PARAMETERS, POLICY, ROOT, clause

FOLDER = ROOT / "tests/bad_projects"
SOUND = FOLDER / "sound"
LANGUAGE = "overrides/locales/en.yml"
CASES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def with_force(number: str, force: str) -> Clause:
    """A clause of some force."""
    plain = clause(number)
    return Clause(**{**vars(plain), "duties": (Duty(("worker",), (), force, "post it", plain.place),)})


# Beside the clauses of the workshop, one that forbids and one that only encourages.
CLAUSES = Policy((*POLICY, with_force("9.1", "must not"), with_force("9.2", "encouraged")))


def make(root: Path, case: str) -> None:
    """A sound little project, with the files of a case laid over it. Words stand before ours."""
    settings = "".join(f'  {name}: "{value}"\n' for name, value in PARAMETERS.items())
    (root / "mkdocs.yml").write_text(f"extra:\n{settings}", encoding="utf-8")
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    (root / LANGUAGE).parent.mkdir(parents=True, exist_ok=True)
    words = (ROOT / LANGUAGE).read_text(encoding="utf-8")
    added = FOLDER / case / LANGUAGE
    shutil.copytree(FOLDER / case, root, dirs_exist_ok=True)
    words = (added.read_text(encoding="utf-8") if added.is_file() else "") + words
    (root / LANGUAGE).write_text(words, encoding="utf-8")


def told(root: Path, case: str, monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    """All that is wrong with the project."""
    make(root, case)
    if not (FOLDER / case / "docs/policy").is_dir():
        monkeypatch.setattr(project, "read_policy", lambda *_: (CLAUSES, ()))
    return list(project.load(root).problems)


@pytest.mark.parametrize("case", CASES)
def test_a_bad_project_is_told_in_the_writers_words(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = [str(problem) for problem in told(tmp_path, case, monkeypatch) if problem.code == case]
    assert own == (FOLDER / f"{case}.txt").read_text(encoding="utf-8").splitlines()


def test_every_bad_project_has_its_messages() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == {*CASES, "sound"}
    assert all((FOLDER / f"{case}.txt").read_text(encoding="utf-8") for case in CASES)


def test_the_sound_project_has_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = told(tmp_path, "sound", monkeypatch)
    assert [problem for problem in problems if problem.level == "fault"] == []


@pytest.mark.parametrize("name", ["docs/act-now/x.md", "docs/ask/x.md", "docs/x.md", "overrides/locales/fr.yml"])
def test_a_folder_that_is_named_like_a_file_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).mkdir(parents=True)
    found = [problem for problem in told(tmp_path, "wrong-card", monkeypatch) if problem.place.path == name]
    assert [problem.code for problem in found] in (["not-text"], [])
