"""Python that fails, comes late or dies: all goes on by links, no answer is lost, the reader is told once."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from macros.pages.ask import PythonAddresses, ask_page
from tests.browser.setting import SETTING, SINK, SOURCES
from tests.site import faults
from tests.site.conftest import Site
from tests.site.faults import Fault, FaultyServer, engine_that, engine_with, faulty_server
from tests.site.reader import Reader, Readers
from tests.site.watch import Watch

TOLD_WITHIN, ANSWERED_WITHIN = 8_000, 4_000  # ms: decision-tree.js and python.js
IDLE = 1_000  # ms until a page that is left alone starts Python
TOLD_AT_LAST = 10_000  # ms that the issue allows, from the first sight of the page
# What the browser itself says of a file that fails. An error in our own scripts is never among it.
BROKEN_FILE = ("^failed: .*/runtime/", "Failed to load", "another host", r"/runtime/\w+/")
IN_THE_WORKER = ("uncaught: Failed to fetch", "uncaught: WebAssembly is not defined")  # Pyodide's own
RAISES_AT_BOOT = "raise RuntimeError('Broken on purpose.')"
RAISES_AT_A_STEP = """
from . import real
def handle(text):
    if '"given"' in text and '"identity"' in text:
        raise RuntimeError("Broken on purpose.")
    return real.handle(text)
"""
HANGS_AT_A_STEP = RAISES_AT_A_STEP.replace('raise RuntimeError("Broken on purpose.")', "while True: pass")
FILES: list[tuple[str, Fault]] = [
    (".wasm", faults.is_missing),
    (".wasm", faults.is_half),
    (".wasm", faults.breaks_off),
    (".wasm", faults.has_a_wrong_type),
    ("python_stdlib.zip", faults.is_missing),
    ("python_stdlib.zip", faults.is_half),
    ("python_stdlib.zip", faults.breaks_off),
    ("engine.zip", faults.is_missing),
    ("engine.zip", faults.is_half),
    ("engine.zip", engine_that(RAISES_AT_BOOT)),
    ("pyodide.asm.mjs", faults.is_missing),
    ("pyodide.mjs", faults.has_no_wasm),
    ("decision-tree-worker.js", faults.is_missing),
    ("decision-tree-worker.js", faults.has_a_wrong_type),
    ("decision-tree-worker.js", faults.is_half),
]
STALLS = (".wasm", "python_stdlib.zip", "engine.zip", "pyodide.asm.mjs", "decision-tree-worker.js")


@pytest.fixture
def server(site: Site) -> Iterator[FaultyServer]:
    with faulty_server(site.folder, site.address) as server:
        yield server


@pytest.fixture
def unlucky(readers: Readers, server: FaultyServer, watch: Watch) -> Iterator[Reader]:
    """A reader of the site whose files fail; their workers can be killed, and what they are told is kept."""
    watch.expects(*BROKEN_FILE, *IN_THE_WORKER)
    reader = Reader(readers().page, server.address)
    for script in (faults.KEEPS_WORKERS, faults.HEARS):
        reader.page.add_init_script(script)
    yield reader
    reader.page.close()  # before its server is gone, and hangs up on what still loads


def was_told(reader: Reader, times: int) -> None:
    """The one sentence stands on the page so often, in the region that is read out."""
    expect(reader.page.locator("[role=status].dt-told > .dt-notice:visible")).to_have_count(times)


def goes_on_by_links(reader: Reader) -> None:
    """Nothing turns, and the built page is what is shown."""
    expect(reader.page.locator(".dt-static")).to_be_visible()
    expect(reader.page.locator(".dt-live")).to_be_hidden()
    assert reader.page.evaluate("document.getAnimations().length") == 0


def takes_the_next_page(reader: Reader, questions: str = "photo") -> None:
    """To another tree by the theme's own way, which loads nothing anew."""
    reader.page.evaluate("window.sameVisit = true")
    reader.page.locator(".way-up a").click()
    reader.page.locator(".dt-questions a", has_text=questions).click()
    reader.is_asked("contents")
    assert reader.page.evaluate("window.sameVisit"), "the page was loaded anew"


@pytest.mark.parametrize(("file", "fault"), FILES, ids=lambda given: getattr(given, "__name__", str(given)))
def test_a_file_that_fails(unlucky: Reader, server: FaultyServer, file: str, fault: Fault) -> None:
    server.faults[file] = fault
    unlucky.opens("friend-request")
    unlucky.gives("personal")
    unlucky.waits_for_state("unavailable")
    was_told(unlucky, 1)
    goes_on_by_links(unlucky)
    unlucky.gives("adult", "now")
    unlucky.is_told("no")
    takes_the_next_page(unlucky)
    unlucky.gives("ours")
    unlucky.waits_for_state("unavailable")
    unlucky.gives("nobody", "tarner-page")
    unlucky.is_told("yes")
    was_told(unlucky, 0)  # Once in a visit, not on each page.
    unlucky.opens("old-enough")
    unlucky.waits_for_state("unavailable")
    was_told(unlucky, 0)  # Nor where the next page is loaded anew.


