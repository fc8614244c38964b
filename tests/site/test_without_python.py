"""Browsers that cannot run Python, are spared it, or keep nothing: the questions are answered all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from tests.site import faults
from tests.site.chromium import launch_options
from tests.site.conftest import NO_SERVICE_WORKER, PATIENCE, PHONE, SAVES_DATA, Site
from tests.site.reader import Reader, Readers
from tests.site.watch import Watch

LUNCH_CLUB = ("personal", "adult", "now")  # ends in No
SPARED = {
    "Save-Data": SAVES_DATA,
    "2G": faults.has(connection="{ effectiveType: '2g' }"),
    "a worse 2G": faults.has(connection="{ effectiveType: 'slow-2g' }"),
    "1 GB": faults.has(deviceMemory=1),
    "half a GB": faults.has(deviceMemory=0.5),
}
# One browser of each kind is started for its test alone.
TRIES = 4
Starts = Callable[..., Reader]


@pytest.fixture
def starts(browser: Browser, site: Site, watch: Watch) -> Iterator[Starts]:
    """A reader with a browser of their own, started with these arguments, and without those that Playwright adds."""
    started: list[Browser] = []

    def start(*arguments: str, without: tuple[str, ...] = ()) -> Reader:
        options = launch_options()
        options["args"] += arguments
        started.append(browser.browser_type.launch(**options, ignore_default_args=[*without]))
        window = started[-1].new_context(**PHONE)
        window.set_default_timeout(PATIENCE)
        window.add_init_script(NO_SERVICE_WORKER)  # When one takes over, the browser lets go of the pages that it kept.
        watch.follow(window)
        return Reader(window.new_page(), site.address)

    yield start
    for one in started:
        one.close()


def answers_by_links_to_the_end(reader: Reader) -> None:
    """From the first question to a No, with nothing that turns."""
    reader.gives(*LUNCH_CLUB)
    reader.is_told("no")
    expect(reader.page.locator(".dt-static")).to_be_visible()
    expect(reader.page.locator(".dt-live")).to_be_hidden()
    assert reader.page.evaluate("document.getAnimations().length") == 0


def was_told(reader: Reader, times: int) -> None:
    """The notice stands on the page so often."""
    expect(reader.page.locator("[role=status].dt-told > .dt-notice:visible")).to_have_count(times)


@pytest.mark.parametrize(
    "script",
    [faults.NO_WORKER, "delete window.Worker", faults.CLASSIC_WORKERS, "delete window.WebAssembly"],
    ids=["workers are refused", "no workers", "no module workers", "no WebAssembly"],
)
def test_a_browser_that_cannot_run_python(reader: Reader, watch: Watch, script: str) -> None:
    watch.expects("No worker: .*search", "Worker is not defined")  # The theme's search complains of the same.
    reader.page.add_init_script(script)
    reader.opens("friend-request")
    reader.waits_for_state("unavailable")
    was_told(reader, 1)
    answers_by_links_to_the_end(reader)
    was_told(reader, 1)


def test_a_browser_in_which_webassembly_is_switched_off(starts: Starts, watch: Watch) -> None:
    reader = starts("--js-flags=--jitless")  # As in a browser that is locked down; --noexpose_wasm no longer does it.
    reader.opens("friend-request")
    reader.waits_for_state("unavailable")
    assert reader.page.evaluate("typeof WebAssembly") == "undefined"
    was_told(reader, 1)
    answers_by_links_to_the_end(reader)
    assert watch.count(".wasm") == 0  # Nothing is fetched in vain.


@pytest.mark.parametrize("script", SPARED.values(), ids=SPARED.keys())
def test_a_device_that_should_be_spared_is_never_sent_python(reader: Reader, watch: Watch, script: str) -> None:
    reader.page.add_init_script(script)
    reader.opens("friend-request")
    reader.heading.hover()
    answers_by_links_to_the_end(reader)
    reader.page.wait_for_timeout(1_000)  # Long enough for a page that is left alone to start it.
    was_told(reader, 0)
    reader.waits_for_state("static")
    assert [url for url in watch.asked if "/runtime/" in url] == []


@pytest.mark.parametrize("script", [faults.NO_STORAGE, faults.NO_ROOM], ids=["denied", "full, as in a private window"])
def test_a_browser_that_keeps_nothing_still_runs_python(reader: Reader, watch: Watch, script: str) -> None:
    watch.expects("SecurityError", "The operation is insecure", "QuotaExceededError")  # The theme's own.
    reader.page.add_init_script(script + faults.NEVER_LATE)
    reader.opens("friend-request")
    reader.gives("personal")
    reader.waits_for_python()
    reader.gives("adult", "now")
    reader.is_told("no")
    was_told(reader, 0)


def test_a_browser_that_keeps_nothing_is_told_once_of_a_fault(reader: Reader, watch: Watch) -> None:
    watch.expects("SecurityError", "The operation is insecure", "No worker: ")
    reader.page.add_init_script(faults.NO_STORAGE + faults.NO_WORKER)
    reader.opens("friend-request")
    was_told(reader, 1)
    answers_by_links_to_the_end(reader)
    was_told(reader, 1)


def test_two_tabs_have_a_python_and_answers_of_their_own(context: Callable[..., BrowserContext], site: Site) -> None:
    window = context()
    one, two = (Reader(window.new_page(), site.address) for _ in range(2))
    one.opens_with_python("friend-request")
    two.opens_with_python("friend-request")
    one.gives("personal", "adult")
    two.gives("i-want-to-add")
    two.is_told("ask")
    one.is_asked("link")
    assert one.given() == ["request", "identity"]
    two.page.close()
    one.gives("now")
    one.is_told("no")


def comes_back(starts: Starts) -> Reader:
    """A reader who left a question in the middle of a date, and went back to it."""
    reader = starts("--enable-features=BackForwardCache", without=("--disable-back-forward-cache",))
    reader.page.add_init_script(faults.NEVER_LATE)
    reader.page.add_init_script("addEventListener('pageshow', (event) => { window.wasKept = event.persisted; })")
    reader.opens_with_python("friend-request")
    reader.gives("personal", "adult", "earlier")
    reader.page.locator("[name=day]").fill("9")
    reader.page.evaluate("delete window.wasKept")  # Only what is said after coming back counts.
    reader.page.goto(f"{reader.address}policy/5-profiles/")
    reader.page.evaluate("setTimeout(() => history.back())")  # Playwright's own way back does not know of kept pages.
    reader.page.wait_for_function("'wasKept' in window && location.pathname.includes('friend-request')")
    return reader


def test_coming_back_to_a_page_that_the_browser_kept(starts: Starts) -> None:
    """By the back-forward cache: the page as it was left, and its worker with it."""
    tries = (
        comes_back(starts) for _ in range(TRIES)
    )  # A browser that is short of room keeps none, and does not say why.
    reader = next((reader for reader in tries if reader.page.evaluate("window.wasKept")), None)
    assert reader, "the page was loaded anew each time"
    reader.is_asked("years")
    expect(reader.page.locator("[name=day]")).to_have_value("9")
    reader.types_date("9", "3", "2011")
    reader.is_told("yes-if")
    reader.waits_for_state("ready")
    was_told(reader, 0)


def test_a_new_question_is_read_out_also_while_the_page_answers_by_links(reader: Reader) -> None:
    reader.page.route("**/*.wasm", never_comes)
    reader.opens("friend-request")
    reader.page.get_by_role("link", name="They asked my own profile").click()
    expect(reader.page.locator(":focus")).to_have_attribute("data-ask", "identity")


def never_comes(route: Route) -> None:
    """Neither answered nor refused."""


@pytest.mark.parametrize("height", [640, 256], ids=["a phone", "a page at 400 per cent"])
def test_what_is_new_is_in_sight_also_while_the_page_answers_by_links(reader: Reader, height: int) -> None:
    reader.page.set_viewport_size({"width": 320, "height": height})
    reader.page.add_init_script(SAVES_DATA)
    reader.opens("online-abuse")
    reader.gives("yes")
    reader.is_told("act-now")
    expect(reader.heading).to_be_focused()
    expect(reader.heading).to_be_in_viewport(ratio=0.95)
    expect(reader.heading).to_have_accessible_description(re.compile("call 999"))
    reader.opens("friend-request")
    reader.gives("personal")
    expect(reader.heading).to_be_in_viewport(ratio=0.5)


def test_without_scripts_nothing_is_fetched_and_nothing_is_said(readers: Readers, watch: Watch) -> None:
    reader = readers(java_script_enabled=False)
    reader.opens("friend-request")
    reader.gives(*LUNCH_CLUB)
    expect(reader.page.locator(".dt-told")).to_have_text("")
    assert watch.count(".wasm") == 0
