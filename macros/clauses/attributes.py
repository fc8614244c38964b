"""Reads the list behind a heading: ``#friend-requests topics="friend request" see="6.5, 6.2"``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from macros.clauses.piece import Piece
from macros.problems import Problem, did_you_mean

NAMES = ("topics", "duties", "see", "kind")
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
WHOLE_LIST = "A clause takes #its-id, topics, duties, see and kind."

# A quotation may end in a curly mark by mistake, but only where the next attribute or the end of the list follows.
TOKEN = re.compile(
    r"""
    \#(?P<id>[^\s"\u201c\u201d=]*)
  | (?P<name>[^\s=\#"\u201c\u201d]+)\s*=\s*(?:
        (?P<double>["\u201c\u201d\u201e])(?P<value>.*?)(?P<end>"|[\u201c\u201d](?=\s+[\w-]+\s*=|\s+\#|\s*$))
      | (?P<single>['\u2018\u2019])(?P<quoted>.*?)(?P<stop>['\u2019](?=\s|$))
      | (?P<unclosed>["\u201c\u201d\u201e'\u2018\u2019].*)
      | (?P<bare>[^\s"]+)
    )
  | (?P<stray>\S+)
    """,
    re.VERBOSE,
)


@dataclass
class Attributes:
    """What a heading's list says; an attribute that was not written is not among the values."""

    id: Piece | None = None
    values: dict[str, Piece] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_attributes(text: Piece, *, of_clause: bool) -> Attributes:
    """The id and the values of a list; a heading that is no clause may carry what it likes beside its id."""
    attributes = Attributes()
    for token in TOKEN.finditer(text.text):
        if token["id"] is not None:
            _take_id(attributes, text.group(token, "id"))
        elif token["name"]:
            _take_value(attributes, text, token, of_clause=of_clause)
        elif of_clause:
            attributes.problems.append(_stray(text.group(token, "stray")))
    return attributes


def kebab(text: str) -> str:
    """The nearest id to some words: ``Friend requests!`` gives ``friend-requests``."""
    words = re.findall(r"[a-z0-9]+", re.sub("['\u2019]", "", text.lower()))
    return "-".join(words).lstrip("0123456789-")


def _take_id(attributes: Attributes, name: Piece) -> None:
    if attributes.id is not None:
        what = f'This heading has two ids, "{attributes.id.text}" and "{name.text}".'
        attributes.problems.append(Problem(name.place, "attribute-twice", what, "Keep the older one."))
        return
    attributes.id = name
    if not ID.fullmatch(name.text):
        attributes.problems.append(_malformed_id(name))


def _malformed_id(name: Piece) -> Problem:
    what = f'The id "{name.text}" is not made of small letters, figures and single hyphens, a letter first.'
    better = kebab(name.text)
    return Problem(name.place, "malformed-id", what, f"Write #{better or 'friend-requests'}.")


def _take_value(attributes: Attributes, text: Piece, token: re.Match[str], *, of_clause: bool) -> None:
    name, value = text.group(token, "name"), _value(text, token)
    attributes.problems += _quotation(text, token)
    if name.text == "id":
        _take_id(attributes, value)
    elif name.text in attributes.values:
        what = f'"{name.text}" stands twice in this heading.'
        attributes.problems.append(Problem(name.place, "attribute-twice", what, "Put both into one list."))
    else:
        attributes.values[name.text] = value
        if of_clause and name.text not in NAMES:
            attributes.problems.append(_unknown(name))


def _value(text: Piece, token: re.Match[str]) -> Piece:
    if token["unclosed"]:
        return text.group(token, "unclosed").cut(1)
    return text.group(token, next(name for name in ("value", "quoted", "bare") if token[name] is not None))


def _quotation(text: Piece, token: re.Match[str]) -> list[Problem]:
    name = token["name"]
    if token["unclosed"]:
        place = text.group(token, "unclosed").place
        what = f"The quotation mark after {name}= has no other to close it."
        return [Problem(place, "unclosed-quote", what, f'Write {name}="...".')]
    marks = [text.group(token, group) for group in ("double", "end", "single", "stop") if token[group]]
    curly = [mark for mark in marks if mark.text not in "\"'"]
    what = f"The quotation marks around {name} are curly."
    return [Problem(mark.place, "curly-quotes", what, f'Use straight ones: {name}="...".') for mark in curly[:1]]


def _unknown(name: Piece) -> Problem:
    fix = did_you_mean(name.text, NAMES) or WHOLE_LIST
    return Problem(name.place, "unknown-attribute", f'A clause has no attribute "{name.text}".', fix)


def _stray(word: Piece) -> Problem:
    fix = f"If it is the id, write #{word.text}." if ID.fullmatch(word.text) else WHOLE_LIST
    return Problem(word.place, "unknown-attribute", f'"{word.text}" stands alone in the list behind this heading.', fix)
