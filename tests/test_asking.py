"""A tree in the terminal: what is typed, what is told, and how it goes on into the next tree."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

import pytest

from macros import asking
from tests.browser.setting import SOURCES, WORDS, fresh

TREES = {name: fresh(name) for name in SOURCES}
TO_ABUSE = ("1", "2", "1", "2")  # ticks, old enough, worked with them lately, "no": handed over

Ask = Callable[..., str]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Type lines, before a person or not, and read what was told, in one line."""

    def type_lines(*typed: str, tree: str = "kitchen-sink", is_person: bool = True, ends: int = 0) -> str:
        lines = iter(typed)

        def read(prompt: str = "") -> str:
            print(prompt)  # noqa: T201 - as input does
            line = next(lines, None)
            if line is None:
                raise EOFError
            return line

        monkeypatch.setattr("builtins.input", read)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: is_person)
        assert asking.ask(TREES, tree, WORDS, date(2026, 11, 22)) == ends
        return " ".join(capsys.readouterr().out.split())

    return type_lines


def test_before_a_person_it_goes_on_into_the_next_tree_with_what_is_carried(ask: Ask) -> None:
    told = ask(*TO_ABUSE)
    assert "policy ask other-tree" in told
    assert "What kind is it?" in told
    assert told.index("policy ask other-tree") < told.index("Ask first. Ask.")
    assert "What kind? 1." not in told  # carried, so not asked


def test_for_a_program_it_stops_at_the_hand_over(ask: Ask) -> None:
    assert "Ask first." not in ask(*TO_ABUSE, is_person=False)


def test_the_end_of_input_stops_in_the_next_tree_too(ask: Ask) -> None:
    TREES["kitchen-sink"].OUTCOMES["abuse"]["knowing"] = {"kind": "abuse"}
    assert "Ask first." not in ask(*TO_ABUSE, ends=1)
    assert "Ask first." in ask(*TO_ABUSE, "none")
