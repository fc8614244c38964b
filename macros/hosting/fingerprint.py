"""Gives our scripts and styles an address that changes with what is in them: a page never meets another build's."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

# The theme's own have a hash in their names already (bundle.a5f9d56c.min.js): a name of ours has no further dot.
ASSET = r"assets/(?:javascripts|stylesheets)/[\w-]+\.(?:js|css)"
IN_PAGE = re.compile(rf'((?:src|href)="(?:[^"?#]*/)?{ASSET})"')
IN_SCRIPT = re.compile(r"""(["'](?:\./[\w-]+\.js|\.\./stylesheets/[\w-]+\.css))(["'])""")


def fingerprint_assets(edition: Path) -> None:
    """Write `?v=HASH` behind each such address. One hash speaks for all: together they are small, and go together."""
    ours = sorted(path for path in (edition / "assets").rglob("*") if _is_ours(path, edition))
    whole = hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in ours)).hexdigest()[:8]
    for page in edition.rglob("*.html"):
        _rewrite(page, IN_PAGE, rf'\1?v={whole}"')
    for script in ours:
        if script.suffix == ".js":
            _rewrite(script, IN_SCRIPT, rf"\1?v={whole}\2")


def _is_ours(path: Path, edition: Path) -> bool:
    return re.fullmatch(ASSET, path.relative_to(edition).as_posix()) is not None


def _rewrite(path: Path, written: re.Pattern[str], anew: str) -> None:
    text = path.read_bytes().decode()
    path.write_bytes(written.sub(anew, text).encode())
