"""A page made ready to be printed from a file: nothing runs, styles are found, links lead where they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.printing.standing_alone import standing_alone

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'"><title>A</title>
<link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="../../styles/a.css?v=12">
<script>run()</script><script src="x.js" defer></script></head><body>
<a href="#here">1</a> <a class="b" href="../other/?a=1&amp;b=2#c">2</a>
<a href="mailto:a@example.org">3</a> <a id="x">4</a>
</body></html>
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "policy/whole/index.html"
    path.parent.mkdir(parents=True)
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_nothing_runs_and_only_styles_are_loaded(page: Path, tmp_path: Path) -> None:
    alone = standing_alone(page, "https://example.org/2024-01/policy/whole/")
    assert "<script" not in alone
    assert "Content-Security-Policy" not in alone
    assert alone.count("<link") == 1
    assert f'<link rel="stylesheet" href="{(tmp_path / "styles/a.css").resolve().as_uri()}">' in alone


def test_links_stay_within_or_become_whole_addresses(page: Path) -> None:
    alone = standing_alone(page, "https://example.org/2024-01/policy/whole/")
    assert '<a href="#here">1</a>' in alone
    assert '<a class="b" href="https://example.org/2024-01/policy/other/?a=1&amp;b=2#c">2</a>' in alone
    assert '<a href="mailto:a@example.org">3</a> <a id="x">4</a>' in alone


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:8000/policy/whole/", "http://policy.localhost/whole/"])
def test_where_nobody_knows_the_address_no_link_leads_out(page: Path, address: str) -> None:
    alone = standing_alone(page, address)
    assert '<a class="b">2</a>' in alone
    assert '<a href="#here">1</a>' in alone
