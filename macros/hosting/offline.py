"""Writes what an edition's readers may keep for reading offline: offline.json, a list of addresses and hashes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

LIST = "offline.json"
LOADS = re.compile(r'<(?:link|script|img|source)\b[^>]*?\s(?:src|href)="([^"]+)"')
SEARCH = re.compile(r'"search": "([^"]+)"')
IMPORTS = re.compile(r"""["'](\./[\w.-]+\.m?js(?:\?[^"']*)?|\.\./stylesheets/[\w-]+\.css(?:\?[^"']*)?)["']""")
# What the theme's scripts ask for by names of their own.
BY_NAME = ("sitemap.xml", "search/search_index.json")
LUNR = "assets/javascripts/lunr"
HERE = "https://edition.invalid/"  # stands for the edition while addresses are worked out


def write_list(edition: Path, root: Path, runtime: Sequence[str]) -> None:
    """Write the list beside the edition's pages, from what they are when nothing will change them any more.

    {"files": {"ask/friend-request/": "1f0c…", …}, "runtime": ["runtime/77ab…/engine.zip", …]}: a file's address is
    from the edition's own folder, a runtime file's from the site's root. `runtime` names the folders under `root` that
    the edition's Python comes from; their files are kept only where Python has run.
    """
    files = {address: _hash(_file(edition, address)) for address in kept_addresses(edition)}
    python = [path.relative_to(root).as_posix() for folder in runtime for path in sorted((root / folder).iterdir())]
    text = json.dumps({"files": files, "runtime": python}, indent=0, sort_keys=True)
    (edition / LIST).write_text(text + "\n", encoding="utf-8")


def kept_addresses(edition: Path) -> list[str]:
    """Every page, and every file that one of them loads, as a link would name it."""
    pages = {quote(path.relative_to(edition).as_posix()) for path in edition.rglob("*.html")}
    found = {re.sub(r"(^|/)index\.html$", r"\1", page) for page in pages}
    new = {address for page in pages for address in _loaded_by(edition, page)}
    new |= {name for name in (*BY_NAME, *_languages(edition)) if (edition / name).is_file()}
    while new:  # a script may import others
        found |= new
        new = {more for address in new for more in _imported_by(edition, address)} - found
    return sorted(found)


def _loaded_by(edition: Path, page: str) -> Iterator[str]:
    text = _file(edition, page).read_text(encoding="utf-8")
    # Of an error page, served under any address, the addresses are from the host's root: another page loads the same.
    for written in {*LOADS.findall(text), *SEARCH.findall(text)}:
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


def _languages(edition: Path) -> Iterable[str]:
    """What the theme's search loads for languages other than English, as its worker does."""
    index = edition / "search/search_index.json"
    languages = json.loads(index.read_text(encoding="utf-8"))["config"]["lang"] if index.is_file() else []
    foreign = [language for language in languages if language != "en"]
    several = ["multi"] if len(languages) > 1 else []
    more = {"ja": ["tinyseg.js", "wordcut.js"], "hi": ["wordcut.js"], "th": ["wordcut.js"]}
    names = [name for language in foreign for name in (*more.get(language, ()), f"min/lunr.{language}.min.js")]
    names += [f"min/lunr.{name}.min.js" for name in (*several, *(["stemmer.support"] if foreign or several else []))]
    return [f"{LUNR}/{name}" for name in names]


def _file(edition: Path, address: str) -> Path:
    path = edition / unquote(urlsplit(address).path)
    return path / "index.html" if not address or address.endswith("/") else path


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
