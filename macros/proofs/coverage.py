"""Which answers rest on which clauses: every clause with a duty is cited by some outcome, or waived with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.clauses.model import Clause, Policy
from macros.problems import Problem, did_you_mean
from macros.proofs.records import WAIVED, in_a_row, wrong
from macros.trees.model import Text, Tree


@dataclass(frozen=True)
class Row:
    """A clause, the outcomes of each tree that cite it, or why none needs to. To rest on it is not to cite it."""

    clause: Clause
    cited: Mapping[str, tuple[str, ...]]
    waived: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it asks something of somebody, and no answer says so."""
        return bool(self.clause.duties) and not self.cited and not self.waived


def cover(trees: Mapping[str, Tree], policy: Policy, waived: Mapping[str, Text]) -> tuple[Row, ...]:
    """A row for each clause of the policy, in its order."""
    cited: dict[str, dict[str, tuple[str, ...]]] = {}
    for tree in trees.values():
        for outcome in tree.outcomes.values():
            for number in {text.text: None for text in outcome.because}:
                at = cited.setdefault(number, {})
                at[tree.name] = (*at.get(tree.name, ()), outcome.name)
    return tuple(Row(clause, cited.get(clause.number, {}), str(waived.get(clause.number, ""))) for clause in policy)


def uncovered(rows: tuple[Row, ...]) -> Iterator[Problem]:
    """One advice for each page of the policy with clauses that ask something, and no answer cites."""
    pages: dict[str, list[Clause]] = {}
    for row in rows:
        if row.is_open:
            pages.setdefault(row.clause.page, []).append(row.clause)
    for clauses in pages.values():
        numbers = in_a_row([str(clause.number) for clause in clauses], "clause")
        what = f"No answer cites {numbers}."
        fix = f'Let an outcome rest on each, or say why none needs to, in {WAIVED}: "{clauses[0].number}: …".'
        yield Problem(clauses[0].place, "uncited-clause", what, fix, "advice")


def wrong_waivers(rows: tuple[Row, ...], waived: Mapping[str, Text]) -> Iterator[Problem]:
    """Reasons for clauses that are not there, are cited after all, or ask nothing of anybody."""
    by_number = {str(row.clause.number): row for row in rows}
    for number, reason in waived.items():
        row, fix = by_number.get(number), "Take the line out."
        if not row:
            fix = did_you_mean(number, by_number) or fix
            yield wrong(reason.place, f'The policy has no clause "{number}".', fix)
        elif row.cited:
            tree, outcomes = next(iter(row.cited.items()))
            yield wrong(reason.place, f'{number} is cited after all, by "{outcomes[0]}" of "{tree}".', fix)
        elif not row.clause.duties:
            yield wrong(reason.place, f"{number} asks nothing of anybody, so no answer needs to cite it.", fix)


def as_json(rows: tuple[Row, ...]) -> list[dict[str, Any]]:
    """The matrix for programs."""
    return [
        {
            "clause": str(row.clause.number),
            "forces": [duty.force for duty in row.clause.duties],
            "cited": {tree: list(outcomes) for tree, outcomes in row.cited.items()},
            "waived": row.waived or None,
        }
        for row in rows
    ]
