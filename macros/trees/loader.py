"""Reads one YAML file into a Tree. It minds the shape only; whether the tree makes sense is the checker's business."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from macros.problems import Place, Problem
from macros.trees.conditions import Condition, NotUnderstood, read_condition
from macros.trees.fields import Fields
from macros.trees.model import (
    HOLD_AND_ASK,
    KINDS,
    VERDICTS,
    Claim,
    Example,
    Kind,
    Look,
    Outcome,
    Question,
    Range,
    Target,
    Text,
    Tree,
    Until,
    Verdict,
)
from macros.trees.ranges import SAY, read_number, read_range
from macros.trees.yaml_reader import Mapped, Reading, Sequence, Value, read_yaml

TREE_KEYS = ("title", "for", "rests-on", "private", "questions", "outcomes", "always", "examples")
QUESTION_KEYS = ("ask", "why", "kind", "options", "ranges", "go", "look")
LOOK_KEYS = ("when", "else", "go")
OUTCOME_KEYS = ("verdict", "say", "because", "until", "on-work-account", "goto", "knowing")
UNTIL_KEYS = ("day", "say", "otherwise")
CLAIM_KEYS = ("claim", "when", "verdict", "never", "given", "cites")
EXAMPLE_KEYS = ("name", "today", "answers", "outcome", "verdict")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_tree(path: str, text: str, parameters: Mapping[str, str]) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The tree a file holds, and every fault of shape in it. None where there is nothing to be read as a tree."""
    value, problems = read_yaml(path, text)
    reading = Reading(path, list(problems))
    if value is None:
        if not problems:
            reading.fault(
                Place(path), "empty-file", "This file is empty.", "Copy a tree from its neighbours and change it."
            )
        return None, tuple(reading.problems)
    fields = Fields(reading, value, "A tree", TREE_KEYS, parameters)
    tree = Tree(
        name=path.rsplit("/", 1)[-1].removesuffix(".yml"),
        title=fields.words("title", required=True),
        place=Place(path),
        audience=tuple(map(str, fields.list("for"))),
        rests_on=fields.list("rests-on", required=True),
        private=fields.flag("private"),
        questions={
            name: read_question(fields, name, place, inner) for name, place, inner in named(fields, "questions")
        },
        outcomes={name: read_outcome(fields, name, place, inner) for name, place, inner in named(fields, "outcomes")},
        always=tuple(claim for inner in fields.entries("always") if (claim := read_claim(fields, inner))),
        examples=tuple(example for inner in fields.entries("examples") if (example := read_example(fields, inner))),
    )
    return (tree if tree.questions else None), tuple(reading.problems)


def named(fields: Fields, key: str) -> list[tuple[str, Place, Value]]:
    """The questions or the outcomes, each with a well-formed id."""
    if key not in fields.mapped.entries:
        fields.fault(
            fields.place, "missing-key", f'A tree has no "{key}".', f'Add "{key}:" with at least one below it.'
        )
    pairs = list(fields.pairs(key))
    for name, place, _ in pairs:
        if not ID.fullmatch(name):
            fields.fault(place, "bad-id", f'"{name}" is no id.', "Use small letters, digits and hyphens: too-young.")
        if name == HOLD_AND_ASK:
            fields.fault(
                place,
                "bad-id",
                f'"{name}" is the id of the outcome that every tree has for "not sure".',
                "Choose another.",
            )
    return pairs


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
    return Look(condition(fields, when) if when else None, target, value.place)


def condition(fields: Fields, text: Text) -> Condition | None:
    """A condition in the tiny language, or a fault that points into it."""
    try:
        return read_condition(text.text)
    except NotUnderstood as error:
        place = Place(text.place.path, text.place.line, text.place.column + error.column)
        fields.fault(
            place,
            "unknown-condition",
            f'I do not understand "{text}": {error}',
            "Write conditions such as: young = yes and account in (work, personal).",
        )
        return None


