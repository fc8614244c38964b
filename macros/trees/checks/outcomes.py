"""What can be wrong with an outcome: what it rests on, and what is printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.clauses.model import Policy
from macros.problems import Problem, did_you_mean
from macros.trees.checks import Faults
from macros.trees.model import Outcome, Text, Tree

LOOK_UP = "Look its number up in docs/policy."
SEVERAL = re.compile(r"[\w.]+(\s*,\s*[\w.]+)+")
WITH_VERDICT = ("say", "because", "although", "until", "on-work-account")


def outcomes_cite(tree: Tree) -> Faults:
    """Every answer rests on a clause."""
    for outcome in tree.outcomes.values():
        if not outcome.because and not outcome.goto and "because" not in outcome.places:
            yield Problem(
                outcome.place,
                "no-clause",
                f'Outcome "{outcome.name}" rests on no clause.',
                'Add "because: [ … ]" with the clauses it follows from.',
            )
        elif not outcome.because and not outcome.goto:
            yield Problem(
                outcome.at("because"), "no-clause", f'Outcome "{outcome.name}" rests on no clause.', "Name one here."
            )


def reminders_with_yes(tree: Tree) -> Faults:
    """The reminders are for those who may go on."""
    for outcome in tree.outcomes.values():
        if outcome.on_work_account and outcome.verdict not in ("yes", "yes-if"):
            yield Problem(
                outcome.at("on-work-account"),
                "reminders-without-yes",
                f'Outcome "{outcome.name}" is not a yes.',
                'Take "on-work-account" out: its reminders are for those who may go on.',
            )


def days_from_dates(tree: Tree) -> Faults:
    """A day is counted from a date that the tree asks for."""
    for outcome in tree.outcomes.values():
        asked = tree.questions.get(outcome.until.question.text) if outcome.until else None
        if outcome.until and (not asked or asked.kind != "date"):
            dates = [name for name, question in tree.questions.items() if question.kind == "date"]
            yield Problem(
                outcome.until.question.place,
                "not-a-date",
                f'No question called "{outcome.until.question}" asks for a date.',
                did_you_mean(outcome.until.question.text, dates) or "Name a question of kind date.",
            )


def only_what_is_shown(tree: Tree) -> Faults:
    """A hand-over shows nothing of its own, and only a hand-over carries answers."""
    for outcome in tree.outcomes.values():
        for key in shown_nowhere(outcome):
            what = "hands over to another tree" if outcome.goto else "does not hand over to another tree"
            yield Problem(
                outcome.at(key),
                "never-shown",
                f'Outcome "{outcome.name}" {what}, so its "{key}" would be lost.',
                "Take it out.",
            )


def shown_nowhere(outcome: Outcome) -> Iterator[str]:
    """The keys of an outcome that nothing would come of."""
    if outcome.goto and not outcome.verdict:
        yield from (key for key in WITH_VERDICT if key in outcome.places)
    if outcome.verdict and not outcome.goto and "knowing" in outcome.places:
        yield "knowing"


def known_clauses(tree: Tree, policy: Policy) -> Faults:
    """Every clause that is named stands in the policy."""
    for number in named(tree):
        if number.text not in policy:
            yield Problem(
                number.place,
                "unknown-clause",
                f'The policy has no clause "{number}".',
                in_brackets(number.text) or did_you_mean(number.text, policy.numbers) or LOOK_UP,
            )


def in_brackets(numbers: str) -> str:
    """The way out where several numbers stand there as one text."""
    return f"Put brackets round them: [{numbers}]." if SEVERAL.fullmatch(numbers) else ""


def living_clauses(tree: Tree, policy: Policy) -> Faults:
    """No answer rests on a clause that was repealed."""
    for number in named(tree):
        if number.text in policy and policy[number.text].kind == "repealed":
            yield Problem(
                number.place,
                "repealed-clause",
                f"Clause {number} was repealed.",
                "Take it out, and think the answer over again.",
            )


def named(tree: Tree) -> Iterator[Text]:
    """Every clause the tree names, where it stands."""
    yield from tree.rests_on
    for outcome in tree.outcomes.values():
        yield from outcome.because
    for claim in tree.always:
        yield from claim.cites
