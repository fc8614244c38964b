"""`make pictures`: eight pages as a phone and a desk show them, by day and by night, and the two that the README shows.

The day is always the same one, nothing moves, and Python stays away: two runs show the same.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from macros.serve import Handler, Server, generate
from tests.site.chromium import launch_options
from tests.site.conftest import NO_SERVICE_WORKER, ROOT, SAVES_DATA

FOLDER, SHOWN = ROOT / "pictures", ROOT / "docs/design/pictures"
TODAY = datetime(2024, 6, 15, 12, tzinfo=UTC)  # while the review of the first edition is not due
SIZES = {"phone": (360, 740), "desk": (1280, 800)}
LIGHTS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
IN_README = {"no-phone-light": "answer-phone.png", "clause-desk-light": "clause-desk.png"}
Go = Callable[[Page, str], None]


def main() -> None:
    """Build the site, and take all pictures of it."""
    made = Path(tempfile.mkdtemp()) / "site"
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(made))) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        os.environ["SITE_URL"] = address
        if not generate(ROOT, made):
            raise SystemExit("The site could not be built: see above.")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        FOLDER.mkdir(exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(**launch_options())
            for size in SIZES:
                for light in LIGHTS:
                    take(browser, address, size, light)
            browser.close()
        server.shutdown()
    for name, shown in IN_README.items():
        shutil.copyfile(FOLDER / f"{name}.png", SHOWN / shown)


def take(browser: Browser, address: str, size: str, light: Literal["light", "dark"]) -> None:
    """All pages in one window."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=light,
        reduced_motion="reduce",
        has_touch=size == "phone",
        is_mobile=size == "phone",
        locale="en-GB",
        timezone_id="UTC",
    )
    context.clock.set_fixed_time(TODAY)
    context.add_init_script(NO_SERVICE_WORKER)
    context.add_init_script(SAVES_DATA)
    for name, go in PAGES.items():
        page = context.new_page()
        go(page, address)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}-{size}-{light}.png", animations="disabled", caret="hide")
        page.close()
    context.close()


def at(where: str) -> Go:
    """A page as it opens."""
    return lambda page, address: (page.goto(address + where), None)[1]


def outcome(tree: str, verdict: str) -> Go:
    """The first outcome of a question with this verdict, and why: the page is scrolled to where the answer begins."""

    def go(page: Page, address: str) -> None:
        page.goto(f"{address}ask/{tree}/")
        step = page.locator(".dt-step", has=page.locator(f".dt-verdict-{verdict}")).first
        page.goto(f"{address}ask/{tree}/#{step.get_attribute('id')}")
        page.locator(".dt-step:visible").evaluate("$step => scrollBy(0, $step.getBoundingClientRect().top - 70)")

    return go


def chart(page: Page, address: str) -> None:
    """A question as a chart."""
    page.goto(f"{address}ask/record-it/")
    page.locator(".chart > summary, .chart summary").first.click()
    page.locator(".chart-view").scroll_into_view_if_needed()
    page.locator(".chart").evaluate("$chart => $chart.scrollIntoView()")


PAGES: Mapping[str, Go] = {
    "home": at(""),
    "ask": at("ask/"),
    "question": at("ask/friend-request/"),
    "no": outcome("friend-request", "no"),
    "act-now": outcome("online-abuse", "act-now"),
    "clause": at("policy/5-profiles/"),
    "editions": at("editions/"),
    "chart": chart,
}

if __name__ == "__main__":
    main()
