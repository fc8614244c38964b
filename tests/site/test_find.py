"""The search as a reader meets it: fetched at the first touch, by keyboard, read out, small, and never in the way."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Route, expect

from tests.site.barriers import barriers, sideways
from tests.site.reader import Reader, Readers
from tests.site.watch import Watch

CLAUSE = re.compile(r"/policy/5-profiles/#friend-requests$")


def types(reader: Reader, words: str, field: str = ".top .find input") -> Locator:
    """Type into the field of the header, or into another; what is found."""
    reader.page.locator(field).fill("")
    reader.page.locator(field).press_sequentially(words)
    return reader.page.locator(f"{field.removesuffix(' input')} .find-list > li > a")


def test_by_keyboard_from_a_question_to_a_clause_and_again(reader_without_python: Reader, watch: Watch) -> None:
    reader = reader_without_python
    reader.opens("write-post")
    assert [watch.count(name) for name in ("find.json", "find.css")] == [0, 0], "nothing is fetched before it is needed"
    reader.page.evaluate("window.sameVisit = true")
    press = reader.page.keyboard.press

    links = types(reader, "friend requests")
    expect(links.first).to_have_attribute("href", re.compile("/ask/friend-request/$"))
    expect(reader.page.locator(".top [role=status]")).to_have_text(re.compile(r"^\d+ results$"))
    assert (barriers(reader.page), sideways(reader.page)) == ([], 0)
    for height in (640, 300):  # a phone, and one that lies on its side
        reader.page.set_viewport_size({"width": 360, "height": height})
        expect(links.first).to_be_in_viewport()
    reader.page.set_viewport_size({"width": 360, "height": 640})
    press("ArrowDown")
    expect(links.first).to_be_focused()
    press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    press("ArrowUp")
    press("ArrowUp")
    expect(reader.page.locator(".top .find input")).to_be_focused()
    press("Tab")
    expect(reader.page.locator(".top .find-results").locator(":focus")).to_have_count(1)
    press("Escape")
    expect(reader.page.locator(".top .find-results")).to_be_hidden()
    expect(reader.page.locator(".top .find input")).to_be_focused()

    # A whole number leads to its clause; the page is swapped, and the field answers there too.
    expect(types(reader, "5.2").first).to_contain_text("5.2 Friend requests")
    press("Enter")
    expect(reader.page).to_have_url(CLAUSE)
    expect(reader.page.locator("#friend-requests")).to_be_in_viewport()
    expect(reader.page.locator(".top .find-results")).to_be_hidden()
    expect(types(reader, "5.10").first).to_contain_text("5.10 Contacting service users")
    # Where the theme clears the head of the page, what is found keeps its style.
    assert reader.page.locator(".top .find-list").evaluate("$list => getComputedStyle($list).listStyleType") == "none"
    press("Enter")
    expect(reader.page.locator("#contacting-service-users")).to_be_in_viewport()
    assert reader.page.evaluate("window.sameVisit"), "the page was loaded anew"
    assert watch.count("find.json") == 1


def test_the_large_field_is_the_only_one_and_nothing_found_leads_to_help(reader_without_python: Reader) -> None:
    reader = reader_without_python
    reader.page.goto(reader.address)
    assert reader.page.locator(".find input:visible").count() == 1
    first = types(reader, "selfie", ".find-large input").first
    expect(first).to_contain_text("Can I post this photo or video?")
    assert (barriers(reader.page), sideways(reader.page)) == ([], 0)
    types(reader, "<i>zzzz", ".find-large input")
    expect(reader.page.locator(".find-large [role=status]")).to_have_text("Nothing was found for “<i>zzzz”.")
    help_links = reader.page.locator(".find-large .find-help a")
    expect(help_links.first).to_have_text("I'm worried about a young person. Can I check in online?")
    assert (barriers(reader.page), sideways(reader.page)) == ([], 0)
    help_links.last.click()
    expect(reader.page.locator("h1")).to_contain_text("The policy")
    reader.page.go_back()
    expect(types(reader, "selfie", ".find-large input").first).to_be_visible()


def test_without_scripts_links_stand_in_its_place(reader_without_scripts: Reader) -> None:
    reader = reader_without_scripts
    reader.page.goto(f"{reader.address}policy/5-profiles/")
    expect(reader.page.locator(".find input")).to_be_hidden()
    expect(reader.page.locator(".find-plain a")).to_have_text(["All questions", "The policy"])
    expect(reader.page.locator(".find-plain span")).to_be_hidden()
    assert sideways(reader.page) == 0
    reader.page.locator(".find-plain a").first.click()
    expect(reader.page.locator("h1")).to_contain_text("Ask a question")


def test_a_search_that_cannot_come_says_so_and_is_tried_again(readers: Readers, watch: Watch) -> None:
    watch.expects("find.json", "ERR_FAILED")
    reader = readers()
    reader.page.route("**/find.json", refuse)
    reader.page.goto(f"{reader.address}policy/")
    reader.page.locator(".top .find input").focus()
    expect(reader.page.locator(".find-plain span")).to_be_visible()
    expect(reader.page.locator(".find-plain a").first).to_be_visible()
    reader.page.unroute("**/find.json")
    reader.page.locator("h1").click()
    expect(types(reader, "5.2").first).to_contain_text("5.2")
    expect(reader.page.locator(".find-plain")).to_be_hidden()


def refuse(route: Route) -> None:
    route.abort()
