"""The site is served with the right types, and made again only when something it is made from was saved."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from watchdog.events import FileMovedEvent

from macros import serve


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site, served as `make serve` does."""
    folder = tmp_path_factory.mktemp("site")
    for name in ("worker.mjs", "python.wasm", "page.html", "manifest.webmanifest", "service-worker.js"):
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "404.html").write_text("Not here.", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(serve.Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("worker.mjs", "text/javascript"),
        ("python.wasm", "application/wasm"),
        ("page.html", "text/html"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("service-worker.js", "text/javascript"),
    ],
)
def test_each_file_has_its_type_whatever_the_machine_thinks(address: str, name: str, type_: str) -> None:
    with urllib.request.urlopen(f"{address}/{name}") as answer:
        assert answer.headers["Content-Type"] == type_


def test_a_browser_asks_again_for_each_page(address: str) -> None:
    with urllib.request.urlopen(f"{address}/page.html") as answer:
        assert answer.headers["Cache-Control"] == "no-cache"


def test_what_is_not_there_is_told_by_the_sites_own_page(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(f"{address}/nowhere/")
    assert (told.value.code, told.value.read()) == (404, b"Not here.")


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("docs/policy/aim.md", True),
        ("decision_trees/friend-request.yml", True),
        ("mkdocs.yml", True),
        ("overrides/locales/en.yml", True),
        ("site/index.html", False),
        (".cache/site.new/index.html", False),
        ("macros/browser/__pycache__/machine.pyc", False),
        ("README.md", False),
    ],
)
def test_only_what_the_site_is_made_from_makes_it_again(tmp_path: Path, path: str, *, matters: bool) -> None:
    assert serve.Saved(tmp_path).matters(tmp_path / path) is matters


def test_a_file_that_is_saved_by_renaming_another_is_noticed(tmp_path: Path) -> None:
    saved = serve.Saved(tmp_path)
    saved.on_any_event(FileMovedEvent(str(tmp_path / ".mkdocs.swp"), str(tmp_path / "mkdocs.yml")))
    assert saved.timer is not None
    saved.timer.cancel()


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site, new = tmp_path / "site", tmp_path / ".cache" / "site.new"
    for folder, words in ((site, "old"), (new, "new")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(words, encoding="utf-8")
    serve.swap(site, new)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert not new.exists()
