"""Counts what a reader meets in a tree: paths, and questions to an answer."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.browser import machine
from macros.proofs.diagram import Diagram
from macros.trees.examples import read_answers
from macros.trees.model import Tree


@dataclass(frozen=True)
class Figures:
    """Of one tree: its paths (a tick list counts as none or any), the questions of the deepest, and of each example."""

    tree: str
    questions: int
    outcomes: int
    paths: int
    deepest: int
    examples: tuple[int, ...]

    @property
    def median(self) -> float:
        """Questions to an answer: half of the examples need no more."""
        return median(self.examples)

    @property
    def nine_in_ten(self) -> int:
        """Questions to an answer: nine in ten examples need no more."""
        return nine_in_ten(self.examples)


def count(tree: Tree, diagram: Diagram) -> Figures:
    """The figures of a sound tree."""
    paths: list[int] = []
    depth: list[int] = []
    for node in diagram.nodes:
        paths.append(sum(paths[way] for way in node.ways.values()) if node.ways else 1)
        depth.append(1 + max(depth[way] for way in node.ways.values()) if node.ways else 0)
    ends = {node.name for node in diagram.nodes if node.kind == "outcome"}
    asking = len(diagram.tree.QUESTIONS)
    lengths = tuple(
        len(machine.replay(diagram.tree, read_answers(diagram.tree, example)).answers) for example in tree.examples
    )
    return Figures(tree.name, asking, len(ends), paths[diagram.start], depth[diagram.start], lengths)


def median(lengths: Iterable[int]) -> float:
    """The middle of some lengths, 0 of none."""
    lengths = list(lengths)
    return statistics.median(lengths) if lengths else 0


def nine_in_ten(lengths: Iterable[int]) -> int:
    """The length that nine in ten do not go beyond, 0 of none."""
    rising = sorted(lengths)
    return rising[math.ceil(len(rising) * 0.9) - 1] if rising else 0


def table(figures: Mapping[str, Figures]) -> list[tuple[str, ...]]:
    """A row for each tree and one for all: name, questions, paths, deepest, examples, median, nine in ten."""
    rows = [row(one.tree, one.questions, one.paths, one.deepest, one.examples) for one in figures.values()]
    every = [length for one in figures.values() for length in one.examples]
    asked, paths = (sum(getattr(one, name) for one in figures.values()) for name in ("questions", "paths"))
    deepest = max((one.deepest for one in figures.values()), default=0)
    return [*rows, row("all", asked, paths, deepest, every)]


def row(name: str, questions: int, paths: int, deepest: int, examples: Iterable[int]) -> tuple[str, ...]:
    """One row of the table."""
    lengths = list(examples)
    return (
        name,
        str(questions),
        f"{paths:,}",
        str(deepest),
        str(len(lengths)),
        f"{median(lengths):g}",
        str(nine_in_ten(lengths)),
    )


def as_json(figures: Figures) -> dict[str, Any]:
    """The same of one tree for programs, with the questions of every example."""
    return {
        "tree": figures.tree,
        "questions": figures.questions,
        "outcomes": figures.outcomes,
        "paths": figures.paths,
        "deepest": figures.deepest,
        "examples": list(figures.examples),
        "median": figures.median,
        "nine-in-ten": figures.nine_in_ten,
    }
