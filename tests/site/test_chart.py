"""The chart under a question: it can be read by anybody, and marks the reader's own way once Python is live."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import expect

from macros.browser import machine
from macros.browser.machine import CompiledTree
from tests.site.barriers import barriers, sideways
from tests.site.conftest import SAVES_DATA, TREES
from tests.site.reader import Reader

# Where a machine lacks one, its own widest takes that place.
FONTS = ("system-ui", "DejaVu Sans", "Verdana", "Liberation Sans", "serif")
OUTSIDE = """() => [...document.querySelectorAll(".chart-box, .chart-end")].flatMap(($part) => {
  const box = $part.querySelector("rect").getBBox();
  return [...$part.querySelectorAll("text")].filter(($text) => {
    const { x, y, width, height } = $text.getBBox();
    return x < box.x || y < box.y || x + width > box.x + box.width || y + height > box.y + box.height;
  }).map(($text) => $text.textContent);
})"""
MARKED = """(part) => [...document.querySelectorAll(`${part} [data-from].is-way`)]
  .map(({ dataset }) => `${dataset.from} > ${dataset.to}`).sort()"""


def opens_chart(reader: Reader) -> None:
    """Unfold it."""
    reader.page.locator(".chart > summary").click()
    expect(reader.page.locator(".chart-view")).to_be_visible()


def is_marked(reader: Reader, way: list[tuple[str, str, str]], here: str) -> None:
    """The picture and the list mark these lines, and say where the reader stands."""
    expect(reader.page.locator(".chart-list [aria-current=step]")).to_contain_text(f"(you are here){here}")
    for part in (".chart-picture", ".chart-list"):
        assert reader.page.evaluate(MARKED, part) == sorted(f"{start} > {end}" for start, _, end in way)
    assert reader.page.locator(".chart-list [data-from]", has_text="(your way)").count() == len(way)


def test_the_readers_way_is_marked(reader: Reader, trees: Mapping[str, CompiledTree]) -> None:
    tree = trees["friend-request"]
    reader.opens_with_python("friend-request")
    opens_chart(reader)
    is_marked(reader, [], "They asked my own profile")
    answers = {"request": "personal", "identity": "adult", "link": "none"}
    reader.gives(*answers.values())
    way = machine.way(tree, answers)
    assert ("unlinked", "", "outcome private") in way
    is_marked(reader, way, "")
    view = reader.page.locator(".chart-view").bounding_box()
    end = reader.page.locator(".is-way > .chart-end").bounding_box()
    assert view
    assert end
    assert view["x"] <= end["x"] <= end["x"] + end["width"] <= view["x"] + view["width"]
    reader.changes("identity")
    is_marked(reader, machine.way(tree, {"request": "personal"}), "No, I have doubts")
    reader.starts_again()
    is_marked(reader, [], "They asked my own profile")


def test_without_python_nothing_is_marked(reader: Reader) -> None:
    reader.page.add_init_script(SAVES_DATA)
    reader.opens("friend-request")
    reader.gives("personal", "adult")
    opens_chart(reader)
    assert reader.page.locator(".chart :is(.is-way, .is-here, [aria-current])").count() == 0


def test_the_keyboard_opens_the_chart_and_scrolls_it(reader: Reader) -> None:
    reader.opens("post-photo-video")
    reader.page.locator(".chart > summary").focus()
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator(".chart-view")).to_be_focused()
    before = reader.page.locator(".chart-view").evaluate("($view) => $view.scrollLeft")
    reader.page.keyboard.press("ArrowRight")
    reader.page.wait_for_function("(before) => document.querySelector('.chart-view').scrollLeft > before", arg=before)


def test_an_open_chart_has_no_barrier(reader: Reader) -> None:
    reader.opens_with_python("post-photo-video")
    reader.gives("ours", "nobody")
    opens_chart(reader)
    assert barriers(reader.page) == []


def test_no_words_stick_out_of_their_box_and_no_chart_out_of_its_page(reader: Reader) -> None:
    reader.page.add_init_script(SAVES_DATA)
    for name in TREES:
        reader.opens(name)
        opens_chart(reader)
        assert (name, sideways(reader.page)) == (name, 0)
        for font in FONTS:
            reader.page.evaluate("(font) => { document.body.style.fontFamily = font; }", font)
            assert (name, font, reader.page.evaluate(OUTSIDE)) == (name, font, [])
