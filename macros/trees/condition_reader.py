"""Reads the tiny language of ``when`` and ``given``: ``young = yes and account in (work, personal)``.

Grammar     either := both ("or" both)*      both := plain ("and" plain)*
            plain  := "not" plain | "(" either ")" | fact sign value | fact ["not"] "in" "(" value ("," value)* ")"
            sign   := = != < <= > >=
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from macros.problems import Place
from macros.trees.conditions import Both, Compare, Condition, Either, Not, Sign
from macros.trees.fields import Fields
from macros.trees.model import Text

TOKEN = re.compile(r"\s*(?:(?P<sign>!=|<=|>=|[=<>])|(?P<mark>[(),])|(?P<word>[A-Za-z0-9][A-Za-z0-9.-]*))")


class NotUnderstood(ValueError):  # noqa: N818 - it reads better than an Error where it is caught
    """A condition that does not follow the grammar; ``column`` counts from 0 within the text."""

    def __init__(self, what: str, column: int) -> None:
        super().__init__(what)
        self.column = column


def read_when(fields: Fields, text: Text) -> Condition | None:
    """A condition in the tiny language, or a fault that points into it."""
    try:
        return read_condition(text.text)
    except NotUnderstood as error:
        place = Place(text.place.path, text.place.line, text.place.column + error.column)
        fields.fault(
            place,
            "unknown-condition",
            f'I do not understand "{text}": {error}',
            "Write conditions such as: young = yes and account in (work, personal).",
        )
        return None


def read_condition(text: str) -> Condition:
    """The condition a writer wrote. Raises NotUnderstood with what was found and where."""
    tokens = Tokens(text)
    condition = read_either(tokens)
    if tokens.here:
        raise NotUnderstood(f'I did not expect "{tokens.here}" here.', tokens.column)
    return condition


class Tokens:
    """The words of a condition, taken one after another."""

    def __init__(self, text: str) -> None:
        self.words = list(split(text))
        self.at, self.end = 0, len(text)

    @property
    def here(self) -> str:
        """The word that comes next, or nothing at the end."""
        return self.words[self.at][0] if self.at < len(self.words) else ""

    @property
    def column(self) -> int:
        """Where the next word begins."""
        return self.words[self.at][1] if self.at < len(self.words) else self.end

    def take(self, *expected: str) -> str:
        """Take the next word, which must be one of these if any are given."""
        found, column = self.here, self.column
        if not found or (expected and found not in expected):
            wanted = " or ".join(f'"{word}"' for word in expected) or "a word"
            raise NotUnderstood(wanted_not(wanted, found), column)
        self.at += 1
        return found


def wanted_not(wanted: str, found: str) -> str:
    """What was expected and what stands there instead."""
    instead = f'"{found}"' if found else "the end"
    return f"I expected {wanted}, not {instead}."


def split(text: str) -> Iterator[tuple[str, int]]:
    """The words, signs and brackets of a condition, each with its column."""
    at = 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if not match:
            column = at + len(text[at:]) - len(text[at:].lstrip())
            raise NotUnderstood(f'I do not know the sign "{text[column]}".', column)
        yield match[0].strip(), match.end() - len(match[0].strip())
        at = match.end()


def read_either(tokens: Tokens) -> Condition:
    """Conditions joined by "or"."""
    condition = read_both(tokens)
    while tokens.here == "or":
        tokens.take()
        condition = Either(condition, read_both(tokens))
    return condition


def read_both(tokens: Tokens) -> Condition:
    """Conditions joined by "and", which binds more tightly than "or"."""
    condition = read_plain(tokens)
    while tokens.here == "and":
        tokens.take()
        condition = Both(condition, read_plain(tokens))
    return condition


def read_plain(tokens: Tokens) -> Condition:
    """One comparison, a "not", or a condition in brackets."""
    if tokens.here == "not":
        tokens.take()
        return Not(read_plain(tokens))
    if tokens.here == "(":
        tokens.take()
        condition = read_either(tokens)
        tokens.take(")")
        return condition
    return read_compare(tokens)


def read_compare(tokens: Tokens) -> Compare:
    """A fact, a sign, and the value or values it is held against."""
    fact = read_word(tokens)
    if tokens.here in ("in", "not"):
        negated = tokens.take() == "not"
        if negated:
            tokens.take("in")
        return Compare(fact, "not in" if negated else "in", tuple(read_values(tokens)))
    sign = cast("Sign", tokens.take("=", "!=", "<", "<=", ">", ">=", "in", "not"))
    return Compare(fact, sign, (read_word(tokens),))


def read_values(tokens: Tokens) -> Iterator[str]:
    """The values in brackets after "in"."""
    tokens.take("(")
    yield read_word(tokens)
    while tokens.take(",", ")") == ",":
        yield read_word(tokens)


def read_word(tokens: Tokens) -> str:
    """A fact or a value: not a sign, and none of the words of the language."""
    column = tokens.column
    word = tokens.take()
    if not word[0].isalnum() or word in ("and", "or", "not", "in"):
        raise NotUnderstood(f'I expected the name of a question or an answer, not "{word}".', column)
    return word
