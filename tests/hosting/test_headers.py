"""The file _headers: hosts understand it, and it says of each page what the page says itself, and what no page can."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.hosting.content_policy import secure
from macros.hosting.headers import write_headers
from tests.hosting.test_content_policy import policy_in
from tests.hosting.workshop import publish, theme
from tests.site.header_host import LONGEST, MOST, headers_for, read_headers


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page, and with Python for the browser."""
    publish(tmp_path, "one", "Words.")
    site = tmp_path / "site"
    (site / "runtime" / "1f0c").mkdir(parents=True)
    for name in ("pyodide.asm.wasm", "pyodide.mjs", "worker.js"):
        (site / "runtime" / "1f0c" / name).write_bytes(b"")
    assert secure(site, [theme(tmp_path)], tmp_path) == ()
    write_headers(site)
    return site


def given(site: Path, path: str) -> dict[str, str]:
    return headers_for(path, read_headers((site / "_headers").read_text(encoding="utf-8")))


def test_a_page_is_given_its_own_policy_and_may_stand_in_no_frame(site: Path) -> None:
    headers = given(site, "/one/")
    assert headers["Content-Security-Policy"] == f"{policy_in(site / 'one' / 'index.html')}; frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Cache-Control" not in headers


def test_a_worker_may_start_python_and_is_kept_for_good(site: Path) -> None:
    headers = given(site, "/runtime/1f0c/worker.js")
    assert "'wasm-unsafe-eval'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_files_that_some_hosts_do_not_know_have_their_types(site: Path) -> None:
    assert given(site, "/runtime/1f0c/pyodide.asm.wasm")["Content-Type"] == "application/wasm"
    assert given(site, "/runtime/1f0c/pyodide.mjs")["Content-Type"] == "text/javascript"
    assert "Content-Type" not in given(site, "/runtime/1f0c/worker.js")


def test_the_service_worker_is_asked_for_each_time(site: Path) -> None:
    assert given(site, "/service-worker.js")["Cache-Control"] == "no-cache"


def test_no_host_cuts_it_short(site: Path) -> None:
    text = (site / "_headers").read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) < LONGEST
    assert len(read_headers(text)) < MOST
