"""Reads one outcome of a YAML file: a verdict with its reasons, or a hand-over."""

from __future__ import annotations

import re
from typing import cast

from macros.problems import Place, did_you_mean
from macros.trees.fields import Fields
from macros.trees.model import VERDICTS, Outcome, Text, Until, Verdict
from macros.trees.ranges import read_number
from macros.trees.yaml_values import Value

OUTCOME_KEYS = ("verdict", "say", "because", "although", "until", "on-work-account", "goto", "knowing")
UNTIL_KEYS = ("day", "say", "otherwise")


def read_outcome(tree: Fields, name: str, place: Place, value: Value) -> Outcome:
    """One outcome: a verdict with its reasons, or a hand-over."""
    fields = Fields(tree.reading, value, f'Outcome "{name}"', OUTCOME_KEYS, tree.parameters, place=place)
    has_verdict, has_goto = (key in fields.mapped.entries for key in ("verdict", "goto"))
    if has_verdict and has_goto:
        what = f'Outcome "{name}" has a verdict and hands over to another tree.'
        fields.fault(fields.mapped.keys["goto"], "verdict-and-goto", what, "Keep one of them.")
    if not has_goto:
        fields.require("verdict", f"Add a line with one of these: {', '.join(VERDICTS)}.")
    return Outcome(
        name,
        place,
        verdict=read_verdict(fields),
        say=fields.words("say", required=not has_goto),
        because=fields.list("because"),
        although=fields.texts("although"),
        until=read_until(fields),
        on_work_account=fields.flag("on-work-account"),
        goto=fields.text("goto"),
        knowing=fields.texts("knowing"),
        places=fields.places,
    )


def read_verdict(fields: Fields) -> Verdict | None:
    """The verdict, if there is one and it is known."""
    verdict = fields.text("verdict")
    if verdict and verdict.text and verdict.text not in VERDICTS:
        fix = did_you_mean(verdict.text, VERDICTS) or f"Verdicts are: {', '.join(VERDICTS)}."
        fields.fault(verdict.place, "unknown-verdict", f'There is no verdict "{verdict}".', fix)
    return cast("Verdict", verdict.text) if verdict and verdict.text in VERDICTS else None


def read_until(outcome: Fields) -> Until | None:
    """The day an outcome names, counted from a date that was given: ``day: years + 2 years``."""
    if "until" not in outcome.mapped.entries:
        return None
    place = outcome.mapped.keys["until"]
    fields = Fields(
        outcome.reading, outcome.mapped.entries["until"], '"until"', UNTIL_KEYS, outcome.parameters, place=place
    )
    day, say = fields.text("day", required=True), fields.text("say", required=True)
    otherwise = fields.words("otherwise", required=True)
    if say and say.text and "{day}" not in say.text:
        what = 'The day is not shown: "say" has no {day}.'
        fields.fault(say.place, "day-not-shown", what, "Write {day} where the day should stand.")
    match = re.fullmatch(r"([a-z0-9-]+) \+ (\w+) years?", " ".join(day.text.split())) if day else None
    years = read_number(match[2], fields.parameters, years=True) if match else None
    if day and say and match and years is not None:
        return Until(Text(match[1], day.place), years, say.text.strip(), otherwise)
    if day and day.text:
        fields.fault(
            day.place,
            "unknown-day",
            f'"{day}" is not a day I can count.',
            "Write the id of a date question and a number of years: last-worked + 2 years.",
        )
    return None
