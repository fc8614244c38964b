"""Reads what a tree is held to: claims about every path, and examples of people."""

from __future__ import annotations

from macros.trees.condition_reader import read_when
from macros.trees.fields import Fields
from macros.trees.model import Claim, Example
from macros.trees.yaml_values import Sequence, Value

CLAIM_KEYS = ("claim", "when", "verdict", "never", "given", "cites")
EXAMPLE_KEYS = ("name", "today", "answers", "outcome", "verdict")


def read_claim(tree: Fields, value: Value) -> Claim | None:
    """One claim that must hold on every path."""
    fields = Fields(tree.reading, value, "A claim", CLAIM_KEYS, tree.parameters)
    words, when, given = fields.line("claim", required=True), fields.text("when", required=True), fields.text("given")
    verdict, never, cites = fields.list("verdict"), fields.list("never"), fields.list("cites")
    if fields.is_mapping and not fields.unknown and not {"verdict", "never", "cites", "given"} & {*fields.mapped.keys}:
        fields.fault(
            value.place,
            "empty-claim",
            f'The claim "{words}" claims nothing.',
            'Say what always holds: "verdict", "never", "given" or "cites".',
        )
    if not when:
        return None
    also = read_when(fields, given) if given else None
    return Claim(words, value.place, read_when(fields, when), verdict, never, also, cites, fields.places)


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
