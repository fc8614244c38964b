"""How much memory Python takes: after its start, after a thousand answers, and after fifty changes of page."""

from __future__ import annotations

from playwright.sync_api import Page, Playwright, Route

from bench.browser import opened, profile
from bench.contenders import FIRST, MICROPYTHON, PYSCRIPT, STOCK, Contender
from bench.server import Server
from bench.visits import BenchError, answer, turn_page, visit

ANSWERS, PAGES = 1000, 50
MEMORY_SECTION, PAGE_SIZE = 5, 65536  # of a wasm file
# Keeps hold of the memory that Python runs in. Stands in front of a page's scripts, or of the worker's.
HOLD = """
for (const name of ["instantiate", "instantiateStreaming"]) {
  const real = WebAssembly[name];
  WebAssembly[name] = async (source, imports) => {
    const made = await real(source, imports);
    const parts = [...Object.values((made.instance ?? made).exports), ...Object.values(imports?.env ?? {})];
    self.benchMemory = parts.find((part) => part instanceof WebAssembly.Memory);
    return made;
  };
}
"""
SIZE = "self.benchMemory?.buffer.byteLength ?? 0"


def heap(playwright: Playwright, server: Server) -> dict[str, int]:
    """Bytes of memory, by whose they are and when."""
    found = {contender.name: on_the_page(playwright, server, contender) for contender in (STOCK, PYSCRIPT, MICROPYTHON)}
    return {"minimum": minimum(server), **found, **in_the_worker(playwright, server)}


def minimum(server: Server) -> int:
    """What this Pyodide begins with: the first figure in the memory section of its wasm file."""
    wasm = server.files["bench/pyodide/pyodide.asm.wasm"].content
    at = 8  # after the magic number and the version
    while at < len(wasm):
        kind = wasm[at]
        length, at = number(wasm, at + 1)
        if kind == MEMORY_SECTION:
            return number(wasm, at + 2)[0] * PAGE_SIZE  # after the count of memories and the flags
        at += length
    raise BenchError("Pyodide's wasm file no longer says how much memory it begins with.")


def number(wasm: bytes, at: int) -> tuple[int, int]:
    """A number as wasm writes it, seven bits in each byte; and where it ends."""
    value = shift = 0
    while True:
        value |= (wasm[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if wasm[at - 1] < 0x80:
            return value, at


def on_the_page(playwright: Playwright, server: Server, contender: Contender) -> int:
    """Of a Python that runs on the page's main thread."""
    with profile() as folder, opened(playwright, folder, contender) as page:
        page.context.add_init_script(HOLD)
        visit(page, server, contender)
        return int(page.evaluate(SIZE))


def in_the_worker(playwright: Playwright, server: Server) -> dict[str, int]:
    """Of ours. The worker's script passes through our hands, so nothing of this is timed."""
    with profile() as folder, opened(playwright, folder, FIRST, service_workers="block") as page:
        page.context.route("**/runtime/**/*worker*.js", hold)
        visit(page, server, FIRST)
        after_boot = size(page)
        answer(page, FIRST, ANSWERS)
        after_answers = size(page)
        for _ in range(PAGES):
            turn_page(page, server)
        return {"first": after_boot, "first_1000_answers": after_answers, "first_50_pages": size(page)}


def hold(route: Route) -> None:
    """The worker's own script, with ours in front."""
    script = route.fetch()
    route.fulfill(response=script, body=HOLD + script.text())


def size(page: Page) -> int:
    """Of the worker that holds one: the theme's search has one too."""
    found = max((int(worker.evaluate(SIZE)) for worker in page.workers), default=0)
    if not found:
        raise BenchError("No worker holds Python's memory any more: has its script been given another name?")
    return found
