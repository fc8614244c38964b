"""A site of a few pages with the real scripts and the real service worker, quick to make and to change."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from macros.hosting.fingerprint import fingerprint_assets
from macros.hosting.offline import write_list
from macros.hosting.web_app import WebApp, clear_edition, write_root

OVERRIDES = Path(__file__).parents[2] / "overrides"
RUNTIME = "runtime/0123456789ab/"
APP = WebApp("Small", "Small", "", "en", "/")
PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<link rel="icon" href="data:,">
<link rel="manifest" href="{root}manifest.webmanifest">
<link rel="stylesheet" href="{base}assets/stylesheets/small.css">
<script src="{base}assets/javascripts/offline.js" type="module"></script></head>
<body><h1>{title}</h1><input>{more}<a href="{base}">Home</a></body></html>
"""
PAGES = {"": "Home", "one/": "One", "two/": "Two", "three/": "Three"}
PYTHON_RAN = '<decision-tree data-state="ready"></decision-tree>'


def write_small_site(
    root: Path,
    *,
    edition: str = "",
    pages: Mapping[str, str] = PAGES,
    style: str = "h1 { color: green }",
    runtime: str = RUNTIME,
) -> None:
    """Publish this edition under the root; what stood there before goes, but for the runtimes."""
    folder = root / edition
    shutil.rmtree(folder / "assets", ignore_errors=True)
    for address, title in {**pages, "python/": "Python"}.items():
        depth = "../" * address.count("/")
        more = PYTHON_RAN if address == "python/" else ""
        page = folder / address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * edition.count("/")
        page.write_text(PAGE.format(title=title, base=depth or "./", root=(depth + up) or "./", more=more))
    (folder / "503.html").write_text("<h1>Not on this device</h1>")
    shutil.copytree(OVERRIDES / "assets/javascripts", folder / "assets/javascripts")
    (folder / "assets/stylesheets").mkdir()
    (folder / "assets/stylesheets/small.css").write_text(style)
    python = root / runtime / "python.wasm"
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_bytes(runtime.encode())
    clear_edition(folder)
    fingerprint_assets(folder)
    write_root(root, OVERRIDES, APP)
    write_list(folder, root, [runtime])
