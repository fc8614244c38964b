"""What follows what in a tree, what is known when, and what each step still needs to know."""

from __future__ import annotations

from macros.trees import graph
from macros.trees.loader import load_tree
from macros.trees.model import Tree
from tests.trees.workshop import PARAMETERS, kitchen_sink

END = "outcomes:\n  end: { verdict: ask, say: Ask., because: [4.7] }\n"


def tree(**ways: str) -> Tree:
    """A tree of questions with options a and b; ``a="b c"`` leads from a to b and c."""
    rows = []
    for name, targets in ways.items():
        go = [f"{option}: {target}" for option, target in zip(("a", "b"), targets.split(), strict=False)]
        rows.append(f"  {name}:\n    ask: And?\n    options: {{ a: A, b: B }}\n    go: {{ {', '.join(go)} }}\n")
    loaded, _ = load_tree("t.yml", f"title: T\nrests-on: [4.7]\nquestions:\n{''.join(rows)}{END}", PARAMETERS)
    assert loaded
    return loaded


def test_a_circle_is_found_wherever_it_stands() -> None:
    assert graph.find_cycle(tree(p="q end", q="end r", r="q end")) == ["q", "r", "q"]
    assert graph.find_cycle(tree(p="end p")) == ["p", "p"]
    assert graph.find_cycle(tree(p="end end", q="r r", r="q end")) == ["q", "r", "q"]


def test_two_ways_to_one_question_are_no_circle() -> None:
    assert graph.find_cycle(tree(p="q r", q="s end", r="s end", s="end end")) == []


def test_a_circle_is_looked_for_only_once_in_each_question() -> None:
    rows = {f"q{at}": f"q{at + 1} q{at + 1}" for at in range(2000)}
    assert graph.find_cycle(tree(**rows, q2000="end end")) == []
    assert graph.find_cycle(tree(**rows, q2000="q1999 end")) == ["q1999", "q2000", "q1999"]


def test_each_question_comes_after_all_that_lead_to_it() -> None:
    assert graph.in_order(tree(s="end end", p="q r"))[:1] == ["s"]
    mixed = tree(p="r q", s="end end", q="r s", r="s end")
    order = graph.in_order(mixed)
    assert [order.index(name) for name in ("p", "q", "r", "s")] == [0, 1, 2, 3]


def test_what_can_be_reached_counts_the_standard_outcome() -> None:
    reached = graph.reachable(tree(p="q end", q="end end", r="end end"))
    assert reached == {("question", "p"), ("question", "q"), ("outcome", "end"), ("outcome", "hold-and-ask")}


def test_only_what_every_path_asks_is_surely_known() -> None:
    known = graph.surely_known(tree(p="q r", q="r end", r="end end"))
    assert known["question", "q"] == {"p"}
    assert known["question", "r"] == {"p"}
    assert known["outcome", "end"] == {"p"}
    assert known["outcome", "hold-and-ask"] == {"p"}


def test_a_look_knows_what_was_asked_and_adds_nothing() -> None:
    known = graph.surely_known(kitchen_sink().trees["kitchen-sink"])
    assert known["question", "settled"] == {"what", "how-many"}
    assert known["outcome", "waiting"] == {"what", "born", "last-worked", "waiting"}


def test_a_step_needs_the_earlier_answers_that_something_later_looks_at() -> None:
    needs = graph.still_needed(kitchen_sink().trees["kitchen-sink"])
    assert needs == {
        "what": (),
        "born": ("what",),
        "last-worked": ("what",),
        "how-many": ("what",),
        "waiting": (),
        "settled": ("what", "how-many"),
    }
