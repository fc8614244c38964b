"""Two editions released for real, served below a sub-path as by GitHub Pages: addresses old, bare or wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.cli import main
from macros.history import PAGES, take_out
from tests.editions.amended import FIRST, SECOND, amend, commit
from tests.editions.released import ready, review
from tests.site.conftest import PATIENCE, PHONE, Site
from tests.site.host import Host
from tests.site.reader import IS_READY
from tests.site.watch import Watch

BELOW = "repo"
NOT_FOUND = r"404 \(Not Found\) \(http://[^/]*/repo/(?!.*\.[a-z]\w*\))"  # the page that was asked for, and no file


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    root, folder = tmp_path_factory.mktemp("for-pages"), tmp_path_factory.mktemp("pages")
    host = Host(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"{host.address}{BELOW}/")
        patch.chdir(root)
        release_two(root)
        take_out(root, PAGES, folder / BELOW)
    (folder / "404.html").write_bytes((folder / BELOW / "404.html").read_bytes())  # shown under any address
    yield host
    host.stop()


def release_two(root: Path) -> None:
    """The second is current."""
    ready(root)
    assert main(["release", FIRST, "--current"]) == 0
    amend(root)
    review(root)
    commit(root, "The second edition")
    assert main(["release", SECOND, "--current"]) == 0


@pytest.fixture
def site(host: Host) -> Site:
    """The readers of this file are at the released site."""
    return Site(host.folder, host.address)


Opens = Callable[..., Page]


@pytest.fixture
def opens(context: Callable[..., BrowserContext], site: Site) -> Opens:
    """Opens an address below the root of the site."""

    def open_page(path: str, **settings: object) -> Page:
        page = context(**settings).new_page()
        page.goto(f"{site.address}{BELOW}/{path}")
        return page

    return open_page


@pytest.mark.parametrize("has_scripts", [True, False])
@pytest.mark.parametrize(
    "path", ["", "policy/5-profiles/", "ask/friend-request/", "policy/5-profiles/#friend-requests"]
)
def test_a_bare_address_leads_to_the_current_edition(opens: Opens, site: Site, path: str, *, has_scripts: bool) -> None:
    page = opens(path, java_script_enabled=has_scripts)
    kept = path if has_scripts else path.partition("#")[0]  # a plain refresh forgets the clause
    page.wait_for_url(re.compile(re.escape(f"{site.address}{BELOW}/current/{kept}") + "(#.*)?$"))
    expect(page.locator("h1").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("2023-01/policy/5-profiles/", "policy/5-profiles/"),
        ("2023-01/policy/5-profiles/#friend-requests", "policy/5-profiles/#friend-requests"),
        ("Ask/Friend-Request/", "ask/friend-request/"),
        ("help/friend-request", "ask/friend-request/"),
        ("5.2", "policy/5-profiles/#friend-requests"),
        ("clauses/friend-requests", "policy/5-profiles/#friend-requests"),
    ],
)
def test_a_page_that_is_not_there_is_found(opens: Opens, watch: Watch, site: Site, path: str, found: str) -> None:
    watch.expects(NOT_FOUND)
    page = opens(path)
    link = page.locator("[data-found] a")
    expect(link).to_have_text(f"{site.address}{BELOW}/{SECOND}/{found}")
    link.click()
    page.wait_for_url(f"{site.address}{BELOW}/{SECOND}/{found}")


@pytest.mark.parametrize("has_scripts", [True, False])
def test_where_nothing_is_like_it_the_page_says_so_and_leads_on(
    opens: Opens, watch: Watch, *, has_scripts: bool
) -> None:
    watch.expects(NOT_FOUND)
    page = opens("2023-01/nothing/like/this", java_script_enabled=has_scripts)
    expect(page.locator("h1")).to_have_text("This page is not here")
    expect(page.locator("[data-found]")).to_be_hidden()
    page.locator("footer a, nav a, header a").first.click()
    expect(page.locator("h1").first).not_to_have_text("This page is not here")


def test_an_old_edition_says_so_and_leads_to_the_current_one(opens: Opens, site: Site) -> None:
    page = opens(f"{FIRST}/policy/5-profiles/#friend-requests")
    link = page.locator(".notice a:visible")
    expect(link).to_have_text(f"This clause in edition {SECOND}")
    link.click()
    page.wait_for_url(f"{site.address}{BELOW}/{SECOND}/policy/5-profiles/#friend-requests")


@pytest.mark.parametrize("edition", [FIRST, SECOND, "current"])
def test_every_edition_asks_with_the_python_they_share(opens: Opens, watch: Watch, edition: str) -> None:
    page = opens(f"{edition}/ask/friend-request/")
    page.locator(IS_READY).wait_for()
    assert watch.count("engine.zip") == 1
    assert [url for url in watch.asked if "/runtime/" in url and f"/{BELOW}/runtime/" not in url] == []


@pytest.mark.parametrize(("path", "edition"), [(f"{FIRST}/policy/", FIRST), ("2023-01/nothing/like/this", SECOND)])
def test_the_search_stays_in_its_edition(opens: Opens, watch: Watch, site: Site, path: str, edition: str) -> None:
    watch.expects(NOT_FOUND)
    page = opens(path)
    page.locator(".top .find input").press_sequentially("5.2")
    clause = f"{site.address}{BELOW}/{edition}/policy/5-profiles/#friend-requests"
    expect(page.locator(".find-list a").first).to_have_attribute("href", clause)


def test_an_edition_that_is_read_offline_still_says_how_it_stands_today(browser: Browser, host: Host) -> None:
    context = browser.new_context(**PHONE)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{host.address}{BELOW}/{FIRST}/")
    page.locator("html[data-offline]").wait_for(state="attached", timeout=2 * PATIENCE)
    with host.gone():
        page.goto(f"{host.address}{BELOW}/{FIRST}/ask/friend-request/#")
        expect(page.locator(".notice p:visible")).to_contain_text("This is not the current edition.")
        expect(page.locator(".dt-ask:visible")).to_have_count(1)
        page.locator(".dt-option:visible").first.click()
        expect(page.locator(".dt-step:target")).to_have_count(1)
    context.close()
