"""Takes English apart, just far enough: sentences, words, and whether a question wants yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.trees.model import Text

# A point inside "5.2" or after "e.g" ends nothing; an empty line and a colon do.
END = re.compile(r"(?<=[.!?:;])[\"')]*\s+|\n+")
WORD = re.compile(r"[^\W\d_][\w'-]*|\d[\d.]*")

STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")  # letter for letter, so that places stay


@dataclass(frozen=True)
class Sentence:
    """A sentence, and how many letters of the whole text stand before it."""

    text: str
    start: int

    @property
    def is_question(self) -> bool:
        """Whether it asks."""
        return self.text.rstrip("\"') ").endswith("?")


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text. Parts beside a colon or a semicolon are sentences too: readers may rest there."""
    return tuple(sentence for sentence in split(text) if WORD.search(sentence.text))


def split(text: str) -> Iterator[Sentence]:
    """What stands between the ends."""
    start = 0
    for end in END.finditer(text):
        yield Sentence(text[start : end.start()], start)
        start = end.end()
    yield Sentence(text[start:], start)


def straight(text: str) -> str:
    """The same with straight quotes."""
    return text.translate(STRAIGHT)


def words(text: str) -> list[str]:
    """The words and numbers of a text."""
    return WORD.findall(text)


def wants_yes_or_no(options: Mapping[str, Text]) -> bool:
    """Whether there are options that begin with yes and with no."""
    first = {found[0].lower() for option in options.values() if (found := words(option.text))}
    return {"yes", "no"} <= first
