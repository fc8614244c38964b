"""The working copy, published by itself: it says that it is a draft, and asks for no list of editions."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.site.reader import Reader
from tests.site.watch import Watch

DRAFT = (
    "This is a draft. It is not in force. Follow the edition that is; if you do not have it, "
    "ask your line manager or the Tarner worker you know."
)
NOTICE = ".notice p:visible"


def test_a_draft_says_so_with_and_without_scripts(reader: Reader, reader_without_scripts: Reader) -> None:
    for one in (reader, reader_without_scripts):
        for path in ("", "policy/5-profiles/", "ask/friend-request/"):
            one.page.goto(one.address + path)
            expect(one.page.locator(NOTICE)).to_have_text(DRAFT)
            expect(one.page.locator(".status p").first).to_contain_text("Draft of the next edition")


def test_where_there_are_no_editions_no_list_of_them_is_asked_for(reader: Reader, watch: Watch) -> None:
    reader.page.goto(f"{reader.address}policy/5-profiles/#5.2")
    reader.page.wait_for_load_state("networkidle")
    assert (watch.count("notices.js"), watch.count("versions.json"), watch.count("policy.json")) == (1, 0, 0)
    expect(reader.page.locator(".elsewhere")).to_be_hidden()


def test_the_review_is_overdue_by_the_readers_own_day(reader: Reader) -> None:
    days = {"2024-12-31": [], "2025-01-01": ["soon"], "2025-01-31": ["soon"], "2025-02-01": ["overdue"]}
    for day, told in days.items():
        reader.page.clock.set_fixed_time(f"{day}T12:00")
        reader.page.goto(f"{reader.address}policy/")
        shown = reader.page.locator(".status-late:visible").all()
        assert (day, [one.get_attribute("data-when") for one in shown]) == (day, told)
        reader.page.locator("edition-status summary").click()
        expect(reader.page.locator("a[type='text/calendar']:visible")).to_have_count(int(told != ["overdue"]))
        expect(reader.page.locator("edition-status a[href$='compare/']")).to_have_count(0)


def test_of_editions_that_are_not_at_hand_nothing_is_said(reader: Reader) -> None:
    # Our register names 2024-01, which nobody has published here.
    reader.page.goto(f"{reader.address}policy/5-profiles/")
    assert reader.page.locator(".clause-life").count() == 0
    reader.page.goto(f"{reader.address}compare/")
    expect(reader.page.locator(".compared")).to_have_text("There is no earlier edition to compare with.")
    expect(reader.page.locator("compare-editions form")).to_have_count(0)
