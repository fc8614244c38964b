"""What stands in a reader's way on a page: what axe finds by day on a phone and by night on a desk, what sticks out."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Page, ViewportSize

from tests.site.conftest import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """async ([part, rules]) => {
  const runOnly = rules ? { type: "rule", values: rules } : undefined;
  const { violations } = await axe.run(part, { resultTypes: ["violations"], ...(runOnly && { runOnly }) });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}"""
# Colours go by the light alone and sizes by the window alone, so two looks meet all that four would. All else is the
# same in each look, and is asked in the first.
BY_LOOK = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"]], ...] = (
    ({"width": 360, "height": 640}, "light"),
    ({"width": 1280, "height": 800}, "dark"),
)
NARROW = 320  # CSS pixels: a small phone, or a page at 400 per cent


def barriers(page: Page, part: str = "html") -> list[str]:
    """What axe finds in a part of the page, in each of its looks."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = []
    for number, (size, light) in enumerate(LOOKS):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=light)
        found += [
            f"{size['width']} {light} {barrier}"
            for barrier in page.evaluate(RUN_AXE, [part, BY_LOOK if number else None])
        ]
    return found


def sideways(page: Page) -> int:
    """How many pixels stick out at the side of a small phone."""
    page.set_viewport_size({"width": NARROW, "height": 640})
    width: int = page.evaluate("document.scrollingElement.scrollWidth")
    return max(0, width - NARROW)