@pytest.mark.parametrize("file", STALLS)
def test_a_file_that_never_comes(unlucky: Reader, server: FaultyServer, file: str) -> None:
    server.faults[file] = faults.never_comes
    unlucky.page.clock.install()
    unlucky.opens("friend-request")
    unlucky.page.clock.run_for(IDLE)
    unlucky.waits_for_state("starting")
    unlucky.gives("personal")
    was_told(unlucky, 0)
    unlucky.page.clock.fast_forward(TOLD_WITHIN)
    unlucky.waits_for_state("unavailable")
    was_told(unlucky, 1)
    unlucky.is_asked("identity")
    unlucky.gives("adult", "now")
    unlucky.is_told("no")
    takes_the_next_page(unlucky)
    unlucky.page.clock.run_for(IDLE)
    unlucky.page.clock.fast_forward(TOLD_WITHIN)
    unlucky.waits_for_state("unavailable")
    was_told(unlucky, 0)


def test_thirty_seconds_of_silence_by_a_real_clock(unlucky: Reader, server: FaultyServer) -> None:
    server.faults[".wasm"] = faults.never_comes
    unlucky.opens("friend-request")
    expect(unlucky.page.locator(".dt-notice")).to_be_visible(timeout=TOLD_AT_LAST)
    for answers in ("personal",), ("adult",), ("now",):
        unlucky.page.wait_for_timeout(7_000)
        unlucky.gives(*answers)
    unlucky.is_told("no")
    was_told(unlucky, 1)
    goes_on_by_links(unlucky)


@pytest.mark.parametrize("touches", [False, True], ids=["who only reads", "who is in the middle of it"])
def test_python_that_is_late_takes_over_quietly(unlucky: Reader, server: FaultyServer, *, touches: bool) -> None:
    go = threading.Event()
    server.faults[".wasm"] = faults.held(go)
    unlucky.page.clock.install()
    unlucky.opens("friend-request")
    unlucky.page.clock.run_for(IDLE)
    unlucky.waits_for_state("starting")
    unlucky.page.clock.fast_forward(TOLD_WITHIN)
    unlucky.waits_for_state("unavailable")
    if touches:
        unlucky.gives("personal")
    go.set()
    unlucky.waits_for_state("ready")
    if touches:
        unlucky.page.clock.run_for(IDLE)
        goes_on_by_links(unlucky)  # The step is not drawn anew under their eyes,
        unlucky.gives("adult")  # but the next one is Python's.
    unlucky.waits_for_python()
    assert unlucky.given() == (["request", "identity"] if touches else [])
    was_told(unlucky, 0)  # It would no longer be true.
    assert len(unlucky.page.evaluate("said")) == 2, "more was said than that it is loading, and that it is not there"
    unlucky.page.evaluate(faults.KILL)
    unlucky.choice("now" if touches else "personal").click()
    unlucky.page.clock.fast_forward(ANSWERED_WITHIN)
    unlucky.waits_for_state("unavailable")
    was_told(unlucky, 1)  # Now it is.


def in_a_hurry(reader: Reader) -> None:
    """Python is up, and the test has the clock in hand."""
    reader.page.clock.install()
    reader.opens("friend-request")
    reader.page.clock.run_for(IDLE)
    reader.waits_for_python()


@pytest.mark.parametrize("moment", ["between two questions", "while a step is asked"])
def test_a_worker_that_is_killed_loses_no_answer(unlucky: Reader, moment: str) -> None:
    in_a_hurry(unlucky)
    unlucky.gives("personal")
    if moment == "between two questions":
        unlucky.page.evaluate(faults.KILL)
        unlucky.choice("adult").click()
    else:
        unlucky.choice("adult").evaluate(f"$answer => {{ $answer.click(); {faults.KILL} }}")
    unlucky.page.clock.fast_forward(ANSWERED_WITHIN)
    unlucky.waits_for_state("unavailable")
    unlucky.is_asked("link")  # The step after the answer that was under way.
    expect(unlucky.heading).to_be_focused()
    goes_on_by_links(unlucky)
    was_told(unlucky, 1)
    assert unlucky.noted_answers() == {"request": "personal", "identity": "adult"}
    unlucky.page.go_back()
    unlucky.is_asked("identity")
    unlucky.page.go_back()
    unlucky.is_asked("request")
    unlucky.page.go_forward()
    unlucky.is_asked("identity")
    unlucky.page.go_forward()
    unlucky.is_asked("link")
    unlucky.gives("now")
    unlucky.is_told("no")
    takes_the_next_page(unlucky)  # There Python is tried once more, and is well.
    unlucky.page.clock.run_for(IDLE)
    unlucky.waits_for_python()
    was_told(unlucky, 0)
    unlucky.page.evaluate(faults.KILL)
    unlucky.choice("ours").click()
    unlucky.page.clock.fast_forward(ANSWERED_WITHIN)
    unlucky.waits_for_state("unavailable")
    was_told(unlucky, 1)  # The first fault had passed.


