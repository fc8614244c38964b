"""`policy check`: every fault, then the advice, then how many questions readers meet. Only a fault makes it fail."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.advice.readability import Readability, hardest, middle
from macros.problems import Problem, faults
from macros.project import Project, load
from macros.proofs import coverage, figures

PAGES = "docs/guides/problems/index.md"
FIGURES, HARDEST = "docs/guides/figures.md", 5
HEADINGS = ("Tree", "Questions", "Paths", "Deepest", "Examples", "Median", "9 in 10")


def check(root: Path, asked: argparse.Namespace) -> int:
    """All problems at once."""
    project = load(root)
    if asked.json:
        print(json.dumps(as_json(project), indent=2))
    else:
        print(*report(project), sep="\n")
    return 1 if faults(project.problems) else 0


def as_json(project: Project) -> dict[str, Any]:
    """Everything for programs. Without a sound folder there are no figures."""
    return {
        "problems": [problem_as_json(problem) for problem in project.problems],
        "trees": len(project.trees),
        "clauses": len(project.policy),
        "figures": [figures.as_json(one) for one in project.figures.values()],
        "coverage": coverage.as_json(project.coverage),
        "readability": {kind: [one.as_json() for one in ones] for kind, ones in project.readability.items()},
    }


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """One problem for programs."""
    return {
        "level": problem.level,
        "code": problem.code,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.what,
        "fix": problem.fix,
    }


def report(project: Project) -> Iterator[str]:
    """Everything for people: the faults first, for they must be mended."""
    advice = [problem for problem in project.problems if problem.level == "advice"]
    yield from map(str, faults(project.problems))
    if advice:
        yield from ("", "Advice (none of it stops a build):", *map(str, advice))
    if project.figures:
        yield from ("", "Questions that a reader meets, and half of the examples (median), and nine in ten:")
        yield from in_columns([HEADINGS, *figures.table(project.figures)])
        yield from reading(project.readability)
        yield ""
    yield summary(project, len(advice))


def reading(found: Mapping[str, tuple[Readability, ...]]) -> Iterator[str]:
    """A line for the clauses and one for the trees: the middle, and what asks most of its readers. As advice."""
    if any(found.values()):
        yield from ("", f"Age at which they read easily, as advice (all of it: {FIGURES}):")
    for kind, ones in found.items():
        if ones:
            most = ", ".join(f"{one.name} ({one.age})" for one in hardest(ones, HARDEST))
            yield f"{kind}: half of them at {middle(ones):g} or below; hardest: {most}"


def in_columns(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows below each other: names to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *numbers in rows:
        cells = [name.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True))]
        yield "  ".join(cells)


def summary(project: Project, advice: int) -> str:
    """One line that says how it stands."""
    count = len(faults(project.problems))
    found = "no faults" if not count else "1 fault" if count == 1 else f"{count} faults"
    more = f", {advice} {'piece' if advice == 1 else 'pieces'} of advice" if advice else ""
    later = "" if project.is_tried or not count else " Claims and examples are tried once these are put right."
    meaning = f" What each means: {PAGES}" if project.problems else ""
    return f"{len(project.policy)} clauses, {len(project.trees)} trees, {found}{more}.{later}{meaning}"
