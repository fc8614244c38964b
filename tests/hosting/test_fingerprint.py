"""An address of ours changes with the contents, everywhere it is written, and the theme's own stay as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.hosting.fingerprint import fingerprint_assets

PAGE = """<link rel="stylesheet" href="../assets/stylesheets/policy.css">
<script src="../assets/javascripts/bundle.a5f9d56c.min.js"></script>
<script src="../assets/javascripts/tree.js" type="module"></script>
<a href="../assets/a-document.pdf">assets/javascripts/tree.js</a>"""
SCRIPT = """import { note } from "./place.js";
const other = "./place.json";
$style.href = new URL("../stylesheets/policy.css", import.meta.url).href;"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page, with scripts of ours and of the theme's."""
    files = {
        "ask/index.html": PAGE,
        "404.html": '<script src="/repo/assets/javascripts/tree.js"></script>',
        "assets/javascripts/tree.js": SCRIPT,
        "assets/javascripts/place.js": "export const note = 1;",
        "assets/javascripts/bundle.a5f9d56c.min.js": SCRIPT,
        "assets/stylesheets/policy.css": "h1 {}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def hashes(site: Path) -> set[str]:
    """All hashes that stand behind an address."""
    written = [path for path in site.rglob("*.*") if path.is_file()]
    return {found for path in written for found in re.findall(r"\?v=(\w+)", path.read_text(encoding="utf-8"))}


def test_each_address_of_ours_has_the_hash(site: Path) -> None:
    fingerprint_assets(site)
    (whole,) = hashes(site)
    page = (site / "ask/index.html").read_text(encoding="utf-8")
    assert page == PAGE.replace('tree.js" type', f'tree.js?v={whole}" type').replace(
        "policy.css", f"policy.css?v={whole}"
    )
    assert (site / "assets/javascripts/tree.js").read_text() == SCRIPT.replace(
        "place.js", f"place.js?v={whole}", 1
    ).replace("policy.css", f"policy.css?v={whole}")
    assert (site / "assets/javascripts/bundle.a5f9d56c.min.js").read_text() == SCRIPT
    assert f"tree.js?v={whole}" in (site / "404.html").read_text()


def test_another_content_is_another_address(site: Path) -> None:
    fingerprint_assets(site)
    before = hashes(site)
    (site / "ask/index.html").write_text(PAGE)
    (site / "assets/javascripts/place.js").write_text("export const note = 2;")
    fingerprint_assets(site)
    assert hashes(site) - before
