"""Reads a built page as a browser does: its elements, and what stands inline in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

INLINE = ("script", "style")
# A script of any other type is a block of data: the browser never runs it, and no policy asks for its hash.
RUNS = {
    *("", "module", "importmap", "speculationrules"),
    *("text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript"),
    *("application/x-javascript", "application/x-ecmascript", "text/x-javascript", "text/x-ecmascript"),
    *("text/jscript", "text/livescript"),
}


@dataclass(frozen=True)
class Element:
    """A start tag: its attributes unescaped, how it was written, and the text of a script or style."""

    name: str
    attributes: Mapping[str, str]
    written: str
    line: int
    column: int
    text: str = ""

    @property
    def is_inline(self) -> bool:
        """Whether this is a style, or a script that runs and stands in the page itself."""
        return self.name == "style" or (self.name == "script" and "src" not in self.attributes and self.runs)

    @property
    def runs(self) -> bool:
        """Whether a browser would run this script. One with a bare `type` or with an old `language` is run."""
        kind = self.attributes.get("type", "").strip().lower()
        return kind in RUNS or kind.startswith("text/javascript1.")


def read_page(text: str) -> list[Element]:
    """Every element of a page, in order."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    reader.end()
    return reader.elements


@dataclass
class Open:
    """A script or a style whose end has not come yet."""

    element: Element
    texts: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Gathers elements; the text of scripts and styles stays as it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: Open | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Of an attribute that stands twice, browsers take the first."""
        self.end()
        line, column = self.getpos()
        attributes = {name: value or "" for name, value in reversed(attrs)}
        element = Element(tag, attributes, self.get_starttag_text() or "", line, column + 1)
        if tag in INLINE:
            self.open = Open(element)
        else:
            self.elements.append(element)

    def handle_data(self, data: str) -> None:
        """Only what stands in a script or a style matters."""
        if self.open:
            self.open.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        """The end of a script or a style."""
        if tag in INLINE:
            self.end()

    def end(self) -> None:
        """Keep the script or style that was open, with its text."""
        if self.open:
            one = self.open.element
            text = "".join(self.open.texts)
            self.elements.append(Element(one.name, one.attributes, one.written, one.line, one.column, text))
            self.open = None
