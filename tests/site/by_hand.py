"""The check by hand, done by a script: `make accessibility` walks one page of every kind and says what it found.

Each function takes an open page and returns what is wrong with it. A new kind of page is one more line in PAGES.
What only a person can judge (does the order make sense? do the words help?) it prints: the keyboard's stops in their
order, and the outline of headings.
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from macros.serve import Handler, Server, generate
from tests.site.barriers import AXE, sideways
from tests.site.chromium import launch_options
from tests.site.conftest import NO_SERVICE_WORKER, ROOT, SAVES_DATA

# One of each kind.
PAGES = (
    "",
    "ask/",
    "ask/friend-request/",
    "ask/online-abuse/",
    "policy/",
    "policy/5-profiles/",
    "editions/",
    "compare/",
    "clauses-and-questions/",
    "how-we-read-this/",
    "next-review/",
    "duties/",
    "duties/volunteer/",
    "act-now/abuse/",
    "act-now/break-in/",
    "act-now/young-person/",
    "glossary/",
    "policy/whole/",
    "accessibility/",
    "404.html",
    "503.html",
)
STOPS = 400  # more than the longest page has
TWICE = "html { font-size: 200% !important }"
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
# Where the keyboard is: what it is, and what is wrong with how it shows.
STOP = """() => {
  const $at = document.activeElement;
  if (!$at || $at === document.body) return null;
  const box = $at.getBoundingClientRect();
  const $shown = $at.matches(".find-words") ? $at.closest(".find-form") : $at;
  const { outlineStyle, outlineWidth } = getComputedStyle($shown);
  const boxes = [...$at.getClientRects()];
  const clear = boxes.some(({ left, right, top, bottom }) => [0.15, 0.5, 0.85].some((part) => {
    const $there = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
    return $there && ($at.contains($there) || $there.contains($at));
  }));
  const wrong = [];
  if (!box.width || !box.height) wrong.push("has no size");
  if (outlineStyle === "none" || !parseFloat(outlineWidth)) wrong.push("shows no focus");
  if (!clear && !$at.matches("[role=region]")) wrong.push("is covered or out of view");
  const name = ($at.getAttribute("aria-label") || $at.innerText || $at.name || "").trim().replace(/\\s+/g, " ");
  const seen = $at.dataset.stopSeen;
  $at.dataset.stopSeen = "yes";
  return { what: `${$at.tagName.toLowerCase()} ${name.slice(0, 50)}`, wrong, seen: Boolean(seen) };
}"""
HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter(($one) => $one.getClientRects().length).map(($one) => [Number($one.tagName[1]), $one.textContent.trim()])"""
# Words that are cut off: a box that hides what does not fit into it.
CUT = """() => [...document.querySelectorAll("body *")].filter(($one) => {
  const { overflowX, overflowY, clipPath } = getComputedStyle($one);
  if ($one.closest("svg, .find-suggest") || clipPath !== "none" || !$one.textContent.trim()) return false;
  const hides = (overflow) => ["hidden", "clip"].includes(overflow);
  return $one.getClientRects().length && (hides(overflowX) && $one.scrollWidth > $one.clientWidth + 1
    || hides(overflowY) && $one.scrollHeight > $one.clientHeight + 1);
}).map(($one) => `${$one.tagName.toLowerCase()}.${$one.className} is cut off`)"""
MOVES = """() => [...document.querySelectorAll("body *")].filter(($one) => {
  const { transitionDuration, animationName } = getComputedStyle($one);
  return animationName !== "none" || transitionDuration.split(", ").some((time) => parseFloat(time));
}).map(($one) => `${$one.tagName.toLowerCase()}.${$one.className} moves`)"""
TARGETS = """async () => {
  window.scrollTo(0, 0);
  const { violations } = await axe.run({ runOnly: ["target-size"] });
  return violations.flatMap(({ nodes }) => nodes.map(({ target }) => `${target} is smaller than 24 pixels`));
}"""
# What only a colour tells is gone where the reader's own colours are used: a box needs a border there.
BOXES = """() => [...document.querySelectorAll(".dt-option, .dt-answer, .find-form, .dt-continue")]
  .filter(($one) => $one.getClientRects().length && !["Top", "Left", "Right", "Bottom"].some((side) =>
    parseFloat(getComputedStyle($one)[`border${side}Width`])))
  .map(($one) => `${$one.className} has no border`)"""


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Every stop of the keyboard, from the top of the page to its end."""
    page.evaluate("window.scrollTo(0, 0)")
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["seen"]:
            return
        yield stop


def keyboard(page: Page) -> list[str]:
    """Stops that cannot be seen."""
    return [f"{stop['what']} {wrong}" for stop in stops(page) for wrong in stop["wrong"]]


def headings(page: Page) -> list[str]:
    """One title, and no level left out below it."""
    levels = [level for level, _ in page.evaluate(HEADINGS)]
    skipped = [f"h{level} follows h{before}" for before, level in pairwise(levels) if level > before + 1]
    return skipped + ([] if levels.count(1) == 1 else [f"{levels.count(1)} titles"])


def with_style(page: Page, style: str) -> list[str]:
    """What a reader's own style breaks on a small phone."""
    handle = page.add_style_tag(content=style)
    found: list[str] = out_of(page) + page.evaluate(CUT)
    handle.evaluate("$style => $style.remove()")
    return found


