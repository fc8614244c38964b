"""The compiled Python means what the YAML says: held against a second, slow reading of the tree."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.browser.machine import Answer
from macros.project import load
from macros.trees import graph
from macros.trees.compiler import compile_tree, load_compiled
from macros.trees.conditions import holds
from macros.trees.loader import load_tree
from macros.trees.model import HOLD_AND_ASK, NOT_SURE, Tree
from macros.trees.paths import every_path
from tests.trees.workshop import KITCHEN_SINK, PARAMETERS, POLICY, ROOT, kitchen_sink

PROJECT = load(ROOT)
TREES = {**PROJECT.trees, "kitchen-sink": kitchen_sink().trees["kitchen-sink"]}
SOURCES = {**PROJECT.sources, "kitchen-sink": kitchen_sink().sources["kitchen-sink"]}


def plain(answer: Answer) -> str:
    """An answer as conditions see it."""
    return answer if isinstance(answer, str) else ("any" if answer else "none")


def walk(tree: Tree, answers: Mapping[str, Answer]) -> str:
    """The outcome that some answers lead to, read straight from the tree."""
    order = {name: question.ladder for name, question in tree.questions.items()}
    known: dict[str, str] = {}
    name = tree.first
    while True:
        question = tree.questions[name]
        if question.look:
            target = next(look.go for look in question.look if look.when is None or holds(look.when, known, order))
        else:
            known[name] = plain(answers[name])
            if known[name] == NOT_SURE and NOT_SURE not in question.go:
                return HOLD_AND_ASK
            target = question.go[known[name]]
        kind, name = graph.resolve(tree, target)
        if kind == "outcome":
            return name


@pytest.mark.parametrize("name", TREES)
def test_every_path_ends_where_the_tree_says(name: str) -> None:
    for path in every_path(load_compiled(SOURCES[name], name)):
        assert walk(TREES[name], path.answers) == path.end


FACTS = {"what": ["none", "any", "not-sure"], "how-many": ["few", "some", "many", "not-sure"]}
NUMBERS = ["few", "some", "many"]


def compares() -> st.SearchStrategy[str]:
    """One comparison, as a writer puts it."""
    plainly = st.sampled_from(sorted(FACTS)).flatmap(
        lambda fact: st.tuples(st.just(fact), st.sampled_from(["=", "!="]), st.sampled_from(FACTS[fact]))
    )
    ordered = st.tuples(st.just("how-many"), st.sampled_from(["<", "<=", ">", ">="]), st.sampled_from(NUMBERS))
    within = st.tuples(
        st.just("how-many"),
        st.sampled_from(["in", "not in"]),
        st.lists(st.sampled_from(FACTS["how-many"]), min_size=1, unique=True).map(
            lambda values: f"({', '.join(values)})"
        ),
    )
    return st.one_of(plainly, ordered, within).map(" ".join)


CONDITIONS = st.recursive(
    compares(),
    lambda inner: st.one_of(
        inner.map("not ({})".format),
        st.lists(inner, min_size=2, max_size=3).map(" and ".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' or '.join(parts)})"),
    ),
    max_leaves=5,
)
ENDS = st.sampled_from(["fine", "nothing", "ask-first"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CONDITIONS, ENDS), min_size=1, max_size=4))
def test_any_look_leads_where_its_first_line_that_is_so_leads(lines: list[tuple[str, str]]) -> None:
    head, _, tail = KITCHEN_SINK.partition("    look:\n")
    rows = [f'      - {{ when: "{when}", go: {go} }}\n' for when, go in lines]
    outcomes = tail[tail.index("\noutcomes:") :]
    text = f"{head}    look:\n{''.join(rows)}      - {{ else: with-care }}\n{outcomes}"
    tree, problems = load_tree("decision_trees/kitchen-sink.yml", text, PARAMETERS)
    assert tree
    assert problems == ()
    source = compile_tree(tree, POLICY, {"other-tree": "What kind is it?"})
    for path in every_path(load_compiled(source, "kitchen-sink")):
        assert walk(tree, path.answers) == path.end
