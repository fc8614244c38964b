"""A server of the built site on which files can be made to fail, and scripts that take something from a browser."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from macros.serve import Handler, Server

Fault = Callable[["FaultyHandler", bytes], None]

# Keeps the workers of a page within a test's reach.
KEEPS_WORKERS = """
  Worker = class extends Worker {
    constructor(...given) { super(...given); (window.workers ??= []).push(this); }
  };
"""
KILL = "workers.forEach(worker => worker.terminate())"
# Where nothing is late: a machine that has much else to do may take longer than a reader waits.
NEVER_LATE = """
  const real = setTimeout;
  setTimeout = (then, ms, ...more) => ms === 8_000 || ms === 4_000 ? 0 : real(then, ms, ...more);
"""
# Only ours: the theme's search has one of its own.
NO_WORKER = "Worker = class { constructor(address) { throw new Error(`No worker: ${address}`); } }"
# A browser of 2018: what is told of modules is passed over.
CLASSIC_WORKERS = "Worker = class extends Worker { constructor(address) { super(address); } }"
# What a browser does that was told to let no site keep anything.
NO_STORAGE = """
  const denied = { get() { throw new DOMException("The operation is insecure.", "SecurityError"); } };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
    Object.defineProperty(window, name, denied);
  }
  Object.defineProperty(Navigator.prototype, "serviceWorker", denied);
"""
NO_ROOM = """
  Storage.prototype.setItem = () => { throw new DOMException("The quota has been exceeded.", "QuotaExceededError"); };
"""
# Everything that a page's live regions say, also what they said before.
HEARS = """
  window.said = [];
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (addedNodes.length && target.closest?.("[role=status].dt-told")) said.push(target.textContent);
    }
  }).observe(document, { childList: true, subtree: true });
"""


class FaultyServer(Server):
    """The built site at an address of its own; ``faults`` are kept by the end of a file's name."""

    faults: dict[str, Fault]
    built_for: str
    asked: list[str]
    over: threading.Event

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.server_port}/"


class FaultyHandler(Handler):
    """Serves each file as it is, or as its fault has it."""

    server: FaultyServer

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        """The pages name this server's own address, so that the theme swaps them."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        self.server.asked.append(self.path)
        if not path.is_file():
            super().do_GET()
            return
        body = path.read_bytes()
        if path.suffix in {".html", ".xml"}:
            body = body.replace(self.server.built_for.encode(), self.server.address.encode())
        fault = next((fault for end, fault in self.server.faults.items() if self.path.endswith(end)), as_it_is)
        fault(self, body)

    def answer(self, body: bytes, *, type_: str = "", length: int | None = None) -> None:
        """A whole answer, or one that promises more than comes."""
        self.send_response(200)
        self.send_header("Content-Type", type_ or self.guess_type(self.path.partition("?")[0]))
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def faulty_server(folder: Path, built_for: str) -> Iterator[FaultyServer]:
    """Serve the site until the test is over, the requests that are never answered included."""
    with FaultyServer(("127.0.0.1", 0), partial(FaultyHandler, directory=str(folder))) as server:
        server.faults, server.built_for, server.asked = {}, built_for, []
        server.over = threading.Event()
        server.daemon_threads, server.block_on_close = True, False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.over.set()
        server.shutdown()


def as_it_is(handler: FaultyHandler, body: bytes) -> None:
    """No fault at all."""
    handler.answer(body, type_="text/html" if handler.path.endswith("/") else "")


def is_missing(handler: FaultyHandler, _: bytes) -> None:
    """As if it had never been put there."""
    handler.send_error(404)


def has_a_wrong_type(handler: FaultyHandler, body: bytes) -> None:
    """As from a host that does not know the file's ending."""
    handler.answer(body, type_="text/plain")


def is_half(handler: FaultyHandler, body: bytes) -> None:
    """Somebody put half a file there."""
    handler.answer(body[: len(body) // 2])


def breaks_off(handler: FaultyHandler, body: bytes) -> None:
    """The line goes dead in the middle."""
    handler.answer(body[: len(body) // 2], length=len(body))
    handler.close_connection = True


def never_comes(handler: FaultyHandler, _: bytes) -> None:
    """Taken, and never answered."""
    handler.server.over.wait()


def held(go: threading.Event) -> Fault:
    """Answered once the test says so."""

    def wait(handler: FaultyHandler, body: bytes) -> None:
        go.wait()
        as_it_is(handler, body)

    return wait


def has_no_wasm(handler: FaultyHandler, body: bytes) -> None:
    """A module of the worker; what it does first takes WebAssembly away."""
    handler.answer(b'import "data:text/javascript,delete globalThis.WebAssembly";\n' + body)


def engine_that(code: str) -> Fault:
    """The engine with this Python in the place of ``browser/worker.py``, which it may import as ``.real``."""
    return engine_with({"browser/worker.py": code}, renamed=("browser/worker.", "browser/real."))


def engine_with(files: Mapping[str, str], renamed: tuple[str, str] = ("", "")) -> Fault:
    """The engine with these files besides its own."""

    def answer(handler: FaultyHandler, body: bytes) -> None:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(body)) as whole, zipfile.ZipFile(made, "w") as other:
            for name in whole.namelist():
                other.writestr(name.replace(*renamed) if renamed[0] else name, whole.read(name))
            for name, text in files.items():
                other.writestr(name, text)
        handler.answer(made.getvalue())

    return answer


def has(**properties: Any) -> str:  # noqa: ANN401 - whatever a browser may say of itself
    """A script: the browser says this of its device or its network."""
    given = ", ".join(f"{name}: {{ value: {value} }}" for name, value in properties.items())
    return f"Object.defineProperties(navigator, {{ {given} }})"
