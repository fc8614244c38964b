"""Lays beside our scripts the libraries that the search is made of, from where npm put them."""

from __future__ import annotations

from pathlib import Path

from macros.hosting.lighter import without_comments
from macros.problems import Place, Problem

MODULES, SCRIPTS = "node_modules", "assets/javascripts"
# Each with its script, and its licence, which has to go wherever the script goes.
LIBRARIES = {
    "minisearch": ("dist/umd/index.js", "LICENSE.txt"),
    "stemmer": ("index.js", "license"),
}


def lay_out_libraries(root: Path, site: Path) -> tuple[Problem, ...]:
    """Copy them, or say which is missing."""
    problems = []
    for name, files in LIBRARIES.items():
        script, licence = (root / MODULES / name / file for file in files)
        if not (script.is_file() and licence.is_file()):
            what = f"The search is not whole: the package {name} is missing."
            problems.append(
                Problem(Place("package.json"), "no-search", what, 'Run "npm ci" (or "make env", which does it).')
            )
            continue
        terms = " ".join(licence.read_text(encoding="utf-8").split())
        code = without_comments(script.read_text(encoding="utf-8"), is_script=True)
        target = site / SCRIPTS / f"{name}.js"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"/*! {name}. {terms} */\n{code}", encoding="utf-8")
    return tuple(problems)
