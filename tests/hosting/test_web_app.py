"""The root's files: the manifest speaks of this site and no other; the switch puts another worker in the place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from macros.hosting.web_app import WebApp, clear_edition, web_app, write_root

OVERRIDES = Path(__file__).parents[2] / "overrides"
APP = WebApp("Our <Policy>", "Ours", "What we hold to.", "cy", "/our/policy/")
SETTINGS = {
    "site_name": "Our Policy",
    "site_description": None,
    "site_url": "https://example.org/our/policy/",
    "theme": {"language": "cy"},
    "extra": {"org_short": "", "offline": False},
}


def told(root: Path) -> dict[str, object]:
    """The manifest that was written."""
    manifest: dict[str, object] = json.loads((root / "manifest.webmanifest").read_text(encoding="utf-8"))
    return manifest


def test_the_manifest_is_in_the_forks_own_name(tmp_path: Path) -> None:
    write_root(tmp_path, OVERRIDES, APP)
    written = told(tmp_path)
    assert (written["name"], written["short_name"], written["lang"]) == ("Our <Policy>", "Ours", "cy")
    assert "Tarner" not in (tmp_path / "manifest.webmanifest").read_text(encoding="utf-8")


def test_its_addresses_work_under_any_folder(tmp_path: Path) -> None:
    write_root(tmp_path, OVERRIDES, APP)
    written = told(tmp_path)
    assert (written["id"], written["start_url"], written["scope"]) == ("/our/policy/", "./", "./")
    icons = written["icons"]
    assert isinstance(icons, list)
    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    for icon in icons:
        assert not icon["src"].startswith("/")
        assert (tmp_path / icon["src"]).is_file()


def test_the_settings_are_those_of_mkdocs_yml() -> None:
    assert web_app(SETTINGS) == WebApp("Our Policy", "Our Policy", "", "cy", "/our/policy/", works_offline=False)
    without = SETTINGS | {"extra": {"org_short": "Ours"}, "site_url": None}
    assert web_app(without) == WebApp("Our Policy", "Ours", "", "cy", "/")


def test_the_switch_publishes_a_worker_that_leaves(tmp_path: Path) -> None:
    write_root(tmp_path, OVERRIDES, APP)
    stays = (tmp_path / "service-worker.js").read_text(encoding="utf-8")
    write_root(tmp_path, OVERRIDES, replace(APP, works_offline=False))
    leaves = (tmp_path / "service-worker.js").read_text(encoding="utf-8")
    assert "unregister()" not in stays
    assert "unregister()" in leaves
    assert 'addEventListener("fetch"' not in leaves


def test_no_worker_is_left_inside_an_edition(tmp_path: Path) -> None:
    scripts = tmp_path / "assets/javascripts"
    scripts.mkdir(parents=True)
    for name in ("service-worker.js", "service-worker-off.js", "offline.js"):
        (scripts / name).write_text("", encoding="utf-8")
    clear_edition(tmp_path)
    assert [path.name for path in scripts.iterdir()] == ["offline.js"]
