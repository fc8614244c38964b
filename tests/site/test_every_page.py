"""Every page, on a phone by day and on a desk by night: no error, no barrier, nothing that sticks out."""

from __future__ import annotations

from pathlib import Path

from tests.site.barriers import barriers, sideways
from tests.site.conftest import ROOT, Site
from tests.site.reader import Reader


def one_of_each_form(pages: list[Path]) -> list[Path]:
    """The pages, but of those that one form makes in great numbers (problems, roles) only the longest two."""
    forms = ([path for path in pages if path.parent.parent.name == form] for form in ("problems", "duties"))
    left_out = {path for form in forms for path in sorted(form, key=lambda path: path.stat().st_size)[:-2]}
    return [path for path in pages if path not in left_out]


def test_every_page(reader: Reader, site: Site) -> None:
    pages = one_of_each_form(sorted(site.folder.rglob("*.html")))
    assert len(pages) > len(list((ROOT / "docs" / "policy").glob("*.md")))
    for path in pages:
        address = path.relative_to(site.folder).as_posix().removesuffix("index.html")
        reader.page.goto(reader.address + address)
        assert (address, barriers(reader.page), sideways(reader.page)) == (address, [], 0)
