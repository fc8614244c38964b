"""From YAML to values: every scalar is text, every value keeps its place, and words are kept as written."""

from __future__ import annotations

import pytest

from macros.problems import Place
from macros.trees.loader import load_tree
from macros.trees.model import Target, Tree
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar, Sequence
from tests.trees.workshop import KITCHEN_SINK, PARAMETERS


def load(text: str) -> Tree:
    tree, _ = load_tree("decision_trees/tree.yml", text, PARAMETERS)
    assert tree
    return tree


SINK = load(KITCHEN_SINK)
LINES = KITCHEN_SINK.split("\n")


def at(place: Place) -> str:
    """What stands in the file at a place."""
    return LINES[place.line - 1][place.column - 1 :]


@pytest.mark.parametrize(
    "scalar", ["no", "yes", "5.10", "4.70", "0o7", "1_000", "null", "~", "2026-11-22", "1e3", "on"]
)
def test_every_scalar_stays_the_text_that_was_written(scalar: str) -> None:
    value, problems = read_yaml("f.yml", f"a: {scalar}\n{scalar}: b\nc: [{scalar}]\n")
    assert problems == ()
    assert isinstance(value, Mapped)
    assert list(value.entries) == ["a", scalar, "c"]
    a, c = value.entries["a"], value.entries["c"]
    assert isinstance(a, Scalar)
    assert isinstance(c, Sequence)
    assert [a.text, *(item.text for item in c if isinstance(item, Scalar))] == [scalar, scalar]


def test_every_value_keeps_its_place() -> None:
    value, _ = read_yaml("f.yml", "a: b\n'c':\n  - d\n  - \"e\"\nf: |\n  g\n")
    assert isinstance(value, Mapped)
    assert {key: (place.line, place.column) for key, place in value.keys.items()} == {
        "a": (1, 1),
        "c": (2, 2),
        "f": (5, 1),
    }
    items = value.entries["c"]
    assert isinstance(items, Sequence)
    assert [(item.place.line, item.place.column) for item in items] == [(3, 5), (4, 6)]


def test_the_places_of_a_tree_are_those_of_its_words() -> None:
    born, settled = SINK.questions["born"], SINK.questions["settled"]
    assert at(born.place).startswith("born:")
    assert at(born.at("kind")).startswith("kind: date")
    assert at(born.at("go.too-young")).startswith("too-young: outcome")
    assert at(born.options["too-young"].place).startswith("Under {{")
    assert at(born.ranges["grown-up"].place) == "26 years or over"
    assert at(born.go["too-young"].place) == "too-young"
    assert at(settled.look[0].go.place).startswith("fine }")
    assert at(SINK.outcomes["waiting"].because[1].place) == "7.3]"
    assert at(SINK.always[2].at("given")).startswith("given: what = none")
    assert at(SINK.examples[1].at("answers.waiting")).startswith("waiting: yes }")


def test_words_are_kept_with_their_paragraphs_and_lines_are_one_line() -> None:
    assert (
        SINK.questions["what"].why == "Names and faces have rules of their own.\n\nIf it shows neither, tick nothing."
    )
    tree = load(KITCHEN_SINK.replace("    ask: Can it wait?", "    ask: |\n      Can it\n\n      wait?"))
    assert tree.questions["waiting"].ask == "Can it wait?"


def test_parameters_are_filled_everywhere() -> None:
    assert SINK.questions["born"].options["too-young"].text == "Under 13"
    assert SINK.outcomes["waiting"].say == "Hold it, and tell Sam now."
    assert SINK.questions["last-worked"].ranges["recent"].end == (2, 1)
    until = SINK.outcomes["too-young"].until
    assert until
    assert (until.years, until.say) == (13, "They are 13 on {day}.")


def test_a_way_may_say_whether_it_means_a_question_or_an_outcome() -> None:
    go = SINK.questions["last-worked"].go["recent"]
    assert go == Target("waiting", go.place, "question")


def test_answers_leave_not_sure_apart_even_where_it_has_words() -> None:
    assert "not-sure" in SINK.questions["what"].options
    assert SINK.questions["what"].answers == ("none", "any")
    tree = load(KITCHEN_SINK.replace("      yes: Yes, it can", "      not-sure: No idea\n      yes: Yes, it can"))
    assert tree.questions["waiting"].answers == ("yes", "no", "never")


def test_the_first_question_is_the_first_in_the_file() -> None:
    assert SINK.first == "what"
    assert SINK.name == "tree"
    assert SINK.audience == ("staff", "volunteers")


def test_a_tree_names_each_clause_once_in_the_order_of_the_file() -> None:
    assert SINK.cites == ("4.7", "5.2", "4.2", "3.6", "7.3", "5.9", "5.10")


def test_a_file_that_holds_no_tree_gives_none() -> None:
    assert load_tree("decision_trees/tree.yml", "- a\n", PARAMETERS)[0] is None
    assert load_tree("decision_trees/tree.yml", "", PARAMETERS)[0] is None
