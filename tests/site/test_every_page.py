"""Every page and every state of a question, on a phone and on a desk, by day and by night: no error, and no barrier."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from macros.browser.links import write_answer
from macros.browser.machine import CompiledTree
from macros.trees.model import VERDICTS
from macros.trees.paths import Path as TreePath
from macros.trees.paths import every_path
from tests.site.conftest import ROOT, Site
from tests.site.reader import Reader

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """async (part) => {
  const { violations } = await axe.run(part, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}"""
SIZES: tuple[ViewportSize, ...] = ({"width": 360, "height": 640}, {"width": 1280, "height": 800})
LIGHTS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Together they have every kind of question and every verdict; the pages of all others are looked at unanswered.
STATES = ("friend-request", "post-photo-video", "record-it", "online-abuse")
NARROW = 320  # CSS pixels: a small phone, or a page at 400 per cent


def barriers(page: Page, part: str = "html") -> list[str]:
    """What axe finds in a part of the page, in each of its looks."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = []
    for size, light in itertools.product(SIZES, LIGHTS):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=light)
        found += [f"{size['width']} {light} {barrier}" for barrier in page.evaluate(RUN_AXE, part)]
    return found


def sideways(page: Page) -> int:
    """How many pixels stick out at the side of a small phone."""
    page.set_viewport_size({"width": NARROW, "height": 640})
    width: int = page.evaluate("document.scrollingElement.scrollWidth")
    return max(0, width - NARROW)


def one_of_each_form(pages: list[Path]) -> list[Path]:
    """The pages, but of those that one form makes in great numbers (problems, roles) only the longest two."""
    forms = ([path for path in pages if path.parent.parent.name == form] for form in ("problems", "duties"))
    left_out = {path for form in forms for path in sorted(form, key=lambda path: path.stat().st_size)[:-2]}
    return [path for path in pages if path not in left_out]


def test_every_page(reader: Reader, site: Site) -> None:
    pages = one_of_each_form(sorted(site.folder.rglob("*.html")))
    assert len(pages) > len(list((ROOT / "docs" / "policy").glob("*.md")))
    for path in pages:
        address = path.relative_to(site.folder).as_posix().removesuffix("index.html")
        reader.page.goto(reader.address + address)
        assert (address, barriers(reader.page), sideways(reader.page)) == (address, [], 0)


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
