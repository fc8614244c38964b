"""Every page and every state of every question under the content policy: nothing is refused, no other host is asked.

With the policy of the page alone, as on GitHub Pages; and again with that of _headers alone. Both are the same
(tests/hosting/test_headers.py), so there two questions are enough. What a page loads goes by its form.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.browser.links import write_answer
from macros.browser.machine import CompiledTree
from macros.hosting.content_policy import WRITTEN
from macros.serve import Server
from macros.trees.paths import Path as TreePath
from macros.trees.paths import every_path
from tests.site.conftest import NO_SERVICE_WORKER, PATIENCE, PHONE, SAVES_DATA, WALKED, Site
from tests.site.header_host import HostHandler
from tests.site.reader import Reader
from tests.site.test_every_page import one_of_each_form
from tests.site.watch import Watch

WALK = Path(__file__).with_name("walk.js").read_text(encoding="utf-8")
# Put before every page's scripts, and before each worker's own.
TELLS = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) => {
  console.error(`refused: ${effectiveDirective} ${blockedURI} in ${sourceFile}`);
});
"""
# Goes to a step for each question and outcome of a page by its address, and tells how many steps there were in all and
# which was not shown.
EVERY_STEP = """async () => {
  const steps = [...document.querySelectorAll(".dt-step")];
  const hidden = [];
  for (const { id } of new Map(steps.map((step) => [step.querySelector("h2").textContent, step])).values()) {
    location.hash = id;
    if (!document.getElementById(id).checkVisibility()) hidden.push(id);
  }
  await new Promise((resolve) => { requestAnimationFrame(resolve); });
  return { count: steps.length, hidden };
}"""


@pytest.fixture(scope="module")
def hosted(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A copy of the site whose pages say nothing themselves, on a host that reads _headers.

    The theme goes by the addresses in its map of the site.
    """
    folder = tmp_path_factory.mktemp("hosted") / "site"
    shutil.copytree(site.folder, folder)
    with Server(("127.0.0.1", 0), partial(HostHandler, directory=str(folder))) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        known = (folder / "sitemap.xml").read_text(encoding="utf-8")
        (folder / "sitemap.xml").write_text(known.replace(site.address, address), encoding="utf-8")
        for path in folder.rglob("*.html"):
            path.write_text(WRITTEN.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder, address)
        server.shutdown()


@pytest.fixture(params=["by the page", "by headers"])
def place(request: pytest.FixtureRequest, site: Site) -> Site:
    """Where the site is served from."""
    found: Site = site if request.param == "by the page" else request.getfixturevalue("hosted")
    return found


@pytest.fixture
def heard(place: Site) -> Watch:
    """What was complained of; the tests look at it themselves."""
    return Watch(place.address)


@pytest.fixture
def page(browser: Browser, heard: Watch) -> Iterator[Page]:
    """A page that tells of all that was refused, also in its workers."""
    with browser.new_context(**PHONE) as context:
        context.set_default_timeout(PATIENCE)
        context.add_init_script(NO_SERVICE_WORKER)  # It fetches what it keeps by itself; test_offline.py listens to it.
        heard.follow(context)
        context.add_init_script(TELLS)
        yield context.new_page()


def tells(route: Route) -> None:
    """The worker's own file with its own headers, and ears."""
    whole = route.fetch()
    route.fulfill(response=whole, body=TELLS + whole.text())


def address_of(path: Path, site: Site) -> str:
    """Where a page is read."""
    return site.address + path.relative_to(site.folder).as_posix().removesuffix("index.html")


def covering(tree: CompiledTree) -> list[TreePath]:
    """Paths that together meet every question, every answer and every outcome of a tree."""
    met: set[object] = set()
    chosen = []
    for path in every_path(tree):
        meets = {path.end, *((question, write_answer(answer)) for question, answer in path.answers.items())}
        if not meets <= met:
            met |= meets
            chosen.append(path)
    return chosen


def test_every_page_and_every_step_of_it(page: Page, place: Site, heard: Watch) -> None:
    page.add_init_script(SAVES_DATA)
    pages = sorted(place.folder.rglob("*.html"))
    steps = 0
    for path in one_of_each_form(pages):
        page.goto(address_of(path, place))
        assert page.evaluate("typeof __md_get") == "function", "the theme's own script did not run"
        if path.parent.parent.name == "ask":
            found = page.evaluate(EVERY_STEP)
            assert (path.parent.name, found["hidden"]) == (path.parent.name, [])
            steps += found["count"]
    assert steps == sum(path.read_text(encoding="utf-8").count('class="dt-step') for path in pages)
    assert heard.complaints == []


def test_every_question_and_outcome_by_python_from_page_to_page(
    page: Page, place: Site, site: Site, heard: Watch, trees: Mapping[str, CompiledTree]
) -> None:
    page.route("**/decision-tree-worker.js", tells)
    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))
    page.goto(f"{place.address}ask/")
    page.evaluate("window.sameVisit = true")
    page.evaluate(WALK)
    for name, tree in trees.items() if place is site else ((name, trees[name]) for name in WALKED):
        page.locator(f".dt-questions a[href$='/{name}/']").click()
        Reader(page, place.address).waits_for_python()
        paths = covering(tree)
        ways = [[(question, write_answer(answer)) for question, answer in path.answers.items()] for path in paths]
        ends = page.evaluate("paths => walk(paths)", ways)
        assert (name, [end["verdict"] for end in ends]) == (name, [path.verdict for path in paths])
        page.locator(".way-up a").click()
    assert page.evaluate("window.sameVisit"), "a page was loaded anew: the policy of the first was not kept"
    assert sum("decision-tree-worker" in url for url in workers) == 1
    assert heard.complaints == []


