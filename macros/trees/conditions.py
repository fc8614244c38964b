"""The tiny language of ``when`` and ``given``: ``young = yes and account in (work, personal)``.

Grammar     either := both ("or" both)*      both := plain ("and" plain)*
            plain  := "not" plain | "(" either ")" | fact sign value | fact ["not"] "in" "(" value ("," value)* ")"
            sign   := = != < <= > >=
It always ends and has no side effects. A comparison with something not known is never so. Order (<) follows the
verdict ladder, or the order in which a date's or number's ranges are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

Sign = Literal["=", "!=", "<", "<=", ">", ">="]
Order = Mapping[str, Mapping[str, int]]

TOKEN = re.compile(r"\s*(?:(?P<sign>!=|<=|>=|[=<>])|(?P<mark>[(),])|(?P<word>[A-Za-z0-9][A-Za-z0-9.-]*))")
COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}


@dataclass(frozen=True)
class Compare:
    """A fact held against one value or several; ``within`` is "in", the signs compare with the only value."""

    fact: str
    sign: Sign | Literal["in", "not in"]
    values: tuple[str, ...]


@dataclass(frozen=True)
class Both:
    """Two conditions that must both be so."""

    left: Condition
    right: Condition


@dataclass(frozen=True)
class Either:
    """Two conditions of which one must be so."""

    left: Condition
    right: Condition


@dataclass(frozen=True)
class Not:
    """A condition that must not be so."""

    inner: Condition


Condition = Compare | Both | Either | Not


class NotUnderstood(ValueError):  # noqa: N818 - it reads better than an Error where it is caught
    """A condition that does not follow the grammar; ``column`` counts from 0 within the text."""

    def __init__(self, what: str, column: int) -> None:
        super().__init__(what)
        self.column = column


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


def comparisons(condition: Condition) -> Iterator[Compare]:
    """Every comparison inside a condition, from left to right."""
    if isinstance(condition, Compare):
        yield condition
    elif isinstance(condition, Not):
        yield from comparisons(condition.inner)
    else:
        yield from comparisons(condition.left)
        yield from comparisons(condition.right)


def holds(condition: Condition, known: Mapping[str, str], order: Order) -> bool:
    """Whether a condition is so, given what is known. Total: it always answers."""
    if isinstance(condition, Both):
        return holds(condition.left, known, order) and holds(condition.right, known, order)
    if isinstance(condition, Either):
        return holds(condition.left, known, order) or holds(condition.right, known, order)
    if isinstance(condition, Not):
        return not holds(condition.inner, known, order)
    return condition.fact in known and known[condition.fact] in allowed(condition, order, {known[condition.fact]})


def allowed(compare: Compare, order: Order, values: set[str]) -> set[str]:
    """Those of the possible values of a fact for which the comparison is so."""
    if compare.sign in ("=", "in"):
        return values & set(compare.values)
    if compare.sign in ("!=", "not in"):
        return values - set(compare.values)
    ranks = order.get(compare.fact, {})
    test = COMPARE[compare.sign]
    limit = ranks.get(compare.values[0])
    return set() if limit is None else {value for value in values if value in ranks and test(ranks[value], limit)}
