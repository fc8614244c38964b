"""Reads who must do what: ``worker with line manager: must (talk it over); staff: should (check)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from macros.clauses.model import FORCES, ROLES, Duty
from macros.clauses.parameters import fill
from macros.clauses.piece import Piece
from macros.clauses.wording import plain
from macros.problems import Problem, did_you_mean

DUTY = re.compile(r"(?P<who>[^:()]*):(?P<force>[^()]*)\((?P<action>[^()]*)\)")
FORM = "Write it like: worker with line manager: must (talk it over)."


def read_duties(text: Piece, parameters: Mapping[str, str]) -> tuple[tuple[Duty, ...], list[Problem]]:
    """Every duty of a clause; one that is at fault is reported and left out."""
    duties: list[Duty] = []
    problems: list[Problem] = []
    for part in text.split(";"):
        duty, found = _read_duty(part, parameters)
        problems += found
        if duty:
            duties.append(duty)
    return tuple(duties), problems


def _read_duty(part: Piece, parameters: Mapping[str, str]) -> tuple[Duty | None, list[Problem]]:
    found = DUTY.fullmatch(part.text)
    if not found or not found["action"].strip():
        return None, [_malformed(part)]
    who, force = part.group(found, "who").strip(), part.group(found, "force").strip()
    roles, *with_roles = who.split(r"\bwith\b")
    problems = [_unknown("role", role, ROLES) for role in _names([roles, *with_roles]) if _said(role) not in ROLES]
    if len(with_roles) > 1:
        problems.append(_malformed_at(with_roles[1], 'This duty says "with" twice.'))
    if _said(force) not in FORCES:
        problems.append(_unknown("force", force, FORCES))
    action = part.group(found, "action").strip()
    words, more = fill(action.text, parameters, action.place)
    problems += more
    if problems:
        return None, problems
    names = tuple(_said(role) for role in _names([roles]))
    alongside = tuple(_said(role) for role in _names(with_roles))
    return Duty(names, alongside, _said(force), plain(words), part.place), []


def _names(lists: Iterable[Piece]) -> list[Piece]:
    return [role for names in lists for role in names.split(",")]


def _said(word: Piece) -> str:
    """A role or force whatever the spaces in it: two, or one that holds its words together."""
    return " ".join(word.text.split())


def _unknown(thing: str, word: Piece, known: Iterable[str]) -> Problem:
    if not word:
        return _malformed_at(word, f"A {thing} is missing here.")
    near = did_you_mean(word.text.lower(), known)
    fix = near or f"Use one of these: {', '.join(known)}."
    return Problem(word.place, f"unknown-{thing}", f'"{word.text}" is not a {thing} we know.', fix)


def _malformed(part: Piece) -> Problem:
    """What keeps a duty from having the form of one, in the order a writer would look."""
    text = part.text
    opened, closed = text.find("("), text.rfind(")")
    inside, after = text[opened + 1 : closed], text[closed + 1 :].strip()
    inner = re.search(r"[()]", inside)
    faults = (
        (not text, 0, "There is an empty duty here.", "Take away the ; too many."),
        (opened < 0, 0, f'The duty "{text}" does not say in brackets what to do.', FORM),
        (":" not in text[:opened], 0, "This duty has no : between who and the force.", FORM),
        (closed < opened, opened, "The bracket of this duty is never closed.", FORM),
        (after, text.rfind(after), f'"{after}" stands after the brackets of this duty.', "Put ; between two duties."),
        (not inside.strip(), opened, "The brackets of this duty are empty.", "Say in them what to do."),
        (True, opened + 1 + (inner.start() if inner else 0), "Brackets stand inside these brackets.", "Use commas."),
    )
    at, what, fix = next((at, what, fix) for wrong, at, what, fix in faults if wrong)
    return _malformed_at(part.cut(at), what, fix)


def _malformed_at(piece: Piece, what: str, fix: str = FORM) -> Problem:
    return Problem(piece.place, "malformed-duty", what, fix)
