"""Says in a writer's words why a file is no YAML: the parser's own words are for programmers."""

from __future__ import annotations

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from macros.problems import Place, Problem

ANCHOR, QUOTES = "A text cannot begin with & or *: YAML would take it for an anchor.", "Put the whole text in quotes."
# What the parser says, whether it began where it stopped (False) or before (True), what we say, and the way out.
SAYINGS: tuple[tuple[str, bool, str, str], ...] = (
    (
        "found character '\\t'",
        False,
        "A tab stands here.",
        "Set lines in with spaces, two for each step.",
    ),
    (
        "found character",
        False,
        "A text cannot begin with this sign.",
        "Put the whole text in quotes.",
    ),
    (
        "mapping values are not allowed",
        False,
        "This colon does not fit here.",
        "Put the whole text in quotes if it belongs to one. If not, the line above lacks a colon or is set in wrong.",
    ),
    (
        "sequence entries are not allowed",
        False,
        "A list cannot begin on this line.",
        "Begin it on the next line, with a dash and a space; or write [ a, b ].",
    ),
    (
        "could not find expected ':'",
        True,
        "This line has no colon.",
        "A key ends in a colon and a space. A text over several lines stands below a |, set in by two spaces.",
    ),
    (
        "expected ',' or",
        True,
        "This bracket is not closed, or a comma is missing inside it.",
        "Close it on the same line: [ a, b ] or { a: b, c: d }.",
    ),
    (
        "found unexpected",
        True,
        "This quote is not closed.",
        "Put the same quote at the end of the text. Inside '…' a ' is written twice.",
    ),
    *(
        (
            f"expected <block end>, but found '{what}'",
            False,
            "This line is not set in like the lines it belongs to.",
            "Let it begin exactly below the line it goes with.",
        )
        for what in ("<block mapping start>", "<block sequence start>", "-", "?")
    ),
    (
        "expected <block end>",
        False,
        "Something follows here, where the text was over.",
        "A text that begins with a quote, a bracket or a star goes in quotes, all of it.",
    ),
    (
        "expected the node content",
        False,
        "This sign has nothing to belong to.",
        "Take it out, or put the whole text in quotes.",
    ),
    (
        "unknown escape character",
        False,
        "In double quotes a \\ has a meaning of its own.",
        "Use single quotes.",
    ),
    (
        "expected alphabetic",
        True,
        "A text cannot begin with this sign.",
        "Put the whole text in quotes.",
    ),
)


def not_yaml(path: str, error: MarkedYAMLError) -> Problem:
    """Where the parser stopped, what it stumbled over, and the way out."""
    for saying, earlier, what, fix in SAYINGS:
        if saying in str(error.problem):
            return Problem(place_of(path, error, earlier=earlier), "not-yaml", what, fix)
    what = f"This is not YAML: {error.problem or error.context}."
    fix = "Look at the spaces at the start of the line, at colons and at brackets."
    return Problem(place_of(path, error), "not-yaml", what, fix)


def place_of(path: str, error: MarkedYAMLError, *, earlier: bool = False) -> Place:
    """Where the parser stopped, or where that began which it could not end."""
    mark = (error.context_mark if earlier else None) or error.problem_mark or error.context_mark
    return Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)


def explain(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Why a text is no YAML, once the fast parser has refused it: the slow one knows better where and what."""
    anchor = Place(path, error.problem_mark.line + 1 if error.problem_mark else 1)
    is_anchor = False
    try:
        for event in YAML(pure=True).parse(text):
            if getattr(event, "anchor", None):
                anchor, is_anchor = Place(path, event.start_mark.line + 1, event.start_mark.column + 1), True
    except MarkedYAMLError as slow:
        problem = not_yaml(path, slow)
        if not is_anchor or problem.place.line != anchor.line:
            return problem
    # Both stumble over the rest of a text that begins with *; over a lone & only the fast one does.
    return Problem(anchor, "yaml-anchor", ANCHOR, QUOTES)
