"""A piece of one line that remembers where it stands, so that a fault can point at the very word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.problems import Place


@dataclass(frozen=True)
class Piece:
    """Some text and the place of its first character; every part cut from it keeps its own place."""

    text: str
    place: Place

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int, stop: int | None = None) -> Piece:
        """The part between two positions, counted from 0: ``Piece("worker: must", ...).cut(8)``."""
        column = self.place.column + start
        return Piece(self.text[start:stop], Place(self.place.path, self.place.line, column))

    def strip(self) -> Piece:
        """Without the spaces around it."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def split(self, mark: str) -> Iterator[Piece]:
        """The parts between marks (a regular expression), each without the spaces around it."""
        start = 0
        for found in re.finditer(mark, self.text):
            yield self.cut(start, found.start()).strip()
            start = found.end()
        yield self.cut(start).strip()

    def group(self, found: re.Match[str], name: str) -> Piece:
        """What a search in this text found under a name."""
        return self.cut(found.start(name), found.end(name))
