"""The way that the browser's Python tells is the reader's way: on every path, look by look, each line on the chart."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import ModuleType

import pytest

from macros.browser import machine
from macros.browser.machine import Answer
from macros.browser.worker import handle
from macros.trees import graph
from macros.trees.conditions import holds
from macros.trees.model import HOLD_AND_ASK, NOT_SURE, Tree
from macros.trees.paths import every_path
from tests.browser.setting import SINK, WORDS, fresh, module
from tests.charts.drawn import PROJECT, TREES, Line, chart

COMPILED = {**PROJECT.compiled, "kitchen-sink": SINK, "other-tree": fresh("other-tree")}


def walk(tree: Tree, answers: Mapping[str, Answer]) -> Iterator[Line]:
    """The lines that some answers follow, read straight from the tree; a look by the number of its line."""
    order = {name: question.ladder for name, question in tree.questions.items()}
    known: dict[str, str] = {}
    at = ("question", tree.first)
    while at[0] == "question" and (tree.questions[at[1]].look or at[1] in answers):
        question = tree.questions[at[1]]
        if question.look:
            said, look = next(
                (str(number), look)
                for number, look in enumerate(question.look, start=1)
                if look.when is None or holds(look.when, known, order)
            )
            then = graph.resolve(tree, look.go)
        else:
            given = answers[at[1]]
            known[at[1]] = said = given if isinstance(given, str) else ("any" if given else "none")
            stray = said == NOT_SURE and NOT_SURE not in question.go
            then = ("outcome", HOLD_AND_ASK) if stray else graph.resolve(tree, question.go[said])
        yield at[1], said, " ".join(then)
        at = then


@pytest.mark.parametrize("name", TREES)
def test_on_every_path_the_way_is_that_of_the_tree(name: str) -> None:
    tree, compiled = TREES[name], COMPILED[name]
    for path in every_path(compiled):
        told = machine.way(compiled, path.answers)
        walked = list(walk(tree, path.answers))
        assert [(start, end) for start, _, end in told] == [(start, end) for start, _, end in walked]
        for (_, answer, _), (start, said, _) in zip(told, walked, strict=True):
            assert answer == ("" if tree.questions[start].look else said)


@pytest.mark.parametrize("name", TREES)
def test_each_line_of_a_way_is_one_line_of_the_chart(name: str) -> None:
    drawn = [(way.start, " ".join(way.end)) for way in chart(TREES[name]).ways]
    assert len(drawn) == len(set(drawn))
    for path in every_path(COMPILED[name]):
        way = machine.way(COMPILED[name], path.answers)
        assert {(start, end) for start, _, end in way} <= set(drawn)
        assert way[0][0] == TREES[name].first
        assert way[-1][2] == f"outcome {path.end}"
        assert all(one[2] == f"question {other[0]}" for one, other in pairwise(way))


def test_a_way_that_is_not_over_ends_at_the_question_to_answer() -> None:
    assert machine.way(SINK, {}) == []
    assert machine.way(SINK, {"what": ("names",), "born": "grown-up", "nonsense": "x"}) == [
        ("what", "any", "question born"),
        ("born", "grown-up", "question last-worked"),
    ]


def test_a_look_that_leads_to_a_look_is_passed_too() -> None:
    tree = fresh()
    tree.__dict__["look_settled"] = lambda _: "look again"
    tree.__dict__["look_again"] = lambda _: "outcome fine"
    assert machine.way(tree, {"what": (), "how-many": "few"})[1:] == [
        ("how-many", "few", "question settled"),
        ("settled", "", "question again"),
        ("again", "", "outcome fine"),
    ]
    assert machine.replay(tree, {"what": (), "how-many": "few"}).name == "fine"


def test_the_worker_tells_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ModuleType("words")
    words.__dict__["WORDS"] = WORDS
    for name, held in (("", ModuleType("compiled")), (".words", words), (".kitchen_sink", module("kitchen-sink"))):
        monkeypatch.setitem(sys.modules, f"compiled{name}", held)
    message = {"type": "step", "tree": "kitchen-sink", "today": "2026-11-22", "fragment": "what=none&how-many=few"}
    assert json.loads(handle(json.dumps(message)))["way"] == [
        ["what", "none", "question how-many"],
        ["how-many", "few", "question settled"],
        ["settled", "", "outcome fine"],
    ]
