"""Each page's policy: right hashes, of the theme's own scripts only, the same in every page."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from macros.hosting.content_policy import WRITTEN, hash_of, secure, written_hashes
from macros.hosting.markup import read_page
from macros.hosting.trusted import Trusted
from tests.hosting.workshop import CHARSET, OWN_SCRIPT, publish, theme


def policy_in(page: Path) -> str:
    """What the page says of itself, right behind its charset."""
    match = WRITTEN.search(page.read_text(encoding="utf-8"))
    assert match
    assert page.read_text(encoding="utf-8")[: match.start()].endswith(CHARSET)
    return match[1]


def secured(root: Path) -> None:
    """Nothing stood in the way."""
    assert secure(root / "site", [theme(root)], root) == ()


def test_a_hash_is_as_browsers_count_it() -> None:
    # Worked out by hand: printf "alert('Hello, world.');" | openssl dgst -sha256 -binary | base64
    assert hash_of("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_every_page_has_the_hashes_of_all_pages(tmp_path: Path) -> None:
    one, two = publish(tmp_path, "one", "Words."), publish(tmp_path, "deep/two", "Words.")
    two.write_text(two.read_text(encoding="utf-8").replace('"..', '"../..'), encoding="utf-8")
    secured(tmp_path)
    assert policy_in(one) == policy_in(two)
    scripts = [OWN_SCRIPT.replace("{{ base_url }}", base) for base in ("..", "../..")]
    assert set(re.findall(r"'sha256-[^']+'", policy_in(one))) == {hash_of(script) for script in scripts}


def test_another_script_has_another_hash(tmp_path: Path) -> None:
    page = publish(tmp_path, "one", "Words.")
    secured(tmp_path)
    before = policy_in(page)
    page.write_text(page.read_text(encoding="utf-8").replace('"..', '"../other'), encoding="utf-8")
    assert secure(tmp_path / "site", [tmp_path / "theme"], tmp_path) == ()
    assert policy_in(page) != before
    assert page.read_text(encoding="utf-8").count("Content-Security-Policy") == 1


def test_lines_that_end_in_two_signs_are_hashed_as_a_browser_reads_them(tmp_path: Path) -> None:
    page = publish(tmp_path, "one", "Words.")
    (template,) = theme(tmp_path).rglob("*.html")
    for path in (template, page):
        text = path.read_bytes().replace(b"at = ", b"at =\n  ").replace(b"\n", b"\r\n")
        path.write_bytes(text)
    assert secure(tmp_path / "site", [tmp_path / "theme"], tmp_path) == ()
    assert hash_of('at =\n  new URL("..", location)') in policy_in(page)
    assert b"\r\n    <script>" in page.read_bytes()


def test_the_policy_is_not_lost_in_a_comment(tmp_path: Path) -> None:
    page = publish(tmp_path, "one", "Words.")
    page.write_text(f"<!-- {CHARSET} -->\n{page.read_text(encoding='utf-8')}", encoding="utf-8")
    secured(tmp_path)
    secured_again = read_page(page.read_text(encoding="utf-8"))
    assert [one.name for one in secured_again].count("meta") == 2


@pytest.mark.parametrize(
    ("tag", "is_inline"),
    [
        ("<script>", True),
        ('<script type="module">', True),
        ('<script type="Text/JavaScript">', True),
        ('<script type="importmap">', True),
        ("<style>", True),
        ("<svg><style>", True),
        ('<script type="application/json">', False),
        ('<script type="application/ld+json">', False),
        ('<script src="own.js">', False),
    ],
)
def test_only_what_runs_or_styles_is_inline(tag: str, *, is_inline: bool) -> None:
    (element,) = (
        one
        for one in read_page(f"<p>{tag}a < b && '</p>'</script></style>")
        if one.name in tag and one.name in ("script", "style")
    )
    assert element.is_inline == is_inline


def test_a_block_of_data_needs_no_hash(tmp_path: Path) -> None:
    page = publish(tmp_path, "one", '<script type="application/json">{"a": 1}</script>')
    secured(tmp_path)
    assert policy_in(page).count("sha256-") == 1
    assert '<script type="application/json">{"a": 1}</script>' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "is_trusted"),
    [
        ('at = new URL("../..", location)', True),
        ('at = new URL(".", location)', True),
        ('at = new URL("x", alert(1), "", location)', False),
        ('at = new URL("x"+alert`1`+"", location)', False),
        ('at = new URL("..", location); alert(1)', False),
        ("", False),
        ("alert(1)", False),
    ],
)
def test_a_script_is_trusted_only_as_a_template_has_it(text: str, tmp_path: Path, *, is_trusted: bool) -> None:
    (script,) = read_page(f"<script>{text}</script>")
    assert (script in Trusted([theme(tmp_path)])) == is_trusted


def test_the_policy_says_nothing_that_lets_a_stranger_in(tmp_path: Path) -> None:
    page = publish(tmp_path, "one", "Words.")
    secured(tmp_path)
    policy = policy_in(page)
    for loose in ("unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "http", "*", "data:", "blob:", "trusted-types"):
        assert loose not in policy
    for needed in ("default-src 'self'", "'wasm-unsafe-eval'", "object-src 'none'", "base-uri 'none'"):
        assert needed in policy


def test_hashes_of_an_older_edition_are_read_from_its_pages(tmp_path: Path) -> None:
    publish(tmp_path, "one", "Words.")
    secured(tmp_path)
    digest = hashlib.sha256(OWN_SCRIPT.replace("{{ base_url }}", "..").encode()).digest()
    found = written_hashes(tmp_path / "site")
    assert (found.scripts, found.styles) == ((f"'sha256-{base64.b64encode(digest).decode()}'",), ())
