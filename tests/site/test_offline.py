"""After one visit the site answers without a network: what is kept, when, how it is renewed, and how it goes."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from macros.browser.machine import CompiledTree
from macros.hosting.offline import write_list
from macros.hosting.web_app import write_root
from macros.serve import generate
from tests.site.chromium import launch_options
from tests.site.conftest import PATIENCE, PHONE, ROOT, SAVES_DATA, TREES
from tests.site.host import Host
from tests.site.reader import Reader
from tests.site.small_site import APP, OVERRIDES, PAGES, write_small_site
from tests.site.watch import Watch

IS_KEPT = "html[data-offline]"
SOON = 20_000  # ms, in which a page has looked whether all is kept
UNPLUGGED = ("ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_REFUSED", "status of 503")
AT_LAST = 8.0  # seconds: three until the kept page comes, and some for a busy machine

Open = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The real site, in a folder of its host as a project page is."""
    folder = tmp_path_factory.mktemp("host")
    host = Host(folder)
    with pytest.MonkeyPatch.context() as env:
        env.setenv("SITE_URL", f"{host.address}repo/")
        assert generate(ROOT, folder / "repo"), "the site could not be built"
    yield host
    host.stop()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Host]:
    """A small site at the root of its host."""
    write_small_site(tmp_path)
    host = Host(tmp_path)
    yield host
    host.stop()


@pytest.fixture(scope="module")
def visited(browser: Browser, hosted: Host) -> Iterator[BrowserContext]:
    """A phone after one visit: one page, and Python ran on it."""
    context = browser.new_context(**PHONE)
    context.set_default_timeout(PATIENCE)
    reader = Reader(context.new_page(), f"{hosted.address}repo/")
    reader.opens_with_python("friend-request")
    waits_until_kept(reader.page)
    yield context
    context.close()


@pytest.fixture
def unplugged(visited: BrowserContext, hosted: Host) -> Iterator[Reader]:
    """The same phone with no network, and no host either."""
    watch = Watch(f"{hosted.address}repo/")
    watch.expects(*UNPLUGGED)
    page = visited.new_page()
    watch.follow(visited)
    with hosted.gone():
        visited.set_offline(offline=True)
        yield Reader(page, f"{hosted.address}repo/")
        visited.set_offline(offline=False)
    page.close()
    assert watch.complaints == []


@pytest.fixture
def open_(browser: Browser) -> Iterator[Open]:
    """Opens phones, and closes them."""
    opened: list[BrowserContext] = []

    def open_one(**settings: Any) -> BrowserContext:  # noqa: ANN401 - Playwright's own settings
        opened.append(browser.new_context(**{**PHONE, **settings}))
        opened[-1].set_default_timeout(PATIENCE)
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


def waits_until_kept(page: Page) -> None:
    """Wait until the page says that it is available offline."""
    page.locator(IS_KEPT).wait_for(timeout=SOON, state="attached")


def goes_to(context: BrowserContext, address: str) -> Page:
    """A new tab with this page, which waits until all is kept."""
    page = context.new_page()
    page.goto(address)
    waits_until_kept(page)
    return page


