"""Searches as a reader's browser does: with the script of the page, in Node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from macros import node
from macros.finding.index import index_data
from macros.project import Project, load

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
Result = Mapping[str, Any]


@cache
def ours() -> Project:
    return load(ROOT)


def our_index(language: str = "en") -> dict[str, Any]:
    """The index of this very policy."""
    project = ours()
    return index_data(project.findable, project.readers_words, project.words, language)


def searches(index: Mapping[str, Any], queries: Sequence[str]) -> list[list[Result]]:
    """The results of each search, the best first."""
    modules = ROOT / "node_modules"
    job = {
        "index": index,
        "queries": queries,
        "search": str(ROOT / "overrides/assets/javascripts/search.js"),
        "minisearch": str(modules / "minisearch/dist/umd/index.js"),
        "stemmer": str(modules / "stemmer/index.js"),
    }
    found: list[list[Result]] = node.run(HERE / "searching.mjs", job, limit=60)
    return found
