"""Each problem has a page for writers, and each page says what is true today."""

from __future__ import annotations

import re

from tests import problem_pages
from tests.problem_pages import PAGES, codes, entries, told_by_tests

KEYS = ["what", "why", "do"]


def test_every_code_of_the_source_is_explained_and_nothing_else() -> None:
    assert set(entries()) == set(codes()), "Add it to macros/problem_codes.yml, or take it out there."


def test_every_code_has_an_example_that_a_test_holds_true_or_a_reason_why_not() -> None:
    without = {name for name, entry in entries().items() if "no-example" in entry}
    assert set(entries()) - told_by_tests() == without, "Add a bad file and its message, as the other codes have one."


def test_every_explanation_is_whole_and_short() -> None:
    for name, entry in entries().items():
        assert [*entry][:3] == KEYS, name
        assert all(text.endswith((".", ".”", '".')) for text in entry.values()), name
        assert all(len(text) < 240 for text in entry.values()), name
        assert not re.search(r"[<>]|\{|\[", re.sub("`[^`]*`", "", " ".join(entry.values()))), f"{name}: use `code`"


def test_the_pages_are_as_they_would_be_written_now() -> None:
    due = problem_pages.pages()
    written = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    assert sorted(written) == sorted(due), "Run: make guides"
    assert [name for name, text in due.items() if written[name] != text] == [], "Run: make guides"
