"""Several trees together: where they hand over to, what they carry, and that nobody is sent round."""

from __future__ import annotations

import pytest

from tests.trees.workshop import read


def tree(outcome: str, *, private: bool = False, not_sure: str = "") -> str:
    """A tree with one question, which ends in an outcome or in a plain yes."""
    go = f"a: out, b: fine{f', not-sure: {not_sure}' if not_sure else ''}"
    return (
        f"title: T\nrests-on: [4.7]\nprivate: {str(private).lower()}\nquestions:\n"
        f"  q:\n    ask: And?\n    options: {{ a: A, b: B }}\n    go: {{ {go} }}\n"
        f"outcomes:\n  out: {{ {outcome} }}\n  fine: {{ verdict: ask, say: Ask., because: [4.7] }}\n"
    )


END = "verdict: no, say: No., because: [4.7]"
DANGER = "verdict: act-now, say: Now., because: [4.7]"


def told(**trees: str) -> list[tuple[str, str]]:
    """What is told of some trees: file and code."""
    problems = read({name.replace("_", "-"): text for name, text in trees.items()}).problems
    return [(problem.place.path.removeprefix("decision_trees/"), problem.code) for problem in problems]


def test_a_hand_over_leads_to_a_tree_that_is_there() -> None:
    assert told(one=tree("goto: two"), two=tree(END)) == []
    assert told(one=tree("goto: tow"), two=tree(END)) == [("one.yml", "unknown-tree")]


def test_trees_may_share_a_tree_they_hand_over_to() -> None:
    assert told(one=tree("goto: two"), three=tree("goto: two"), two=tree("goto: four"), four=tree(END)) == []


@pytest.mark.parametrize("ring", [["one"], ["one", "two"], ["one", "two", "three"]])
def test_a_hand_over_that_can_come_round_again_is_refused(ring: list[str]) -> None:
    trees = {name: tree(f"goto: {after}") for name, after in zip(ring, [*ring[1:], ring[0]], strict=True)}
    assert told(**trees, start=tree("goto: one")) == sorted((f"{name}.yml", "goes-round") for name in ring)


def test_a_ring_is_told_even_where_danger_stands_beside_it() -> None:
    dangerous = tree("goto: one").replace("verdict: ask", "verdict: act-now")
    assert told(one=tree("goto: two"), two=dangerous) == [("one.yml", "goes-round"), ("two.yml", "goes-round")]


def test_only_answers_that_the_other_tree_takes_are_carried() -> None:
    assert told(one=tree("goto: two, knowing: { q: b }"), two=tree(END)) == []
    assert told(one=tree("goto: two, knowing: { q: c }"), two=tree(END)) == [("one.yml", "unknown-answer")]
    assert told(one=tree("goto: two, knowing: { p: b }"), two=tree(END)) == [("one.yml", "unknown-fact")]


def test_nothing_is_carried_from_a_private_tree_into_an_address() -> None:
    carried = "goto: two, knowing: { q: b }"
    assert told(one=tree(carried, private=True), two=tree(END)) == [("one.yml", "private-answer")]
    assert told(one=tree(carried, private=True), two=tree(END, private=True)) == []
    assert told(one=tree(carried), two=tree(END, private=True)) == []


def test_not_sure_needs_a_way_of_its_own_where_danger_may_lie() -> None:
    assert told(one=tree(DANGER)) == [("one.yml", "not-sure-of-danger")]
    assert told(one=tree(DANGER, not_sure="out")) == []


def test_danger_is_seen_through_hand_overs() -> None:
    dangerous = tree(DANGER, not_sure="out")
    assert told(one=tree("goto: two"), two=tree("goto: three", not_sure="out"), three=dangerous) == [
        ("one.yml", "not-sure-of-danger")
    ]


# One question that leads out or on to another.
TWO_QUESTIONS = """
title: T
rests-on: [4.7]
questions:
  q: { ask: And?, options: { a: A, b: B }, go: { a: out, b: p } }
  p: { ask: Or?, options: { a: A, b: B }, go: { a: fine, b: end } }
outcomes:
  out: { goto: one }
  end: { verdict: no, say: No., because: [4.7] }
  fine: { verdict: ask, say: Ask., because: [4.7] }
"""


def test_a_carried_answer_breaks_a_circle_where_it_cuts_the_way_back() -> None:
    assert told(one=tree("goto: two"), two=TWO_QUESTIONS) == [("one.yml", "goes-round"), ("two.yml", "goes-round")]
    assert told(one=tree("goto: two, knowing: { q: a }"), two=TWO_QUESTIONS) != []
    assert told(one=tree("goto: two, knowing: { q: b }"), two=TWO_QUESTIONS) == []


def test_danger_is_looked_for_once_round_a_circle_that_a_carried_answer_breaks() -> None:
    dangerous = tree("goto: two, knowing: { q: b }", not_sure="out").replace("verdict: ask", "verdict: act-now")
    assert told(one=dangerous, two=TWO_QUESTIONS) == [("two.yml", "not-sure-of-danger")]


def test_danger_behind_an_answer_that_was_carried_is_not_seen() -> None:
    behind = TWO_QUESTIONS.replace("goto: one", DANGER).replace("b: p }", "b: p, not-sure: out }")
    assert told(one=tree("goto: two"), two=behind) == [("one.yml", "not-sure-of-danger")]
    assert told(one=tree("goto: two, knowing: { q: b }"), two=behind) == []


def test_an_answer_that_is_not_asked_for_next_cannot_be_carried() -> None:
    plain = TWO_QUESTIONS.replace("goto: one", END)
    assert told(one=tree("goto: two, knowing: { p: a }"), two=plain) == [("one.yml", "carried-too-late")]
    assert told(one=tree("goto: two, knowing: { q: a, p: a }"), two=plain) == [("one.yml", "carried-too-late")]
    assert told(one=tree("goto: two, knowing: { p: a, q: b }"), two=plain) == []
