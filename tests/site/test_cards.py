"""The act-now cards and a list of duties, on paper and in the hand of a reader."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import ROOT
from tests.site.reader import Reader

CARDS = sorted(path.stem for path in (ROOT / "docs/act-now").glob("*.md") if path.stem != "index")
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
# As long as a name, a telephone number and an address may be together.
FILL = """for (const $line of document.querySelectorAll(".card-line")) {
  $line.textContent = "Alexandra Featherstonehaugh, 01273 496 0000, alexandra.f@charity.example";
}"""


def sheets(page: Page) -> int:
    """How many pages of A4 it takes."""
    return len(PAGE.findall(page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize("card", CARDS)
def test_a_card_is_one_page_of_paper_empty_or_filled_in(reader: Reader, card: str) -> None:
    reader.page.goto(f"{reader.address}act-now/{card}/")
    assert reader.page.locator(".card-line").count() > 0
    assert sheets(reader.page) == 1
    reader.page.evaluate(FILL)
    assert sheets(reader.page) == 1


def test_a_list_of_duties_shows_one_topic_and_all_again(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}duties/volunteer/")
    duties, topic = reader.page.locator(".duty-group li"), reader.page.get_by_label("Topic")
    count = duties.count()
    topic.select_option("photos")
    expect(duties.filter(visible=True)).to_have_count(1)
    expect(duties.filter(visible=True)).to_contain_text("4.7")
    expect(reader.page.locator(".duty-group:visible h2")).to_have_text(["Should not"])
    expect(reader.page.locator(".duty-told")).to_have_text(f"Topic: photos. 1 of {count} duties are shown.")
    topic.select_option("")
    expect(duties.filter(visible=True)).to_have_count(count)


def test_a_list_of_duties_is_whole_without_scripts_and_has_a_box_for_each_on_paper(
    reader_without_scripts: Reader,
) -> None:
    page = reader_without_scripts.page
    page.goto(f"{reader_without_scripts.address}duties/worker/")
    duties = page.locator(".duty-group li")
    assert duties.filter(visible=True).count() == duties.count() > 50
    assert not page.locator(".duty-topics").is_visible()
    page.locator(".duty-by-topic summary").click()
    page.locator(".duty-by-topic li", has_text="photos").get_by_role("link").click()
    expect(page.locator(".duty-group li:target")).to_contain_text("4.7")
    page.emulate_media(media="print")
    assert not page.locator(".duty-by-topic").is_visible()
    assert page.locator(".duty-paper").is_visible()
    assert page.locator(".status").is_visible(), "the edition stands on paper, too"
