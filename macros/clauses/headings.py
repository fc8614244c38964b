"""Reads one heading: its clause number, its words, and the list behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.clauses.attributes import Attributes, read_attributes
from macros.clauses.model import NUMBER, ClauseNumber
from macros.clauses.piece import Piece
from macros.problems import Place, Problem

HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]*(?P<text>.*)")
INDENTED = re.compile(rf"[ \t]{{1,3}}#{{1,6}}[ \t]*(?P<number>{NUMBER})(?=\s|$)")
# {: #id }, and what people write instead: {#id}, { #id }, { topics="..." }. Not {{ org_short }}.
LIST = re.compile(r"(?<!\{)\{(?!\{)(?:(?P<colon>:)|(?=[ \t]*(?:#[\w-]|[a-z]+=)))")
WITHOUT_COLON = re.compile(r"(?<!\{)\{(?!\{)[ \t]*#(?P<id>[\w-]+)[^{}]*\}")
PARAMETER = re.compile(r"\{\{[^{}]*\}\}")
NEARLY = re.compile(rf"(?P<number>{NUMBER})(?P<rest>.+)|[0-9]+\.[0-9].*|REV-?[0-9].*|A\.[0-9].*")


@dataclass(frozen=True)
class Heading:
    """A line like ``### 5.2 Friend requests {: #friend-requests }``; without a number it only divides the page."""

    level: int
    number: ClauseNumber | None
    words: Piece
    attributes: Attributes
    place: Place
    problems: tuple[Problem, ...]


def read_heading(line: Piece) -> Heading | None:
    """The heading on a line, or nothing: any text of policy is no heading."""
    found = HEADING.fullmatch(line.text)
    if not found:
        return None
    text = _without_closing_marks(line.group(found, "text"))
    words, inside, problems = _divide(text)
    number, rest, more = _number(words)
    attributes = read_attributes(inside, of_clause=number is not None)
    problems += more + attributes.problems
    if number is None:
        problems += _without_number(attributes)
    elif not rest:
        problems.append(_without_words(number, rest.place))
    return Heading(len(found["marks"]), number, rest, attributes, words.place, tuple(problems))


def stray_lines(line: Piece) -> list[Problem]:
    """Faults of a line that was meant as a heading or as a list, and is neither."""
    problems = [_without_colon(line.cut(found.start())) for found in WITHOUT_COLON.finditer(line.text)]
    if indented := INDENTED.match(line.text):
        number = line.group(indented, "number")
        what = f"The heading of {number.text} does not begin at the edge, so it is no heading."
        problems.append(Problem(number.place, "indented-heading", what, "Take away the spaces before the #."))
    return problems


def _divide(text: Piece) -> tuple[Piece, Piece, list[Problem]]:
    """The words of a heading and the inside of its list."""
    start = LIST.search(text.text)
    words = _without_closing_marks(text.cut(0, start.start() if start else None))
    if not start:
        return words, text.cut(len(text.text)), []
    # Brackets of parameters do not close a list.
    end = PARAMETER.sub(lambda name: "." * len(name[0]), text.text).rfind("}", start.end())
    inside = text.cut(start.end(), end if end >= 0 else None)
    problems = [] if start["colon"] else [_without_colon(text.cut(start.start()))]
    return words, inside, problems + _ending(text, start.start(), end)


def _without_closing_marks(text: Piece) -> Piece:
    """``Friend requests ##`` is closed as it was opened: allowed, and no part of its words."""
    return text.cut(0, len(re.sub(r"(?:^|[ \t]+)#+[ \t]*$", "", text.text))).strip()


def _ending(text: Piece, start: int, end: int) -> list[Problem]:
    if end < 0:
        fix = "Keep the whole list on the heading's line and end it with }."
        return [Problem(text.cut(start).place, "unclosed-attributes", "This { is never closed.", fix)]
    after = text.cut(end + 1).strip()
    if not after:
        return []
    what = f'"{after.text}" stands after the list of this heading.'
    return [Problem(after.place, "text-after-attributes", what, "Put the heading's words before the {.")]


def _without_colon(bracket: Piece) -> Problem:
    name = re.search(r"#[\w-]+", bracket.text)
    what = "This list begins without a colon, so it would be printed or lost."
    fix = f"Write {{: {name[0] if name else '#its-id'} }}."
    return Problem(bracket.place, "attributes-without-colon", what, fix)


def _number(words: Piece) -> tuple[ClauseNumber | None, Piece, list[Problem]]:
    """The clause number a heading begins with, and its words after it."""
    first = re.split(r"\s", words.text, maxsplit=1)[0]
    if re.fullmatch(NUMBER, first):
        return ClauseNumber(first), words.cut(len(first)).strip(), []
    nearly = NEARLY.fullmatch(first)
    if not nearly or (first.startswith("AIM") and first[3:4].isalnum()):
        return None, words, []
    if nearly["number"] and nearly["rest"][0].isalpha():
        number = ClauseNumber(nearly["number"])
        place = words.cut(len(number)).place
        what = f"There is no space between {number} and the words of its heading."
        problem = Problem(place, "number-without-space", what, f'Write "{number} {nearly["rest"]}".')
        return number, words.cut(len(number)).strip(), [problem]
    what = f'"{first}" is not a clause number.'
    fix = "Write it like 5.2, without a full stop or anything else behind it, and then a space."
    return None, words, [Problem(words.place, "malformed-number", what, fix)]


def _without_number(attributes: Attributes) -> list[Problem]:
    ours = [value for name, value in attributes.values.items() if name in {"duties", "topics", "see"}]
    what = "This heading has what only a clause has, but no clause number."
    fix = "Begin it with its number: ### 5.2 Friend requests."
    return [Problem(value.place, "no-number", what, fix) for value in ours[:1]]


def _without_words(number: ClauseNumber, place: Place) -> Problem:
    what = f"Clause {number} has no heading beside its number."
    return Problem(place, "empty-heading", what, f'Give it a few words: "{number} Friend requests".')
