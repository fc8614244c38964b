"""Shares the tests out among the workers, the longest first; and gives all that drive a browser the same Playwright."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import hypothesis
import pytest
from playwright.sync_api import Playwright, sync_playwright

from macros.serve import Handler, Server
from tests.once import SHARED

HERE = Path(__file__).parent
SITE, AT = "site", "TESTS_SITE_AT"  # one site for all workers: its folder among what they share, and its address
# What takes longest, begun first: else one worker is busy with it after all the others have ended.
LONGEST = (
    "editions/test_release.py",
    "site/test_every_page.py",
    "editions/test_site_root.py",
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

# A commit passes or fails, whoever asks. To look for more: --hypothesis-profile=default.
hypothesis.settings.register_profile("same-every-time", derandomize=True)
hypothesis.settings.load_profile("same-every-time")


def pytest_configure(config: pytest.Config) -> None:
    """Give all workers a folder to share, and serve the site that the first who needs it builds there."""
    if hasattr(config, "workerinput"):
        return
    folder = tempfile.TemporaryDirectory(prefix="tests-")
    server = Server(("127.0.0.1", 0), partial(Handler, directory=f"{folder.name}/{SITE}"))
    Thread(target=server.serve_forever, daemon=True).start()
    os.environ |= {SHARED: folder.name, AT: f"http://127.0.0.1:{server.server_port}/"}
    config.add_cleanup(server.shutdown)
    config.add_cleanup(folder.cleanup)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest first. Each file goes to one worker (xdist's --dist loadfile)."""
    items.sort(key=lambda item: rank(item.path))


def rank(path: Path) -> int:
    """How early the tests of this file begin. Those of one rank stay in their order."""
    name = path.relative_to(HERE).as_posix()
    return next((place for place, start in enumerate(LONGEST) if name.startswith(start)), len(LONGEST))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One for the whole session of a worker: one process cannot hold two."""
    with sync_playwright() as playwright:
        yield playwright
