"""Makes a built page one that can be printed from a file: no scripts, and links that lead out of the PDF rightly."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from macros.addresses import is_public

SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')  # Of a file it lets nothing through.
LINK = re.compile(r"<link\b[^>]*>")
HREF = re.compile(r'\s?\bhref="([^"]*)"')
ANCHOR = re.compile(r"<a\b[^>]*>")


def standing_alone(page: Path, address: str) -> str:
    """The page as one file. ``address`` is where readers find it; one on this machine leads no reader anywhere."""
    text = SCRIPT.sub("", POLICY.sub("", page.read_text(encoding="utf-8")))
    text = LINK.sub(lambda link: style_of(link[0], page.parent), text)
    known = address if is_public(address) else ""
    return ANCHOR.sub(lambda link: HREF.sub(lambda to: leads(html.unescape(to[1]), known), link[0]), text)


def style_of(link: str, folder: Path) -> str:
    """A stylesheet by the address of its file; no other link is needed on paper."""
    to = HREF.search(link)
    if 'rel="stylesheet"' not in link or not to:
        return ""
    path = (folder / unquote(urlsplit(html.unescape(to[1])).path)).resolve()
    return f'<link rel="stylesheet" href="{html.escape(path.as_uri())}">'


def leads(to: str, address: str) -> str:
    """A link within the page stays; any other becomes a whole address, or no link where nobody knows the site's."""
    if to.startswith("#"):
        return f' href="{html.escape(to)}"'
    whole = urljoin(address, to)
    return f' href="{html.escape(whole)}"' if urlsplit(whole).scheme else ""
