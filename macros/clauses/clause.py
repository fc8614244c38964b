"""Makes one clause of its heading and the lines under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.clauses.attributes import kebab
from macros.clauses.body import read_body
from macros.clauses.duties import read_duties
from macros.clauses.headings import Heading
from macros.clauses.model import KINDS, Clause, ClauseNumber, Reference
from macros.clauses.parameters import fill
from macros.clauses.piece import Piece
from macros.clauses.wording import plain
from macros.problems import Problem, did_you_mean


def read_clause(
    number: ClauseNumber, heading: Heading, lines: Sequence[Piece], page: str, parameters: Mapping[str, str]
) -> tuple[Clause, list[Problem]]:
    """The clause as far as it can be read, and its faults."""
    values = heading.attributes.values
    words, problems = _filled(heading.words, parameters)
    topics, more = _topics(values.get("topics"), parameters)
    duties, wrong = read_duties(values["duties"], parameters) if "duties" in values else ((), [])
    body = read_body(lines, parameters)
    clause = Clause(
        number=number,
        id=heading.attributes.id.text if heading.attributes.id else "",
        heading=words,
        topics=topics,
        kind=values["kind"].strip().text if "kind" in values else None,
        duties=duties,
        see=_see(values.get("see")),
        paragraphs=tuple(body.paragraphs),
        notes=tuple(body.notes),
        page=page,
        place=heading.place,
        written=body.written,
    )
    return clause, [*problems, *more, *wrong, *body.problems, *_faults(clause, heading)]


def _filled(words: Piece, parameters: Mapping[str, str]) -> tuple[str, list[Problem]]:
    text, problems = fill(words.text, parameters, words.place)
    return plain(text), list(problems)


def _topics(written: Piece | None, parameters: Mapping[str, str]) -> tuple[tuple[str, ...], list[Problem]]:
    read = [_filled(topic, parameters) for topic in (written.split(",") if written else ())]
    return tuple(topic for topic, _ in read if topic), [problem for _, problems in read for problem in problems]


def _see(written: Piece | None) -> tuple[Reference, ...]:
    if written is None or not written.strip():
        return ()
    return tuple(Reference(ClauseNumber(number.text), number.place) for number in written.split(","))


def _faults(clause: Clause, heading: Heading) -> list[Problem]:
    """What a clause needs and has not; a list that was cut short may have said it."""
    if any(problem.code == "unclosed-attributes" for problem in heading.problems):
        return _empty(clause)
    return [*_missing_id(clause, heading), *_kind(clause, heading), *_empty(clause)]


def _missing_id(clause: Clause, heading: Heading) -> list[Problem]:
    if heading.attributes.id is not None:
        return []
    what = f"Clause {clause.number} has no id, so no link to it can last."
    fix = f"Put one behind its heading: {{: #{kebab(clause.heading) or 'its-id'} }}."
    return [Problem(clause.place, "missing-id", what, fix)]


def _kind(clause: Clause, heading: Heading) -> list[Problem]:
    values = heading.attributes.values
    if clause.kind is not None and clause.kind not in KINDS:
        what = f'"{clause.kind}" is not a kind of clause.'
        fix = did_you_mean(clause.kind, KINDS) or f"Use one of these: {', '.join(KINDS)}."
        return [Problem(values["kind"].strip().place, "unknown-kind", what, fix)]
    if clause.kind is None and "duties" not in values:
        what = f"Clause {clause.number} says neither who must do what nor of what kind it is."
        fix = 'Write duties="worker: should (...)", or kind="statement", or kind="definition".'
        return [Problem(clause.place, "no-duties", what, fix)]
    if clause.kind == "repealed" and clause.duties:
        what = f"Clause {clause.number} is repealed and still has a duty."
        return [Problem(clause.duties[0].place, "repealed-with-duties", what, "Take the duties away: it binds nobody.")]
    return []


def _empty(clause: Clause) -> list[Problem]:
    if clause.paragraphs or clause.kind == "repealed":
        return []
    what = f"Clause {clause.number} has no text."
    fix = 'Write it under the heading; a clause that was repealed has kind="repealed" instead.'
    return [Problem(clause.place, "empty-clause", what, fix)]
