"""Reads one question of a YAML file, or one look at what is already known."""

from __future__ import annotations

from typing import cast

from macros.problems import Place
from macros.trees.condition_reader import read_when
from macros.trees.fields import Fields
from macros.trees.model import KINDS, Kind, Look, Question, Range, Target, Text
from macros.trees.ranges import SAY, read_range
from macros.trees.yaml_values import Value

QUESTION_KEYS = ("ask", "why", "kind", "options", "ranges", "go", "look")
LOOK_KEYS = ("when", "else", "go")


def read_question(tree: Fields, name: str, place: Place, value: Value) -> Question:
    """One question, or one look at what is known."""
    fields = Fields(tree.reading, value, f'Question "{name}"', QUESTION_KEYS, tree.parameters)
    kind = fields.words("kind") or "choice"
    if kind not in KINDS:
        fields.fault(
            value.place, "unknown-kind", f'Question "{name}" is of kind "{kind}".', f"Kinds are: {', '.join(KINDS)}."
        )
        kind = "choice"
    look = tuple(read_look(fields, inner) for inner in fields.entries("look"))
    return Question(
        name,
        place,
        ask=fields.words("ask", required=not look),
        why=fields.words("why"),
        kind=cast("Kind", kind),
        options=fields.texts("options"),
        ranges=read_ranges(fields, years=kind == "date"),
        go={option: target for option, text in fields.texts("go").items() if (target := read_target(fields, text))},
        look=look,
    )


def read_ranges(fields: Fields, *, years: bool) -> dict[str, Range]:
    """The ranges of a date (in years) or of a number."""
    ranges: dict[str, Range] = {}
    for name, text in fields.texts("ranges").items():
        cuts = read_range(text.text, fields.parameters, years=years)
        if isinstance(cuts, str):
            fields.fault(text.place, "unknown-range", cuts, f"{SAY}." if years else f'{SAY}, without "years".')
        else:
            ranges[name] = Range(*cuts, text.place)
    return ranges


def read_target(fields: Fields, text: Text) -> Target | None:
    """Where a way leads: ``years``, or ``question years`` / ``outcome years`` where both have that name."""
    words = text.text.split()
    match words:
        case [name]:
            return Target(name, text.place)
        case ["question" | "outcome" as kind, name]:
            return Target(name, text.place, kind)
        case _:
            fields.fault(
                text.place,
                "unknown-target",
                f'"{text}" is no name of a question or an outcome.',
                'Write one name, or "outcome" and a name.',
            )
            return None


def read_look(question: Fields, value: Value) -> Look:
    """One line of a look: when something is so, go there; else go there."""
    fields = Fields(question.reading, value, "A look", LOOK_KEYS, question.parameters)
    when, go, otherwise = fields.text("when"), fields.text("go"), fields.text("else")
    if bool(when) == bool(otherwise) or bool(when) != bool(go):
        fields.fault(
            value.place,
            "wrong-look",
            "A line of a look needs a condition and a way, or else only a way.",
            "Write - { when: young = yes, go: ask-first } or - { else: ask-first }.",
        )
    target = (read_target(fields, text) if (text := go or otherwise) else None) or Target("", value.place)
    return Look(read_when(fields, when) if when else None, target, value.place)
