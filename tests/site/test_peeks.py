"""Looking without going: a word's meaning, another clause, a citation; by mouse, keyboard, thumb, or as plain links."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.site.barriers import barriers, sideways
from tests.site.conftest import PHONE, Site
from tests.site.reader import Reader, Readers

DESK = {"viewport": {"width": 1280, "height": 800}, "has_touch": False, "is_mobile": False}
PROFILES = "policy/5-profiles/"
MEANING = "We read it as including volunteers"
CITATION = (
    "Tarner, Social Media Policy, draft of the next edition, clause 5.2 Friend requests from people we work with, "
)
TARGET, THUMB = 24, 44  # CSS pixels
NO_POPOVERS = "delete HTMLElement.prototype.popover"
SELECTED = "(({ value, selectionStart: a, selectionEnd: b }) => value.slice(a, b))(document.activeElement)"
# As on-demand.js does at the first touch, and this waits for it.
LISTENS = "import(document.querySelector('script[src*=on-demand]').src.replace('on-demand', 'peek')).then(() => {})"
FOLLOW = """(to) => {
  const $link = document.body.appendChild(document.createElement("a"));
  $link.href = to;
  $link.click();
}"""
REFUSED = "void (navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')))"


def box(page: Page) -> Locator:
    """What is shown in place."""
    return page.locator(".peek-box:popover-open")


def word(page: Page, clause: str = "friend-requests", term: str = "worker") -> Locator:
    """A marked word of a clause."""
    return page.locator(f"#{clause} ~ p a.term[aria-describedby=means-{term}]").first


def open_at(reader: Reader, address: str) -> Page:
    """Come to a page, and wait until its script listens."""
    reader.page.goto(reader.address + address)
    reader.page.evaluate(LISTENS)
    return reader.page


@pytest.fixture
def desk(readers: Readers) -> Reader:
    """Somebody with a mouse and a keyboard."""
    return readers(**DESK)


def test_a_mouse_shows_a_meaning_and_may_go_into_it_and_escape_dismisses_it(desk: Reader) -> None:
    page = open_at(desk, PROFILES + "#friend-requests")
    word(page).hover()
    expect(box(page)).to_contain_text(MEANING)
    expect(box(page)).to_have_attribute("role", "tooltip")
    expect(box(page)).to_contain_text("Editor's note: not from the policy")
    box(page).hover()
    page.wait_for_timeout(600)  # three times as long as what is left stays
    expect(box(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(box(page)).to_have_count(0)
    word(page).hover()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    word(page).click()  # A mouse that has seen it all goes there.
    expect(page).to_have_url(f"{desk.address}glossary/#worker")
    expect(box(page)).to_have_count(0)


def test_the_keyboard_shows_it_and_a_screen_reader_says_it(desk: Reader) -> None:
    page = open_at(desk, PROFILES + "#friend-requests")
    page.locator("#friend-requests a.cite").focus()
    page.keyboard.press("Tab")
    expect(word(page)).to_be_focused()
    expect(box(page)).to_contain_text(MEANING)
    described = page.locator(f"#{word(page).get_attribute('aria-describedby')}")
    expect(described).to_have_count(1)
    expect(word(page)).to_have_accessible_description(
        f"The policy does not define it. {MEANING} (reading R1). Editor's note: not from the policy"
    )
    page.keyboard.press("Tab")
    expect(box(page)).not_to_contain_text(MEANING)
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)


def test_a_reference_shows_the_clause_from_its_own_page(desk: Reader) -> None:
    page = open_at(desk, PROFILES + "#friend-requests")
    link = page.locator("#friend-requests ~ .clause-facts a[data-go='Go to clause 6.5']").first
    link.hover()
    expect(box(page)).to_contain_text("6.5 Being sure who is asking")
    expect(box(page)).to_contain_text("Workers may accept a request only when satisfied")
    expect(box(page).locator("a:not(.peek-go)")).to_have_count(0)
    assert "Editor's note" not in box(page).inner_text()
    assert "should" not in box(page).inner_text(), "the facts under a clause are none of its text"
    page.mouse.move(5, 5)
    page.goto(f"{desk.address}policy/6-young-people/#discussions-workers-host")
    page.locator("p a[data-go='Go to section 7']").first.hover()
    expect(box(page).locator("li")).to_have_text(
        [
            "7.1 Responding to abuse or bullying",
            "7.2 When somebody gets into your space",
            "7.3 Advice in other policies",
        ]
    )


def test_a_thumb_gets_it_at_the_foot_of_the_screen_with_the_way_on(reader: Reader) -> None:
    page = open_at(reader, PROFILES + "#friend-requests")
    word(page, term="line-manager").tap()
    expect(box(page)).to_have_attribute("role", "dialog")
    expect(box(page)).to_be_focused()
    expect(box(page).get_by_role("link", name="Go to the glossary")).to_be_visible()
    for target in box(page).locator(".peek-do > *").all():
        assert (target.bounding_box() or {"height": 0})["height"] >= THUMB
    foot = box(page).bounding_box()
    assert foot
    assert round(foot["y"] + foot["height"]) == PHONE["viewport"]["height"]
    assert barriers(page) == []
    assert sideways(page) == 0
    box(page).get_by_role("button", name="Close").tap()
    expect(box(page)).to_have_count(0)
    expect(word(page, term="line-manager")).to_be_focused()
    page.locator("#friend-requests ~ .clause-facts a[data-go='Go to clause 6.5']").first.tap()
    box(page).get_by_role("link", name="Go to clause 6.5").tap()
    expect(page).to_have_url(f"{reader.address}policy/6-young-people/#being-sure-who-is-asking")
    expect(page.locator(".peek-box")).to_have_count(0)


def test_a_tap_that_comes_before_its_script_waits_for_it(reader: Reader) -> None:
    page = reader.page
    held: list[Route] = []
    page.route("**/peek.js*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright wants a function
    page.goto(reader.address + PROFILES + "#friend-requests")
    with page.expect_request("**/peek.js*"):
        word(page).tap()
    expect(box(page)).to_have_count(0)
    held[0].continue_()
    expect(box(page)).to_contain_text(MEANING)
    expect(page).to_have_url(f"{reader.address}{PROFILES}#friend-requests")


def test_a_link_that_nothing_shows_in_place_is_followed_at_once(reader: Reader) -> None:
    reader.opens("friend-request")
    reader.page.evaluate("addEventListener('click', (event) => { window.stopped = event.defaultPrevented; })")
    reader.page.locator("a.peek").first.evaluate(
        "$link => { $link.target = '_blank'; $link.href = '#'; $link.click(); }"
    )
    assert reader.page.evaluate("window.stopped") is False


def test_a_clause_is_cited_and_the_reader_is_told(context: Callable[..., BrowserContext], site: Site) -> None:
    opened = context(**DESK, permissions=["clipboard-read", "clipboard-write"])
    page = open_at(Reader(opened.new_page(), site.address), PROFILES)
    address = f"{site.address}{PROFILES}#friend-requests"
    cite = page.get_by_role("link", name="Cite 5.2", exact=True)
    size = cite.bounding_box()
    assert size
    assert min(size["width"], size["height"]) >= TARGET
    cite.click()
    told = box(page).get_by_role("status")
    for button, copied, said in (
        ("Copy link", address, "Copied the link."),
        ("Copy citation", CITATION + address, "Copied the citation."),
    ):
        box(page).get_by_role("button", name=button).click()
        expect(told).to_have_text(said)
        assert page.evaluate("navigator.clipboard.readText()") == copied
    assert barriers(page) == []
    page.keyboard.press("Escape")
    expect(cite).to_be_focused()
    page.evaluate(REFUSED)
    page.keyboard.press("Enter")
    box(page).get_by_role("button", name="Copy citation").press("Enter")
    expect(told).to_contain_text("The text is selected")
    assert page.evaluate(SELECTED) == CITATION + address
    assert sideways(page) == 0


def test_it_works_after_the_theme_has_swapped_pages_and_back(desk: Reader) -> None:
    page = desk.page
    page.goto(f"{desk.address}ask/friend-request/")
    assert not page.evaluate("[...document.scripts].some(({ src }) => src.includes('peek'))")
    page.evaluate("window.isSwapped = true")
    for address in ("policy/", PROFILES, "policy/4-general/", PROFILES):
        page.evaluate(FOLLOW, desk.address + address)
        expect(page).to_have_url(desk.address + address)
        expect(page.locator(f"link[rel=canonical][href$='{address}']")).to_have_count(1)
    assert page.evaluate("window.isSwapped")
    word(page).hover()
    expect(box(page)).to_contain_text(MEANING)
    expect(page.locator(".peek-box")).to_have_count(1)


def test_without_scripts_all_are_plain_links(reader_without_scripts: Reader) -> None:
    page = reader_without_scripts.page
    page.goto(reader_without_scripts.address + PROFILES)
    expect(page.locator(".meanings, .peek-box, textarea")).not_to_be_visible()
    page.get_by_role("link", name="Cite 5.2", exact=True).tap()
    expect(page).to_have_url(f"{reader_without_scripts.address}{PROFILES}#friend-requests")
    word(page).tap()
    expect(page).to_have_url(f"{reader_without_scripts.address}glossary/#worker")
    expect(page.locator("#worker")).to_be_visible()


def test_so_they_are_in_a_browser_without_popovers(readers: Readers) -> None:
    reader = readers()
    reader.page.add_init_script(NO_POPOVERS)
    page = open_at(reader, PROFILES)
    word(page).tap()
    expect(page).to_have_url(f"{reader.address}glossary/#worker")


def test_all_of_it_is_kept_for_reading_offline(site: Site) -> None:
    kept = {address.split("?")[0] for address in json.loads((site.folder / "offline.json").read_text())["files"]}
    scripts = {f"assets/javascripts/{name}.js" for name in ("peek", "peek-read", "peek-box", "peek-cite")}
    assert {*scripts, "assets/stylesheets/peek.css", "glossary/", PROFILES} <= kept
