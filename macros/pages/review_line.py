"""Says at the foot of a tree's page whether somebody held the tree against its clauses, and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from macros.browser.dates import write_date
from macros.clauses.model import Policy
from macros.proofs.records import Review
from macros.proofs.reviewed import standing
from macros.trees.model import Tree


def review_line(tree: Tree, policy: Policy, review: Review | None, words: Mapping[str, str]) -> str:
    """The line as plain text."""
    now = standing(tree, policy, review)
    if not review:
        return words["reviewed.never"]
    day = write_date(date.fromisoformat(review.on), words["months"])
    return words[f"reviewed.{now}"].format(day=day, role=review.by)
