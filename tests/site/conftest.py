"""Gives the tests the built site, served, and readers in a browser whose every error and stray request is heard."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect

from macros.browser.machine import CompiledTree
from macros.project import Project, load
from macros.serve import generate
from tests.conftest import AT, SITE
from tests.once import made_once
from tests.site.chromium import launch_options
from tests.site.reader import Reader, Readers
from tests.site.watch import Watch

ROOT = Path(__file__).parents[2]
TREES = sorted(path.stem for path in (ROOT / "decision_trees").glob("*.yml"))
WALKED = ("friend-request", "post-photo-video")  # tap by tap; all others by message
# A service worker would answer in place of the network that a test breaks; test_offline.py tries it.
NO_SERVICE_WORKER = "delete Navigator.prototype.serviceWorker"
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
PATIENCE = 30_000  # ms, on a machine that has much else to do
PHONE: Mapping[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


@dataclass(frozen=True)
class Site:
    """The built site: its files, and where they are served."""

    folder: Path
    address: str


@pytest.fixture(scope="session")
def project() -> Project:
    return load(ROOT)


@pytest.fixture(scope="session")
def trees(project: Project) -> Mapping[str, CompiledTree]:
    return project.compiled


@pytest.fixture(scope="session")
def site() -> Site:
    """Built once, by whichever worker comes first."""
    return Site(made_once(SITE, build), os.environ[AT])


def build(folder: Path) -> None:
    """The real site. The theme swaps pages without loading them anew only where its map of the site has the address."""
    with pytest.MonkeyPatch.context() as env:
        env.setenv("SITE_URL", os.environ[AT])
        assert generate(ROOT, folder), "the site could not be built"


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    browser = playwright.chromium.launch(**launch_options("--disable-gpu"))  # a pretended one costs a tenth more
    yield browser
    browser.close()


@pytest.fixture
def watch(site: Site) -> Iterator[Watch]:
    """Fails the test for whatever its pages complained of and the test did not expect."""
    watch = Watch(site.address)
    yield watch
    assert watch.complaints == []


@pytest.fixture
def context(browser: Browser, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """Opens browser windows that are watched, and closes them."""
    opened: list[BrowserContext] = []

    def open_one(**settings: Any) -> BrowserContext:  # noqa: ANN401 - Playwright's own settings
        opened.append(browser.new_context(**{**PHONE, **settings}))
        opened[-1].set_default_timeout(PATIENCE)
        opened[-1].add_init_script(NO_SERVICE_WORKER)
        watch.follow(opened[-1])
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def readers(context: Callable[..., BrowserContext], site: Site) -> Readers:
    """New readers, each with a phone of their own; Playwright's settings make them other readers."""
    return lambda **settings: Reader(context(**settings).new_page(), site.address)


@pytest.fixture
def reader(readers: Readers) -> Reader:
    return readers()


@pytest.fixture
def reader_without_python(readers: Readers) -> Reader:
    """Somebody whose page never starts Python by itself: it saves data."""
    reader = readers()
    reader.page.add_init_script(SAVES_DATA)
    return reader


@pytest.fixture
def reader_without_scripts(readers: Readers) -> Reader:
    return readers(java_script_enabled=False)
