"""Every path through a tree: all of them, once each, in a stable order, and each with an end."""

from __future__ import annotations

import itertools
import json

from macros.browser import machine
from macros.trees.compiler import load_compiled
from macros.trees.paths import every_path, examples_as_json
from tests.trees.workshop import kitchen_sink

FOLDER = kitchen_sink()
SINK = load_compiled(FOLDER.sources["kitchen-sink"], "kitchen-sink")
PATHS = list(every_path(SINK))


def test_the_paths_are_as_many_as_counted_by_hand() -> None:
    how_many = 4
    last_worked = 4 + 4 + how_many
    born = 1 + last_worked + last_worked + 1
    assert len(PATHS) == how_many + born + born + born  # nothing ticked, names, faces, not sure


def test_no_path_comes_twice_and_each_ends() -> None:
    assert len({str(path.answers) for path in PATHS}) == len(PATHS)
    for path in PATHS:
        step = machine.replay(SINK, path.answers)
        assert (step.kind, step.name) == ("outcome", path.end)
        assert step.answers == path.answers


def test_the_paths_follow_the_order_of_the_file() -> None:
    firsts = [path.answers["what"] for path in PATHS]
    assert [first for first, _ in itertools.groupby(firsts)] == [(), ("names",), ("faces",), "not-sure"]
    assert [path.answers["how-many"] for path in PATHS[:4]] == ["few", "some", "many", "not-sure"]
    assert list(every_path(SINK)) == PATHS


def test_a_path_as_json_has_the_shape_that_was_promised() -> None:
    path = next(path for path in PATHS if path.end == "with-care")
    assert json.loads(json.dumps(path.as_json())) == {
        "answers": {"what": ["names"], "born": "old-enough", "last-worked": "earlier", "how-many": "some"},
        "facts": {"born": "old-enough", "last-worked": "earlier", "how-many": "some"},
        "outcome": "with-care",
        "verdict": "yes-if",
        "clauses": ["5.9", "5.10"],
    }


def test_a_hand_over_is_a_goto_to_the_other_tree_and_cites_nothing() -> None:
    path = next(path for path in PATHS if path.end == "abuse")
    assert path.as_json() == {
        "answers": {"what": ("names",), "born": "old-enough", "last-worked": "recent", "waiting": "no"},
        "facts": {"born": "old-enough", "last-worked": "recent"},
        "outcome": "other-tree",
        "verdict": "goto",
        "clauses": [],
    }


def test_not_sure_is_an_answer_and_never_a_fact() -> None:
    path = next(path for path in PATHS if path.answers.get("born") == "not-sure")
    assert "born" not in path.facts


def test_a_path_reads_as_a_line() -> None:
    assert str(PATHS[0]) == "what: [], how-many: few ⇒ yes fine (5.9)"
    assert str(PATHS[3]) == "what: [], how-many: not-sure ⇒ ask hold-and-ask (4.7)"


def test_examples_are_printed_as_the_writer_gave_them() -> None:
    examples = examples_as_json(FOLDER.trees["kitchen-sink"], SINK)
    assert examples[0] == {
        "name": "A name, and a child who is 13 tomorrow",
        "answers": {"what": ("names",), "born": "2013-11-23"},
        "outcome": "too-young",
        "verdict": "no",
        "today": "2026-11-22",
    }
    assert examples[2]["verdict"] == "yes"
    assert examples[4] == {
        "name": "I cannot tell how old they are",
        "answers": {"what": "any", "born": "not-sure"},
        "outcome": "other-tree",
        "verdict": "goto",
    }
