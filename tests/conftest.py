"""Gives every test that drives a browser the same Playwright: one process cannot hold two."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, sync_playwright


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One for the whole session of a worker."""
    with sync_playwright() as playwright:
        yield playwright
