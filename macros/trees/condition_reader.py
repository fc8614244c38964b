"""Reads the tiny language of ``when`` and ``given``: ``young = yes and account in (work, personal)``.

Grammar     either := both ("or" both)*      both := plain ("and" plain)*
            plain  := "not" plain | "(" either ")" | fact sign value | fact ["not"] "in" "(" value ("," value)* ")"
            sign   := = != < <= > >=
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import cast

from macros.problems import Place
from macros.trees.conditions import Both, Compare, Condition, Either, Not, Sign
from macros.trees.fields import Fields
from macros.trees.model import Text

TOKEN = re.compile(r"!=|<=|>=|[=<>(),]|[A-Za-z0-9][A-Za-z0-9.-]*|\S")
SIGNS = ("=", "!=", "<", "<=", ">", ">=")
RESERVED = ("and", "or", "not", "in")
DEEPEST = 20  # brackets in brackets: nobody can read more

# One word, sign or bracket, and where it begins, counted from 0.
Word = tuple[str, int]


class NotUnderstood(ValueError):  # noqa: N818 - it reads better than an Error where it is caught
    """A condition that does not follow the grammar; ``column`` counts from 0 within the text."""

    def __init__(self, what: str, column: int) -> None:
        super().__init__(what)
        self.column = column


def read_when(fields: Fields, text: Text) -> Condition:
    """A condition in the tiny language, or a fault that points into it and a condition that is always so."""
    try:
        return read_condition(text.text, text.at)
    except NotUnderstood as error:
        fix = "Write conditions such as: young = yes and account in (work, personal)."
        if text.text.count("(") > text.text.count(")") and not error.column < len(text.text):
            fix = "Close the bracket. Inside { } a comma ends a text: put the whole condition in quotes."
        what = f'I do not understand "{" ".join(text.text.split())}": {error}'
        fields.fault(text.at(error.column), "unknown-condition", what, fix)
        return Both(())


def read_condition(text: str, at: Callable[[int], Place]) -> Condition:
    """The condition a writer wrote. Raises NotUnderstood with what was found and where."""
    words = Words(text, at)
    condition = read_either(words, 0)
    if words.here:
        words.refuse('"and", "or", or the end')
    return condition


class Words:
    """The words of a condition, taken one after another. ``at`` gives the place of a column in the file."""

    def __init__(self, text: str, at: Callable[[int], Place]) -> None:
        self.left: list[Word] = [(match[0], match.start()) for match in TOKEN.finditer(text)][::-1]
        self.at, self.end = at, len(text)

    @property
    def here(self) -> str:
        """The word that comes next, or nothing at the end."""
        return self.left[-1][0] if self.left else ""

    @property
    def column(self) -> int:
        """Where the next word begins."""
        return self.left[-1][1] if self.left else self.end

    def take(self) -> Word:
        """The next word, which is there."""
        return self.left.pop()

    def expect(self, expected: str) -> None:
        """Take the next word, which must be this one."""
        if self.here != expected:
            self.refuse(f'"{expected}"')
        self.take()

    def refuse(self, expected: str) -> None:
        """Say what should stand here, and what does."""
        found = f'"{self.here}"' if self.here else "the end"
        raise NotUnderstood(f"I expected {expected}, not {found}.", self.column)


def read_either(words: Words, depth: int) -> Condition:
    """Conditions joined by "or"."""
    parts = [read_both(words, depth)]
    while words.here == "or":
        words.take()
        parts.append(read_both(words, depth))
    return parts[0] if len(parts) == 1 else Either(tuple(parts))


def read_both(words: Words, depth: int) -> Condition:
    """Conditions joined by "and", which binds more tightly than "or"."""
    parts = [read_plain(words, depth)]
    while words.here == "and":
        words.take()
        parts.append(read_plain(words, depth))
    return parts[0] if len(parts) == 1 else Both(tuple(parts))


def read_plain(words: Words, depth: int) -> Condition:
    """One comparison, a "not", or a condition in brackets."""
    if depth == DEEPEST:
        raise NotUnderstood("Too many brackets or nots stand inside each other.", words.column)
    if words.here == "not":
        words.take()
        return Not(read_plain(words, depth + 1))
    if words.here == "(":
        words.take()
        condition = read_either(words, depth + 1)
        words.expect(")")
        return condition
    return read_compare(words)


def read_compare(words: Words) -> Compare:
    """A fact, a sign, and the value or values it is held against."""
    fact, column = read_word(words, "the name of a question")
    if words.here in SIGNS:
        sign = cast("Sign", words.take()[0])
        value, value_column = read_word(words, "an answer")
        return Compare(fact, sign, (value,), (words.at(column), words.at(value_column)))
    negated = words.here == "not"
    if negated:
        words.take()
    if words.here != "in":
        words.refuse(f'a sign after "{fact}", such as = or "in"')
    words.take()
    values = list(read_values(words))
    places = (words.at(column), *(words.at(where) for _, where in values))
    return Compare(fact, "not in" if negated else "in", tuple(value for value, _ in values), places)


def read_values(words: Words) -> Iterator[Word]:
    """The values in brackets after "in"."""
    words.expect("(")
    yield read_word(words, "an answer")
    while words.here == ",":
        words.take()
        yield read_word(words, "an answer")
    words.expect(")")


def read_word(words: Words, expected: str) -> Word:
    """A fact or a value: not a sign, and none of the words of the language."""
    if not words.here[:1].isalnum() or words.here in RESERVED:
        words.refuse(expected)
    return words.take()
