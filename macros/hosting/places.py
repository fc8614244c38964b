"""Finds where a writer wrote what stands in a built page: the page's Markdown, the settings, or a template."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from macros.hosting.refused import Refusal
from macros.problems import Place, Problem

DOCS, SETTINGS, TEMPLATES = "docs", "mkdocs.yml", "overrides"


def problem(root: Path, site: Path, page: Path, refusal: Refusal) -> Problem:
    """The refusal, told where it can be mended."""
    place = written_at(root, page.relative_to(site), refusal)
    code = refusal.code
    return Problem(place, code, refusal.what, refusal.fix)


def written_at(root: Path, page: Path, refusal: Refusal) -> Place:
    """The line in the first file that has one of its marks; if none has, the line in the built page."""
    files = [path for path in sources(root, page) if path.is_file()]
    for mark in (mark for mark in refusal.marks if mark):
        for path in files:
            if place := first_line_with(mark, path, path.relative_to(root).as_posix()):
                return place
    if files and files[0].is_relative_to(root / DOCS) and page.suffix == ".html":
        return Place(files[0].relative_to(root).as_posix())
    return Place(page.as_posix(), refusal.element.line, refusal.element.column)


def sources(root: Path, page: Path) -> Iterator[Path]:
    """The files that a built page may have come from, the likeliest first."""
    folder = page.parent if page.name == "index.html" else page.with_suffix("")
    yield root / DOCS / folder.with_suffix(".md")
    yield root / DOCS / folder / "index.md"
    yield root / DOCS / folder / "README.md"
    yield root / DOCS / page
    yield root / SETTINGS
    yield from sorted((root / TEMPLATES).rglob("*.html"))


def first_line_with(mark: str, path: Path, name: str) -> Place | None:
    """Where a text stands in a file, as it is or with its signs written as in a page."""
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        for form in (mark, escape(mark)):
            if form in line:
                return Place(name, number, line.index(form) + 1)
    return None
