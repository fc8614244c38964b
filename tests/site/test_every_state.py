"""Every state of a question, by day on a phone and by night on a desk: no error, no barrier, nothing sticks out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import expect

from macros.browser.links import write_answer
from macros.browser.machine import CompiledTree
from macros.trees.model import VERDICTS
from macros.trees.paths import Path as TreePath
from macros.trees.paths import every_path
from tests.site.barriers import barriers, sideways
from tests.site.reader import Reader

# Together they have every kind of question and every verdict; the pages of all others are looked at unanswered.
STATES = ("friend-request", "post-photo-video", "record-it", "online-abuse")


def one_path_to_each_verdict(tree: CompiledTree) -> dict[str, TreePath]:
    return {path.verdict: path for path in reversed(list(every_path(tree)))}


def one_path_to_each_kind(tree: CompiledTree) -> dict[str, TreePath]:
    """The first path that asks something of a kind."""
    paths = reversed(list(every_path(tree)))
    return {tree.QUESTIONS[question]["kind"]: path for path in paths for question in path.answers}


def test_these_trees_have_every_verdict(trees: Mapping[str, CompiledTree]) -> None:
    assert {verdict for name in STATES for verdict in one_path_to_each_verdict(trees[name])} == {*VERDICTS, "goto"}


@pytest.mark.parametrize("name", STATES)
def test_every_state_by_links(reader_without_python: Reader, trees: Mapping[str, CompiledTree], name: str) -> None:
    reader = reader_without_python
    reader.opens(name)
    assert barriers(reader.page) == []
    for verdict in one_path_to_each_verdict(trees[name]):
        step = reader.page.locator(".dt-step", has=reader.page.locator(f".dt-verdict-{verdict}")).first
        reader.opens(name, f"#{step.get_attribute('id')}")
        reader.is_told(verdict)
        assert (verdict, barriers(reader.page, "decision-tree"), sideways(reader.page)) == (verdict, [], 0)


@pytest.mark.parametrize("name", STATES)
def test_every_state_with_python(reader: Reader, trees: Mapping[str, CompiledTree], name: str) -> None:
    reader.opens_with_python(name)
    seen = set()
    kinds = one_path_to_each_kind(trees[name])
    for path in (*one_path_to_each_verdict(trees[name]).values(), *kinds.values()):
        for question, answer in path.answers.items():
            kind = trees[name].QUESTIONS[question]["kind"]
            if kind not in seen:
                seen.add(kind)
                assert (kind, barriers(reader.page), sideways(reader.page)) == (kind, [], 0)
            if kind == "date" and "problem" not in seen:
                seen.add("problem")
                reader.types_date("31", "4", "2012")
                expect(reader.page.locator(".dt-problem")).to_be_visible()
                assert (barriers(reader.page, "decision-tree"), sideways(reader.page)) == ([], 0)
            reader.gives(write_answer(answer))
        reader.is_told(path.verdict)
        assert (path.verdict, barriers(reader.page, "decision-tree"), sideways(reader.page)) == (path.verdict, [], 0)
        reader.starts_again()
        reader.is_asked(trees[name].FIRST)
    assert seen == {*kinds, *(("problem",) if "date" in kinds else ())}
