"""The diagram says what walking every path by hand says, and a tree with more paths than could be walked is proved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.browser.machine import NOT_SURE, CompiledTree
from macros.browser.states import TooWideError
from macros.project import load
from macros.proofs.diagram import Diagram, draw, senses
from macros.proofs.figures import count
from macros.proofs.walks import ends, pairs, spots
from macros.trees.compiler import load_compiled
from macros.trees.paths import Path, every_path
from tests.proofs.made_trees import made_tree
from tests.trees.workshop import ROOT, compiled_from, kitchen_sink, read

PROJECT = load(ROOT)
OURS = {**PROJECT.compiled, "kitchen-sink": load_compiled(kitchen_sink().sources["kitchen-sink"], "kitchen-sink")}
SEEDS = st.integers(0, 10_000)


def told(path: Path) -> dict[str, str]:
    """A path's answers as the diagram names them."""
    return {name: answer for name, answer in path.known().items() if name != "verdict"}


def walked(diagram: Diagram) -> set[tuple[tuple[tuple[str, str], ...], str]]:
    """Every way through a diagram, one by one."""
    waiting: list[tuple[int, tuple[tuple[str, str], ...]]] = [(diagram.start, ())]
    found = set()
    while waiting:
        number, answers = waiting.pop()
        node = diagram.nodes[number]
        waiting += [(way, (*answers, (node.name, answer))) for answer, way in node.ways.items()]
        if node.kind == "outcome":
            found.add((answers, node.name))
    return found


def by_hand(tree: CompiledTree) -> list[Path]:
    """Every path, each combination of ticks counted once."""
    return list({tuple(told(path).items()): path for path in every_path(tree)}.values())


@pytest.mark.parametrize("name", OURS)
def test_the_diagram_has_exactly_the_paths_of_the_machine(name: str) -> None:
    assert walked(draw(OURS[name])) == {(tuple(told(path).items()), path.end) for path in by_hand(OURS[name])}


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_ends_and_figures_are_those_counted_by_hand(seed: int) -> None:
    folder = read({"made": made_tree(8, seed)})
    tree = load_compiled(folder.sources["made"], "made")
    diagram, paths = folder.diagrams["made"], by_hand(tree)
    facts = frozenset({"q1", "q3", "q7"})
    expected = {(path.end, tuple((name, a) for name, a in told(path).items() if name in facts)) for path in paths}
    found = list(ends(diagram, facts))
    assert {(end.outcome, tuple(end.known.items())) for end in found} == expected
    for end in found:
        like_it = [path for path in paths if path.end == end.outcome and end.known.items() <= told(path).items()]
        like_it = [path for path in like_it if not (facts - {*end.known}) & {*path.answers}]
        assert len(end.answers) == min(len(path.answers) for path in like_it)
    figures = count(folder.trees["made"], diagram)
    assert (figures.paths, figures.deepest) == (len(paths), max(len(path.answers) for path in paths))


def completion(diagram: Diagram, number: int, given: dict[str, str]) -> str:
    """Where a node leads when every further question has its answer."""
    node = diagram.nodes[number]
    while node.kind == "question":
        node = diagram.nodes[node.ways[given[node.name]]]
    return node.name


def every_completion(diagram: Diagram) -> Iterator[dict[str, str]]:
    """Every answer to every question, all combined."""
    found: list[dict[str, str]] = [{}]
    for name in diagram.tree.QUESTIONS:
        answers = next(iter(diagram.at(name))).ways
        found = [{**given, name: answer} for given in found for answer in answers]
    return iter(found)


@settings(max_examples=4, deadline=None)
@given(SEEDS)
def test_nodes_side_by_side_differ_exactly_where_some_answers_tell_them_apart(seed: int) -> None:
    diagram = read({"made": made_tree(6, seed)}).diagrams["made"]
    every, sense = list(every_completion(diagram)), senses(diagram)
    leads = [[completion(diagram, number, given) for given in every] for number in range(len(diagram.nodes))]
    for one in range(len(diagram.nodes)):
        for other in range(len(diagram.nodes)):
            differ = {(left, right) for left, right in zip(leads[one], leads[other], strict=True) if left != right}
            assert {(pair.one, pair.other) for pair in pairs(diagram, one, other)} == differ
            assert (sense[one] == sense[other]) == (not differ)


def test_a_tree_of_sixty_questions_and_thousands_of_millions_of_paths_is_proved() -> None:
    folder = read({"made": made_tree(60)})
    assert not [problem for problem in folder.problems if problem.level == "fault"]
    assert count(folder.trees["made"], folder.diagrams["made"]).paths > 10**9
    assert len(folder.diagrams["made"].nodes) < 60 * 3


def test_ways_longer_than_a_number_are_found_and_no_others() -> None:
    diagram = draw(compiled_from(made_tree(8)))
    longest = max(len(end.answers) for end in ends(diagram, frozenset()))
    assert all(len(end.answers) > 2 for end in ends(diagram, frozenset(), more_than=2))
    assert list(ends(diagram, frozenset(), more_than=longest + 8)) == []


def test_a_walk_that_would_need_too_much_room_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    diagram = draw(compiled_from(made_tree(8)))
    monkeypatch.setattr("macros.proofs.walks.MOST_SPOTS", 10)
    with pytest.raises(TooWideError):
        list(spots(diagram, frozenset({"q0", "q1", "q2"})))


def test_not_sure_is_an_answer_of_every_node() -> None:
    for tree in OURS.values():
        assert all(NOT_SURE in node.ways for node in draw(tree).nodes if node.kind == "question")
