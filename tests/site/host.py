"""A host that a test may stop, stall or change, and that says what was asked of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from macros.serve import Handler, Server

TOO_LONG = 60  # seconds: longer than any test waits


class Host:
    """Serves the files of a folder, as the site's own server does, at one address from the first day to the last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.silent: str | None = None  # what stands in the addresses that get no answer
        self.fails = False
        self.woken = threading.Event()
        self.server = Server(("127.0.0.1", 0), self.handler())
        self.port = self.server.server_port
        self.address = f"http://127.0.0.1:{self.port}/"
        self.start()

    def handler(self) -> type[Handler]:
        """One that knows this host."""
        host = self

        class Counting(Handler):
            def __init__(self, *args: object) -> None:
                super().__init__(*args, directory=str(host.folder))  # type: ignore[arg-type]

            def do_GET(self) -> None:  # noqa: N802 - the base class names it so
                host.asked.append(self.path)
                del self.headers["If-Modified-Since"]  # counts in seconds; a test changes a file sooner
                if host.silent is not None and host.silent in self.path:
                    host.woken.wait(TOO_LONG)
                elif host.fails:
                    SimpleHTTPRequestHandler.send_error(self, HTTPStatus.BAD_GATEWAY)
                else:
                    super().do_GET()

        return Counting

    def start(self) -> None:
        """Answer."""
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Be gone: nobody listens at this address any more."""
        self.woken.set()
        self.server.shutdown()
        self.server.server_close()

    @contextmanager
    def gone(self) -> Iterator[None]:
        """Gone for a while."""
        self.stop()
        try:
            yield
        finally:
            self.server = Server(("127.0.0.1", self.port), self.handler())
            self.woken.clear()
            self.start()

    @contextmanager
    def stalled(self, part: str = "") -> Iterator[None]:
        """For a while, take each request with this in its address, say nothing, and hang up at the end."""
        self.silent = part
        self.woken.clear()
        try:
            yield
        finally:
            self.silent = None
            self.woken.set()

    def count(self, part: str) -> int:
        """How many requests had this in their address."""
        return sum(part in path for path in self.asked)
