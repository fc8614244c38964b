"""Two editions below a sub-path: what a reader is told of the one before them, today and on other days."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.serve import Handler, Server
from tests.editions.amended import FIRST, SECOND
from tests.site.barriers import barriers, sideways
from tests.site.conftest import Site
from tests.site.editions import BELOW, publish_two
from tests.site.watch import Watch

BEFORE, AFTER = datetime(2026, 11, 20, 12, tzinfo=UTC), datetime(2026, 12, 5, 12, tzinfo=UTC)
SOON, LATE = datetime(2027, 11, 15, 12, tzinfo=UTC), datetime(2027, 12, 1, 12, tzinfo=UTC)
CURRENT = f"{BELOW}/{SECOND}"
OLD = f"{BELOW}/{FIRST}"


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("editions") / "served"
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        publish_two(tmp_path_factory.mktemp("amended") / "ours", folder, address)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder, address)
        server.shutdown()


@pytest.fixture
def site(editions: Site) -> Site:
    """The readers of this file are at the editions."""
    return editions


Reads = Callable[..., Page]


@pytest.fixture
def reads(context: Callable[..., BrowserContext], editions: Site) -> Reads:
    """Opens a page of an edition on a day."""

    def open_page(path: str, day: datetime = AFTER, **settings: object) -> Page:
        page = context(**settings).new_page()
        page.clock.set_fixed_time(day)
        page.goto(f"{editions.address}{path}")
        return page

    return open_page


def notices(page: Page) -> list[str]:
    """The notices on show, once the list of editions has been asked for."""
    page.wait_for_load_state("networkidle")
    return [text.strip() for text in page.locator(".notice p:visible").all_inner_texts()]


def test_the_current_edition_says_nothing_above_the_page(reads: Reads) -> None:
    page = reads(f"{CURRENT}/policy/5-profiles/")
    assert notices(page) == []
    expect(page.locator(".status p").first).to_have_text(
        "Edition 2026-12 · in force from 1 December 2026 · last reviewed November 2026 · next review November 2027"
    )


@pytest.mark.parametrize("path", ["", "policy/5-profiles/", "ask/friend-request/", "editions/"])
def test_an_old_edition_says_so_on_every_page_and_leads_to_its_like(reads: Reads, site: Site, path: str) -> None:
    page = reads(f"{OLD}/{path}")
    assert notices(page) == ["This is not the current edition. This page in edition 2026-12"]
    page.locator(".notice a:visible").click()
    page.wait_for_url(f"{site.address}{CURRENT}/{path}")


@pytest.mark.parametrize(
    ("clause", "told", "leads"),
    [
        ("#friend-requests", "This clause in edition 2026-12", "policy/5-profiles/#friend-requests"),
        ("#5.2", "This clause in edition 2026-12", "policy/5-profiles/#friend-requests"),
        ("#instant-messaging", "This is clause 2.9 in edition 2026-12", "policy/2-definitions/#instant-messaging"),
        (
            "#feedback-in-team-meetings",
            "This clause is repealed in edition 2026-12",
            "policy/4-general/#feedback-in-team-meetings",
        ),
    ],
)
def test_an_old_clause_leads_to_the_same_clause(reads: Reads, site: Site, clause: str, told: str, leads: str) -> None:
    pages = {"friend": "5-profiles", "5.2": "5-profiles", "instan": "2-definitions", "feedba": "4-general"}
    page = reads(f"{OLD}/policy/{next(to for name, to in pages.items() if clause[1:].startswith(name))}/{clause}")
    assert notices(page) == [f"This is not the current edition. {told}"]
    page.locator(".notice a:visible").click()
    page.wait_for_url(f"{site.address}{CURRENT}/{leads}")


def test_the_link_follows_the_reader_from_clause_to_clause(reads: Reads) -> None:
    page = reads(f"{OLD}/policy/2-definitions/")
    assert notices(page) == ["This is not the current edition. This page in edition 2026-12"]
    page.evaluate("location.hash = '#2.8'")
    expect(page.locator(".notice a:visible")).to_have_text("This is clause 2.9 in edition 2026-12")


def test_before_its_day_a_new_edition_is_not_in_force_and_the_old_one_says_what_comes(reads: Reads) -> None:
    page = reads(f"{CURRENT}/policy/5-profiles/", BEFORE)
    told = "This edition is approved, but not in force yet. It is in force from 1 December 2026."
    assert notices(page) == [f"{told} This page in edition 2024-01"]
    page = reads(f"{OLD}/policy/5-profiles/", BEFORE)
    told = "A new edition is approved. It is in force from 1 December 2026."
    assert notices(page) == [f"{told} This page in edition 2026-12"]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (AFTER, None),
        (SOON, "The next review is due soon. For questions, ask your line manager or the Tarner worker you know."),
        (LATE, "The review is overdue. Ask your line manager or the Tarner worker you know whether this still holds."),
    ],
)
def test_the_review_is_due_soon_and_then_overdue(reads: Reads, day: datetime, told: str | None) -> None:
    page = reads(f"{CURRENT}/ask/friend-request/", day)
    late = page.locator(".status-late:visible")
    if told is None:
        expect(late).to_have_count(0)
    else:
        expect(late).to_have_text(told)


def test_without_scripts_the_days_are_there_and_no_state_is_claimed(reads: Reads) -> None:
    page = reads(f"{OLD}/policy/5-profiles/", java_script_enabled=False)
    expect(page.locator(".status p").first).to_have_text(
        "Edition 2024-01 · last reviewed January 2024 · next review January 2025"
    )
    assert page.locator(".notice p:visible, .status-late:visible").count() == 0
    page.locator(".status summary").click()
    page.locator(".status a", has_text="All editions").click()
    expect(page.locator("h1")).to_contain_text("Editions")


def test_the_switcher_keeps_the_clause(reads: Reads, site: Site) -> None:
    page = reads(f"{CURRENT}/policy/2-definitions/#2.9")
    page.locator(".status summary").click()
    page.locator(".elsewhere a", has_text=FIRST).click()
    page.wait_for_url(f"{site.address}{OLD}/policy/2-definitions/#instant-messaging")


def test_search_engines_are_shown_the_current_edition(reads: Reads, site: Site) -> None:
    page = reads(f"{OLD}/policy/5-profiles/")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == f"{site.address}{BELOW}/current/policy/5-profiles/"


def test_a_page_of_an_edition_has_no_barrier_in_any_state(reads: Reads) -> None:
    for day in (AFTER, LATE):
        for path in (f"{OLD}/policy/2-definitions/", f"{OLD}/ask/friend-request/", f"{CURRENT}/editions/"):
            page = reads(path, day)
            notices(page)
            assert (path, barriers(page), sideways(page)) == (path, [], 0)


def test_on_paper_the_days_and_the_notice_stand(reads: Reads) -> None:
    page = reads(f"{OLD}/policy/5-profiles/")
    notices(page)
    page.emulate_media(media="print")
    expect(page.locator(".status p").first).to_be_visible()
    expect(page.locator(".notice p[data-when=old]")).to_be_visible()
    expect(page.locator(".status details")).to_be_hidden()


def test_from_page_to_page_the_notice_comes_along(reads: Reads, watch: Watch) -> None:
    page = reads(f"{OLD}/policy/")
    assert notices(page)
    page.evaluate("window.sameVisit = true")
    page.locator("article a", has_text="5. Personal").click()
    page.wait_for_url("**/5-profiles/")
    expect(page.locator(".notice a:visible")).to_have_attribute("href", re.compile(f"/{CURRENT}/policy/5-profiles/$"))
    assert page.evaluate("window.sameVisit"), "the page was loaded anew"
    assert watch.count("versions.json") == 1


def test_an_old_edition_stays_known_as_old_to_who_comes_by_a_link_to_a_clause(reads: Reads) -> None:
    page = reads(f"{OLD}/policy/5-profiles/#5.21")
    notices(page)
    notice, clause = page.locator(".notice p:visible"), page.locator("h3", has_text="5.21")
    expect(notice).to_be_in_viewport()
    below = [box["y"] for box in (notice.bounding_box(), clause.bounding_box()) if box]
    assert below[0] < below[1] - 20


COMPARED = "#2024-01..2026-12"


def test_neighbours_are_compared_without_scripts(reads: Reads) -> None:
    page = reads(f"{CURRENT}/compare/", java_script_enabled=False)
    expect(page.locator(".compared h2").first).to_have_text("From edition 2024-01 to edition 2026-12")
    expect(page.locator(".change").first).to_contain_text("4.4 Feedback in team meetings")
    expect(page.locator("form.compare-choice")).to_be_hidden()
    page.locator(".change-steps a", has_text="Next").first.click()
    assert page.url.endswith(f"{COMPARED}:2")


def test_any_two_are_compared_by_python_in_the_page(reads: Reads) -> None:
    page = reads(f"{CURRENT}/compare/")
    built = page.locator(".compared").inner_html()
    page.locator("select[name=old]").select_option(SECOND)
    page.locator("select[name=new]").select_option(FIRST)
    page.locator(".compare-choice button").click()
    expect(page.locator(".compared h2").first).to_have_text("From edition 2026-12 to edition 2024-01")
    assert page.url.endswith("#2026-12..2024-01")
    expect(page.locator(".change").first).to_contain_text("4.4")
    assert (barriers(page), sideways(page)) == ([], 0)
    page.go_back()
    page.evaluate(f"location.hash = '{COMPARED}'")
    expect(page.locator(".compared h2").first).to_have_text("From edition 2024-01 to edition 2026-12")
    # Drawn by the same Python: the same, but for the way to this very edition.
    assert without_links(page.locator(".compared").inner_html()) == without_links(built)


def without_links(html: str) -> str:
    """HTML without where its links lead: the theme writes those of a built page out in full."""
    return re.sub(r'href="[^"]*"', "", html)


def test_a_link_leads_to_one_change_of_a_comparison(reads: Reads) -> None:
    page = reads(f"{OLD}/compare/{COMPARED}:3")
    change = page.locator(f'[id="{COMPARED[1:]}:3"]')
    expect(change).to_contain_text("5.5 Line management's record of profiles")
    expect(change).to_be_focused()
    assert page.evaluate("[...document.querySelectorAll('select')].map((one) => one.value)") == [FIRST, SECOND]


def test_steps_stay_on_the_page(reads: Reads) -> None:
    page = reads(f"{CURRENT}/compare/")
    page.locator(".compare-choice").wait_for()
    page.locator("compare-editions").evaluate("(one) => { one.dataset.mark = 'this'; }")
    page.locator(".change-contents a").nth(2).click()
    page.locator(f'[id="{COMPARED[1:]}:6"] .change-steps a', has_text="Next").click()
    assert page.url.endswith(":7")
    page.go_back()
    assert page.url.endswith(":6")
    page.wait_for_load_state("networkidle")
    expect(page.locator("compare-editions")).to_have_attribute("data-mark", "this")  # not fetched anew


def test_where_python_cannot_come_the_page_says_so_and_keeps_what_it_has(reads: Reads, watch: Watch) -> None:
    watch.expects("compare.zip", "404")
    page = reads(f"{CURRENT}/compare/")
    page.route("**/compare.zip", lambda route: route.fulfill(status=404))
    page.evaluate("location.hash = '#2026-12..2024-01'")
    expect(page.locator(".compare-told")).to_have_text("The two editions could not be compared on this device.")
    expect(page.locator(".compared h2").first).to_have_text("From edition 2024-01 to edition 2026-12")


def test_an_edition_that_is_not_there_is_not_shown(reads: Reads, watch: Watch) -> None:
    watch.expects("404")
    page = reads(f"{CURRENT}/compare/#2026-12..2030-01")
    expect(page.locator(".compare-told")).to_have_text("The two editions could not be compared on this device.")


def test_a_clause_tells_its_life_with_the_reason(reads: Reads) -> None:
    page = reads(f"{CURRENT}/policy/5-profiles/")
    facts = "xpath=following-sibling::div[contains(@class, 'clause-facts')][1]"
    life = page.locator("#friend-requests").locator(facts).locator(".clause-life")
    expect(life.locator("summary")).to_have_text("Published here since edition 2024-01, last changed in 2026-12")
    life.locator("summary").click()
    expect(life.locator("li")).to_have_text(
        "2026-12: who must do what, reworded, our note beside it. Why: The review asked for it"
    )
    other = page.locator("#personal-and-work-apart").locator(facts).locator(".clause-life")
    expect(other).to_have_text("Published here since edition 2024-01.")


def test_programs_find_the_feed_and_the_data(reads: Reads, site: Site) -> None:
    page = reads(f"{CURRENT}/policy/5-profiles/")
    blocks = map(json.loads, page.locator('script[type="application/ld+json"]').all_text_contents())
    told = next(data for data in blocks if data["@type"] == "Legislation")
    assert told["isPartOf"]["legislationIdentifier"] == SECOND
    assert told["legislationDateVersion"] == "2026-12-01"
    assert page.request.get(page.evaluate("document.querySelector('link[type$=\"atom+xml\"]').href")).ok
    page.goto(f"{site.address}{CURRENT}/editions/")
    for name in ("policy.json", "trees.json", "schemas/policy.schema.json", "schemas/trees.schema.json", "changes.xml"):
        link = page.locator("li", has_text=f"({name})").locator("a")
        assert page.request.get(link.evaluate("(link) => link.href")).ok
