"""A reader's browser for one visit: a profile of its own, a process of its own, a phone's window."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import BrowserContext, Page, Playwright

from bench.contenders import Contender
from bench.slow import slowed
from tests.site.chromium import launch_options

PHONE: Mapping[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
QUIET = 500  # ms for a browser to come to rest after it has started
PATIENCE = 240_000  # ms


@contextmanager
def profile() -> Iterator[Path]:
    """An empty profile: nobody has been here."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def opened(
    playwright: Playwright,
    folder: Path,
    contender: Contender,
    *,
    slower: float = 1,
    service_workers: Literal["allow", "block"] = "allow",
) -> Iterator[Page]:
    """An empty tab that will watch what the contender's pages do. The browser starts now, and ends with the block."""
    settings = {**PHONE, "service_workers": service_workers}
    context: BrowserContext = playwright.chromium.launch_persistent_context(folder, **launch_options(), **settings)
    try:
        context.set_default_timeout(PATIENCE)
        look_for = json.dumps({"option": contender.option, "computed": contender.computed})
        context.add_init_script(f"const LOOK_FOR = {look_for};\n{PROBE}")
        page = context.pages[0]
        page.wait_for_timeout(QUIET)
        with slowed(folder, slower):
            yield page
    finally:
        context.close()