def test_the_search_finds_and_enter_sends_nothing(page: Page, place: Site, heard: Watch) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(place.address)
    page.locator(".find-large input").click()
    page.keyboard.type("friend requ")
    expect(page.locator(".find-list a").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".find-list a").first).to_be_focused()
    assert heard.complaints == []
    assert [url for url in heard.asked if "friend+requ" in url or "friend%20requ" in url] == []


# Each with what a browser says of it. What ran would have left window.ran behind.
BAD = {
    "an inline script": ("<script>window.ran = true;</script>", "script-src-elem inline"),
    "a handler": ('<img src="nothing-there.png" onerror="window.ran = true">', "script-src-attr inline"),
    "a script's address": ('<a id="bad" href="javascript:void(window.ran = true)">x</a>', "script-src-elem inline"),
    "an eval": ("<script src='eval.js'></script>", "script-src eval"),
    "a style": ('<p style="color: red">x</p>', "style-src-attr inline"),
    "a style element": ("<style>p { color: red; }</style>", "style-src-elem inline"),
    "a picture": ('<img src="https://elsewhere.example/picture.png" alt="">', "img-src https://elsewhere.example"),
    "a picture in the page": ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">', "img-src data"),
    "a script": ('<script src="https://elsewhere.example/x.js"></script>', "script-src-elem https://elsewhere.example"),
    "a frame": ('<iframe src="https://elsewhere.example/"></iframe>', "frame-src https://elsewhere.example"),
    "a base": ('<base href="https://elsewhere.example/">', "base-uri https://elsewhere.example"),
    "a form": ('<form action="/"><button id="bad">x</button></form>', "form-action"),
    "an object": ('<object data="robots.txt"></object>', "object-src"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_a_page_may_not_bring_is_refused_by_the_browser(page: Page, place: Site, heard: Watch, name: str) -> None:
    bad, refused = BAD[name]
    sent = []
    page.context.route(lambda url: not url.startswith(place.address), lambda route: sent.append(route.request.url))
    page.route(
        "**/eval.js", lambda route: route.fulfill(body="eval('window.ran = true')", content_type="text/javascript")
    )
    page.route(f"{place.address}policy/", lambda route: brings(route, bad))
    with page.expect_console_message(lambda message: f"refused: {refused}" in message.text):
        page.goto(f"{place.address}policy/")
        if 'id="bad"' in bad:
            page.evaluate("bad.click()")  # Playwright's own click waits for the page that never comes.
    assert page.evaluate("document.querySelector('article h1').checkVisibility()")
    assert (page.evaluate("window.ran"), sent) == (None, [])
    assert heard.complaints != []


def brings(route: Route, bad: str) -> None:
    """The page with something in it that the build would have refused."""
    whole = route.fetch()
    route.fulfill(response=whole, body=whole.text().replace("</article>", f"{bad}</article>"))


NO_OBSERVER = "delete window.ResizeObserver"
DIAGRAM = '<pre class="mermaid"><code>graph TD; A-->B</code></pre><div class="mermaid">graph TD; A-->B</div>'


def test_the_theme_asks_no_host_for_a_diagram(page: Page, place: Site) -> None:
    sent = []
    page.context.route(lambda url: not url.startswith(place.address), lambda route: sent.append(route.request.url))
    page.route(f"{place.address}policy/", lambda route: brings(route, DIAGRAM))
    page.goto(f"{place.address}policy/", wait_until="networkidle")
    expect(page.locator("pre.mermaid")).to_be_visible()
    assert sent == []


def test_an_old_browser_is_refused_what_the_theme_would_fetch_for_it_and_still_answers(page: Page, place: Site) -> None:
    sent = []
    page.context.route(lambda url: not url.startswith(place.address), lambda route: sent.append(route.request.url))
    page.add_init_script(NO_OBSERVER)
    page.add_init_script(SAVES_DATA)
    reader = Reader(page, place.address)
    with page.expect_console_message(lambda message: "refused: script-src-elem https://unpkg.com" in message.text):
        reader.opens("friend-request")
    reader.gives("personal", "adult", "now")
    reader.is_told("no")
    assert sent == []