def waits_until(page: Page, is_so: Callable[[], bool]) -> None:
    """Look again and again, as long as a page may take to keep everything."""
    for _ in range(SOON // 100):
        if is_so():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it never came to be so")


def kept_caches(page: Page) -> list[str]:
    """The names of all caches of the host."""
    names: list[str] = page.evaluate("caches.keys()")
    return names


def kept_addresses(page: Page, ending: str = "") -> list[str]:
    """Every address that is kept in a cache with such a name."""
    addresses: list[str] = page.evaluate(
        """async (ending) => {
          const names = (await caches.keys()).filter((name) => name.endsWith(ending));
          const all = names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url));
          return (await Promise.all(all)).flat();
        }""",
        ending,
    )
    return addresses


@contextmanager
def changed(site: Path) -> Iterator[None]:
    """The site with news on one page, and the list that goes with it."""
    page, kept = site / "policy/aim/index.html", site / "offline.json"
    before = {path: path.read_text(encoding="utf-8") for path in (page, kept)}
    page.write_text(before[page].replace("<h1", "<p id=news>New</p><h1", 1), encoding="utf-8")
    write_list(site, site, sorted({f"{file.rpartition('/')[0]}/" for file in json.loads(before[kept])["runtime"]}))
    yield
    for path, text in before.items():
        path.write_text(text, encoding="utf-8")


# After one visit, with no network


def test_a_page_never_visited_opens_and_says_that_it_is_available_offline(unplugged: Reader) -> None:
    unplugged.page.goto(f"{unplugged.address}policy/5-profiles/?from=a-link#friend-requests")
    expect(unplugged.page.locator("#friend-requests")).to_contain_text("5.2")
    expect(unplugged.page.locator(".foot-offline")).to_be_visible(timeout=SOON)


def test_search_finds_a_clause(unplugged: Reader) -> None:
    unplugged.page.goto(unplugged.address)
    unplugged.page.locator(".find-large input").press_sequentially("friend requests")
    found = unplugged.page.locator(".find-list a[href*='friend-requests']").first
    expect(found).to_contain_text("5.2")
    found.click()
    expect(unplugged.page.locator("article.text h1")).to_contain_text("Personal and work profiles")


def test_a_tree_that_was_not_open_answers_with_python(unplugged: Reader) -> None:
    unplugged.opens_with_python("post-photo-video")
    unplugged.gives("ours", "nobody", "tarner-page")
    unplugged.is_told("yes")


def test_every_tree_answers_by_links(unplugged: Reader, trees: Mapping[str, CompiledTree]) -> None:
    unplugged.page.add_init_script(SAVES_DATA)
    assert len(TREES) == len(trees) == 16
    for tree in TREES:
        unplugged.opens(tree)
        for _ in range(40):
            if unplugged.page.locator(".dt-verdict:visible").count():
                break
            before = unplugged.heading.inner_text()
            unplugged.page.locator(".dt-option[data-answer]:visible").first.click()
            expect(unplugged.heading).not_to_have_text(before, use_inner_text=True)
        expect(unplugged.page.locator(".dt-verdict:visible")).to_have_count(1)


def test_python_lives_on_from_page_to_page(unplugged: Reader) -> None:
    unplugged.opens_with_python("friend-request")
    unplugged.page.evaluate("window.sameVisit = true")
    unplugged.page.locator(".way-up a").click()
    unplugged.page.locator(".dt-questions a", has_text="photo").click()
    unplugged.waits_for_python()
    assert unplugged.page.evaluate("window.sameVisit"), "the page was loaded anew"


def test_a_page_that_is_not_kept_is_told_calmly(unplugged: Reader) -> None:
    answer = unplugged.page.goto(f"{unplugged.address}nowhere/at/all/")
    assert answer is not None
    assert answer.status == 503
    expect(unplugged.page.locator("h1")).to_have_text("This page is not on this device")
    weight = unplugged.page.locator(".site-name").evaluate("$name => getComputedStyle($name).fontWeight")
    assert weight == "650", "it has no style"
    unplugged.page.locator(".foot a", has_text="The policy").click()
    expect(unplugged.page.locator("article.text h1")).to_contain_text("The policy")


# With a network


def test_a_second_visit_asks_for_no_byte_of_python(visited: BrowserContext, hosted: Host) -> None:
    hosted.asked.clear()
    reader = Reader(visited.new_page(), f"{hosted.address}repo/")
    reader.opens_with_python("friend-request")
    assert hosted.count("ask/friend-request/") == 1, "a page comes from the network where there is one"
    assert hosted.count("runtime/") == 0
    reader.page.close()


def test_the_footer_stays_right_from_page_to_page(visited: BrowserContext, hosted: Host) -> None:
    page = goes_to(visited, f"{hosted.address}repo/ask/")
    page.locator(".dt-questions a").first.click()
    page.locator("decision-tree").wait_for()
    expect(page.locator(".foot-offline")).to_be_visible()
    assert page.evaluate("document.querySelectorAll('.foot-offline').length") == 1
    page.close()


def test_the_footer_says_nothing_before_all_is_kept(open_: Open, hosted: Host) -> None:
    page = open_().new_page()
    page.goto(f"{hosted.address}repo/policy/aim/")
    expect(page.locator(".foot-offline")).to_be_hidden()
    waits_until_kept(page)
    expect(page.locator(".foot-offline")).to_be_visible()


def test_no_byte_of_python_comes_before_it_has_run(open_: Open, hosted: Host) -> None:
    hosted.asked.clear()
    goes_to(open_(), f"{hosted.address}repo/policy/aim/")
    assert hosted.count("runtime/") == 0
    assert hosted.count("guides/") > 100


def test_the_site_can_be_installed(browser_type_: BrowserType, hosted: Host) -> None:
    # A private window, as all others here are, refuses to install anything.
    with tempfile.TemporaryDirectory() as profile:
        context = browser_type_.launch_persistent_context(profile, **launch_options())
        page = goes_to(context, f"{hosted.address}repo/")
        devtools = context.new_cdp_session(page)
        assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
        told = devtools.send("Page.getAppManifest")
        assert (told["errors"], told["url"]) == ([], f"{hosted.address}repo/manifest.webmanifest")
        assert json.loads(told["data"])["id"] == "/repo/"
        context.close()


@pytest.fixture
def browser_type_(browser: Browser) -> BrowserType:
    return browser.browser_type


def test_an_update_changes_nothing_for_who_is_in_the_middle_of_an_answer(open_: Open, hosted: Host) -> None:
    context = open_()
    reader = Reader(context.new_page(), f"{hosted.address}repo/")
    reader.opens_with_python("friend-request")
    waits_until_kept(reader.page)
    reader.gives("personal", "adult")
    reader.page.evaluate("window.sameVisit = true")
    before = kept_caches(reader.page)
    with changed(hosted.folder / "repo"):
        other = goes_to(context, f"{hosted.address}repo/policy/aim/")
        expect(other.locator("#news")).to_be_visible()
        waits_until(other, lambda: before[0] not in kept_caches(other))
        assert len(kept_caches(other)) == len(before)
        assert reader.page.evaluate("window.sameVisit"), "the page was loaded anew"
        reader.gives("now")
        reader.is_told("no")
        reader.page.locator(".foot a", has_text="The policy").click()
        reader.page.locator("main a[href$='/aim/']:visible").first.click()
        expect(reader.page.locator("#news")).to_be_visible()


# On a small site: how things are kept and renewed


def test_a_change_fetches_only_what_changed_and_clears_the_old(open_: Open, small: Host) -> None:
    page = goes_to(open_(), f"{small.address}python/")
    waits_until(page, lambda: len(kept_caches(page)) == 2)
    before, first_style = kept_caches(page), kept_style(page)
    write_small_site(small.folder, pages={**PAGES, "one/": "One anew"}, style="h1 { color: red }")
    small.asked.clear()
    page.goto(f"{small.address}one/")
    expect(page.locator("h1")).to_have_text("One anew")
    waits_until(page, lambda: before[0] not in kept_caches(page))
    assert len(kept_caches(page)) == 2
    assert kept_style(page) != first_style
    assert small.count("one/") == 1, "what the page itself brought was fetched again"
    assert small.count("runtime/") == 0


def test_a_saved_page_is_there_at_once(open_: Open, small: Host) -> None:
    page = goes_to(open_(), small.address)
    (small.folder / "index.html").write_text("<h1>Just saved</h1>")
    page.reload()
    expect(page.locator("h1")).to_have_text("Just saved")


def kept_style(page: Page) -> list[str]:
    """The address under which the style is kept."""
    return [address for address in kept_addresses(page) if "small.css" in address]


def test_half_of_it_is_never_called_whole_and_the_next_visit_goes_on(open_: Open, small: Host) -> None:
    missing = small.folder / "two/index.html"
    text = missing.read_text()
    missing.unlink()
    context = open_()
    page = context.new_page()
    page.goto(small.address)
    waits_until(page, lambda: small.count("/two/") == 2)  # once as the browser has it, once anew
    page.wait_for_timeout(500)
    assert page.locator(IS_KEPT).count() == 0
    assert [address for address in kept_addresses(page) if address.endswith(("whole", "two/"))] == []
    assert f"{small.address}503.html" in kept_addresses(page)
    missing.write_text(text)
    small.asked.clear()
    page.reload()
    waits_until_kept(page)
    assert (small.count("/two/"), small.count("503.html")) == (1, 0)


def test_a_visit_cut_short_leaves_what_it_has_and_calls_it_nothing(open_: Open, small: Host) -> None:
    context = open_()
    page = context.new_page()
    page.goto(small.address)
    with small.stalled("/two/"):
        waits_until(page, lambda: small.count("/two/") > 0 and f"{small.address}three/" in kept_addresses(page))
        page.close()
    with small.gone():
        page = context.new_page()
        page.goto(f"{small.address}three/")
        page.wait_for_timeout(4000)
        assert page.locator(IS_KEPT).count() == 0
    small.asked.clear()
    page.goto(f"{small.address}one/")
    waits_until_kept(page)
    assert (small.count("/two/"), small.count("/three/")) == (1, 0)


def test_a_file_that_is_not_what_the_list_says_is_not_kept(open_: Open, small: Host) -> None:
    (small.folder / "two/index.html").write_text("another build's page")
    page = open_().new_page()
    page.goto(small.address)
    waits_until(page, lambda: small.count("/two/") == 2)
    page.wait_for_timeout(500)
    assert page.locator(IS_KEPT).count() == 0
    assert f"{small.address}two/" not in kept_addresses(page)


def test_a_list_that_is_none_breaks_nothing(open_: Open, small: Host) -> None:
    (small.folder / "offline.json").write_text("<!doctype html><title>Sign in to this network</title>")
    page = open_().new_page()
    page.goto(small.address)
    waits_until(page, lambda: small.count("offline.json") == 1)
    page.wait_for_timeout(500)
    assert kept_caches(page) == []
    write_small_site(small.folder)
    page.reload()
    waits_until_kept(page)


def test_the_list_of_an_older_edition_which_shares_nothing_is_kept_whole(open_: Open, small: Host) -> None:
    kept = small.folder / "offline.json"
    older = {key: value for key, value in json.loads(kept.read_text()).items() if key != "shared"}
    kept.write_text(json.dumps(older))
    page = goes_to(open_(), small.address)
    assert f"{small.address}two/" in kept_addresses(page)


def test_python_that_no_edition_needs_goes_and_a_new_one_comes_where_python_has_run(open_: Open, small: Host) -> None:
    page = goes_to(open_(), f"{small.address}python/")
    waits_until(page, lambda: any("runtime/0123456789ab/" in name for name in kept_caches(page)))
    write_small_site(small.folder, runtime="runtime/ba9876543210/")
    page.goto(f"{small.address}one/")
    waits_until(page, lambda: any("runtime/ba9876543210/" in name for name in kept_caches(page)))
    waits_until(page, lambda: len(kept_caches(page)) == 2)
    answer = page.evaluate("fetch('../runtime/ba9876543210/python.wasm').then(r => r.headers.get('content-type'))")
    assert (answer, small.count("python.wasm")) == ("application/wasm", 2)


def test_a_runtime_is_kept_whole_or_not_at_all(open_: Open, small: Host) -> None:
    text = (small.folder / "offline.json").read_text()
    wasm = '"runtime/0123456789ab/python.wasm"'
    (small.folder / "offline.json").write_text(text.replace(wasm, f'{wasm}, "runtime/0123456789ab/gone.zip"'))
    page = goes_to(open_(), f"{small.address}python/")
    assert (small.count("python.wasm"), small.count("gone.zip")) == (1, 1)
    assert [address for address in kept_addresses(page) if "runtime/" in address] == []


def test_two_editions_and_the_runtime_that_one_of_them_needs(open_: Open, small: Host) -> None:
    write_small_site(small.folder, edition="2024-01/", runtime="runtime/aaaaaaaaaaaa/")
    write_small_site(small.folder, edition="current/", runtime="runtime/bbbbbbbbbbbb/")
    for path in ("index.html", "offline.json"):
        (small.folder / path).unlink()
    context = open_()
    for edition in ("2024-01", "current"):
        page = goes_to(context, f"{small.address}{edition}/python/")
    waits_until(page, lambda: len(kept_caches(page)) == 4)
    write_small_site(small.folder, edition="current/", runtime="runtime/cccccccccccc/")
    page.goto(f"{small.address}current/one/")
    waits_until(page, lambda: not any("bbbbbbbbbbbb" in name for name in kept_caches(page)))
    assert any("aaaaaaaaaaaa" in name for name in kept_caches(page))
    with small.gone():
        page.goto(f"{small.address}2024-01/two/")
        expect(page.locator("h1")).to_have_text("Two")
        page.goto(small.address)
        assert page.url == f"{small.address}current/"


COUNT_PUTS = """
const put = Cache.prototype.put;
let puts = 0;
Cache.prototype.put = async function (url, response) {
  await put.call(await caches.open("puts"), `${url}?${puts++}`, new Response());
  return put.call(this, url, response);
};
"""
ASK_TWICE = """async () => {
  navigator.serviceWorker.register("../service-worker.js");
  const { active } = await navigator.serviceWorker.ready;
  for (const tab of [1, 2]) active.postMessage({ type: "keep", base: new URL("..", location.href).href });
}"""


def test_two_tabs_that_ask_at_once_have_it_done_once(open_: Open, small: Host) -> None:
    worker = small.folder / "service-worker.js"
    worker.write_text(COUNT_PUTS + worker.read_text())
    page = open_().new_page()
    page.goto(f"{small.address}one/")
    page.evaluate(ASK_TWICE)
    waits_until(page, lambda: any(address.endswith("?whole") for address in kept_addresses(page)))
    page.wait_for_timeout(1000)
    done = [address.rpartition("?")[0] for address in kept_addresses(page, "puts")]
    assert (done.count(f"{small.address}two/"), done.count(f"{small.address}three/")) == (1, 1)


def test_both_of_two_tabs_hear_of_it(open_: Open, small: Host) -> None:
    context = open_()
    pages = [context.new_page() for _ in range(2)]
    for page in pages:
        page.goto(f"{small.address}one/")
    for page in pages:
        waits_until_kept(page)


# How it answers


def test_addresses_of_a_kept_page(open_: Open, small: Host) -> None:
    page = goes_to(open_(), small.address)
    with small.gone():
        for written, shown in (("one/?from=mail#part", "One"), ("one/index.html", "One"), ("one", "One")):
            page.goto(small.address + written)
            expect(page.locator("h1")).to_have_text(shown)
        assert page.url == f"{small.address}one/"


def test_a_silent_network_is_not_waited_for(open_: Open, small: Host) -> None:
    page = goes_to(open_(), small.address)
    with small.stalled():
        began = time.monotonic()
        page.goto(f"{small.address}two/")
        expect(page.locator("h1")).to_have_text("Two")
        assert page.locator("h1").evaluate("$h => getComputedStyle($h).color") == "rgb(0, 128, 0)"
        assert time.monotonic() - began < AT_LAST
        waits_until_kept(page)


def test_a_host_in_trouble_is_stood_in_for(open_: Open, small: Host) -> None:
    page = goes_to(open_(), small.address)
    small.fails = True
    page.goto(f"{small.address}two/")
    expect(page.locator("h1")).to_have_text("Two")
    answer = page.goto(f"{small.address}never/")
    assert answer is not None
    assert answer.status == 502


def test_a_page_that_was_taken_away_is_not_shown(open_: Open, small: Host) -> None:
    page = goes_to(open_(), small.address)
    shutil.rmtree(small.folder / "two")
    answer = page.goto(f"{small.address}two/")
    assert answer is not None
    assert answer.status == 404


def test_nothing_but_what_a_page_reads_is_answered_from_the_device(open_: Open, small: Host) -> None:
    page = goes_to(open_(), small.address)
    with small.gone():
        failed = page.evaluate(
            """() => Promise.all([
              fetch("one/", { method: "POST" }), fetch("one/", { headers: { Range: "bytes=0-1" } }), fetch("none.png"),
            ].map((asked) => asked.then(() => "answered", () => "failed")))"""
        )
    assert failed == ["failed", "failed", "failed"]


# Who is spared


def test_who_saves_data_keeps_what_they_looked_at_and_fetches_nothing_more(open_: Open, small: Host) -> None:
    context = open_()
    context.add_init_script(SAVES_DATA)
    page = context.new_page()
    page.goto(f"{small.address}python/")
    waits_until(page, lambda: f"{small.address}python/" in kept_addresses(page))
    page.goto(f"{small.address}one/")
    waits_until(page, lambda: f"{small.address}one/" in kept_addresses(page))
    assert (small.count("/two/"), small.count("runtime/"), page.locator(IS_KEPT).count()) == (0, 0, 0)
    with small.gone():
        page.goto(f"{small.address}python/")
        expect(page.locator("h1")).to_have_text("Python")


def test_who_saves_data_does_not_pile_up_what_earlier_builds_brought(open_: Open, small: Host) -> None:
    context = open_()
    context.add_init_script(SAVES_DATA)
    page = context.new_page()
    page.goto(f"{small.address}python/")
    waits_until(page, lambda: len(kept_caches(page)) == 1)
    seen = set(kept_caches(page))
    for title in ("One anew", "One once more"):
        write_small_site(small.folder, pages={**PAGES, "one/": title})
        page.goto(f"{small.address}one/")
        waits_until(page, lambda: bool(set(kept_caches(page)) - seen))  # noqa: B023
        waits_until(page, lambda: len(kept_caches(page)) == 2)
        seen |= set(kept_caches(page))
    assert len(seen) == 3


def test_a_phone_with_little_memory_keeps_no_python(open_: Open, small: Host) -> None:
    context = open_()
    context.add_init_script("Object.defineProperty(navigator, 'deviceMemory', { value: 1 })")
    goes_to(context, f"{small.address}python/")
    assert small.count("runtime/") == 0


REFUSED = (
    "self.ServiceWorkerContainer && (ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error()))"
)
NO_ROOM = "CacheStorage.prototype.open = () => Promise.reject(new DOMException('Full', 'QuotaExceededError'));"


DENIED = (
    "for (const name of ['open', 'keys', 'match']) CacheStorage.prototype[name] = () => Promise.reject(new Error());"
)
ABSENT = "delete Navigator.prototype.serviceWorker"


@pytest.mark.parametrize(
    ("in_page", "in_worker"),
    [(ABSENT, ""), (REFUSED, ""), ("", NO_ROOM), ("", DENIED)],
    ids=["absent", "refused", "no room", "denied"],
)
def test_where_it_cannot_be_the_page_works_and_nobody_hears_of_it(
    open_: Open, small: Host, in_page: str, in_worker: str
) -> None:
    watch, context = Watch(small.address), open_()
    watch.follow(context)
    context.add_init_script(in_page)
    worker = small.folder / "service-worker.js"  # no page's script reaches it
    worker.write_text(in_worker + worker.read_text())
    page = context.new_page()
    page.goto(small.address)
    page.wait_for_timeout(4000)
    page.goto(f"{small.address}two/")
    expect(page.locator("h1")).to_have_text("Two")
    assert page.locator("h1").evaluate("$h => getComputedStyle($h).color") == "rgb(0, 128, 0)"
    assert (page.locator(IS_KEPT).count(), watch.complaints) == (0, [])


# What is not ours, and how it ends


def test_another_site_on_the_host_keeps_its_own_and_the_switch_clears_ours(open_: Open, tmp_path: Path) -> None:
    for name in ("ours", "other"):
        write_small_site(tmp_path / name)
    host = Host(tmp_path)
    context = open_()
    other = goes_to(context, f"{host.address}other/python/")
    for name in ("of somebody else", f"askable-policy 0 {host.address}ours/ kept in an older way"):
        other.evaluate("name => caches.open(name).then(() => {})", name)
    page = goes_to(context, f"{host.address}ours/python/")
    waits_until(page, lambda: len(kept_caches(page)) == 5)
    assert len([address for address in kept_addresses(page) if address.endswith("python.wasm")]) == 2
    write_root(tmp_path / "ours", OVERRIDES, replace(APP, works_offline=False))
    page.goto(f"{host.address}ours/two/")
    waits_until(page, lambda: len(kept_caches(page)) == 3)
    assert [name for name in kept_caches(page) if "ours" in name] == []
    waits_until(page, lambda: page.evaluate("navigator.serviceWorker.getRegistration().then((one) => !one)"))
    expect(page.locator("h1")).to_have_text("Two")
    before = kept_caches(other)
    write_small_site(tmp_path / "other", pages={**PAGES, "one/": "One anew"})
    other.reload()
    waits_until(other, lambda: before[0] not in kept_caches(other))
    assert (len(kept_caches(other)), "of somebody else" in kept_caches(other)) == (3, True)
    host.stop()
