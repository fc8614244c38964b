"""The policy: what a clause is, and how the pages of docs/policy are read to one."""

from macros.clauses.model import Clause, ClauseNumber, Duty, Note, Policy, Reference
from macros.clauses.parameters import fill
from macros.clauses.reader import read_policy

__all__ = ["Clause", "ClauseNumber", "Duty", "Note", "Policy", "Reference", "fill", "read_policy"]
