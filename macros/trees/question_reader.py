"""Reads one question of a YAML file, or one look at what is already known."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from macros.problems import Place, did_you_mean
from macros.trees.condition_reader import read_when
from macros.trees.conditions import Both
from macros.trees.fields import Fields
from macros.trees.model import ANY, KINDS, NONE, NOT_SURE, Change, Kind, Look, Question, Range, Target, Text
from macros.trees.ranges import NotARange, read_range
from macros.trees.yaml_values import Value

QUESTION_KEYS = ("ask", "why", "kind", "options", "ranges", "go", "alike", "bring-about", "look")
LOOK_KEYS = ("when", "else", "go")
CHANGE_KEYS = ("from", "to", "do")


def read_question(tree: Fields, name: str, place: Place, value: Value) -> Question:
    """One question, or one look at what is known."""
    fields = Fields(tree.reading, value, f'Question "{name}"', QUESTION_KEYS, tree.parameters, place=place)
    kind = read_kind(fields)
    look = tuple(read_look(fields, inner) for inner in fields.entries("look"))
    fields.ids("options", *((NONE, ANY) if kind == "several" else ()))
    fields.ids("ranges", NOT_SURE)
    return Question(
        name,
        place,
        ask=fields.line("ask", required="look" not in fields.mapped.entries),
        why=fields.words("why"),
        kind=kind,
        options=read_options(fields),
        ranges=read_ranges(fields, years=counts_years(fields, kind)),
        go={option: read_target(fields, text) for option, text in fields.texts("go").items()},
        look=look,
        alike=fields.list("alike"),
        bring_about=tuple(change for inner in fields.entries("bring-about") if (change := read_change(fields, inner))),
        places=fields.places,
    )


def read_kind(fields: Fields) -> Kind:
    """The kind of answer. One that is misspelt is guessed from the ranges, so that one fault is told as one."""
    kind = fields.text("kind")
    if not kind or kind.text in KINDS:
        return cast("Kind", kind.text) if kind else "choice"
    fix = did_you_mean(kind.text, KINDS) or f"Kinds are: {', '.join(KINDS)}."
    fields.fault(kind.place, "unknown-kind", f'{fields.what} is of kind "{kind}".', fix)
    if "ranges" not in fields.mapped.entries:
        return "choice"
    return "date" if counts_years(fields, "choice") else "number"


def counts_years(fields: Fields, kind: Kind) -> bool:
    """Whether ranges are of years: those of a date are. Where the kind was forgotten, their words tell."""
    spoken_of = any({"year", "years"} & {*text.text.split()} for text in fields.texts("ranges").values())
    return kind == "date" or (kind != "number" and spoken_of)


def read_options(fields: Fields) -> dict[str, Text]:
    """The words of each option, on one line."""
    return {name: replace(words, text=" ".join(words.text.split())) for name, words in fields.texts("options").items()}


def read_ranges(fields: Fields, *, years: bool) -> dict[str, Range]:
    """The ranges of a date (in years) or of a number. One that cannot be read is left out."""
    ranges: dict[str, Range] = {}
    for name, text in fields.texts("ranges").items():
        try:
            ranges[name] = Range(*read_range(text.text, fields.parameters, years=years), text.place)
        except NotARange as error:
            fields.fault(text.place, "unknown-range", str(error), error.fix)
    return ranges


def read_target(fields: Fields, text: Text) -> Target:
    """Where a way leads: ``years``, or ``question years`` / ``outcome years`` where both have that name."""
    match text.text.split():
        case []:
            return Target("", text.place)
        case [name]:
            return Target(name, text.place)
        case ["question" | "outcome" as kind, name]:
            return Target(name, text.at(len(kind) + 1), kind)
    what = f'"{" ".join(text.text.split())}" is not the name of a question or an outcome.'
    fix = 'Write one name. Only "question" or "outcome" may stand before it.'
    fields.fault(text.place, "unknown-target", what, fix)
    return Target("", text.place)


def read_change(question: Fields, value: Value) -> Change | None:
    """One thing a reader can bring about: from which answers, to which, and how."""
    fields = Fields(question.reading, value, 'An entry of "bring-about"', CHANGE_KEYS, question.parameters)
    start = fields.list("from", required=True)
    to, do = fields.text("to", required=True), fields.text("do", required=True)
    return Change(start, to, replace(do, text=" ".join(do.text.split()))) if to and do else None


def read_look(question: Fields, value: Value) -> Look:
    """One line of a look: when something is so, go there; else go there."""
    fields = Fields(question.reading, value, "A line of a look", LOOK_KEYS, question.parameters)
    when, go, otherwise = fields.text("when"), fields.text("go"), fields.text("else")
    if fields.is_mapping and not fields.unknown and {*fields.mapped.entries} not in ({"when", "go"}, {"else"}):
        fields.fault(
            value.place,
            "wrong-look",
            'A line of a look has "when" and "go", or only "else".',
            "Write - { when: young = yes, go: ask-first } or - { else: ask-first }.",
        )
    target = go or otherwise
    condition = read_when(fields, when) if when else None if "else" in fields.mapped.entries else Both(())
    return Look(condition, read_target(fields, target) if target else Target("", value.place), value.place)
