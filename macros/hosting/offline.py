"""Writes what an edition's readers may keep for reading offline: offline.json, a list of addresses and hashes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

LIST = "offline.json"
LOADS = re.compile(r'<(?:link|script|img|source)\b[^>]*?\s(?:src|href)="([^"]+)"')
IMPORTS = re.compile(r"""["']((?:\./[\w.-]+\.m?js|\.\./stylesheets/[\w-]+\.css)(?:\?[^"']*)?)["']""")
# What the theme's scripts and ours ask for by names of their own.
BY_NAME = ("sitemap.xml", "find.json")
# Of the files at the root, shared by all editions, those that tell a page how its edition stands today. They change.
SHARED = ("notices.js", "editions.js", "versions.json")
HERE = "https://edition.invalid/"  # stands for the edition while addresses are worked out


def write_list(edition: Path, root: Path, runtime: Sequence[str]) -> None:
    """Write the list beside the edition's pages, from what they are when nothing will change them any more.

    {"files": {"ask/friend-request/": "1f0c…", …}, "runtime": ["runtime/77ab…/engine.zip", …], "shared": […]}:
    a file's address is from the edition's own folder, that of a runtime file or a shared one from the site's root.
    `runtime` names the folders under `root` that the edition's Python comes from; their files are kept only where
    Python has run.
    """
    files = {address: _hash(_file(edition, address)) for address in kept_addresses(edition)}
    python = [path.relative_to(root).as_posix() for folder in runtime for path in sorted((root / folder).iterdir())]
    text = json.dumps(
        {"files": files, "runtime": python, "shared": [] if edition == root else SHARED}, indent=0, sort_keys=True
    )
    (edition / LIST).write_text(text + "\n", encoding="utf-8")


def kept_addresses(edition: Path) -> list[str]:
    """Every page, and every file that one of them loads, as a link would name it."""
    pages = {quote(path.relative_to(edition).as_posix()) for path in edition.rglob("*.html")}
    found = {re.sub(r"(^|/)index\.html$", r"\1", page) for page in pages}
    new = {address for page in pages for address in _loaded_by(edition, page)}
    new |= {name for name in BY_NAME if (edition / name).is_file()}
    while new:  # a script may import others
        found |= new
        new = {more for address in new for more in _imported_by(edition, address)} - found
    return sorted(found)


def _loaded_by(edition: Path, page: str) -> Iterator[str]:
    text = _file(edition, page).read_text(encoding="utf-8")
    # Of an error page, served under any address, the addresses are from the host's root: another page loads the same.
    for written in LOADS.findall(text):
        yield from _here(edition, urljoin(HERE + page, written))


def _imported_by(edition: Path, address: str) -> Iterator[str]:
    if urlsplit(address).path.endswith(".js"):
        for written in IMPORTS.findall(_file(edition, address).read_text(encoding="utf-8")):
            yield from _here(edition, urljoin(HERE + address, written))


def _here(edition: Path, url: str) -> Iterator[str]:
    """The address from the edition's folder, if it is that of a file in it and of no page."""
    address = urldefrag(url).url.removeprefix(HERE)
    if "://" not in address and not address.endswith((".html", "/")) and _file(edition, address).is_file():
        yield address


def _file(edition: Path, address: str) -> Path:
    path = edition / unquote(urlsplit(address).path)
    return path / "index.html" if not address or address.endswith("/") else path


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
