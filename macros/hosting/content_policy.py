"""Writes into every built page what may load and run there: files of this site, and the theme's own scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from macros.hosting.markup import Element, read_page
from macros.hosting.places import problem
from macros.hosting.refused import is_charset, refusals
from macros.hosting.trusted import Trusted
from macros.problems import Problem

LINE_END = re.compile(r"\r\n|\r|\n")
WRITTEN = re.compile(r'\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@dataclass(frozen=True)
class Hashes:
    """What may stand inline: the hashes of scripts and of styles, sorted."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


def secure(site: Path, templates: Iterable[Path], root: Path) -> tuple[Problem, ...]:
    """Give every page below `site` the same policy, or say what stands in the way; then no page is changed.

    `templates` are the folders of the theme, whose inline scripts alone are trusted. `root` is the project,
    where the writer can mend what is told.
    """
    trusted = Trusted(templates)
    # Read as text, every line ends in "\n": so a browser takes it before it hashes a script.
    pages = {path: read_page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    told = {problem(root, site, path, one) for path, page in pages.items() for one in refusals(page, trusted)}
    if not told:
        policy = policy_for(hashes_of(pages.values()))
        for path, page in pages.items():
            write_meta(path, page, policy)
    return tuple(sorted(told))


def policy_for(hashes: Hashes, *more: str) -> str:
    """The policy of every page. `more` are directives that only a header can give."""
    directives = (
        "default-src 'self'",
        " ".join(("script-src 'self' 'wasm-unsafe-eval'", *hashes.scripts)),
        " ".join(("style-src 'self'", *hashes.styles)),
        "img-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        *more,
    )
    return "; ".join(directives)


def hashes_of(pages: Iterable[list[Element]]) -> Hashes:
    """Of all pages together: the theme goes from page to page under the policy of the first."""
    inline = {element for page in pages for element in map(freeze, page) if element}
    return Hashes(
        *(tuple(sorted(hash_of(text) for name, text in inline if name == kind)) for kind in ("script", "style"))
    )


def freeze(element: Element) -> tuple[str, str] | None:
    """An inline element as a value, for a set."""
    return (element.name, element.text) if element.is_inline else None


def hash_of(text: str) -> str:
    """As a policy names a script: 'sha256-…'."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def write_meta(path: Path, page: list[Element], policy: str) -> None:
    """Right behind the charset, before anything loads. One that an earlier run wrote is written anew."""
    text = WRITTEN.sub("", path.read_bytes().decode())
    at = end_of(next(filter(is_charset, page)), text)
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'
    path.write_bytes((text[:at] + meta + text[at:]).encode())


def end_of(element: Element, text: str) -> int:
    """How far into a text a start tag ends."""
    lines = [0, *(end.end() for end in LINE_END.finditer(text))]
    return lines[element.line - 1] + element.column - 1 + len(element.written)


def written_hashes(site: Path) -> Hashes:
    """What the policies in all pages below a folder allow, however old an edition is."""
    found = [WRITTEN.search(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))]
    policies = [match[1] for match in found if match]
    return Hashes(*(named_in(policies, directive) for directive in ("script-src", "style-src")))


def named_in(policies: Iterable[str], directive: str) -> tuple[str, ...]:
    """The hashes that a directive lists."""
    lists = [part.split() for policy in policies for part in policy.split(";")]
    named = {word for words in lists if words[0] == directive for word in words if word.startswith("'sha256-")}
    return tuple(sorted(named))
