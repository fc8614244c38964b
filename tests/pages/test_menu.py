"""The list of questions follows the menu, so that what cannot wait stands first in both."""

from __future__ import annotations

from macros.pages.plugin import in_menu_order
from tests.trees.workshop import kitchen_sink


def test_questions_stand_as_in_the_menu_and_those_it_leaves_out_come_last() -> None:
    trees = kitchen_sink().trees
    assert list(trees) == ["kitchen-sink", "other-tree"]
    for menu in (
        [{"Ask": ["ask/index.md", "ask/other-tree.md", {"One": "ask/kitchen-sink.md"}]}],
        ["ask/other-tree.md"],
    ):
        assert [name for name, _ in in_menu_order(trees, menu)] == ["other-tree", "kitchen-sink"]
    assert [name for name, _ in in_menu_order(trees, None)] == list(trees)
