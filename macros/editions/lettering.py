"""Sets the lines of a report: for a terminal, or as Markdown for a page or a pull request."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.browser.compare.words import Piece

WIDTH, CONTEXT = 100, 7  # letters of a line; words that are kept on each side of a change
MARKS = re.compile(r"([\\`*_{}\[\]<>|~])")
CALLS = re.compile(r"([@#])(?=\w)")  # On a pull request these call somebody, or lead to another one.
TITLE, SECTION, ITEM = 0, 1, 2
BULLETS = {ITEM: "- ", 3: "  - ", 4: "    - ", 5: "      - "}
HEADINGS = {TITLE: "# ", SECTION: "## "}


@dataclass(frozen=True)
class Line:
    """One line of a report. The level is that of a title, a section, an item, or a detail of one."""

    level: int
    pieces: tuple[Piece, ...]


def line(level: int, text: str | Iterable[Piece], before: str = "") -> Line:
    """A line of plain words, or of words that show what changed in them."""
    pieces = (Piece("same", text),) if isinstance(text, str) else tuple(shorten(text))
    return Line(level, (Piece("same", before), *pieces) if before else pieces)


def shorten(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The words around each change, without the long stretches between."""
    rest = list(pieces)
    for at, piece in enumerate(rest):
        words = piece.text.split()
        is_first, is_last = at == 0, at == len(rest) - 1
        if piece.kind != "same" or len(words) <= 2 * CONTEXT:
            yield piece
            continue
        start = "" if is_first else " ".join(words[:CONTEXT]) + " "
        end = "" if is_last else " " + " ".join(words[-CONTEXT:]) + " "
        yield Piece("same", f"{start}…{end}")


def in_terminal(lines: Iterable[Line]) -> Iterator[str]:
    """Each line as a terminal shows it: what is gone in [- -], what is new in {+ +}."""
    for each in lines:
        text = "".join(in_brackets(piece) for piece in each.pieces)
        if each.level == SECTION:
            yield ""
        indent = "  " * max(0, each.level - 1)
        yield textwrap.fill(
            text, WIDTH, initial_indent=indent, subsequent_indent=indent + "    ", break_on_hyphens=False
        )


def in_brackets(piece: Piece) -> str:
    """Words as they are, gone, or new."""
    text, space = piece.text.strip(), " " * piece.text[-1:].isspace()
    if piece.kind == "same" or not text:
        return piece.text
    return (f"[-{text}-]" if piece.kind == "gone" else f"{{+{text}+}}") + space


def in_markdown(lines: Iterable[Line]) -> Iterator[str]:
    """Each line as Markdown: what is gone struck out, what is new in bold."""
    before = None
    for each in lines:
        text = " ".join("".join(marked(piece) for piece in each.pieces).split())
        if each.level <= SECTION or (before is not None and before <= SECTION):
            yield from [""] if before is not None else []
        yield HEADINGS.get(each.level, BULLETS.get(each.level, "")) + text
        before = each.level


def marked(piece: Piece) -> str:
    """Words as they are, gone, or new; every mark in them is shown as it is."""
    text, space = shown(piece.text.strip()), " " * piece.text[-1:].isspace()
    if piece.kind == "same" or not text:
        return shown(piece.text)
    return (f"~~{text}~~" if piece.kind == "gone" else f"**{text}**") + space


def shown(text: str) -> str:
    """Text in which no mark is a mark, and nobody is called."""
    return CALLS.sub("\\1\u2060", MARKS.sub(r"\\\1", text))
