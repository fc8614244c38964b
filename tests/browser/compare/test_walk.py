"""The decision diff, held against asking every reader there could be: by machine, one by one."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.browser.compare.questions import share
from macros.browser.compare.walk import meetings
from tests.browser.compare.made import by_hand, chance_tree, make


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**6))
def test_walking_side_by_side_finds_what_asking_everybody_finds(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a tree for a test is no secret
    old, new = make(chance_tree(chance)), make(chance_tree(chance))
    shared = share(old.published, new.published)
    met = meetings(old.published, new.published, shared)
    found = {(one.old, one.new): (one.ways, len(one.answers)) for one in met}
    assert found == by_hand(old.compiled, new.compiled)
