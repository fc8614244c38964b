"""Writes pages that only lead on: an address without an edition goes to the newest page of that name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from macros.hosting.content_policy import Hashes, policy_for
from macros.hosting.web_app import MANIFEST

# A refresh would forget which clause the address names, so the script goes first; without scripts the refresh does it.
PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{name}</title>
<link rel="canonical" href="{to}">
<link rel="icon" href="{root}assets/icons/mark.svg" type="image/svg+xml">
<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>
<script src="{root}moved.js" data-to="{to}"></script>
</head>
<body>
<p>{moved} <a href="{to}">{link}</a></p>
</body>
</html>
"""
NOT_LED_TO = ("404.html", "503.html")


def write_redirects(root: Path, editions: Iterable[str], words: Mapping[str, str]) -> None:
    """A page at the root for each page of these editions, the best first: it leads to the first that has it."""
    app = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    policy = policy_for(Hashes())  # Nothing stands inline.
    for page, edition in led_to(root, editions):
        up = "../" * page.count("/")
        values = {
            "language": app["lang"],
            "direction": app["dir"],
            "name": app["name"],
            "policy": policy,
            "to": f"{up}{edition}/{page.removesuffix('index.html')}",
            "root": up,
            "moved": words["moved.text"],
            "link": words["moved.link"],
        }
        (root / page).parent.mkdir(parents=True, exist_ok=True)
        # A single quote ends nothing here, and a policy is full of them.
        text = PAGE.format_map(
            {key: escape(value, quote=False).replace('"', "&quot;") for key, value in values.items()}
        )
        (root / page).write_text(text, encoding="utf-8", newline="\n")


def led_to(root: Path, editions: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each page, with the edition to lead to. Where an edition itself stands, nothing is put."""
    folders = list(editions)
    seen: set[str] = set()
    for edition in folders:
        for path in sorted((root / edition).rglob("*.html")):
            page = path.relative_to(root / edition).as_posix()
            if page not in seen and page not in NOT_LED_TO and page.split("/")[0] not in folders:
                seen.add(page)
                yield page, edition
