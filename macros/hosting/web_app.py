"""Writes what makes the site an app at its root, outside every edition: service worker, web manifest, icons."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

MANIFEST = "manifest.webmanifest"
WORKER = "service-worker.js"
SOURCES = ("service-worker.js", "service-worker-off.js")
ICONS = "assets/icons"
# As in overrides/assets/stylesheets/policy.css, by day: a manifest knows one scheme. A page names both.
PAPER, ACCENT = "#ffffff", "#0b5a7a"


@dataclass(frozen=True)
class WebApp:
    """What a device is told of the site when somebody installs it."""

    name: str
    short_name: str
    description: str
    language: str
    path: str  # of the site's root on its host: the app's lasting name, also where its start page moves
    direction: str = "ltr"
    works_offline: bool = True


def web_app(settings: Mapping[str, Any]) -> WebApp:
    """As mkdocs.yml has it: the settings are the generator's."""
    extra, theme = settings["extra"], settings["theme"]
    return WebApp(
        name=settings["site_name"],
        short_name=extra.get("org_short") or settings["site_name"],
        description=settings["site_description"] or "",
        language=theme["language"],
        # mike adds the edition's folder to the address; the app is the whole site's.
        path=urlsplit(urljoin(settings["site_url"] or "/", extra.get("root", ""))).path or "/",
        direction=extra.get("words", {}).get("direction", "ltr"),
        works_offline=extra.get("offline", True),
    )


def write_root(root: Path, overrides: Path, app: WebApp) -> None:
    """Write the root's files. With `works_offline` off, the worker is one that clears up after itself and goes."""
    source = SOURCES[0] if app.works_offline else SOURCES[1]
    shutil.copyfile(overrides / "assets/javascripts" / source, root / WORKER)
    shutil.copytree(overrides / ICONS, root / ICONS, dirs_exist_ok=True)
    text = json.dumps(manifest(app), indent=1, ensure_ascii=False)
    (root / MANIFEST).write_text(text + "\n", encoding="utf-8")


def clear_edition(edition: Path) -> None:
    """Take out the workers' sources, which come along with the theme's files: they work from the root alone."""
    for name in SOURCES:
        (edition / "assets/javascripts" / name).unlink(missing_ok=True)


def manifest(app: WebApp) -> Mapping[str, object]:
    """The web manifest. Addresses are from its own: it works under any folder of a host."""
    return {
        "id": app.path,
        "name": app.name,
        "short_name": app.short_name,
        "description": app.description,
        "lang": app.language,
        "dir": app.direction,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": ACCENT,
        "background_color": PAPER,
        "icons": list(_icons()),
    }


def _icons() -> Iterator[Mapping[str, str]]:
    for size in (192, 512):
        yield {"src": f"{ICONS}/mark-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any"}
    name = "mark-maskable-512.png"
    yield {"src": f"{ICONS}/{name}", "sizes": "512x512", "type": "image/png", "purpose": "maskable"}
    yield {"src": f"{ICONS}/mark.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
