"""What a page sends of our own stays small: a reader on a bus waits for none of it."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.site.conftest import Site

LIMIT = 15_000  # bytes, each file gzipped by itself, as a host does
THEIRS = "bundle."  # the theme's
# With the browser's Python, a chart that is opened, a record that is kept, the search field that is touched (with two
# libraries); or on the one kind of page that needs it: clauses, tables, a comparison, the whole policy, duties, a card.
ON_INTENT = (
    *("decision-tree-worker.js", "chart-path.js", "record.js", "record.css"),
    *("find.js", "search.js", "minisearch.js", "stemmer.js", "find.css"),
    *("peek.js", "peek-box.js", "peek-cite.js", "peek-read.js", "peek.css"),
    *("compare.js", "compare-stay.js", "compare.css", "whole.css", "duties.js", "duties.css", "card.css", "tables.css"),
)

# The way out of a private question: there alone, and from the first paint on, since it may be the first thing tapped.
PRIVATE, PRIVATE_LIMIT = ("leave.js", "leave.css"), 1_400


def weigh(paths: list[Path]) -> dict[str, int]:
    """Each file gzipped by itself."""
    return {path.name: len(gzip.compress(path.read_bytes(), mtime=0)) for path in paths}


def test_our_scripts_and_styles_are_fifteen_kilobytes_at_most(site: Site) -> None:
    assets = site.folder / "assets"
    ours = [
        path
        for path in (site.folder / "notices.js", *assets.glob("javascripts/*.js"), *assets.glob("stylesheets/*.css"))
        if not path.name.startswith(THEIRS) and path.name not in (*ON_INTENT, *PRIVATE)
    ]
    weights = weigh(ours)
    assert {"decision-tree.js", "policy.css"} <= weights.keys()
    assert sum(weights.values()) <= LIMIT, weights


def test_the_way_out_of_a_private_question_is_light(site: Site) -> None:
    weights = weigh([path for name in PRIVATE for path in (site.folder / "assets").rglob(name)])
    assert weights.keys() == set(PRIVATE)
    assert sum(weights.values()) <= PRIVATE_LIMIT, weights
