"""The kitchen sink, compiled, and the words of the site: what every test of this room needs."""

from __future__ import annotations

from html.parser import HTMLParser
from types import ModuleType
from typing import cast

from macros.browser.html_parts import Setting
from macros.browser.machine import CompiledTree
from macros.trees.compiler import load_compiled
from macros.words import read_words
from tests.trees.workshop import PARAMETERS, ROOT, kitchen_sink

SOURCES = kitchen_sink().sources
SINK = load_compiled(SOURCES["kitchen-sink"], "kitchen-sink")
WORDS, _ = read_words(ROOT, {**PARAMETERS, "safeguarding_lead": "", "emergency_note": "call 999"})
SETTING = Setting(WORDS, "../../")


def fresh(name: str = "kitchen-sink") -> CompiledTree:
    """A copy of a compiled tree that a test may change."""
    return load_compiled(SOURCES[name], name)


def module(name: str) -> ModuleType:
    """The same as the module it is."""
    return cast("ModuleType", fresh(name))


class Drawn(HTMLParser):
    """HTML, read back: its elements in order with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == [], html

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append((tag, dict(attrs)))
        if tag != "input":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is closed at once."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """An element ends: the last that began."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text."""
        self.texts.append(data)

    @property
    def text(self) -> str:
        """All that can be read, in one line."""
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind; ``class_="dt-why"`` asks for one of its classes."""
        class_ = wanted.pop("class_", "")
        wanted = {name.replace("_", "-"): value for name, value in wanted.items()}
        return [
            attrs
            for found, attrs in self.elements
            if found == tag
            and (not class_ or class_ in (attrs.get("class") or "").split())
            and all(attrs.get(name) == value for name, value in wanted.items())
        ]
