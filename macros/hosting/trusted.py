"""Tells the theme's own inline scripts from all others: a template of the theme holds them, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.hosting.markup import Element, read_page

FILLED_IN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# What a template may fill in: an address or a name. No sign that could end a text, or call anything.
VALUE = r"[\w./:-]*"


class Trusted:
    """The scripts and styles of some folders of templates: ``element in trusted``."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.patterns = [
            (element.name, pattern(element.text))
            for folder in folders
            for template in templates(folder)
            for element in read_page(template.read_text(encoding="utf-8"))
            if element.is_inline
        ]

    def __contains__(self, element: object) -> bool:
        return isinstance(element, Element) and any(
            name == element.name and form.fullmatch(element.text) for name, form in self.patterns
        )


def templates(folder: Path) -> Iterator[Path]:
    """The templates of a theme; its thousands of icons stand in a hidden folder beside them."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.name.startswith("."):
            yield from sorted(path.rglob("*.html"))
        elif path.suffix == ".html":
            yield path


def pattern(text: str) -> re.Pattern[str]:
    """A script as a template has it, ready to be met again in a page: its words are held to, its gaps take a value."""
    gaps = ["" if gap.startswith(("{%", "{#")) else VALUE for gap in FILLED_IN.findall(text)]
    words = [re.escape(part) for part in FILLED_IN.split(text)]
    return re.compile("".join(part + gap for part, gap in zip(words, [*gaps, ""], strict=True)))
