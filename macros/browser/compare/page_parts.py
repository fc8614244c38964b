"""What every part of a comparison's page is drawn with: the words, the two editions' addresses, and marked words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..html_parts import element, escape
from .words import Piece

Json = Mapping[str, Any]
DRAFT = "draft"


@dataclass(frozen=True)
class Block:
    """One change as HTML: its heading, and what stands below it."""

    heading: str
    body: str


@dataclass(frozen=True)
class Frame:
    """The words of the site, and where each edition stands, from this page; None where it cannot be linked to."""

    words: Mapping[str, str]
    old: str | None = None
    new: str | None = None

    def say(self, key: str, **values: str) -> str:
        """Words of the site, filled in."""
        return self.words[key].format(**values)

    def fill(self, key: str, **values: str) -> str:
        """Words of the site as HTML, filled in with HTML."""
        return escape(self.words[key]).format(**values)

    def edition(self, number: str) -> str:
        """An edition as HTML. Its number is not broken at the end of a line."""
        name = element("span", escape(number), class_="edition")
        return escape(self.words["compare.draft"]) if number == DRAFT else self.fill("compare.edition", number=name)

    def called(self, number: str) -> str:
        """An edition as a reader would call it."""
        return self.words["compare.draft"] if number == DRAFT else self.say("compare.edition", number=number)

    def clause(self, clause: Json, base: str | None, words: str) -> str:
        """A clause, as a link into its edition."""
        address = f"{base}{clause['page']}#{clause['id']}"
        return escape(words) if base is None else element("a", escape(words), href=address)

    def pieces(self, pieces: Iterable[Piece]) -> str:
        """Words with what came and what went marked, for the eye and for the ear."""
        return "".join(self.piece(piece) for piece in pieces)

    def piece(self, piece: Piece) -> str:
        """Some words. What a screen reader may pass over in silence is told in words."""
        if piece.kind == "same" or not piece.text.strip():
            return in_paragraphs(piece.text)
        text = piece.text.strip()
        marked = self.marked("ins" if piece.kind == "new" else "del", in_paragraphs(text))
        return f"{' ' * piece.text[0].isspace()}{marked}{' ' * piece.text[-1].isspace()}"

    def marked(self, tag: str, inside: str) -> str:
        """HTML as what came or what went: ``ins`` or ``del``."""
        begin, end = self.spoken(f"{self.words[f'compare.{tag}']} "), self.spoken(f" {self.words['compare.end']}")
        return element(tag, f"{begin}{inside}{end}")

    def spoken(self, words: str) -> str:
        """Words that only the ear needs."""
        return element("span", escape(words), class_="spoken")

    def old_and_new(self, old: str, new: str) -> str:
        """What stood there, and what stands there now."""
        pieces = [Piece("gone", old), Piece("same", " "), Piece("new", new)]
        return self.pieces(piece for piece in pieces if piece.text)


def in_paragraphs(text: str) -> str:
    """Text in which a mark may reach from one paragraph into the next, so that these are no elements of their own."""
    return escape(text).replace("\n\n", "<br><br>")
