"""The list of what is kept for reading offline: every page and what a page loads, and nothing else."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from macros.hosting.offline import kept_addresses, write_list

PAGE = """<link rel="canonical" href="https://example.org/ask/"><link rel="next" href="../policy/">
<link rel="manifest" href="../../manifest.webmanifest"><link rel="icon" href="../assets/mark%20one.svg">
<script src="../assets/javascripts/tree.js?v=1f0c1f0c"></script><img alt="" src="../pictures/a.png#part">
<script type="application/json">{"search": "../assets/javascripts/workers/search.a7633da7.min.js"}</script>
<a href="../pictures/big.pdf">Big</a><a href="../pictures/never.png">Never</a>"""
FILES = {
    "index.html": "",
    "404.html": '<link rel="icon" href="/repo/assets/mark%20one.svg">',
    "ask/index.html": PAGE,
    "assets/mark one.svg": "<svg/>",
    "assets/javascripts/tree.js": 'import "./place.js?v=1f0c1f0c"; import("./later.js?v=1f0c1f0c")',
    "assets/stylesheets/late.css": "",
    "assets/javascripts/place.js": 'import "./tree.js?v=1f0c1f0c"',
    "assets/javascripts/later.js": 'new URL("../stylesheets/late.css?v=1f0c1f0c", import.meta.url)',
    "assets/javascripts/tree.js.map": "{}",
    "assets/javascripts/unused.js": "",
    "assets/javascripts/workers/search.a7633da7.min.js": "",
    "assets/javascripts/lunr/wordcut.js": "",
    "assets/javascripts/lunr/min/lunr.de.min.js": "",
    "assets/javascripts/lunr/min/lunr.fr.min.js": "",
    "assets/javascripts/lunr/min/lunr.stemmer.support.min.js": "",
    "assets/javascripts/lunr/min/lunr.multi.min.js": "",
    "pictures/a.png": "a",
    "pictures/big.pdf": "b",
    "pictures/never.png": "n",
    "search/search_index.json": '{"config": {"lang": ["en"]}, "docs": []}',
    "sitemap.xml": "<urlset/>",
}
LOADED = [
    "assets/javascripts/later.js?v=1f0c1f0c",
    "assets/javascripts/place.js?v=1f0c1f0c",
    "assets/javascripts/tree.js?v=1f0c1f0c",
    "assets/javascripts/workers/search.a7633da7.min.js",
    "assets/mark%20one.svg",
    "assets/stylesheets/late.css?v=1f0c1f0c",
    "pictures/a.png",
    "search/search_index.json",
    "sitemap.xml",
]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition in a folder of its site."""
    for name, text in FILES.items():
        path = tmp_path / "current" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "current"


def test_every_page_is_kept_and_each_file_that_a_page_loads(edition: Path) -> None:
    assert kept_addresses(edition) == sorted(["", "404.html", "ask/", *LOADED])


@pytest.mark.parametrize(
    ("languages", "loaded"),
    [
        (["de"], ["min/lunr.de.min.js", "min/lunr.stemmer.support.min.js"]),
        (
            ["en", "fr"],
            ["min/lunr.fr.min.js", "min/lunr.multi.min.js", "min/lunr.stemmer.support.min.js"],
        ),
        (["th"], ["min/lunr.stemmer.support.min.js", "wordcut.js"]),
    ],
)
def test_the_search_of_another_language_is_kept(edition: Path, languages: list[str], loaded: list[str]) -> None:
    index = edition / "search/search_index.json"
    index.write_text(json.dumps({"config": {"lang": languages}}), encoding="utf-8")
    lunr = "assets/javascripts/lunr/"
    assert [name.removeprefix(lunr) for name in kept_addresses(edition) if name.startswith(lunr)] == loaded


def test_the_list_has_a_hash_of_each_file_and_names_the_runtime_from_the_root(edition: Path) -> None:
    for name in ("b.zip", "a.wasm"):
        path = edition.parent / "runtime/77ab" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    write_list(edition, edition.parent, ["runtime/77ab/"])
    told = json.loads((edition / "offline.json").read_text(encoding="utf-8"))
    assert told["runtime"] == ["runtime/77ab/a.wasm", "runtime/77ab/b.zip"]
    assert told["files"]["pictures/a.png"] == hashlib.sha256(b"a").hexdigest()[:12]
    assert told["files"]["ask/"] == hashlib.sha256(PAGE.encode()).hexdigest()[:12]


def test_the_same_site_has_the_same_list(edition: Path) -> None:
    write_list(edition, edition, [])
    first = (edition / "offline.json").read_bytes()
    write_list(edition, edition, [])
    assert (edition / "offline.json").read_bytes() == first
