"""How much room words take on a chart. The letters are the reader's own, so it guesses wide: nothing may stick out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Shares of the letters' size, at least as wide as DejaVu Sans and Verdana, the widest fonts a system is likely to use.
WIDTHS = {
    " ,.'\N{RIGHT SINGLE QUOTATION MARK}ijl|": 0.37,
    '!"()-/:;[]fIJrst“”': 0.53,
    "wM": 0.87,
    "m@—W": 1.0,
    "%": 1.08,
}
CAPITAL, OTHER, FULL = 0.8, 0.65, 1.05
WIDTH_OF = {letter: width for letters, width in WIDTHS.items() for letter in letters}
BOLD = 1.12


@dataclass(frozen=True)
class Lettering:
    """Letters of one size, set in lines that stand so far apart and are at most so wide."""

    size: float
    line: float
    width: float
    bold: bool = False

    def measure(self, text: str) -> float:
        """How wide a line may be."""
        return self.size * (BOLD if self.bold else 1) * sum(map(width_of, text))

    def wrap(self, text: str) -> list[str]:
        """Text as lines that fit; a word too long for any line is cut."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.measure(longer) <= self.width:
                lines[-1] = longer
            else:
                lines += self.cut(word)
        return [line for line in lines if line]

    def cut(self, word: str) -> list[str]:
        """A word in pieces, none wider than a line."""
        pieces = [""]
        for letter in word:
            if self.measure(pieces[-1] + letter) > self.width:
                pieces.append("")
            pieces[-1] += letter
        return pieces


def width_of(letter: str) -> float:
    """The room of one letter, as a share of the letters' size."""
    if unicodedata.east_asian_width(letter) in "WF":
        return FULL
    if unicodedata.combining(letter):
        return 0
    return WIDTH_OF.get(letter, CAPITAL if letter.isupper() or not letter.isascii() else OTHER)


def widest(lines: Sequence[str], lettering: Lettering) -> float:
    """The room that some lines take side to side."""
    return max(map(lettering.measure, lines), default=0)
