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
    listed = (top / number / MAP).read_text(encoding="utf-8")
    listed = re.sub(rf"(<loc>[^<]*?)/{re.escape(number)}/", rf"\1/{folder}/", listed)
    (top / MAP).write_text(listed, encoding="utf-8", newline="\n")
    write_headers(top)


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
