"""A fork's own site: built whole, with its name in the manifest, and with everything offline switched off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from macros.pages.share_picture import MARK, NAME, draw_picture
from macros.serve import generate

ROOT = Path(__file__).parents[2]
SHARED = ("docs", "decision_trees", "macros", "overrides", "node_modules", "requirements-pyodide.txt", ".cache")


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    """A working copy with another name, and the switch thrown."""
    for name in SHARED:
        (tmp_path / name).symlink_to(ROOT / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for ours, theirs in (
        ("site_name: Social Media Policy", "site_name: Our Rules Online"),
        ("offline: true", "offline: false"),
    ):
        assert ours in settings
        settings = settings.replace(ours, theirs, 1)
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return tmp_path


def test_one_line_switches_it_off_everywhere(fork: Path) -> None:
    site = fork / "site"
    assert generate(fork, site)
    assert "unregister()" in (site / "service-worker.js").read_text(encoding="utf-8")
    assert not (site / "offline.json").exists()
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert len(pages) > 100
    assert not any("offline.js" in page or "foot-offline" in page for page in pages)
    assert json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))["name"] == "Our Rules Online"
    assert all('rel="manifest"' in page for page in pages)
    assert all('property="og:site_name" content="Our Rules Online"' in page for page in pages if "noindex" not in page)
    assert drawn(site) != drawn_for("Social Media Policy")
    assert drawn(site) == drawn_for("Our Rules Online")
    assert '"Our Rules Online · ' in (site / "assets/stylesheets/policy.css").read_text(encoding="utf-8")
    assert list(site.rglob("service-worker*.js")) == [site / "service-worker.js"]


def drawn(site: Path) -> bytes:
    """The picture of shared links."""
    with Image.open(site / NAME) as picture:
        return picture.convert("RGB").tobytes()


def drawn_for(title: str) -> bytes:
    """The same for a site of this name."""
    with Image.open(ROOT / "overrides" / MARK) as mark:
        return draw_picture(mark.convert("RGBA"), title).convert("RGB").tobytes()
