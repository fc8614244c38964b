"""Reads what a tree is held to: claims about every path, and examples of people."""

from __future__ import annotations

from macros.trees.condition_reader import read_when
from macros.trees.fields import Fields
from macros.trees.model import Claim, Example
from macros.trees.yaml_values import Mapped, Sequence, Value

CLAIM_KEYS = ("claim", "when", "verdict", "never", "given", "cites")
EXAMPLE_KEYS = ("name", "today", "answers", "outcome", "verdict")


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
    so = read_when(fields, when) if when else None
    return (
        Claim(words, value.place, so, verdict, never, read_when(fields, given) if given else None, cites)
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
