"""Writes at the foot of every printed sheet which edition it is: a style sheet cannot read that from a page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

STYLE = "assets/stylesheets/print.css"
PLACE = '"which edition"'  # what the style sheet has where the words go


def write_foot(site: Path, told: Iterable[str]) -> None:
    """Put these words into the built style for print, with a dot between them."""
    path = site / STYLE
    style = path.read_text(encoding="utf-8")
    if PLACE not in style:
        raise ValueError(f"{path}: it has no place for the foot of a sheet, {PLACE}.")
    path.write_text(style.replace(PLACE, quoted(" · ".join(filter(None, told)))), encoding="utf-8")


def quoted(words: str) -> str:
    """Words as text in a style sheet: nothing in them ends it."""
    safe = "".join(sign if sign not in '"\\<>&' and sign.isprintable() else f"\\{ord(sign):x} " for sign in words)
    return f'"{safe}"'
