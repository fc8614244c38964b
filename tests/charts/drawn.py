"""Charts of our trees and of the kitchen sink, drawn and read back: what every test of this room needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.charts.chart import Chart, chart_of
from macros.charts.layout import Layout, lay_out
from macros.charts.plan import Plan, plan_of
from macros.project import load
from macros.trees import graph
from macros.trees.model import HOLD_AND_ASK, NOT_SURE, Question, Tree
from tests.browser.setting import WORDS, Drawn
from tests.trees.workshop import ROOT, kitchen_sink

PROJECT = load(ROOT)
TREES: Mapping[str, Tree] = {**PROJECT.trees, **kitchen_sink().trees}
Line = tuple[str, str, str]


def chart(tree: Tree) -> Chart:
    """The chart of a tree."""
    return chart_of(tree, {name: other.title for name, other in TREES.items()}, WORDS)


def laid_out(tree: Tree) -> tuple[Plan, Layout]:
    """A chart, measured and placed."""
    plan = plan_of(chart(tree), WORDS)
    return plan, lay_out(ROOT, [plan.dot])[plan.dot]


def lines_of(tree: Tree) -> set[Line]:
    """Every line that a chart must have, read straight from the tree: (from, answer or number of the line, to)."""
    kept = {name for kind, name in graph.reachable(tree) if kind == "question"}
    return {line for name in kept for line in lines_from(tree, tree.questions[name])}


def lines_from(tree: Tree, question: Question) -> Iterator[Line]:
    """The lines out of one question."""
    for number, look in enumerate(question.look, start=1):
        yield question.name, str(number), " ".join(graph.resolve(tree, look.go))
    for answer, target in question.go.items():
        yield question.name, answer, " ".join(graph.resolve(tree, target))
    if not question.look and NOT_SURE not in question.go:
        yield question.name, NOT_SURE, f"outcome {HOLD_AND_ASK}"


def lines_in(html: str) -> list[Line]:
    """Every line that some HTML tells by its attributes."""
    return [
        (str(attrs["data-from"]), answer, str(attrs["data-to"]))
        for _, attrs in Drawn(html).elements
        if "data-from" in attrs
        for answer in str(attrs["data-answer"]).split()
    ]


def words_in(html: str) -> str:
    """All that can be read, without the spaces: the picture breaks its lines where it likes."""
    return "".join("".join(Drawn(html).texts).split())
