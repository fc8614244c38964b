"""Reads what a tree is held to: claims about every path, and examples of people."""

from __future__ import annotations

from macros.trees.condition_reader import read_when
from macros.trees.conditions import Both
from macros.trees.fields import Fields
from macros.trees.model import Claim, Example, Text
from macros.trees.yaml_values import Sequence, Value

CLAIM_KEYS = (
    "claim",
    "when",
    "verdict",
    "never",
    "given",
    "cites",
    "monotone",
    "independent-of",
    "reachable",
    "at-most",
)
CONTENT = {*CLAIM_KEYS} - {"claim", "when"}
MOST_DIGITS = 4  # of a number of questions
EVERY_PATH = Both(())
EXAMPLE_KEYS = ("name", "today", "answers", "outcome", "verdict")


def read_claim(tree: Fields, value: Value) -> Claim | None:
    """One claim that must hold on every path."""
    fields = Fields(tree.reading, value, "A claim", CLAIM_KEYS, tree.parameters)
    words, when, given = fields.line("claim", required=True), fields.text("when"), fields.text("given")
    if fields.is_mapping and not fields.unknown and not CONTENT & {*fields.mapped.keys}:
        fields.fault(
            value.place,
            "empty-claim",
            f'The claim "{words}" claims nothing.',
            f"Say what always holds: {', '.join(key for key in CLAIM_KEYS if key in CONTENT)}.",
        )
    return Claim(
        words,
        value.place,
        when=read_when(fields, when) if when else EVERY_PATH,
        verdict=fields.list("verdict"),
        never=fields.list("never"),
        given=read_when(fields, given) if given else None,
        cites=fields.list("cites"),
        monotone={name: read_ladder(fields, inner) for name, _, inner in fields.pairs("monotone")},
        independent_of=fields.list("independent-of"),
        reachable=fields.list("reachable"),
        at_most=read_number_of_questions(fields),
        places=fields.places,
    )


def read_ladder(fields: Fields, value: Value) -> tuple[Text, ...]:
    """Answers of a question, from the most permissive to the least: two or more."""
    items = value.items if isinstance(value, Sequence) else (value,)
    if len(items) < 2:  # noqa: PLR2004 - one alone is in no order
        fix = "List answers so that each is never more permissive than the one before: [old-enough, too-young]."
        fields.fault(value.place, "no-ladder", "One answer alone cannot be in an order.", fix)
    ladder = tuple(fields.scalar(item, "Each answer") for item in items)
    twice = next((step for at, step in enumerate(ladder) if step.text in map(str, ladder[:at])), None)
    if twice:
        fields.fault(twice.place, "no-ladder", f'"{twice}" stands twice in this order.', "Keep one of them.")
    return ladder


def read_number_of_questions(fields: Fields) -> int | None:
    """How many questions a path may have at most."""
    text = fields.text("at-most")
    is_number = bool(text and text.text.isdecimal() and len(text.text) <= MOST_DIGITS)
    if text and text.text and not is_number:
        what = f'"at-most" is "{text}", which is not a number of questions.'
        fields.fault(text.place, "not-a-number", what, "Write a whole number in digits.")
    return int(text.text) if text and is_number else None


def read_example(tree: Fields, value: Value) -> Example | None:
    """One person's case."""
    fields = Fields(tree.reading, value, "An example", EXAMPLE_KEYS, tree.parameters)
    name, outcome = fields.line("name", required=True), fields.text("outcome", required=True)
    answers = {question: read_answer(fields, inner) for question, _, inner in fields.pairs("answers")}
    if not outcome:
        return None
    today, verdict = fields.text("today"), fields.text("verdict")
    return Example(name, value.place, answers, outcome, today, verdict, fields.places)


def read_answer(fields: Fields, value: Value) -> str | tuple[str, ...]:
    """An option, a range, a date or a number as text; or a list of ticks."""
    if isinstance(value, Sequence):
        return tuple(fields.scalar(item, "Each tick").text for item in value)
    return fields.scalar(value, "An answer").text
