"""Leaving a private question quickly: at once, without a trace of the answers, and without asking anybody before."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Route, expect

from macros.project import Project
from tests.site.conftest import TREES
from tests.site.reader import IS_READY, Reader
from tests.site.watch import Watch

ANSWERS = ("no", "abuse-or-bullying")  # in online-abuse
GONE = """() => {
  document.querySelector(".leave a").click();
  return [document.body.checkVisibility(), Boolean(document.querySelector("decision-tree"))];
}"""
OURS = "() => navigation.entries().map(({ url }) => url)"


@pytest.fixture
def target(project: Project) -> str:
    return project.parameters["leave_to"]


@pytest.fixture
def left(watch: Watch, reader: Reader, target: str) -> list[Request]:
    """The requests that reach the other site; it answers with a page of its own."""
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(body="<!doctype html><title>Weather</title><link rel=icon href=data:,>", content_type="text/html")

    reader.page.context.route(lambda url: url.startswith(target), answer)
    watch.expects(f"another host: {re.escape(target)}")
    return asked


def comes_and_answers(reader: Reader) -> None:
    """From the list of questions to a private one, and two answers in."""
    reader.page.goto(f"{reader.address}ask/")
    reader.page.locator(".dt-questions a[href$='/online-abuse/']").click()
    reader.waits_for_python()
    reader.gives(*ANSWERS)


def nothing_is_left(page: Page, address: str) -> None:
    """Back leads to the site's start, and no entry that is left is of the question or holds an answer."""
    page.go_back()
    expect(page).to_have_url(address)
    expect(page.locator("article h1")).to_be_visible()
    paths = [urlsplit(url).path for url in page.evaluate(OURS) if url.startswith(address)]
    assert [path for path in paths if "online-abuse" in path] == []
    assert "answers" not in (page.evaluate("history.state") or {})


def test_one_tap_leaves_and_back_does_not_return(reader: Reader, target: str, left: list[Request]) -> None:
    comes_and_answers(reader)
    assert left == [], "nothing is asked of the other site before"
    reader.page.locator(".leave a").click()
    reader.page.wait_for_url(target)
    assert [request.headers.get("referer") for request in left] == [None]
    nothing_is_left(reader.page, reader.address)


@pytest.mark.usefixtures("left")
def test_escape_three_times_leaves_and_twice_does_not(reader: Reader, target: str) -> None:
    comes_and_answers(reader)
    for key in ("Escape", "Escape", "Tab", "Escape"):
        reader.page.keyboard.press(key)
    assert not reader.page.evaluate("document.documentElement.hidden")
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("Escape")
    reader.page.wait_for_url(target)
    nothing_is_left(reader.page, reader.address)


@pytest.mark.usefixtures("left")
def test_the_page_is_gone_in_the_same_moment(reader: Reader, target: str) -> None:
    reader.opens_with_python("online-abuse")
    reader.gives(*ANSWERS)
    assert reader.page.evaluate(GONE) == [False, False]
    reader.page.wait_for_url(target)


def test_without_scripts_it_is_a_plain_link_that_tells_no_address(reader_without_scripts: Reader, target: str) -> None:
    reader_without_scripts.opens("online-abuse")
    link = reader_without_scripts.page.locator(".leave a")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (target, "noreferrer")
    assert reader_without_scripts.page.locator(IS_READY).count() == 0


def test_it_stays_in_reach_and_covers_nothing_that_has_the_focus(reader_without_python: Reader) -> None:
    reader = reader_without_python
    reader.opens("friend-request")
    reader.page.evaluate("scrollTo(0, document.body.scrollHeight / 3)")
    box = reader.page.locator(".leave").bounding_box()
    assert box
    assert 0 <= box["y"] < 200
    reader.page.locator(".dt-option:visible").first.focus()
    focused = reader.focused.bounding_box()
    assert focused
    assert focused["y"] >= box["y"] + box["height"] - 1


def test_only_private_questions_have_it(reader_without_scripts: Reader, project: Project) -> None:
    for tree in TREES:
        reader_without_scripts.opens(tree)
        count = reader_without_scripts.page.locator(".leave a").count()
        assert (tree, count) == (tree, int(project.trees[tree].private))
