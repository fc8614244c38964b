"""The working copy, published by itself: it says that it is a draft, and asks for no list of editions."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.site.reader import Reader
from tests.site.watch import Watch

NOTICE = ".notice p:visible"


def test_a_draft_says_so_with_and_without_scripts(reader: Reader, reader_without_scripts: Reader) -> None:
    for one in (reader, reader_without_scripts):
        for path in ("", "policy/5-profiles/", "ask/friend-request/"):
            one.page.goto(one.address + path)
            expect(one.page.locator(NOTICE)).to_have_text("This is a draft. It is not in force.")
            expect(one.page.locator(".status p").first).to_contain_text("Draft of the next edition")


def test_where_there_are_no_editions_no_list_of_them_is_asked_for(reader: Reader, watch: Watch) -> None:
    reader.page.goto(f"{reader.address}policy/5-profiles/#5.2")
    reader.page.wait_for_load_state("networkidle")
    assert (watch.count("notices.js"), watch.count("versions.json"), watch.count("policy.json")) == (1, 0, 0)
    expect(reader.page.locator(".elsewhere")).to_be_hidden()


def test_the_review_is_overdue_by_the_readers_own_day(reader: Reader) -> None:
    for day, told in (("2024-12-31T12:00", 0), ("2025-01-31T12:00", 1), ("2025-02-01T12:00", 1)):
        reader.page.clock.set_fixed_time(day)
        reader.page.goto(f"{reader.address}policy/")
        assert reader.page.locator(".status-late:visible").count() == told
    expect(reader.page.locator(".status-late:visible")).to_have_attribute("data-when", "overdue")
