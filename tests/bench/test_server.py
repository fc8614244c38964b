"""The server sends what GitHub Pages would send, and counts all of it."""

from __future__ import annotations

import gzip
import http.client
import time
from collections.abc import Iterator

import pytest

from bench.files import File, find, read_folder
from bench.server import Server, serving
from bench.shaping import Network

PAGE = b"<h1>Can I?</h1>" * 200


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        files = (File("ask/index.html", PAGE), File("python.zip", bytes(50_000)), File("404.html", b"Nothing here."))
        server.files = {file.name: file for file in files}
        yield server


def ask(server: Server, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer, answer.read()


@pytest.mark.parametrize(
    ("name", "compressed"),
    [
        *((f"a.{end}", True) for end in ("html", "css", "js", "mjs", "json", "svg", "xml", "txt", "wasm")),
        *((f"a.{end}", False) for end in ("zip", "png", "ico", "py")),
        ("none", False),
    ],
)
def test_what_is_compressed_goes_by_its_type(name: str, *, compressed: bool) -> None:
    file = File(name, PAGE)
    assert file.is_compressed is compressed
    assert (gzip.decompress(file.sent) if compressed else file.sent) == PAGE


def test_a_page_comes_with_the_headers_of_pages(server: Server) -> None:
    answer, body = ask(server, "/ask/")
    assert answer.status == 200
    assert gzip.decompress(body) == PAGE
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Cache-Control"] == "max-age=600"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Last-Modified"]


def test_a_zip_comes_as_it_is(server: Server) -> None:
    answer, body = ask(server, "/python.zip")
    assert "Content-Encoding" not in answer.headers
    assert len(body) == 50_000


def test_what_the_browser_has_is_not_sent_again(server: Server) -> None:
    tag = ask(server, "/ask/")[0].headers["ETag"]
    answer, body = ask(server, "/ask/", If_None_Match=tag)
    assert (answer.status, body) == (304, b"")
    assert ask(server, "/ask/", If_None_Match='W/"another"')[0].status == 200


def test_what_is_not_there_is_told_by_the_sites_own_page(server: Server) -> None:
    answer, body = ask(server, "/nowhere/")
    assert (answer.status, gzip.decompress(body)) == (404, b"Nothing here.")


def test_every_byte_is_counted_headers_too(server: Server) -> None:
    server.forget()
    answer, body = ask(server, "/python.zip?again")
    sent = sum(one.size for one in server.log)
    head = "HTTP/1.1 200 OK\r\n" + "".join(f"{name}: {value}\r\n" for name, value in answer.getheaders()) + "\r\n"
    assert sent == len(head) + len(body)
    assert {one.address for one in server.log} == {"/python.zip?again"}
    assert all(time.time() - 60 < one.at <= time.time() for one in server.log)


def test_a_slow_line_is_slow(server: Server) -> None:
    server.shape(Network("test", 4, 0.02))
    began = time.monotonic()
    ask(server, "/python.zip")
    assert 0.14 <= time.monotonic() - began < 1  # 50,000 bytes at 4 Mb/s, and two round trips


def test_a_folder_is_its_page() -> None:
    files = {"index.html": File("index.html", b""), "ask/index.html": File("ask/index.html", b"")}
    assert find(files, "/") is files["index.html"]
    assert find(files, "/ask/?from=home#top") is files["ask/index.html"]
    assert find(files, "/ask") is None


def test_a_folder_is_read_with_all_below_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("site")
    (folder / "ask").mkdir()
    (folder / "ask" / "index.html").write_bytes(PAGE)
    assert read_folder(folder, "static/") == {"static/ask/index.html": File("static/ask/index.html", PAGE)}
