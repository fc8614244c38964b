"""Hears everything the pages of a test complain of, and every host they ask."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

# A reader who leaves while a file is still coming does no harm.
LEFT_EARLY = "net::ERR_ABORTED"


class Watch:
    """``complaints`` is empty where all went well, or as a test said beforehand with ``expects``."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.heard: list[str] = []
        self.asked: list[str] = []
        self.expected: list[str] = []

    def follow(self, context: BrowserContext) -> None:
        """Listen to every page of a window, and to its workers."""
        context.on("console", self.hear_console)
        context.on("weberror", self.hear_error)
        context.on("request", self.hear_request)
        context.on("requestfailed", self.hear_failure)

    def expects(self, *patterns: str) -> None:
        """Complaints that this test brings about: regular expressions."""
        self.expected += patterns

    @property
    def complaints(self) -> list[str]:
        """What was heard and not expected."""
        return [heard for heard in self.heard if not any(re.search(pattern, heard) for pattern in self.expected)]

    def count(self, ending: str) -> int:
        """How often a file was asked for."""
        return sum(url.partition("#")[0].endswith(ending) for url in self.asked)

    def hear_console(self, message: ConsoleMessage) -> None:
        """Errors and warnings; the rest is talk."""
        if message.type in {"error", "warning"}:
            self.heard.append(f"console {message.type}: {message.text} ({message.location['url']})")

    def hear_error(self, error: WebError) -> None:
        """An error that no script caught."""
        self.heard.append(f"uncaught: {error.error.message}")

    def hear_request(self, request: Request) -> None:
        """Anything asked of another host."""
        self.asked.append(request.url)
        if not request.url.startswith((self.address, "file:", "data:", "blob:")):
            self.heard.append(f"another host: {request.url}")

    def hear_failure(self, request: Request) -> None:
        """A file that did not come."""
        if request.failure != LEFT_EARLY:
            self.heard.append(f"failed: {request.url} {request.failure}")
