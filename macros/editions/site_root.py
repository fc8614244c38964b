"""Writes what stands beside the editions at the root of the published site, anew with each release.

What an edition is made of is never touched. Of the runtimes none is ever removed: some edition needs it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.editions.manifest import VERSIONS
from macros.hosting.headers import write_headers
from macros.hosting.redirects import write_redirects

CURRENT = "current"
MISSING, MAP = "404.html", "sitemap.xml"
HIDDEN = '<meta name="robots" content="noindex">'


def write_site_root(top: Path, made: Path, words: Mapping[str, str]) -> None:
    """In a folder that holds the whole branch: what the newest build made for the root, and what tells of all editions.

    ``made`` is empty where nothing was built, since only another edition became the current one.
    """
    shutil.copytree(made, top, dirs_exist_ok=True)
    versions = json.loads((top / VERSIONS).read_text(encoding="utf-8"))
    number, folder = current(versions)
    # Its addresses are from the host's root, so it is whole wherever it is shown.
    shutil.copyfile(top / number / MISSING, top / MISSING)
    others = sorted((one["version"] for one in versions), reverse=True)
    write_redirects(top, dict.fromkeys((folder, number, *others)), words)
    write_map(top, number, folder)
    write_headers(top)


def write_map(top: Path, number: str, folder: str) -> None:
    """The map of the site for search engines: of one edition, below the folder that readers are led to.

    The edition's own map lists every page, since the theme goes by it. Here those that ask not to be found stay out.
    """

    def entry(found: re.Match[str]) -> str:
        page = top / number / found["page"] / "index.html"
        is_hidden = page.is_file() and HIDDEN in page.read_text(encoding="utf-8")
        return "" if is_hidden else found[0].replace(f"/{number}/", f"/{folder}/", 1)

    listed = (top / number / MAP).read_text(encoding="utf-8")
    entries = rf"\s*<url>\s*<loc>[^<]*?/{re.escape(number)}/(?P<page>[^<]*)</loc>.*?</url>"
    listed = re.sub(entries, entry, listed, flags=re.DOTALL)
    (top / MAP).write_text(listed, encoding="utf-8", newline="\n")


def current(versions: list[dict[str, Any]]) -> tuple[str, str]:
    """The number of the current edition, and the folder that readers are led to; without the alias the newest."""
    for one in versions:
        if CURRENT in one["aliases"]:
            return one["version"], CURRENT
    newest = max(one["version"] for one in versions)
    return newest, newest


def files_of_root(top: Path) -> Iterator[tuple[str, bytes]]:
    """Every file outside the editions, by its path."""
    versions = json.loads((top / VERSIONS).read_text(encoding="utf-8"))
    editions = {name for one in versions for name in (one["version"], *one["aliases"])}
    for path in sorted(path for path in top.rglob("*") if path.is_file()):
        name = path.relative_to(top).as_posix()
        if name.split("/")[0] not in editions:
            yield name, path.read_bytes()
