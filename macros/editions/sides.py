"""Finds the two sides of a comparison: the working copy, a published edition, or the policy as it stood in git."""

from __future__ import annotations

from pathlib import Path

from macros.browser.compare.editions import Published
from macros.browser.states import TooWideError
from macros.editions.policy_data import FORMAT, policy_data
from macros.editions.publish import POLICY, TREES
from macros.editions.trees_data import trees_data
from macros.history import project_at, published
from macros.problems import Place, Problem, faults
from macros.project import Project, load
from macros.proofs.diagram import Diagram, draw
from macros.proofs.folder import compile_all
from macros.register import DRAFT
from macros.trees.compiler import load_compiled

WORKING_COPY = ("", ".", DRAFT)


def find_side(root: Path, name: str) -> tuple[Published | None, tuple[Problem, ...]]:
    """What an edition published, or would publish, and what stood in the way.

    With trees that cannot be followed, the clauses are still compared; with faults in the policy's pages, nothing is.
    """
    if name in WORKING_COPY:
        return side_of(load(root), DRAFT, "the working copy")
    if files := published(root, name, (POLICY, TREES)):
        return read_side(name, Published(files[POLICY], files[TREES]))
    found = project_at(root, name)
    return (None, (found,)) if isinstance(found, Problem) else side_of(found, name, name)


def side_of(project: Project, number: str, called: str) -> tuple[Published | None, tuple[Problem, ...]]:
    """What a project would publish. Claims and citations that fail make no answer another, so those are compared."""
    found = faults(project.problems)
    if not len(project.policy) or any(problem.place.path.startswith("docs/policy") for problem in found):
        return None, (unreadable(called, found, "Nothing can be compared."),)
    policy = policy_data(project, number)
    try:
        diagrams = project.diagrams or drawn(project)
    except TooWideError:
        diagrams = {}
    if found and not diagrams:
        return Published(policy, None), (unreadable(called, found, "Only the clauses are compared."),)
    told = (unreadable(called, found, "The answers are compared all the same."),) if found else ()
    return Published(policy, trees_data(project, number, diagrams)), told


def drawn(project: Project) -> dict[str, Diagram]:
    """The diagrams of trees that can be followed, whatever else is wrong with them; none where they cannot."""
    sources = compile_all(project.trees, project.policy) if project.is_tried else {}
    return {name: draw(load_compiled(source, name)) for name, source in sources.items()}


def read_side(name: str, side: Published) -> tuple[Published | None, tuple[Problem, ...]]:
    """A published edition, if it is written in a way that this version reads."""
    if (side.policy.get("format"), (side.trees or {}).get("format")) == (FORMAT, FORMAT):
        return side, ()
    what = f"Edition {name} was published in a form that this version does not read."
    return None, (Problem(Place("."), "unreadable-edition", what, "Use the newest version of this project."),)


def unreadable(called: str, found: tuple[Problem, ...], so: str) -> Problem:
    """A side with faults, and the first of them: who wants all asks ``policy check`` there."""
    count = "a fault" if len(found) == 1 else f"{len(found)} faults"
    first = f" {found[0]}" if found else ""
    return Problem(Place("."), "unreadable-edition", f"This version finds {count} in {called}.", f"{so}{first}")