def test_a_day_that_was_typed_is_kept_in_sight_when_the_worker_is_killed(unlucky: Reader) -> None:
    in_a_hurry(unlucky)
    unlucky.gives("personal", "adult", "earlier")
    unlucky.page.evaluate(faults.KILL)
    unlucky.types_date("9", "3", "2011")
    unlucky.page.clock.fast_forward(ANSWERED_WITHIN)
    unlucky.waits_for_state("unavailable")
    unlucky.is_asked("years")
    unlucky.reads("You typed 9 3 2011.")
    assert "2011" not in f"{unlucky.noted()}{unlucky.page.url}"
    unlucky.gives("earlier")
    unlucky.is_told("yes-if")
    expect(unlucky.page.locator(".dt-typed")).to_have_count(0)


def test_a_change_under_way_when_the_worker_is_killed_keeps_the_later_answers(unlucky: Reader) -> None:
    unlucky.page.clock.install()
    unlucky.opens("post-photo-video")
    unlucky.page.clock.run_for(IDLE)
    unlucky.waits_for_python()
    unlucky.gives("ours", "nobody", "tarner-page")
    unlucky.changes("contents")
    unlucky.page.evaluate(faults.KILL)
    unlucky.choice("someone-else").click()
    unlucky.page.clock.fast_forward(ANSWERED_WITHIN)
    unlucky.is_asked("credit")  # Who is in it and where it goes was answered before the change.
    unlucky.gives("yes")
    unlucky.is_told("yes-if")


@pytest.fixture
def kitchen_sink(server: FaultyServer) -> None:
    """The tree that has every kind of question stands where another one does, and the engine knows it."""
    page = ask_page(SINK, SETTING, PythonAddresses("RUNTIME/", "ENGINE"))
    element = re.search(r"<decision-tree.*</decision-tree>", page)
    assert element

    def answer(handler: faults.FaultyHandler, body: bytes) -> None:
        there = re.search(r"<decision-tree.*</decision-tree>", body.decode(), re.DOTALL)
        assert there
        addresses = dict(re.findall(r'data-(worker|engine)="([^"]+)"', there[0]))
        sink = re.sub(
            r'data-(worker|engine)="[^"]+"', lambda found: f'data-{found[1]}="{addresses[found[1]]}"', element[0]
        )
        handler.answer(body.decode().replace(there[0], sink).encode(), type_="text/html; charset=utf-8")

    server.faults["ask/friend-request/"] = answer
    server.faults["engine.zip"] = engine_with({"compiled/kitchen_sink.py": SOURCES["kitchen-sink"]})


@pytest.mark.usefixtures("kitchen_sink")
def test_ticks_under_way_when_the_worker_is_killed_are_kept(unlucky: Reader) -> None:
    in_a_hurry(unlucky)
    for tick in ("names", "faces"):
        unlucky.page.locator(f"[name=tick][value={tick}]").check()
    unlucky.page.evaluate(faults.KILL)
    unlucky.page.locator(".dt-continue").click()
    unlucky.page.clock.fast_forward(ANSWERED_WITHIN)
    unlucky.is_asked("born")
    assert unlucky.noted_answers() == {"what": ["names", "faces"]}
    unlucky.page.go_back()
    unlucky.is_asked("what")


@pytest.mark.usefixtures("kitchen_sink")
def test_a_number_that_was_typed_is_kept_in_sight_when_the_worker_is_killed(unlucky: Reader) -> None:
    in_a_hurry(unlucky)
    unlucky.page.locator(".dt-continue").click()  # Nothing is ticked.
    unlucky.is_asked("how-many")
    unlucky.page.evaluate(faults.KILL)
    unlucky.page.locator("[name=number]").fill("12")
    unlucky.page.locator(".dt-continue").click()
    unlucky.page.clock.fast_forward(ANSWERED_WITHIN)
    unlucky.is_asked("how-many")
    unlucky.reads("You typed 12.")
    unlucky.gives("some")
    unlucky.is_told("yes")


