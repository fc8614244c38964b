"""Lists the duties of a role: its own, those of everyone, and those it has because it counts as another role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.clauses.model import ROLES, Clause, Duty, Policy

EVERYONE, NOBODY = "everyone", "nobody named"
FOLDER = "duties"  # where the lists are read
READING = re.compile(r"\bR[1-9][0-9]?\b")
# As a checklist has them: first what binds, what allows and what advises after it.
GROUPS = (
    ("must",), ("must not",), ("should",), ("should not",), ("may only",), ("may",),
    ("encouraged", "advised", "asked"), ("instruction",),
)  # fmt: skip


@dataclass(frozen=True)
class CountsAs:
    """A role has another's duties too: by a reading of ours ("R1"), or by the plain word alone ("")."""

    role: str
    reading: str = ""


Counting = Mapping[str, CountsAs]


@dataclass(frozen=True)
class Owed:
    """A duty on somebody's list. ``by`` is the role that the clause names, where that is not their own."""

    clause: Clause
    duty: Duty
    by: str = ""
    reading: str = ""

    @property
    def readings(self) -> tuple[str, ...]:
        """Our readings that its clause is read with, as the editor's notes beside it name them."""
        named = (found for note in self.clause.notes for found in READING.findall(note.text))
        return tuple(one for one in dict.fromkeys(named) if one != self.reading)


def duties_of(policy: Policy, role: str, counting: Counting) -> tuple[Owed, ...]:
    """Every duty of a role, in the order of the policy. To be named, or to take part, is no duty."""
    found = ((clause, duty, why(duty.roles, role, counting)) for clause, duty in all_duties(policy))
    return tuple(Owed(clause, duty, *by) for clause, duty, by in found if by)


def takes_part(policy: Policy, role: str, counting: Counting) -> tuple[Owed, ...]:
    """The duties of others that a role takes part in: it is talked to, or agrees."""
    found = ((clause, duty, why(duty.alongside, role, counting)) for clause, duty in all_duties(policy))
    return tuple(Owed(clause, duty, *by) for clause, duty, by in found if by)


def all_duties(policy: Policy) -> Iterator[tuple[Clause, Duty]]:
    """Each duty, with its clause."""
    return ((clause, duty) for clause in policy for duty in clause.duties)


def why(named: tuple[str, ...], role: str, counting: Counting) -> tuple[str, str] | None:
    """By which role, and which reading, somebody is among those named; nothing, if they are not."""
    counts = counting.get(role)
    if role in named:
        return "", ""
    if EVERYONE in named and role != NOBODY:
        return EVERYONE, ""
    return (counts.role, counts.reading) if counts and counts.role in named else None


def slug(role: str) -> str:
    """What a role's page is called in addresses: ``line-manager``."""
    return role.replace(" ", "-")


def roles_with_lists(policy: Policy, counting: Counting) -> tuple[str, ...]:
    """Every role that has a duty or takes part in one, in the order of ROLES."""
    return tuple(role for role in ROLES if duties_of(policy, role, counting) or takes_part(policy, role, counting))


def grouped(owed: tuple[Owed, ...]) -> list[tuple[str, tuple[Owed, ...]]]:
    """The duties by their force, each group under the name of its first; those that are empty are left out."""
    groups = ((forces[0], tuple(one for one in owed if one.duty.force in forces)) for forces in GROUPS)
    return [(name, ones) for name, ones in groups if ones]
