"""Fills the names and numbers a group may change: ``{{ org_short }}``, given once in mkdocs.yml under `extra`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.problems import Place, Problem, did_you_mean

WRITTEN = re.compile(r"\{\{(?P<name>[^{}]*)\}\}|(?P<open>\{\{)")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def fill(text: str, parameters: Mapping[str, str], place: Place) -> tuple[str, tuple[Problem, ...]]:
    """The text with its parameters filled; one that nobody gave, or that is empty, stays as it was and is reported."""
    problems: list[Problem] = []

    def value(written: re.Match[str]) -> str:
        name = (written["name"] or "").strip()
        if written["open"] or not parameters.get(name):
            problems.append(_problem(written, parameters, place))
            return written[0]
        return parameters[name]

    return WRITTEN.sub(value, text), tuple(problems)


def _problem(written: re.Match[str], parameters: Mapping[str, str], place: Place) -> Problem:
    here = _place_of(written, place)
    if written["open"]:
        return Problem(here, "unclosed-parameter", "This {{ is never closed.", "Close it: {{ org_short }}.")
    name = written["name"].strip()
    if not NAME.fullmatch(name):
        what = f"{written[0]} is more than the name of a parameter."
        return Problem(here, "unknown-parameter", what, "Write one name between {{ and }} and nothing else.")
    if name in parameters:
        fix = 'Give it a value in mkdocs.yml under "extra", or take it out of this text.'
        return Problem(here, "empty-parameter", f'The parameter "{name}" is empty.', fix)
    fix = did_you_mean(name, parameters) or 'Give it in mkdocs.yml under "extra", or correct the name.'
    return Problem(here, "unknown-parameter", f'There is no parameter "{name}".', fix)


def _place_of(written: re.Match[str], place: Place) -> Place:
    """Where the name stands, or the brackets if there is none."""
    name = (written["name"] or "").strip()
    at = written.start() + written[0].find(name)
    before = written.string[:at]
    lines, last = before.count("\n"), before.rfind("\n")
    column = place.column + at if last < 0 else at - last
    return Place(place.path, place.line + lines, column)
