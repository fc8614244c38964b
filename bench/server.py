"""Serves the bench's files with the headers of GitHub Pages, over a shaped line, and counts every byte it sends.

Pages speaks HTTP/2; this speaks HTTP/1.1 with connections kept open, to all contenders alike.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bench.files import File, Files, find
from bench.shaping import CHUNK, Line, Network

LISTENS = 0.05  # seconds until it hears that it should stop
PUBLISHED = formatdate(time.time(), usegmt=True)  # The date of every file: when the bench made them.


@dataclass(frozen=True)
class Sent:
    """Some bytes that went out: when the last of them did, by the clock on the wall, and for which address."""

    at: float
    address: str
    size: int


class Server(ThreadingHTTPServer):
    """The one server of a run. What it serves may be set after it has its port."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: Files = {}
        self.line = Line()
        self.log: list[Sent] = []

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}/"

    def shape(self, network: Network) -> None:
        """From now on, be as far away as this."""
        self.line = Line(network)

    def forget(self) -> None:
        """Begin the count anew."""
        self.log = []

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the base class takes both
        """A browser that closes in the middle of a file does no harm."""


class Handler(BaseHTTPRequestHandler):
    """Answers over one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def setup(self) -> None:
        """A connection is opened."""
        super().setup()
        self.server.line.wait_for_opening()

    def do_GET(self) -> None:
        """One file, or that the browser has it already."""
        self.server.line.wait_for_reply()
        file = find(self.server.files, self.path)
        if file is None:
            self.answer(HTTPStatus.NOT_FOUND, self.server.files.get("404.html", File("404.html", b"Not found")))
        elif self.headers.get("If-None-Match") == file.tag:
            self.answer(HTTPStatus.NOT_MODIFIED, file)
        else:
            self.answer(HTTPStatus.OK, file)

    def answer(self, status: HTTPStatus, file: File) -> None:
        """The head and the body, piece by piece."""
        body = b"" if status == HTTPStatus.NOT_MODIFIED else file.sent
        whole = head(status, file, len(body)) + body
        for start in range(0, len(whole), CHUNK):
            piece = whole[start : start + CHUNK]
            self.server.line.carry(len(piece))
            self.server.log.append(Sent(time.time(), self.path, len(piece)))
            self.wfile.write(piece)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing of each file."""


def head(status: HTTPStatus, file: File, size: int) -> bytes:
    """The status line and the headers, those of Pages that a browser acts on."""
    lines = [
        f"HTTP/1.1 {status.value} {status.phrase}",
        "Server: GitHub.com",
        f"Date: {formatdate(usegmt=True)}",
        f"Last-Modified: {PUBLISHED}",
        "Access-Control-Allow-Origin: *",
        f"ETag: {file.tag}",
        f"Expires: {formatdate(time.time() + 600, usegmt=True)}",
        "Cache-Control: max-age=600",
        "Vary: Accept-Encoding",
    ]
    if status != HTTPStatus.NOT_MODIFIED:
        lines += [f"Content-Type: {file.type}", f"Content-Length: {size}"]
        lines += ["Content-Encoding: gzip"] if file.is_compressed else []
    return "\r\n".join([*lines, "", ""]).encode()


@contextmanager
def serving() -> Iterator[Server]:
    """A server that answers until the block ends."""
    with Server() as server:
        threading.Thread(target=server.serve_forever, args=(LISTENS,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
