"""Python that never comes, or goes away: the questions are answered by links, and the reader is told once, quietly."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.site.conftest import Site
from tests.site.reader import Reader
from tests.site.watch import Watch

LUNCH_CLUB = ("personal", "adult", "now")  # ends in No
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
# Keeps the workers of a page within a test's reach.
KEEPS_WORKERS = (
    "Worker = class extends Worker { constructor(...given) { super(...given); (window.workers ??= []).push(this); } }"
)
# Only ours: the theme's search has one of its own.
NO_WORKER = "Worker = class { constructor(address) { throw new Error(`No worker: ${address}`); } }"
ANSWERS_WITHIN, STARTS_WITHIN = 11_000, 31_000  # ms: python.js waits a second less

Blocks = Callable[[Route], None]


def is_not_there(route: Route) -> None:
    route.fulfill(status=404, body="Not here.")


def never_comes(route: Route) -> None:
    """Neither answered nor refused."""


def has_a_wrong_type(route: Route) -> None:
    route.fulfill(response=route.fetch(), content_type="text/plain")


def breaks_off(route: Route) -> None:
    whole = route.fetch().body()
    route.fulfill(body=whole[: len(whole) // 2], content_type="application/wasm")


def is_refused(route: Route) -> None:
    route.abort("blockedbyclient")


def answers_by_links_to_the_end(reader: Reader) -> None:
    """From the first question to a No, with one quiet sentence and nothing that turns."""
    reader.gives(*LUNCH_CLUB)
    reader.is_told("no")
    expect(reader.page.locator(".dt-static")).to_be_visible()
    expect(reader.page.locator(".dt-live")).to_be_hidden()
    assert reader.page.evaluate("document.getAnimations().length") == 0


def was_told(reader: Reader, times: int) -> None:
    """The notice stands on the page so often."""
    expect(reader.page.locator("[role=status] > .dt-notice:visible")).to_have_count(times)


@pytest.mark.parametrize(
    ("file", "fails"),
    [
        ("*.wasm", is_not_there),
        ("*.wasm", has_a_wrong_type),
        ("*.wasm", breaks_off),
        ("*.wasm", is_refused),
        ("pyodide.asm.mjs", is_not_there),
        ("python_stdlib.zip", is_not_there),
        ("decision-tree-worker.js", is_not_there),
        ("decision-tree-worker.js", has_a_wrong_type),
        ("engine.zip", is_not_there),
        ("engine.zip", breaks_off),
    ],
)
def test_a_file_of_python_that_fails(reader: Reader, watch: Watch, file: str, fails: Blocks) -> None:
    watch.expects(".")  # The browser itself tells of the broken file.
    reader.page.route(f"**/{file}", fails)
    reader.opens("friend-request")
    reader.waits_for_state("unavailable")
    was_told(reader, 1)
    answers_by_links_to_the_end(reader)
    was_told(reader, 1)


def test_a_file_that_never_comes_is_waited_for_in_the_background_and_not_for_ever(reader: Reader) -> None:
    reader.page.clock.install()
    reader.page.route("**/*.wasm", never_comes)
    with reader.page.expect_request("**/*.wasm"):
        reader.opens("friend-request")
        reader.page.clock.run_for(1000)  # The page is idle.
    reader.waits_for_state("starting")
    was_told(reader, 0)
    reader.gives("personal", "adult")
    reader.page.clock.fast_forward(STARTS_WITHIN)
    reader.waits_for_state("unavailable")
    was_told(reader, 1)
    reader.is_asked("link")  # Nothing that was answered meanwhile is lost.
    reader.gives(*LUNCH_CLUB[2:])
    reader.is_told("no")


def test_a_browser_without_workers(reader: Reader, watch: Watch) -> None:
    watch.expects("No worker: .*search")  # The theme's search complains of the same.
    reader.page.add_init_script(NO_WORKER)
    reader.opens("friend-request")
    reader.waits_for_state("unavailable")
    was_told(reader, 1)
    answers_by_links_to_the_end(reader)


def test_a_reader_who_saves_data_is_never_sent_python(reader: Reader, watch: Watch) -> None:
    reader.page.add_init_script(SAVES_DATA)
    reader.opens("friend-request")
    answers_by_links_to_the_end(reader)
    was_told(reader, 0)
    reader.waits_for_state("static")
    assert watch.count(".wasm") == 0


def test_a_new_question_is_read_out_also_while_the_page_answers_by_links(reader: Reader) -> None:
    reader.page.route("**/*.wasm", never_comes)
    reader.opens("friend-request")
    reader.page.get_by_role("link", name="They asked my own profile").click()
    expect(reader.page.locator(":focus")).to_have_attribute("data-ask", "identity")


def test_without_scripts_nothing_is_fetched_and_nothing_is_said(reader_without_scripts: Reader, watch: Watch) -> None:
    reader_without_scripts.opens("friend-request")
    reader_without_scripts.gives(*LUNCH_CLUB)
    expect(reader_without_scripts.page.locator(".dt-notice:visible")).to_have_count(0)
    assert watch.count(".wasm") == 0


@pytest.mark.parametrize("tree", ["friend-request", "post-photo-video"])
def test_python_that_dies_leaves_the_reader_where_they_stood(reader: Reader, site: Site, tree: str) -> None:
    reader.page.clock.install()
    reader.page.add_init_script(KEEPS_WORKERS)
    reader.opens(tree)
    reader.page.clock.run_for(1000)
    reader.waits_for_python()
    reader.gives(*{"friend-request": ("personal", "adult"), "post-photo-video": ("ours", "young-only")}[tree])
    stood = reader.heading.inner_text()
    reader.page.evaluate("workers.forEach(worker => worker.terminate())")
    reader.page.locator(".dt-option:visible").first.click()
    reader.page.clock.fast_forward(ANSWERS_WITHIN)
    reader.waits_for_state("unavailable")
    expect(reader.page.locator(".dt-step:target .dt-ask")).to_have_text(stood)
    was_told(reader, 1)
    before = reader.page.url
    reader.page.locator(".dt-option:visible").first.click()
    expect(reader.heading).not_to_have_text(stood)
    assert reader.page.url != before
    assert reader.page.url.startswith(site.address)