def out_of(page: Page) -> list[str]:
    """What sticks out at the side."""
    out = sideways(page)
    return [f"{out} pixels stick out"] if out else []


def in_forced_colours(page: Page) -> list[str]:
    """Boxes that vanish."""
    page.emulate_media(forced_colors="active")
    found: list[str] = page.evaluate(BOXES)
    page.emulate_media(forced_colors="none")
    return found


def all_of(page: Page) -> dict[str, list[str]]:
    """Every check of one page, by the name of what it looks at."""
    page.evaluate(AXE)
    page.set_viewport_size({"width": 360, "height": 640})
    found = {
        "keyboard": keyboard(page),
        "headings": headings(page),
        "targets of 24 px": page.evaluate(TARGETS),
        "motion": page.evaluate(MOVES),
        "forced colours": in_forced_colours(page),
        "reflow at 320 px": out_of(page),
        "text of 200 %": with_style(page, TWICE),
        "text spacing": with_style(page, SPACED),
    }
    return {name: wrong for name, wrong in found.items() if wrong}


def open_page(browser: Browser, address: str) -> Page:
    """A page in a phone's window, without Python: its own script changes nothing that is looked at here."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, bypass_csp=True, reduced_motion="reduce")
    context.add_init_script(NO_SERVICE_WORKER)
    context.add_init_script(SAVES_DATA)
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def main() -> int:
    """Look at all pages; 1 where something is wrong."""
    made = Path(tempfile.mkdtemp()) / "site"
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(made))) as server, sync_playwright() as playwright:
        address = f"http://127.0.0.1:{server.server_port}/"
        os.environ["SITE_URL"] = address
        if not generate(ROOT, made):
            return 1
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(**launch_options())
        wrong = [told for where in PAGES for told in look(browser, address, where)]
        server.shutdown()
        browser.close()
    return 1 if wrong else 0


def look(browser: Browser, address: str, where: str) -> list[str]:
    """One page: what is wrong, then what a person should read through."""
    page = open_page(browser, address + where)
    told = [f"  {name}: {one}" for name, wrong in all_of(page).items() for one in wrong]
    print(f"/{where}: {'nothing found' if not told else ''}", *told, sep="\n", flush=True)
    print("  headings:", " | ".join(f"{level} {words}" for level, words in page.evaluate(HEADINGS)))
    page.reload()
    print("  keyboard:", " | ".join(stop["what"] for stop in stops(page)), flush=True)
    page.context.close()
    return told


if __name__ == "__main__":
    raise SystemExit(main())
