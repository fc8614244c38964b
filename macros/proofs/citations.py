"""Holds each verdict against the force of the clauses it cites: what a clause forbids cannot be the reason for a yes.

    force of the duty   yes          nothing-to-do   yes-if       ask   no, act-now
    must                fits         against         fits         fits  binds
    must not            against      against         against      fits  binds
    should              fits         perhaps         fits         fits  binds
    should not          perhaps      perhaps         perhaps      fits  binds
    may only            perhaps      perhaps         fits         fits  binds
    instruction         fits         perhaps         fits         fits  binds
    asked               fits         fits            fits         fits  binds
    may                 fits         fits            fits         fits  -
    encouraged          fits         fits            fits         fits  -
    advised             fits         fits            fits         fits  -

"Against" is a fault, "perhaps" advice, unless the outcome says with ``although`` why the clause does not stand in its
way. A clause with several duties fits if one of them does, for the outcome may rest on that one; a clause without
duties (a definition, a statement) always fits. A ``no`` or an ``act-now`` needs one clause that binds: if no clause
forbids or demands anything, whose ban is it? It is advice, unless ``although`` says so for one of them. "May only" fits
a yes-if, which lists the conditions, and asks a plain yes to say that they were met. An ``ask`` promises nothing, so
all fits it. A hand-over cites nothing.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Literal

from macros.clauses.model import Clause, Policy
from macros.problems import Problem
from macros.trees.model import Outcome, Text, Tree

Fit = Literal["fits", "perhaps", "against"]

AGAINST: dict[str, tuple[str, ...]] = {
    "yes": ("must not",),
    "nothing-to-do": ("must not", "must"),
    "yes-if": ("must not",),
}
PERHAPS: dict[str, tuple[str, ...]] = {
    "yes": ("should not", "may only"),
    "nothing-to-do": ("should not", "may only", "should", "instruction"),
    "yes-if": ("should not",),
}
BINDING = ("must", "must not", "should", "should not", "may only", "instruction", "asked")
BOUND = ("no", "act-now")
QUOTED = 120  # letters


def check_citations(tree: Tree, policy: Policy) -> Iterator[Problem]:
    """Every citation that does not fit its verdict, and every ``although`` that explains nothing."""
    for outcome in tree.outcomes.values():
        cited = [number for number in outcome.because if number.text in policy]
        for number in cited:
            yield from stands_against(outcome, number, policy[number.text])
        yield from rests_on_no_duty(outcome, [policy[number.text] for number in cited])
        yield from explains_nothing(outcome, policy)


def fit(outcome: Outcome, clause: Clause) -> Fit:
    """How a clause goes with the verdict of an outcome: as its best duty does."""
    verdict = outcome.verdict or ""
    forces = [duty.force for duty in clause.duties]
    if any(force not in (*AGAINST.get(verdict, ()), *PERHAPS.get(verdict, ())) for force in forces) or not forces:
        return "fits"
    return "perhaps" if any(force in PERHAPS.get(verdict, ()) for force in forces) else "against"


def stands_against(outcome: Outcome, number: Text, clause: Clause) -> Iterator[Problem]:
    """A clause whose force stands against the verdict, unless the outcome says why it does not."""
    found = fit(outcome, clause)
    if found == "fits" or number.text in outcome.although:
        return
    what = f'"{outcome.name}" says {outcome.verdict}, and cites {number}, which says "{in_words(clause)}".'
    fix = f'Look at both again. If the answer is right, say why: "although: {{ {number}: … }}".'
    if found == "against":
        yield Problem(number.place, "against-the-clause", what, fix)
    else:
        yield Problem(number.place, "perhaps-against-the-clause", what, fix, "advice")


def rests_on_no_duty(outcome: Outcome, clauses: list[Clause]) -> Iterator[Problem]:
    """A verdict that binds, resting on clauses that do not."""
    if lacks_a_duty(outcome, clauses) and not outcome.although:
        numbers = ", ".join(str(clause.number) for clause in clauses)
        what = f'"{outcome.name}" says {outcome.verdict}, but {numbers} forbids and demands nothing.'
        fix = f'Cite the clause that does, or say why this follows: "although: {{ {clauses[0].number}: … }}".'
        yield Problem(outcome.at("because"), "binds-without-a-duty", what, fix, "advice")


def lacks_a_duty(outcome: Outcome, clauses: list[Clause]) -> bool:
    """Whether a verdict that binds has no clause that does."""
    duties = [duty for clause in clauses for duty in clause.duties]
    return bool(clauses) and outcome.verdict in BOUND and not any(duty.force in BINDING for duty in duties)


def explains_nothing(outcome: Outcome, policy: Policy) -> Iterator[Problem]:
    """An ``although`` for a clause that is not cited, and one for a clause that fits as it is."""
    cited = {number.text for number in outcome.because}
    for number in outcome.although:
        place = outcome.at(f"although.{number}")
        if number not in cited:
            what = f'"although" speaks of {number}, which "{outcome.name}" does not cite.'
            yield Problem(place, "although-not-cited", what, f'Add {number} to "because", or take the line out.')
        elif number in policy and not needs_a_word(outcome, policy[number]):
            what = f'{number} does not stand against {outcome.verdict}, so "although" has nothing to explain.'
            yield Problem(place, "needless-although", what, "Take the line out.", "advice")


def needs_a_word(outcome: Outcome, clause: Clause) -> bool:
    """Whether a reader might wonder: some duty of the clause stands against the verdict, or none of them binds."""
    forces = {duty.force for duty in clause.duties}
    if outcome.verdict in BOUND:
        return not forces & {*BINDING}
    return bool(forces & {*AGAINST.get(outcome.verdict or "", ()), *PERHAPS.get(outcome.verdict or "", ())})


def in_words(clause: Clause) -> str:
    """What a clause asks, force first: ``should not accept them``."""
    asked = "; ".join(f"{duty.force} {duty.action}" for duty in clause.duties)
    return textwrap.shorten(asked, QUOTED, placeholder=" …")
