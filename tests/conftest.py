"""Shares the tests out among the workers, the longest first; and gives all that drive a browser the same Playwright."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Playwright, sync_playwright

from macros.serve import Handler, Server

HERE = Path(__file__).parent
SERVED, AT = "TESTED_SITE", "TESTED_SITE_AT"  # in the environment: one site for all workers, its folder and its address
# What takes longest, begun first: else one worker is busy with it after all the others have ended.
LONGEST = (
    "editions",
    "site/test_every_page.py",
    "site/test_content_policy.py",
    "site/test_every_state.py",
    "site/test_offline.py",
    "site/test_faults.py",
    "site/test_released_site.py",
    "site/test_editions.py",
    "site/test_every_path.py",
    "site",
    "runtime",
)
TOGETHER = ("editions",)  # rooms whose tests share what took long to make; elsewhere each file goes to one worker


def pytest_configure(config: pytest.Config) -> None:
    """Serve an empty folder for all workers. The first that needs the site builds it there: tests/site/conftest.py."""
    if hasattr(config, "workerinput"):
        return
    folder = tempfile.TemporaryDirectory(prefix="tested-")
    server = Server(("127.0.0.1", 0), partial(Handler, directory=f"{folder.name}/site"))
    Thread(target=server.serve_forever, daemon=True).start()
    os.environ |= {SERVED: f"{folder.name}/site", AT: f"http://127.0.0.1:{server.server_port}/"}
    config.add_cleanup(server.shutdown)
    config.add_cleanup(folder.cleanup)


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Name the group that each test goes with, for xdist, and put the longest first."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group(item.path)))
    items.sort(key=lambda item: rank(item.path))


def group(path: Path) -> str:
    """The tests of a group go to one worker."""
    name = path.relative_to(HERE).as_posix()
    return next((room for room in TOGETHER if name.startswith(f"{room}/")), name)


def rank(path: Path) -> int:
    """How early the tests of this file begin. Those of one rank stay in their order."""
    name = path.relative_to(HERE).as_posix()
    return next((place for place, start in enumerate(LONGEST) if name.startswith(start)), len(LONGEST))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One for the whole session of a worker: one process cannot hold two."""
    with sync_playwright() as playwright:
        yield playwright
