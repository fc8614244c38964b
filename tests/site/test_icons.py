"""The PNG pictures of the mark are of today's mark: a fork that changes it runs `make icons`."""

from __future__ import annotations

import base64

from playwright.sync_api import Browser, Page

from tests.icons import FOLDER, PICTURES, draw

# How far two pictures are apart on average, of 255: another browser draws edges a little otherwise.
APART = """async ([one, other]) => {
  const pixels = async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(64, 64).getContext("2d");
    canvas.drawImage(image, 0, 0, 64, 64);
    return { size: `${image.width}x${image.height}`, data: canvas.getImageData(0, 0, 64, 64).data };
  };
  const [a, b] = [await pixels(one), await pixels(other)];
  if (a.size !== b.size) return 255;
  return a.data.reduce((sum, value, at) => sum + Math.abs(value - b.data[at]), 0) / a.data.length;
}"""
ALIKE = 2.0


def apart(page: Page, one: bytes, other: bytes) -> float:
    """How far apart these two pictures are."""
    both = [base64.b64encode(png).decode() for png in (one, other)]
    page.goto("about:blank")
    page.set_content("")
    return float(page.evaluate(APART, both))


def test_each_picture_is_of_the_mark(browser: Browser) -> None:
    page = browser.new_page()
    kept = {name: (FOLDER / name).read_bytes() for name in PICTURES}
    for name in PICTURES:
        drawn = draw(page, name)
        assert (name, apart(page, drawn, kept[name]) < ALIKE) == (name, True)
        assert all(apart(page, drawn, kept[other]) > ALIKE for other in PICTURES if other != name)
    page.close()
