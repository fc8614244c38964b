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
<a href="../pictures/big.pdf">Big</a><a href="../pictures/never.png">Never</a>"""
FILES = {
    "index.html": "",
    "404.html": '<link rel="icon" href="/repo/assets/mark%20one.svg">',
    "ask/index.html": PAGE,
    "assets/mark one.svg": "<svg/>",
    "assets/javascripts/tree.js": 'import "./place.js?v=1f0c1f0c"; import("./later.js?v=1f0c1f0c")',
    "assets/javascripts/place.js": 'import "./tree.js?v=1f0c1f0c"',
    "assets/javascripts/later.js": 'new URL("../stylesheets/later.css?v=1f0c1f0c", import.meta.url)',
    "assets/stylesheets/later.css": "",
    "assets/javascripts/tree.js.map": "{}",
    "assets/javascripts/unused.js": "",
    "pictures/a.png": "a",
    "pictures/big.pdf": "b",
    "pictures/never.png": "n",
    "find.json": "{}",
    "sitemap.xml": "<urlset/>",
}
LOADED = [
    "assets/javascripts/later.js?v=1f0c1f0c",
    "assets/javascripts/place.js?v=1f0c1f0c",
    "assets/javascripts/tree.js?v=1f0c1f0c",
    "assets/mark%20one.svg",
    "assets/stylesheets/later.css?v=1f0c1f0c",
    "find.json",
    "pictures/a.png",
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


def test_the_list_has_a_hash_of_each_file_and_names_the_runtime_from_the_root(edition: Path) -> None:
    for name in ("b.zip", "a.wasm"):
        path = edition.parent / "runtime/77ab" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    write_list(edition, edition.parent, ["runtime/77ab/"])
    told = json.loads((edition / "offline.json").read_text(encoding="utf-8"))
    assert told["runtime"] == ["runtime/77ab/a.wasm", "runtime/77ab/b.zip"]
    assert told["shared"] == ["notices.js", "editions.js", "versions.json"]
    assert told["files"]["pictures/a.png"] == hashlib.sha256(b"a").hexdigest()[:12]
    assert told["files"]["ask/"] == hashlib.sha256(PAGE.encode()).hexdigest()[:12]


def test_the_same_site_has_the_same_list(edition: Path) -> None:
    write_list(edition, edition, [])
    first = (edition / "offline.json").read_bytes()
    assert json.loads(first)["shared"] == []
    write_list(edition, edition, [])
    assert (edition / "offline.json").read_bytes() == first
