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
