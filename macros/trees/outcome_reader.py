"""Reads one outcome of a YAML file: a verdict with its reasons, or a hand-over."""

from __future__ import annotations

import re
from typing import cast

from macros.problems import Place
from macros.trees.fields import Fields
from macros.trees.model import VERDICTS, Outcome, Text, Until, Verdict
from macros.trees.ranges import read_number
from macros.trees.yaml_values import Value

OUTCOME_KEYS = ("verdict", "say", "because", "until", "on-work-account", "goto", "knowing")
UNTIL_KEYS = ("day", "say", "otherwise")


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
