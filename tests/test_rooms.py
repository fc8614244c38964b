"""Who may import whom: the contract in pyproject.toml, which also fails when somebody breaks it on purpose."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on a working copy."""
    code = "import sys; from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def test_every_room_keeps_to_its_floor() -> None:
    told = lint(ROOT)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("clauses/model.py", "import macros.trees.model"),
        ("trees/checker.py", "import macros.project"),
        ("browser/machine.py", "import ruamel.yaml"),
        ("browser/dates.py", "import macros.problems"),
        ("trees/graph.py", "import mkdocs"),
    ],
)
def test_an_import_that_goes_upward_is_told(file: str, line: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    broken = tmp_path / "macros" / file
    broken.write_text(broken.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    told = lint(tmp_path)
    assert told.returncode == 1, told.stdout + told.stderr
    assert "BROKEN" in told.stdout
