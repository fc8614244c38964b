"""Printing where it cannot be done: what is told, and what to do about it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.cli import main
from macros.printing import chromium, missing_browser, pdf, print_page
from tests.trees.workshop import copy_of_ours

PAGE = "<!doctype html><title>A</title><p>B"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "index.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def has(monkeypatch: pytest.MonkeyPatch, browser: Path | None, told: str = "Chromium 156.0.1.2") -> None:
    """As if this browser were all there is."""
    monkeypatch.setattr(pdf, "find_chromium", lambda: browser)
    monkeypatch.setattr(pdf, "version", lambda _: told)


def test_without_a_browser_the_way_out_is_told(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    has(monkeypatch, None)
    told = print_page(page, "", page.with_suffix(".pdf"))
    assert told is not None
    assert (told.code, told.what) == (
        "no-pdf",
        "There is no Chromium on this machine, and only a browser can make the PDF.",
    )
    assert told.fix.startswith("Run: ")
    assert not page.with_suffix(".pdf").exists()


def test_a_browser_that_cannot_number_pages_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    has(monkeypatch, Path("chromium"), "Chromium 130.0.1.2 built on Debian")
    told = missing_browser()
    assert told is not None
    assert "version 130" in told.what
    has(monkeypatch, Path("chromium"), "Chromium 131.0.1.2 built on Debian")
    assert missing_browser() is None


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (OSError("No such file"), "Chromium made no PDF: No such file."),
        (subprocess.TimeoutExpired("chromium", 120), "Chromium made no PDF within 120 seconds."),
        (subprocess.CalledProcessError(1, "chromium"), "Chromium made no PDF."),
        (None, "Chromium made no PDF."),
    ],
)
def test_a_browser_that_fails_is_told(
    page: Path, monkeypatch: pytest.MonkeyPatch, ends: Exception | None, told: str
) -> None:
    has(monkeypatch, Path("chromium"))

    def run(*_: object, **__: object) -> None:
        if ends:
            raise ends

    monkeypatch.setattr(subprocess, "run", run)
    problem = print_page(page, "", page.with_suffix(".pdf"))
    assert problem is not None
    assert problem.what == told
    assert not page.with_suffix(".pdf").exists()


def test_the_command_stops_before_it_builds_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy_of_ours(tmp_path))
    has(monkeypatch, None)
    assert main(["pdf"]) == 1
    assert "no Chromium on this machine" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_the_browser_we_are_told_to_use_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/somewhere/chromium")
    assert next(chromium.candidates()) == Path("/somewhere/chromium")
