"""The libraries of the search are laid beside our scripts, with their licences; a missing one is told."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.hosting.libraries import LIBRARIES, MODULES, SCRIPTS, lay_out_libraries

ROOT = Path(__file__).parents[2]


def test_each_is_there_with_its_licence_and_without_its_comments(tmp_path: Path) -> None:
    assert lay_out_libraries(ROOT, tmp_path) == ()
    for name, (script, _) in LIBRARIES.items():
        written = (tmp_path / SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
        assert "Permission is hereby granted" in written.splitlines()[0]
        assert len(written) < (ROOT / MODULES / name / script).stat().st_size + len(written.splitlines()[0])


def test_a_missing_one_is_told_with_the_way_out(tmp_path: Path) -> None:
    shutil.copytree(ROOT / MODULES / "stemmer", tmp_path / MODULES / "stemmer")
    (problem,) = lay_out_libraries(tmp_path, tmp_path / "site")
    assert problem.what == "The search is not whole: the package minisearch is missing."
    assert problem.fix == 'Run "npm ci" (or "make env", which does it).'
