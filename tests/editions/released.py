"""A whole copy of this project under git, ready to be released: every tree reviewed, every ledger written."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.cli import main
from macros.project import load
from tests.editions.amended import commit, git, put
from tests.trees.workshop import ROOT

PARTS = ("docs", "decision_trees", "overrides", "macros")
FILES = ("mkdocs.yml", "package.json", "package-lock.json", "requirements-pyodide.txt")
ADDRESS = "https://example.org/policy/"
OUTSIDE = ("node_modules", ".cache")  # made or downloaded, never kept


def ready(root: Path) -> Path:
    """The copy, committed. It shares what was downloaded with this working copy."""
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, root)
    git(root, "init", "--quiet", "--initial-branch=main")
    (root / ".git/info/exclude").write_text("\n".join([*OUTSIDE, "site", "__pycache__"]), encoding="utf-8")
    for name in OUTSIDE:
        (root / name).symlink_to(ROOT / name)
    for key, value in (("name", "Tests"), ("email", "test@example.org")):
        git(root, "config", f"user.{key}", value)
    put(root / "mkdocs.yml", "http://127.0.0.1:8000/", ADDRESS)
    review(root)
    commit(root, "Ready for its first edition")
    return root


def review(root: Path) -> None:
    """Somebody held every tree against its clauses, and the ledgers are written. We stand in the folder."""
    assert main(["reviewed", *load(root).trees, "--by", "line manager"]) == 0
    assert main(["ledger"]) == 0
