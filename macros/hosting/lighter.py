"""Sends readers our scripts and styles without comments and indentation, and the styles as one file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

ASSETS = "assets"
# A comment on lines of its own. What stands in code may be anything.
BLOCK = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*$", re.MULTILINE)
LINE = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
# And a comment behind code, if no quotation mark follows: no text of ours goes over lines, so it stands in none.
BEHIND = re.compile(r"[ \t]+// [^\"'`\n]*$", re.MULTILINE)
CAST = re.compile(r"/\*\* @type [^*\n]*\*/ ?")  # names a type in the midst of code; no text of ours looks like one
# Room that a style has for its writer, and the semicolon behind a last declaration. A space before a colon is left:
# there it parts an element from what is in it.
ROOM = re.compile(r"[\s;]*([{}>~])\s*|([;,])\s+|(:) +")
QUOTED = re.compile(r'("[^"]*")')
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def lighten(site: Path, ours: Path) -> None:
    """Write anew, in the built site, each script and style that comes from the folder ``ours``."""
    for path in (*sorted(ours.glob("*.js")), *scripts_and_styles(ours / ASSETS)):
        built = site / path.relative_to(ours)
        if built.is_file():
            text = built.read_text(encoding="utf-8")
            built.write_text(without_comments(text, is_script=path.suffix == ".js"), encoding="utf-8")


def join_styles(site: Path, styles: Sequence[str]) -> None:
    """Put all our styles into the first of their files: one request, and they compress better together."""
    first, *others = styles
    whole = tight("".join((site / style).read_text(encoding="utf-8") for style in styles))
    (site / first).write_text(whole, encoding="utf-8")
    link = '<link rel="stylesheet" href="{}{}">'
    links = [
        link.format('(?P<base>[^"]*)', re.escape(first)),
        *(link.format("(?P=base)", re.escape(one)) for one in others),
    ]
    block = re.compile(r"\s*".join(links))
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(block.sub(lambda found: link.format(found["base"], first), text), encoding="utf-8")
        if any(other in page.read_text(encoding="utf-8") for other in others):
            raise ValueError(f"{page}: its styles do not stand together, as extra_css lists them.")
    for other in others:
        (site / other).unlink()


def scripts_and_styles(folder: Path) -> Iterable[Path]:
    """Every file in it that is one or the other."""
    return (path for path in sorted(folder.rglob("*")) if path.suffix in {".js", ".css"})


def without_comments(text: str, *, is_script: bool) -> str:
    """``/** Says why. */`` on a line of its own leaves an empty line, and so does each line of a longer comment."""
    text = BLOCK.sub(lambda found: "\n" * found[0].count("\n"), text)
    if is_script:
        text = CAST.sub("", BEHIND.sub("", LINE.sub("", text)))
    return INDENT.sub("", text)


def tight(style: str) -> str:
    """``.a { b: c, d; }`` without the room that only its writer needs; what stands in quotation marks is left."""
    parts = QUOTED.split(style)
    return "".join(part if part.startswith('"') else ROOM.sub(r"\1\2\3", part) for part in parts)
