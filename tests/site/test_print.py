"""What comes out of a printer: the text and which edition it is, and nothing that only a screen can use."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.site.reader import Reader

# On the screen and never on paper: the menu, the search, ways to other pages, buttons.
NOT_ON_PAPER = ("Home", "Search", "Next", "All editions", "On this page", "Editions and the next review", "Start again")
# The parts that lead about the site, in whatever words.
CONTROLS = "nav, header, footer, button, input, .way-up, .onward, .headerlink, .status details, .contents"


def sheets(page: Page) -> list[list[str]]:
    """The lines of every sheet."""
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [[" ".join(line.split()) for line in sheet.extract_text().splitlines()] for sheet in printed.pages]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("policy/5-profiles/", "5.2 Friend requests from people we work with"),
        ("ask/friend-request/", "What kind of request is it?"),
        ("policy/whole/", "The whole policy"),
    ],
)
def test_each_sheet_says_which_edition_it_is_and_shows_no_controls(
    reader_without_python: Reader, address: str, says: str
) -> None:
    page = reader_without_python.page
    page.goto(reader_without_python.address + address)
    printed = sheets(page)
    assert any(says in line for sheet in printed for line in sheet)
    for number, sheet in enumerate(printed, start=1):
        text = " ".join(sheet)
        assert "Draft of the next edition · Uncontrolled when printed" in text
        assert f"{number} / {len(printed)}" in text
        assert [words for words in NOT_ON_PAPER if words in sheet] == []
    page.emulate_media(media="print")
    assert page.locator(CONTROLS).filter(visible=True).count() == 0
    assert page.locator("edition-status .on-paper").is_visible()


def test_no_heading_and_no_note_is_parted_from_what_follows(reader_without_python: Reader) -> None:
    page = reader_without_python.page
    page.goto(reader_without_python.address + "policy/5-profiles/")
    page.emulate_media(media="print")
    for part, rule, value in (
        ("h2", "breakAfter", "avoid"),
        ("h3", "breakAfter", "avoid"),
        (".editors-note", "breakInside", "avoid"),
        (".editors-note", "breakBefore", "avoid"),
        (".clause-facts", "breakInside", "avoid"),
    ):
        found = page.locator(f"main {part}").evaluate_all(
            "($all, rule) => $all.map(($one) => getComputedStyle($one)[rule])", rule
        )
        assert (part, rule, set(found)) == (part, rule, {value})