def read_outcome(tree: Fields, name: str, place: Place, value: Value) -> Outcome:
    """One outcome: a verdict with its reasons, or a hand-over."""
    fields = Fields(tree.reading, value, f'Outcome "{name}"', OUTCOME_KEYS, tree.parameters)
    goto = fields.text("goto")
    verdict = fields.text("verdict")
    if verdict and verdict.text not in VERDICTS:
        fields.fault(
            verdict.place, "unknown-verdict", f'"{verdict}" is no verdict.', f"Verdicts are: {', '.join(VERDICTS)}."
        )
    if bool(goto) == bool(verdict):
        fields.fault(
            place, "no-verdict", f'Outcome "{name}" needs either a verdict or a "goto".', 'Add a line "verdict: ask".'
        )
    return Outcome(
        name,
        place,
        verdict=cast("Verdict", verdict.text) if verdict and verdict.text in VERDICTS else None,
        say=fields.words("say", required=not goto),
        because=fields.list("because"),
        until=read_until(fields),
        on_work_account=fields.flag("on-work-account"),
        goto=goto,
        knowing=fields.texts("knowing"),
    )


def read_until(outcome: Fields) -> Until | None:
    """The day an outcome names, counted from a date that was given: ``day: years + 2 years``."""
    if "until" not in outcome.mapped.entries:
        return None
    fields = Fields(outcome.reading, outcome.mapped.entries["until"], '"until"', UNTIL_KEYS, outcome.parameters)
    day, say, otherwise = (
        fields.text("day", required=True),
        fields.words("say", required=True),
        fields.words("otherwise", required=True),
    )
    match = re.fullmatch(r"([a-z0-9-]+) \+ (\w+) years?", day.text) if day else None
    years = read_number(match[2], fields.parameters) if match else None
    if day and match and years is not None:
        return Until(Text(match[1], day.place), years, say, otherwise)
    if day:
        fields.fault(
            day.place,
            "unknown-day",
            f'"{day}" is not a day I can count.',
            'Write the id of a date question and a number of years: "last-worked + 2 years".',
        )
    return None


def read_claim(tree: Fields, value: Value) -> Claim | None:
    """One claim that must hold on every path."""
    fields = Fields(tree.reading, value, "A claim", CLAIM_KEYS, tree.parameters)
    words, when, given = fields.words("claim", required=True), fields.text("when", required=True), fields.text("given")
    verdict, never, cites = fields.list("verdict"), fields.list("never"), fields.list("cites")
    if not (verdict or never or cites or given):
        fields.fault(
            value.place,
            "empty-claim",
            f'The claim "{words}" claims nothing.',
            'Say what holds: "verdict", "never", "given" or "cites".',
        )
    so = condition(fields, when) if when else None
    return (
        Claim(words, value.place, so, verdict, never, condition(fields, given) if given else None, cites)
        if so
        else None
    )


def read_example(tree: Fields, value: Value) -> Example | None:
    """One person's case."""
    fields = Fields(tree.reading, value, "An example", EXAMPLE_KEYS, tree.parameters)
    name, outcome = fields.words("name", required=True), fields.text("outcome", required=True)
    answers = {
        question: answer
        for question, _, inner in fields.pairs("answers")
        if (answer := read_example_answer(fields, inner)) is not None
    }
    return (
        Example(name, value.place, answers, outcome, fields.text("today"), fields.text("verdict")) if outcome else None
    )


def read_example_answer(fields: Fields, value: Value) -> str | tuple[str, ...] | None:
    """An option, a range, a date or a number as text; or a list of ticks."""
    if isinstance(value, Sequence):
        return tuple(text.text for item in value if (text := fields.scalar(item, "Each tick")))
    if isinstance(value, Mapped):
        fields.fault(
            value.place, "wrong-shape", "An answer must be plain text or a list.", "Write the id of an option."
        )
        return None
    return value.text
