"""One visit to one contender: open the page, wait for Python, answer questions; what was seen on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from bench.browser import PATIENCE
from bench.contenders import NEXT, Contender, is_ours
from bench.server import Sent, Server

LOOKS = 50  # ms between two looks at whether the page is done
LATE = 200  # ms after Python has come in which a task still counts
RUNTIME = ("runtime/", "bench/pyodide/", "bench/micropython/", "bench/engine.zip")
# After eight seconds our page tells that Python is not there; on a slow line it still comes, and takes over.
GAVE_UP = "document.querySelector('decision-tree[data-state=unavailable]') && performance.now() > 90_000"
OFTEN = 180  # A browser that is sent through more steps than this in ten seconds holds them back.
PAUSE, LONG_PAUSE = 20, 55  # ms between two answers


class BenchError(Exception):
    """The bench cannot go on; the words say why."""


@dataclass(frozen=True)
class Seen:
    """What one visit showed. Times are milliseconds from the navigation, or from the tap that led to the page."""

    answerable: float
    intent: float | None  # Python was asked for; of our own pages only
    computed: float | None  # the first step that Python computed is on the page
    bytes: int  # until then
    runtime_bytes: int  # of these, the ones of Python itself
    longest_task: float  # of the main thread; 0 where none took 50 ms
    longest_own: float  # of our own scripts in frames that took 50 ms
    blocking: float  # what of all tasks is beyond 50 ms
    steps: tuple[float, ...] = field(default=(), repr=False)


def visit(page: Page, server: Server, contender: Contender, *, steps: int = 0) -> Seen:
    """Come to the contender's page, as by a link from elsewhere."""
    server.forget()
    page.goto(server.address + contender.page, wait_until="commit")
    return watch(page, server, contender, steps=steps)


def turn_page(page: Page, server: Server, *, steps: int = 0) -> Seen:
    """From a tree's page go to the list of questions, and from there tap the link of another tree."""
    page.evaluate("window.sameVisit = true")
    page.locator(".way-up a").first.click()
    links = page.locator(".dt-questions a")
    links.first.wait_for()
    page.wait_for_timeout(LATE)
    link = links.nth(5)
    link.scroll_into_view_if_needed()
    server.forget()
    page.evaluate("bench.arm()")
    link.tap()
    seen = watch(page, server, NEXT, steps=steps)
    if not page.evaluate("window.sameVisit === true"):
        raise BenchError("The theme loaded the next page anew: is the site's own address in its sitemap?")
    return seen


def watch(page: Page, server: Server, contender: Contender, *, steps: int) -> Seen:
    """Wait until all has come that will, then give so many answers."""
    wait(page, f"bench.answerable && (bench.computed || {GAVE_UP})" if contender.computed else "bench.answerable")
    if not contender.computed:
        page.wait_for_load_state("load")
    page.wait_for_timeout(LATE + LOOKS)
    told = page.evaluate(
        "({ origin: performance.timeOrigin, began: bench.began, answerable: bench.answerable, intent: bench.intent,"
        " computed: bench.computed, tasks: bench.tasks, scripts: bench.scripts })"
    )
    took = answer(page, contender, steps) if steps and bool(told["computed"]) == bool(contender.computed) else ()
    return read(told, list(server.log), server.address, took)


def wait(page: Page, condition: str, *, looks: int = LOOKS) -> None:
    """Ask the page from time to time, and as seldom as will do: asking costs it a little."""
    for _ in range(PATIENCE // looks):
        if page.evaluate(f"!!(window.bench && ({condition}))"):
            return
        page.wait_for_timeout(looks)
    raise BenchError(f"{page.url} was not done after four minutes.")


def answer(page: Page, contender: Contender, steps: int) -> tuple[float, ...]:
    """Give so many answers; how many milliseconds each took."""
    pause = LONG_PAUSE if steps > OFTEN else PAUSE
    took = page.evaluate(
        "([count, option, part, pause]) => bench.walk(count, option, part, pause)",
        [steps, contender.option, contender.shows, pause],
    )
    return tuple(took)


def read(told: dict[str, Any], log: list[Sent], address: str, steps: tuple[float, ...]) -> Seen:
    """What the page and the server noted, as one visit."""
    began, computed = told["began"], told["computed"]
    until = computed or float("inf")
    sent = [one for one in log if one.at * 1000 <= told["origin"] + until]
    tasks = [took for start, took in told["tasks"] if began <= start + took and start <= until + LATE]
    own = [took for start, took, file in told["scripts"] if began <= start <= until + LATE and is_own(file, address)]
    return Seen(
        answerable=told["answerable"] - began,
        intent=told["intent"] - began if told["intent"] else None,
        computed=computed - began if computed else None,
        bytes=sum(one.size for one in sent),
        runtime_bytes=sum(one.size for one in sent if one.address.lstrip("/").startswith(RUNTIME)),
        longest_task=max(tasks, default=0),
        longest_own=max(own, default=0),
        blocking=sum(max(0, took - 50) for took in tasks),
        steps=steps,
    )


def is_own(file: str, address: str) -> bool:
    """Whether a script that ran is one of ours."""
    path = file.removeprefix(address).removeprefix("static/").partition("?")[0]
    return file.startswith(address) and is_ours(path)
