"""What surrounds the questions: from page to page with one Python, from a file, and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.site.conftest import SAVES_DATA, Site
from tests.site.reader import Reader, Readers
from tests.site.watch import Watch

SLOW = 300  # ms: longer than the theme waits until it notes how far a page is scrolled


def test_one_python_serves_the_whole_visit(reader: Reader, watch: Watch) -> None:
    reader.opens_with_python("friend-request")
    reader.gives("personal")
    reader.page.evaluate("window.sameVisit = true")
    reader.page.locator("a.site-name").click()
    reader.page.locator(".situation summary", has_text="Photos").click()
    reader.page.locator(".dt-questions a", has_text="photo").click()
    reader.waits_for_python()
    reader.is_asked("contents")
    reader.gives("ours")
    assert reader.fragment == "contents=ours"
    reader.page.go_back()
    reader.is_asked("contents")
    reader.page.go_back()
    reader.page.go_back()
    reader.waits_for_python()
    reader.is_asked("identity")
    assert reader.page.evaluate("window.sameVisit"), "the page was loaded anew"
    assert (watch.count(".wasm"), watch.count("decision-tree-worker.js"), watch.count("engine.zip")) == (1, 1, 1)


def test_from_a_file_the_page_answers_by_links(
    context: Callable[..., BrowserContext], site: Site, watch: Watch
) -> None:
    # No browser lets a script module come from a file.
    watch.expects("from origin 'null'", r"ERR_FAILED \(file:", "^failed: file:")
    reader = Reader(context().new_page(), f"{site.folder.as_uri()}/")
    reader.page.goto(f"{site.folder.as_uri()}/ask/friend-request/index.html")
    reader.gives("personal", "adult", "now")
    reader.is_told("no")
    expect(reader.page.locator(".dt-clause-text:visible").first).to_contain_text("Workers")
    expect(reader.page.locator(".dt-notice")).to_be_hidden()
    expect(reader.page.locator(".find input")).to_be_hidden()
    expect(reader.page.locator(".find-plain a")).to_have_text(["All questions", "The policy"])


def slowly(route: Route) -> None:
    """An answer that takes its time."""
    route.request.frame.page.wait_for_timeout(2 * SLOW)
    route.continue_()


def test_the_next_page_begins_at_its_top_before_and_after_its_scripts(reader_without_python: Reader) -> None:
    page = reader_without_python.page
    page.goto(f"{reader_without_python.address}ask/")
    page.evaluate("window.shown = 0; document$.subscribe(() => { shown++; })")
    held: list[Route] = []
    page.route("**/note-taps.js*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright wants a function
    last = page.locator(".dt-questions a").last
    last.scroll_into_view_if_needed()
    page.wait_for_timeout(SLOW)  # so that how far it is scrolled is noted
    scrolled = page.evaluate("scrollY")
    assert scrolled
    with page.expect_request("**/note-taps.js*"):
        last.click()
    expect(page.locator(".dt-ask:visible")).to_have_count(1)
    page.wait_for_timeout(SLOW)
    assert page.evaluate("[scrollY, shown]") == [0, 1]
    held[0].continue_()
    page.wait_for_function("() => shown === 2")
    page.wait_for_timeout(SLOW)
    assert page.evaluate("scrollY") == 0
    page.go_back()
    expect(last).to_be_in_viewport()
    assert page.evaluate("scrollY") == pytest.approx(scrolled, abs=2)


@pytest.mark.parametrize("with_python", [False, True], ids=["by links", "with Python"])
def test_back_goes_from_step_to_step_also_where_the_visit_began_elsewhere(
    readers: Readers, *, with_python: bool
) -> None:
    reader = readers()
    if not with_python:
        reader.page.add_init_script(SAVES_DATA)
    reader.page.goto(f"{reader.address}ask/")
    reader.page.evaluate("window.sameVisit = true")
    reader.page.locator(".dt-questions a", has_text="friend").click()
    if with_python:
        reader.waits_for_python()
    reader.gives("personal", "no")
    reader.is_told("no")
    reader.page.evaluate("scrollBy(0, 200)")
    reader.page.wait_for_timeout(SLOW)  # so that the theme notes it
    assert reader.noted_answers() == {"request": "personal", "identity": "no"}
    for question in ("identity", "request"):
        reader.page.go_back()
        reader.is_asked(question)
    reader.page.go_back()
    expect(reader.page.locator(".dt-questions").first).to_be_visible()
    assert reader.page.evaluate("window.sameVisit"), "the page was loaded anew"


def test_an_answer_that_comes_before_python_does_leads_it_to_its_step(reader: Reader) -> None:
    go: list[Route] = []
    reader.page.route("**/engine.zip", lambda route: go.append(route))  # noqa: PLW0108 - Playwright wants a function
    reader.page.goto(f"{reader.address}ask/")
    with reader.page.expect_request("**/engine.zip"):
        reader.page.locator(".dt-questions a", has_text="friend").click()
    reader.gives("personal")
    go[0].continue_()
    reader.waits_for_python()
    reader.is_asked("identity")
    assert reader.given() == ["request"]


def test_an_answer_is_noted_before_the_scripts_of_its_page_have_come(reader_without_python: Reader) -> None:
    page = reader_without_python.page
    page.goto(f"{reader_without_python.address}ask/")
    page.route("**/note-taps.js*", lambda _: None)
    with page.expect_request("**/note-taps.js*"):
        page.locator(".dt-questions a", has_text="friend").click()
    reader_without_python.gives("personal")
    assert reader_without_python.noted_answers() == {"request": "personal"}


def test_the_next_page_begins_at_its_clause_also_where_it_is_slow(reader: Reader) -> None:
    reader.opens_with_python("friend-request")
    reader.gives("personal", "no")
    page = reader.page
    page.route("**/policy/6-young-people/", slowly)
    page.locator(".dt-clause-name a:visible").click()
    page.wait_for_function("() => location.pathname.includes('/policy/')")
    page.evaluate("scrollBy(0, 30)")  # a thumb that has not come to rest
    expect(page.locator("h1")).to_have_text("6. Young people")
    expect(page.locator('[id="6.5"]')).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [False, True], ids=["by links", "with Python"])
def test_on_paper_every_step_is_there_with_its_number(readers: Readers, *, scripts: bool) -> None:
    reader = readers(java_script_enabled=scripts)
    reader.opens("post-photo-video")
    if scripts:
        reader.waits_for_python()
    reader.gives("ours", "nobody")
    reader.page.emulate_media(media="print")
    steps = reader.page.locator(".dt-step")
    expect(reader.page.locator(".dt-step:visible")).to_have_count(steps.count())
    expect(reader.page.locator(".dt-live")).to_be_hidden()
    numbers = [int(words.split()[-1]) for words in reader.page.locator(".dt-number:visible").all_inner_texts()]
    assert sorted(numbers) == list(range(1, steps.count() + 1))
    tops = dict(zip(numbers, tops_of(reader.page), strict=True))
    assert sorted(tops, key=tops.__getitem__) == sorted(numbers), "they stand out of order"
    leads = reader.page.locator(".dt-option:visible").all_inner_texts()
    assert all(re.search(r"\(go to \d+\)$", words.strip()) for words in leads)


def test_on_paper_an_answer_stands_alone_once_there_is_one(reader: Reader) -> None:
    reader.opens_with_python("post-photo-video")
    reader.gives("ours", "nobody", "tarner-page")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".dt-static")).to_be_hidden()
    reader.is_told("yes")
    expect(reader.page.locator(".dt-clause-text:visible").first).to_be_visible()


def tops_of(page: Page) -> list[float]:
    """How far down the page each step begins."""
    tops: list[float] = page.evaluate(
        "[...document.querySelectorAll('.dt-step')].map($step => $step.getBoundingClientRect().top)"
    )
    return tops
