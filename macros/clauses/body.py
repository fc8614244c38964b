"""Reads what stands under a clause's heading: its own text, and the editor's notes apart from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from macros.clauses.model import Note
from macros.clauses.parameters import fill
from macros.clauses.piece import Piece
from macros.clauses.wording import plain
from macros.problems import Problem, did_you_mean

NOTE = re.compile(r"!!![ ]?(?P<kind>[\w-]*).*")
EDITORS_NOTE = "editors-note"
INDENT = re.compile(r" {4}|\t")
ITEM = re.compile(r"[ ]{0,3}(?:[-*+]|[0-9]+\.)[ \t]+")
QUOTED = re.compile(r"[ ]{0,3}>[ ]?")
# Lines that are no words: where a link leads, a list of attributes, a rule.
WORDLESS = re.compile(r"\s{0,3}\[[^\]]+\]:\s.*|\s*\{:[^{}]*\}\s*|\s{0,3}(?:[-*_=]\s*){3,}")


@dataclass
class Body:
    """The text of a clause and its notes, plain; and the text as the writer wrote it."""

    written: str = ""
    paragraphs: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_body(lines: Sequence[Piece], parameters: Mapping[str, str]) -> Body:
    """Paragraphs and notes, in order, with their parameters filled."""
    body = Body()
    own: list[Piece] = []
    rest = list(lines)
    while rest:
        line, *rest = rest
        found = NOTE.fullmatch(line.text)
        if not found:
            own.append(line)
            continue
        inside, rest = _indented(rest)
        own.append(line.cut(len(line.text)))
        _take_note(body, line.group(found, "kind"), inside, parameters)
    body.paragraphs += _paragraphs(own, parameters, body.problems)
    body.written = re.sub(r"\n{3,}", "\n\n", "\n".join(line.text.rstrip() for line in own)).strip("\n")
    return body


def _indented(lines: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The lines of a note, without their indent, and the lines after it."""
    for count, line in enumerate(lines):
        if line.text.strip() and not INDENT.match(line.text):
            return [inside.strip() for inside in lines[:count]], lines[count:]
    return [line.strip() for line in lines], []


def _take_note(body: Body, kind: Piece, lines: list[Piece], parameters: Mapping[str, str]) -> None:
    text = " ".join(_paragraphs(lines, parameters, body.problems))
    if kind.text != EDITORS_NOTE:
        what = f'A clause has no note of the kind "{kind.text}".'
        fix = did_you_mean(kind.text, [EDITORS_NOTE]) or f'Write: !!! {EDITORS_NOTE} "Editor\'s note".'
        body.problems.append(Problem(kind.place, "unknown-note", what, fix))
    if not text:
        fix = "Indent its lines by four spaces, or they are read as the policy's own text."
        body.problems.append(Problem(kind.place, "empty-note", "This note has no text.", fix))
    body.notes.append(Note(text, kind.place))


def _paragraphs(lines: list[Piece], parameters: Mapping[str, str], problems: list[Problem]) -> list[str]:
    texts: list[str] = []
    for has_words, block in groupby(lines, key=lambda line: bool(line.text.strip())):
        if has_words:
            texts += _block(list(block), parameters, problems)
    return [text for text in texts if text]


def _block(lines: list[Piece], parameters: Mapping[str, str], problems: list[Problem]) -> list[str]:
    """One paragraph, or one for each item if the block is a list."""
    is_list = ITEM.match(lines[0].text) is not None
    texts: list[str] = []
    for line in lines:
        if WORDLESS.fullmatch(line.text):
            continue
        mark = (is_list and ITEM.match(line.text)) or QUOTED.match(line.text)
        words = line.cut(mark.end() if mark else 0).strip()
        filled, more = fill(words.text, parameters, words.place)
        problems += more
        if texts and not (is_list and ITEM.match(line.text)):
            texts[-1] += " " + filled
        else:
            texts.append(filled)
    return [plain(text) for text in texts]
