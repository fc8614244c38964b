"""Answers in the part of an address after #: written, read back, and never a date among them."""

from __future__ import annotations

import re

import pytest

from macros.browser.links import read_fragment, write_fragment
from macros.browser.machine import Answer
from macros.trees.paths import Path, every_path
from tests.browser.setting import SINK

TICKS = frozenset({"what"})


@pytest.mark.parametrize("path", list(every_path(SINK)), ids=str)
def test_every_path_comes_back_from_its_address(path: Path) -> None:
    written = write_fragment(path.answers)
    assert read_fragment(f"#{written}", TICKS) == read_fragment(written, TICKS) == path.answers
    assert list(read_fragment(written, TICKS)) == list(path.answers)


@pytest.mark.parametrize("path", list(every_path(SINK)), ids=str)
def test_an_address_needs_no_escapes(path: Path) -> None:
    assert re.fullmatch(r"[a-z0-9=&+-]+", write_fragment(path.answers))


@pytest.mark.parametrize(
    ("answers", "fragment"),
    [
        ({}, ""),
        ({"fit": "no", "private": "nothing"}, "fit=no&private=nothing"),
        ({"what": ("names", "faces")}, "what=names+faces"),
        ({"what": ("names",)}, "what=names"),
        ({"what": ()}, "what=none"),
        ({"what": "not-sure"}, "what=not-sure"),
        ({"what": "any"}, "what=any"),
        ({"link": "none"}, "link=none"),
    ],
)
def test_what_an_address_looks_like(answers: dict[str, Answer], fragment: str) -> None:
    assert write_fragment(answers) == fragment
    assert read_fragment(fragment, TICKS) == answers


@pytest.mark.parametrize("nonsense", ["", "#", "&&", "young", "s1234abcd", "#=", "%%%", "a&b&c"])
def test_an_address_that_makes_no_sense_carries_nothing_that_could_be_asked(nonsense: str) -> None:
    assert {name for name in read_fragment(nonsense, TICKS) if name} == set()
