"""What can be wrong with an outcome: what it rests on, and what is printed with it."""

from __future__ import annotations

from macros.clauses.model import Policy
from macros.problems import Problem, did_you_mean
from macros.trees.checks import Faults
from macros.trees.model import Text, Tree


def sound_outcomes(tree: Tree) -> Faults:
    """Every outcome cites; only a yes carries the reminders; a day is counted from a date question."""
    for outcome in tree.outcomes.values():
        if not outcome.because and not outcome.goto:
            yield Problem(
                outcome.place,
                "no-clause",
                f'Outcome "{outcome.name}" rests on no clause.',
                'Add "because: [ … ]" with the clauses it follows from.',
            )
        if outcome.on_work_account and outcome.verdict not in ("yes", "yes-if"):
            yield Problem(
                outcome.place,
                "reminders-without-yes",
                f'Outcome "{outcome.name}" is not a yes.',
                'Take out "on-work-account": the reminders are for those who may go on.',
            )
        if outcome.until:
            asked = tree.questions.get(str(outcome.until.question))
            if not asked or asked.kind != "date":
                yield Problem(
                    outcome.until.question.place,
                    "unknown-fact",
                    f'"{outcome.until.question}" asks for no date.',
                    did_you_mean(str(outcome.until.question), tree.questions) or "Name a question of kind date.",
                )


def unknown_clauses(tree: Tree, policy: Policy) -> Faults:
    """Every clause that is named stands in the policy."""
    named: list[Text] = [*tree.rests_on]
    named += [clause for outcome in tree.outcomes.values() for clause in outcome.because]
    named += [clause for claim in tree.always for clause in claim.cites]
    for number in named:
        if number.text not in policy:
            yield Problem(
                number.place,
                "unknown-clause",
                f'The policy has no clause "{number}".',
                did_you_mean(number.text, [str(clause.number) for clause in policy])
                or "Look up its number in docs/policy.",
            )
