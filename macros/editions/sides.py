"""Finds the two sides of a comparison: the working copy, a published edition, or the policy as it stood in git."""

from __future__ import annotations

from pathlib import Path

from macros.browser.compare.editions import Published
from macros.editions.policy_data import FORMAT, policy_data
from macros.editions.publish import POLICY, TREES
from macros.editions.trees_data import trees_data
from macros.history import project_at, published
from macros.problems import Place, Problem, faults
from macros.project import Project, load
from macros.register import DRAFT

WORKING_COPY = ("", ".", DRAFT)


def find_side(root: Path, name: str) -> tuple[Published | None, tuple[Problem, ...]]:
    """What an edition published, or would publish, and what stood in the way.

    With faults in the trees, the clauses can still be compared; with faults in the policy's pages, nothing can.
    """
    if name in WORKING_COPY:
        return side_of(load(root), DRAFT, "the working copy")
    if files := published(root, name, (POLICY, TREES)):
        return read_side(name, Published(files[POLICY], files[TREES]))
    found = project_at(root, name)
    return (None, (found,)) if isinstance(found, Problem) else side_of(found, name, name)


def side_of(project: Project, number: str, called: str) -> tuple[Published | None, tuple[Problem, ...]]:
    """What a project would publish."""
    found = faults(project.problems)
    if not len(project.policy) or any(problem.place.path.startswith("docs/policy") for problem in found):
        return None, (unreadable(called, found, "Nothing can be compared."), *found)
    policy = policy_data(project, number)
    if not project.diagrams:
        return Published(policy, None), (unreadable(called, found, "Only the clauses are compared."), *found)
    return Published(policy, trees_data(project, number)), ()


def read_side(name: str, side: Published) -> tuple[Published | None, tuple[Problem, ...]]:
    """A published edition, if it is written in a way that this version reads."""
    if (side.policy.get("format"), (side.trees or {}).get("format")) == (FORMAT, FORMAT):
        return side, ()
    what = f"Edition {name} was published in a form that this version does not read."
    return None, (Problem(Place("."), "unreadable-edition", what, "Use the newest version of this project."),)


def unreadable(called: str, found: tuple[Problem, ...], so: str) -> Problem:
    """A side with faults."""
    count = "a fault" if len(found) == 1 else f"{len(found)} faults"
    what = f"This version finds {count} in {called}. {so}"
    return Problem(Place("."), "unreadable-edition", what, "These are:" if found else "")
