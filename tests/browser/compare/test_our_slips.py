"""Our own trees with slips of a hand: the decision diff, held against listing every path of both.

Also the other way: a diff that finds nothing wrong with a slip must be right that nothing changed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any

import pytest

from macros.browser import dates, machine
from macros.browser.compare.trees import AnswerChange, compare_trees
from macros.browser.machine import ANY, NONE, NOT_SURE, Answer, CompiledTree
from macros.editions.trees_data import tree_data
from macros.problems import faults
from macros.project import Project, load
from macros.proofs.diagram import draw
from macros.proofs.mutants import compile_quickly
from macros.proofs.mutations import Mutation, mutations
from macros.trees.checker import check_graph
from tests.browser.compare.made import NEVER
from tests.trees.workshop import ROOT

TODAY = date(2026, 11, 22)
RANKS = {"yes": 0, "nothing-to-do": 0, "yes-if": 1, "ask": 2, "no": 3, "act-now": 4}
SLIPS = 12  # of each tree


@cache
def ours() -> Project:
    """Our own project."""
    return load(ROOT)


def some_slips(name: str) -> list[Mutation]:
    """Slips of a tree that leave it sound, chosen by chance, but the same each time; every moved cut is among them."""
    every = [slip for slip in mutations(ours().trees[name]) if not faults(check_graph(slip.tree))]
    chance = random.Random(name)  # noqa: S311 - a choice for a test is no secret
    cuts = [slip for slip in every if slip.kind == "cut"]
    return [*cuts, *chance.sample(every, min(SLIPS, len(every)))]


def combined(
    old: CompiledTree, new: CompiledTree, given: Mapping[str, tuple[Answer, Answer]]
) -> Iterator[tuple[str, str, int]]:
    """Every way of answering both trees, one by one: both outcomes, and the number of questions."""
    steps = [
        machine.replay(tree, {name: answers[side] for name, answers in given.items()})
        for side, tree in enumerate((old, new))
    ]
    asks = next((step.name for step in steps if step.kind == "question"), None)
    if asks is None:
        yield steps[0].name, steps[1].name, len(given)
        return
    for answers in answers_of(old.QUESTIONS[asks], new.QUESTIONS[asks]):
        yield from combined(old, new, {**given, asks: answers})


def answers_of(old: Any, new: Any) -> list[tuple[Answer, Answer]]:  # noqa: ANN401 - compiled questions
    """The answers to one question, as each tree takes them. Days are tried one by one, near every birthday."""
    unsure: list[tuple[Answer, Answer]] = [(NOT_SURE, NOT_SURE)]
    if old["kind"] == "several":
        return [((), ()), (ANY, ANY), *unsure]
    if old["kind"] == "date":
        days = [
            dates.add_years(TODAY, -years) + timedelta(days=step)
            for years, step in product(range(100), (-1, 0, 1))
            if dates.add_years(TODAY, -years) + timedelta(days=step) <= TODAY
        ]
        found = [tuple(dates.range_of_date(side["ranges"], day, TODAY) for side in (old, new)) for day in days]
        return [*dict.fromkeys((one, other) for one, other in found), *unsure]
    return [*((option, option) for option in old["options"]), *unsure]


def in_short(change: AnswerChange) -> tuple[str, str, int, int]:
    """A changed answer: both outcomes, in how many ways, and with how many answers at the fewest."""
    return change.old, change.new, change.ways, len(change.given)


def by_hand(old: CompiledTree, new: CompiledTree) -> tuple[set[tuple[str, str, int, int]], int]:
    """The same, from every way of answering, with the number of all ways. Outcomes keep their words in a slip."""
    found: dict[tuple[str, str], list[int]] = {}
    for before, after, count in combined(old, new, {}):
        found.setdefault((before, after), []).append(count)
    changed = {
        (before, after, len(counts), min(counts))
        for (before, after), counts in found.items()
        if not says_the_same(old.OUTCOMES[before], new.OUTCOMES[after])
    }
    return changed, sum(map(len, found.values()))


def says_the_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether a reader meets the same at both ends. The order in which clauses are cited is no difference."""
    keys = ("verdict", "say", "until", "on_work_account", "goto", "knowing")
    return {*one["because"]} == {*other["because"]} and all(one.get(key) == other.get(key) for key in keys)


def published(name: str, slip: Mutation | None = None) -> tuple[CompiledTree, dict[str, Any]]:
    """Our trees as they are published, one of them with a slip."""
    project = ours()
    clauses = {str(clause.number): clause.id for clause in project.policy}
    titles = {other: tree.title for other, tree in project.trees.items()}
    tree = slip.tree if slip else project.trees[name]
    compiled = compile_quickly(tree, titles)
    others = {other: tree_data(project.trees[other], project.diagrams[other], NEVER) for other in project.trees}
    return compiled, {"clauses": clauses, "trees": {**others, name: tree_data(tree, draw(compiled), NEVER)}}


@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "decision_trees").glob("*.yml"))])
def test_the_diff_of_a_slip_is_the_difference_of_all_paths(name: str) -> None:
    original, before = published(name)
    for slip in some_slips(name):
        changed, after = published(name, slip)
        expected, ways = by_hand(original, changed)
        found = compare_trees(before, after)
        answers = [change for tree in found for change in tree.answers]
        assert {in_short(change) for change in answers} == expected, slip.name
        assert all(tree.ways == ways for tree in found if tree.answers), slip.name
        for change in answers:
            assert_is_so(change, original, changed)


def assert_is_so(change: AnswerChange, old: CompiledTree, new: CompiledTree) -> None:
    """The example of a change leads where it says, by the machine itself; and is called what its verdicts are."""
    for side, tree, end in (("old", old, change.old), ("new", new, change.new)):
        given = {one.question: typed(tree, one.question, getattr(one, side)) for one in change.given}
        stands = machine.replay(tree, given)
        assert (stands.kind, stands.name) == ("outcome", end)
    if "goto" not in (change.old_verdict, change.new_verdict):
        step = RANKS[change.new_verdict] - RANKS[change.old_verdict]
        assert (change.end.kind == "tightened", change.end.kind == "loosened") == (step > 0, step < 0)


def typed(tree: CompiledTree, question: str, answer: str) -> Answer:
    """An answer as the machine takes it."""
    return () if tree.QUESTIONS[question]["kind"] == "several" and answer == NONE else answer
