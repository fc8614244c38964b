"""Reads the pages of docs/policy to a Policy, and tells every fault at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.clauses.clause import read_clause
from macros.clauses.headings import Heading, read_heading, stray_lines
from macros.clauses.model import Clause, Policy
from macros.clauses.numbering import check_ids, check_numbers
from macros.clauses.parameters import fill
from macros.clauses.piece import Piece
from macros.clauses.references import check_line, check_see
from macros.clauses.source import Source, read_sources
from macros.clauses.wording import held, plain
from macros.problems import Problem

# An id given by hand to something that is no heading.
GIVEN = re.compile(r"""\bid=["']?(?P<html>[^\s"'>]+)|\{:[^{}]*?#(?P<list>[\w.-]+)""")


@dataclass
class Page:
    """What one page holds: its clauses, the ids of its headings, and everything a link can lead to."""

    name: str
    lines: list[Piece]
    title: str = ""
    clauses: list[Clause] = field(default_factory=list)
    ids: list[Piece] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read_policy(root: Path, parameters: Mapping[str, str]) -> tuple[Policy, tuple[Problem, ...]]:
    """The policy of a working copy; whatever is at fault is told, and left out where it cannot be read."""
    sources, problems = read_sources(root)
    names = {name: held(value) for name, value in parameters.items()}
    pages = [read_page(source, names) for source in sources]
    standing = [clause for page in pages for clause in page.clauses]
    problems += [problem for page in pages for problem in page.problems]
    problems += check_numbers(standing)
    problems += check_ids(name for page in pages for name in page.ids)
    problems += _check_references(pages, {str(clause.number) for clause in standing})
    titles = {page.name: page.title for page in pages}
    return _policy(standing, titles), tuple(sorted(set(problems)))


def read_page(source: Source, parameters: Mapping[str, str]) -> Page:
    """One page by itself; what it says of other pages is proved later."""
    page = Page(source.name, source.pieces())
    for heading, lines in _parts(page.lines):
        page.problems += [problem for line in lines for problem in stray_lines(line)]
        if heading is not None:
            _take_heading(page, heading)
        if heading is not None and heading.level == 1 and not page.title:
            page.title = plain(fill(heading.words.text, parameters, heading.place)[0])
        if heading is not None and heading.number is not None:
            clause, problems = read_clause(heading.number, heading, lines, page.name, parameters)
            page.clauses.append(clause)
            page.problems += problems
            page.anchors.add(str(clause.number))
    for line in page.lines:
        page.anchors |= {found["html"] or found["list"] for found in GIVEN.finditer(line.text)}
    return page


def _parts(lines: Sequence[Piece]) -> Iterator[tuple[Heading | None, list[Piece]]]:
    """A page cut at its headings; what stands before the first has none."""
    heading: Heading | None = None
    below: list[Piece] = []
    for line in lines:
        if found := read_heading(line):
            yield heading, below
            heading, below = found, []
        else:
            below.append(line)
    yield heading, below


def _take_heading(page: Page, heading: Heading) -> None:
    page.problems += heading.problems
    if heading.attributes.id is not None:
        page.ids.append(heading.attributes.id)
        page.anchors.add(heading.attributes.id.text)
    else:
        page.anchors.add(_slug(heading.words.text))


def _slug(words: str) -> str:
    """The id the site makes for a heading that was given none."""
    letters = unicodedata.normalize("NFKD", plain(words)).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", letters).strip().lower())


def _check_references(pages: Sequence[Page], known: set[str]) -> Iterator[Problem]:
    anchors = {page.name: page.anchors for page in pages}
    for page in pages:
        for line in page.lines:
            yield from check_line(line, page.name, known, anchors)
        for clause in page.clauses:
            yield from check_see(clause, known)


def _policy(standing: Sequence[Clause], titles: Mapping[str, str]) -> Policy:
    """Each number once, the first that stands, in the order of the numbers."""
    first = {clause.number: clause for clause in reversed(standing)}
    return Policy(tuple(sorted(first.values(), key=lambda clause: clause.number)), titles)
