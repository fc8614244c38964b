"""The decision diff, held against asking every reader there could be: by machine, one by one."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.browser.compare import walk
from macros.browser.compare.questions import Shared, share
from macros.browser.compare.trees import compare_trees
from macros.browser.compare.walk import Meeting, draw, explore, meetings, settle
from macros.browser.machine import NOT_SURE
from tests.browser.compare.made import OUTCOMES, Counted, Made, by_hand, chance_tree, make


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**6))
def test_walking_side_by_side_finds_what_asking_everybody_finds(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a tree for a test is no secret
    old, new = make(chance_tree(chance)), make(chance_tree(chance))
    shared = share(old.published, new.published)
    met = meetings(old.published, new.published, shared)
    found = {(one.old, one.new): as_counted(one, shared) for one in met}
    assert found == by_hand(old.compiled, new.compiled)


def as_counted(one: Meeting, shared: Sequence[Shared]) -> Counted:
    """A meeting, as it is counted by hand."""
    cells = {(each.new, answer.name): (answer.old, answer.new) for each in shared for answer in each.answers}
    always = frozenset(
        (name, frozenset(cells[name, answer] if side == "both" else only(side, answer) for answer in answers))
        for (side, name), answers in one.always
    )
    return Counted(one.ways, len(one.answers), always, one.is_all)


def only(side: str, answer: str) -> tuple[str, str]:
    """An answer to a question that one side asks. Not to be sure is the same for both."""
    if answer == NOT_SURE:
        return answer, answer
    return (answer, "-") if side == "old" else ("-", answer)


def row(names: list[str]) -> str:
    """A row of questions: every answer leads on, so each doubles the paths and more; the last decides."""
    rows = "".join(
        f"  {name}:\n    ask: What of {name}?\n    options: {{ a: A, b: B }}\n"
        f"    go: {{ a: {on}, b: {on}, not-sure: {on} }}\n"
        for name, on in itertools.pairwise(names)
    )
    last = f"  {names[-1]}:\n    ask: And?\n    options: {{ a: A, b: B }}\n"
    last += "    go: { a: yes-end, b: no-end, not-sure: ask-end }\n"
    return f"title: T\nrests-on: [5.2]\nquestions:\n{rows}{last}{OUTCOMES}"


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
    assert spots(old, longer) == spots(longer, old) == questions + 4
    swapped = make(row([*names[:half], names[half + 1], names[half], *names[half + 2 :]]))
    assert spots(old, swapped) <= questions + 12


def test_ways_are_counted_exactly_however_many_there_are() -> None:
    tree = make(row([f"r{at}" for at in range(100)])).published
    met = {(one.old, one.new): one.ways for one in meetings(tree, tree, share(tree, tree))}
    assert met == {(end, end): 3**99 for end in ("yes-end", "no-end", "ask-end")}


def test_a_question_that_only_one_asks_splits_the_ways_through_it() -> None:
    old, new = (make(row(names)).published for names in (["r0", "r1", "r2"], ["r0", "r2"]))
    met = {(one.old, one.new): one.ways for one in meetings(old, new, share(old, new))}
    assert met == {(end, end): 9 for end in ("yes-end", "no-end", "ask-end")}


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
