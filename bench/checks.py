"""What is tried once in a run: whether line and brake are as we say, whether taps work, and what should never come."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, Playwright

from bench.browser import opened, profile
from bench.contenders import FIRST, PAGE, PEERS, Contender, is_ours
from bench.files import File
from bench.server import Server
from bench.shaping import Network
from bench.slow import slowed
from bench.visits import RUNTIME, BenchError, visit, wait

KNOWN = File("bench/known.zip", bytes(400_000))
FAR_OFF = 0.15  # a line that differs by more than this part from what it should be is no measure
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
WITHOUT_INTENT = 3000  # ms in which no byte of Python may come
SOON = 20_000  # ms
TRIES = 5
AFTERWARDS = ("runtime/", "service-worker.js")  # what a page asks for only once it is there
BUSY = "(() => { const began = performance.now(); let sum = 0; for (let at = 0; at < 1e8; at++) sum += at % 7;"
BUSY += " return [performance.now() - began, sum][0]; })()"


def check_line(server: Server, network: Network) -> dict[str, float]:
    """How long a known file should take on a new connection, and how long it took: the best of some."""
    server.shape(network)
    should = (network.delay + network.seconds(len(KNOWN.sent))) * 1000
    took = min(fetch_known(server) for _ in range(TRIES))
    if network.megabits and not should * (1 - FAR_OFF) < took < should * (1 + FAR_OFF):
        raise BenchError(f"The line {network.name} took {took:.0f} ms for what should take {should:.0f} ms.")
    return {"should_ms": round(should), "took_ms": round(took)}


def fetch_known(server: Server) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    with urllib.request.urlopen(f"{server.address}{KNOWN.name}") as answer:  # noqa: S310 - our own server
        answer.read()
    return (time.perf_counter() - began) * 1000


def check_brake(playwright: Playwright, server: Server, times: float) -> dict[str, float]:
    """How many times longer the same sum takes under the brake: on the page, and in its worker."""
    with profile() as folder, opened(playwright, folder, FIRST) as page:
        visit(page, server, FIRST)
        free = busy(page)
        with slowed(folder, times):
            held = busy(page)
    return {where: round(held[where] / free[where], 1) for where in free}


def busy(page: Page) -> dict[str, float]:
    """Milliseconds that the same sums take on the page and in the worker of its Python."""
    worker = next(one for one in page.workers if RUNTIME[0] in one.url)
    return {
        "page": sum(page.evaluate(BUSY) for _ in range(TRIES)),
        "worker": sum(worker.evaluate(BUSY) for _ in range(TRIES)),
    }


def check_taps(playwright: Playwright, server: Server) -> dict[str, float]:
    """Milliseconds from a real tap, given the moment a question is answerable, to the next question."""
    return {contender.name: round(tap_in_time(playwright, server, contender)) for contender in (*PEERS, FIRST)}


def tap_in_time(playwright: Playwright, server: Server, contender: Contender) -> float:
    """A tap that leads on. Of several, the first may meet a browser that has only just started on a busy machine."""
    for left in reversed(range(TRIES)):
        try:
            return tap_at_once(playwright, server, contender)
        except (BenchError, PlaywrightError):
            if not left:
                raise
    raise AssertionError


def tap_at_once(playwright: Playwright, server: Server, contender: Contender) -> float:
    """One such tap; nothing happening is a fault of the bench or of the page."""
    with profile() as folder, opened(playwright, folder, contender) as page:
        page.goto(server.address + contender.page, wait_until="commit")
        wait(page, "bench.answerable", looks=5)
        place = page.evaluate("bench.place()")
        before = page.evaluate("bench.heading()")
        began = time.perf_counter()
        page.touchscreen.tap(*place)
        while page.evaluate("bench.heading()") in (before, ""):
            if time.perf_counter() - began > SOON / 1000:
                raise BenchError(f"{contender.name}: a tap on an answer that is shown leads nowhere.")
            page.wait_for_timeout(5)
        return (time.perf_counter() - began) * 1000


def check_without_intent(playwright: Playwright, server: Server) -> int:
    """Bytes of Python that come although the reader saves data, so that the page may not guess."""
    with profile() as folder, opened(playwright, folder, FIRST) as page:
        page.context.add_init_script(SAVES_DATA)
        server.forget()
        page.goto(server.address + PAGE)
        page.wait_for_timeout(WITHOUT_INTENT)
        return sum(one.size for one in server.log if one.address.lstrip("/").startswith(RUNTIME))


def own_assets(server: Server) -> Mapping[str, Any]:
    """Our own scripts and styles that the last page asked for, compressed, without headers."""
    paths = {one.address.lstrip("/").partition("?")[0] for one in server.log}
    own = [path for path in paths if path.endswith((".js", ".mjs", ".css")) and not path.startswith(AFTERWARDS)]
    return {path: len(server.files[path].sent) for path in sorted(own) if path in server.files and is_ours(path)}
