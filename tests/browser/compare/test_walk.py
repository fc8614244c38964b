"""The decision diff, held against asking every reader there could be: by machine, one by one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.browser.compare import walk
from macros.browser.compare.questions import share
from macros.browser.compare.trees import compare_trees
from macros.browser.compare.walk import draw, explore, meetings, settle
from tests.browser.compare.made import OUTCOMES, Made, by_hand, chance_tree, make


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**6))
def test_walking_side_by_side_finds_what_asking_everybody_finds(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a tree for a test is no secret
    old, new = make(chance_tree(chance)), make(chance_tree(chance))
    shared = share(old.published, new.published)
    met = meetings(old.published, new.published, shared)
    found = {(one.old, one.new): (one.ways, len(one.answers)) for one in met}
    assert found == by_hand(old.compiled, new.compiled)


def row(names: list[str]) -> str:
    """A row of questions in which one yes is enough for a no; each way on is the same question for every answer."""
    ways = dict(zip(names, [*names[1:], "yes-end"], strict=True))
    rows = "".join(
        f"  {name}:\n    ask: What of {name}?\n    options: {{ a: A, b: B }}\n"
        f"    go: {{ a: {after}, b: no-end, not-sure: ask-end }}\n"
        for name, after in ways.items()
    )
    return f"title: T\nrests-on: [5.2]\nquestions:\n{rows}{OUTCOMES}"


def spots(old: Made, new: Made) -> int:
    """How many spots are looked at to compare two trees."""
    shared = share(old.published, new.published)
    left, right = draw(old.published, "old", shared), draw(new.published, "new", shared)
    first = settle(left, right, (old.published["start"], new.published["start"], ()))
    return len(explore(left, right, first).found)


@pytest.mark.parametrize("questions", [30, 60, 120, 240])
def test_the_work_grows_with_the_questions_and_not_with_the_paths(questions: int) -> None:
    names = [f"r{at}" for at in range(questions)]
    half = questions // 2
    old = make(row(names))
    assert spots(old, old) == questions + 3
    longer = make(row([*names[:half], "extra", *names[half:]]))
    assert spots(old, longer) <= 2 * questions + 8
    swapped = make(row([*names[:half], names[half + 1], names[half], *names[half + 2 :]]))
    assert spots(old, swapped) <= 2 * questions + 12


def test_ways_are_counted_exactly_however_many_there_are() -> None:
    tree = make(wide_row(100))
    met = {
        (one.old, one.new): one.ways
        for one in meetings(tree.published, tree.published, share(tree.published, tree.published))
    }
    assert met == {("yes-end", "yes-end"): 3**100}


def wide_row(questions: int) -> str:
    """A row of questions in which every answer leads on."""
    rows = "".join(
        f"  r{at}:\n    ask: What of {at}?\n    options: {{ a: A, b: B }}\n"
        f"    go: {{ a: {on}, b: {on}, not-sure: {on} }}\n"
        for at, on in ((at, f"r{at + 1}" if at + 1 < questions else "yes-end") for at in range(questions))
    )
    return f"title: T\nrests-on: [5.2]\nquestions:\n{rows}{OUTCOMES}"


def test_a_question_that_only_one_asks_is_remembered_by_nobody() -> None:
    old, new = make(row(["r0", "r1", "r2"])), make(row(["r0", "r2"]))
    met = {
        (one.old, one.new): one.ways
        for one in meetings(old.published, new.published, share(old.published, new.published))
    }
    assert met == {
        ("no-end", "no-end"): 3,  # at r0; at r1 and r2; at r2
        ("ask-end", "ask-end"): 3,
        ("yes-end", "yes-end"): 1,
        # Whoever was told no at r1 goes on to r2 now, which the old tree never asked them.
        ("no-end", "yes-end"): 1,
        ("no-end", "ask-end"): 1,
        ("ask-end", "yes-end"): 1,
        ("ask-end", "no-end"): 1,
    }


def test_trees_in_another_order_altogether_are_given_up_and_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST_SPOTS", 200)
    old, new = (make(remembering(8, order)) for order in ([*range(8)], [*reversed(range(8))]))
    folders = [{"clauses": {}, "trees": {"made": side.published}} for side in (old, new)]
    (change,) = compare_trees(*folders)
    assert change.too_wide in {f"r{at}" for at in range(8)}
    assert change.answers == ()
    monkeypatch.undo()
    assert compare_trees(*folders) == ()  # With room enough they are the same.


def remembering(questions: int, order: list[int]) -> str:
    """Questions asked in some order, all of which the end looks at."""
    names = [f"r{at}" for at in order]
    rows = "".join(
        f"  {name}:\n    ask: What of {name}?\n    options: {{ a: A, b: B }}\n"
        f"    go: {{ a: {on}, b: {on}, not-sure: {on} }}\n"
        for name, on in zip(names, [*names[1:], "end"], strict=True)
    )
    pairs = [f"r{at} = b and r{at + 1} = a" for at in range(questions - 1)]
    looks = "".join(f"      - {{ when: {pair}, go: no-end }}\n" for pair in pairs)
    end = f"  end:\n    look:\n{looks}      - {{ else: yes-end }}\n"
    return f"title: T\nrests-on: [5.2]\nquestions:\n{rows}{end}{OUTCOMES}"
