"""Repositories that may be released, and that were: made once, copied by whoever changes them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.cli import main
from macros.history import PAGES
from tests.editions.amended import FIRST, SECOND, amend, commit, git, put
from tests.editions.released import ready, review
from tests.once import made_once

THIRD = "2027-11"
REGISTERED = """  editions:
    2027-11:
      reviewed: 2027-10
      review-due: 2028-10
      in-force: 2027-11-15
      changes:
        - what: Other words on a button.
"""


@pytest.fixture(scope="session")
def unreleased() -> Path:
    """A copy of this project that may be released. No test changes it."""
    return made_once("unreleased", make_unreleased)


def make_unreleased(root: Path) -> None:
    """Every tree reviewed."""
    root.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        ready(root)


@pytest.fixture
def here(unreleased: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to spoil, and we stand in it."""
    root = tmp_path / "here"
    shutil.copytree(unreleased, root, symlinks=True)
    monkeypatch.chdir(root)
    return root


@pytest.fixture(scope="session")
def released(unreleased: Path) -> Path:
    """Two editions, the second amended by hand and current. No test changes it."""

    def make(root: Path) -> None:
        shutil.copytree(unreleased, root, symlinks=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(root)
            assert main(["release", FIRST, "--current"]) == 0
            amend(root)
            review(root)
            commit(root, "The second edition")
            assert main(["release", SECOND, "--current"]) == 0

    return made_once("two", make)


@pytest.fixture(scope="session")
def three(released: Path) -> Path:
    """A third edition beside them, with another engine and a PDF, approved and not yet current. No test changes it."""

    def make(root: Path) -> None:
        shutil.copytree(released, root, symlinks=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(root)
            put(root / "mkdocs.yml", "  editions:\n", REGISTERED)
            put(root / "overrides/locales/en.yml", "ask.restart: ", "ask.restart: Please ")
            commit(root, "The third edition")
            assert main(["release", THIRD, "--pdf"]) == 0

    return made_once("three", make)


@pytest.fixture
def public(released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of it with a branch of pages of its own, to tamper with; we stand in it."""
    git(tmp_path, "clone", "--quiet", str(released), "public")
    root = tmp_path / "public"
    git(root, "branch", PAGES, f"origin/{PAGES}")
    git(root, "remote", "remove", "origin")
    monkeypatch.chdir(root)
    return root
