"""Draws the mark as the PNG pictures that a device asks for when somebody installs the site: `make icons`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.site.chromium import launch_options

FOLDER = Path(__file__).parents[1] / "overrides/assets/icons"
MARK = FOLDER / "mark.svg"
# Each picture: its size in pixels, how much of it the mark takes up, and what stands behind the mark.
# A device cuts a maskable picture to its own shape, at most to the circle in the middle 80 per cent.
PICTURES = {
    "mark-192.png": (192, 1.0, "transparent"),
    "mark-512.png": (512, 1.0, "transparent"),
    "mark-maskable-512.png": (512, 0.54, "#fff"),
    "mark-touch-180.png": (180, 0.7, "#fff"),
}


def draw(page: Page, name: str) -> bytes:
    """The picture of this name, as PNG."""
    size, share, behind = PICTURES[name]
    page.set_viewport_size({"width": size, "height": size})
    place = f"display: grid; place-items: center; margin: 0; height: 100vh; background: {behind}"
    page.set_content(f'<body style="{place}">{MARK.read_text(encoding="utf-8")}')
    page.locator("svg").evaluate("($svg, size) => { $svg.style.width = `${size}px` }", size * share)
    return page.screenshot(omit_background=True)


def main() -> None:
    """Write them all beside the mark."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page()
        for name in PICTURES:
            (FOLDER / name).write_bytes(draw(page, name))
        browser.close()


if __name__ == "__main__":
    main()