@pytest.mark.parametrize("state", ["starting", "ready"])
def test_a_worker_that_is_killed_before_it_took_over(unlucky: Reader, server: FaultyServer, state: str) -> None:
    if state == "starting":
        server.faults[".wasm"] = faults.never_comes
    unlucky.page.add_init_script(
        """
      addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
        const $tree = document.querySelector("decision-tree");
        if ($tree.dataset.state === dies) window.workers.forEach((worker) => worker.terminate());
      }).observe(document.querySelector("decision-tree"), { attributes: true }));
    """.replace("dies", repr(state))
    )
    unlucky.page.clock.install()
    unlucky.opens("friend-request")
    unlucky.page.clock.run_for(IDLE)
    unlucky.waits_for_state(state)
    unlucky.gives("personal")
    unlucky.page.clock.fast_forward(TOLD_WITHIN)
    unlucky.waits_for_state("unavailable")
    was_told(unlucky, 1)
    unlucky.is_asked("identity")
    unlucky.gives("adult", "now")
    unlucky.is_told("no")


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_worker_that_is_killed_while_the_page_changes(unlucky: Reader, when: str) -> None:
    in_a_hurry(unlucky)
    unlucky.gives("personal", "adult")
    unlucky.page.evaluate("window.sameVisit = true")
    unlucky.page.locator(".way-up a").click()
    if when == "before":
        unlucky.page.evaluate(faults.KILL)
    unlucky.page.locator(".dt-questions a", has_text="photo").click()
    unlucky.page.evaluate(faults.KILL)
    unlucky.is_asked("contents")
    unlucky.gives("ours")
    unlucky.page.clock.fast_forward(TOLD_WITHIN)
    unlucky.waits_for_state("unavailable")
    was_told(unlucky, 1)
    unlucky.gives("nobody")
    assert unlucky.noted_answers() == {"contents": "ours", "people": "nobody"}


@pytest.mark.parametrize("code", [RAISES_AT_A_STEP, HANGS_AT_A_STEP], ids=["raises", "hangs"])
def test_an_engine_that_fails_at_one_step(unlucky: Reader, server: FaultyServer, code: str) -> None:
    server.faults["engine.zip"] = engine_that(code)
    unlucky.opens_with_python("friend-request")
    unlucky.gives("personal")
    unlucky.choice("adult").click()
    unlucky.waits_for_state("unavailable")
    unlucky.is_asked("link")
    was_told(unlucky, 1)
    unlucky.gives("now")
    unlucky.is_told("no")
    takes_the_next_page(unlucky)
    unlucky.waits_for_python()  # It may know the other trees.
    was_told(unlucky, 0)


def test_each_state_is_said_once_in_a_visit(unlucky: Reader) -> None:
    unlucky.page.add_init_script(faults.NEVER_LATE)
    unlucky.opens("friend-request")
    expect(unlucky.page.locator("[role=status].dt-told")).to_have_count(1)
    unlucky.waits_for_python()
    takes_the_next_page(unlucky)
    unlucky.waits_for_python()
    said: list[str] = unlucky.page.evaluate("said")
    assert said == ["Extra help is loading. You can answer now.", "Extra help is ready."]
    unlucky.opens_with_python("old-enough")  # Loaded anew, but in the same visit.
    assert unlucky.page.evaluate("said") == []
    expect(unlucky.page.locator(".dt-notice")).to_have_count(0)


def test_the_next_page_may_have_another_engine(unlucky: Reader, server: FaultyServer) -> None:
    """As after a new edition was put up while somebody reads."""
    unlucky.page.add_init_script(faults.NEVER_LATE)
    unlucky.opens_with_python("friend-request")
    unlucky.gives("personal")
    server.faults["ask/post-photo-video/"] = with_another_engine
    server.faults["other/engine.zip"] = faults.as_it_is
    unlucky.gives("adult")
    unlucky.is_asked("link")  # The answer in hand is untouched.
    takes_the_next_page(unlucky)
    unlucky.waits_for_python()
    unlucky.gives("ours")
    engines = {path for path in server.asked if "engine.zip" in path}
    assert len(engines) == 2
    unlucky.page.go_back()
    unlucky.page.go_back()
    unlucky.page.go_back()
    unlucky.is_asked("link")
    unlucky.waits_for_python()
    assert unlucky.given() == ["request", "identity"]
    was_told(unlucky, 0)


def with_another_engine(handler: faults.FaultyHandler, body: bytes) -> None:
    """The same page, with its engine at another address."""
    handler.answer(body.replace(b"/engine.zip", b"/engine.zip?other"), type_="text/html")
