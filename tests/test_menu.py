"""The menu: in which situation each question stands, in the order readers see, and which one stands in none."""

from __future__ import annotations

import pytest

from macros.menu import Menu, read_menu, without_situation
from macros.trees.yaml_reader import read_yaml

GROUPED = """
nav:
  - Home: index.md
  - Ask:
      - ask/index.md
      - ask/alone.md
      - Photos:
          - ask/photo.md
          - Videos: ask/video.md
      - Leaving:
          - ask/leave.md
  - The policy:
      - policy/index.md
"""
FLAT = """
nav:
  - ask/index.md
  - ask/video.md
  - ask/photo.md
"""
TREES = dict.fromkeys(("leave", "alone", "forgotten", "video", "photo"))


def menu(text: str) -> Menu:
    return read_menu(read_yaml("mkdocs.yml", text)[0])


def test_each_question_stands_in_its_situation_and_the_others_come_last() -> None:
    assert menu(GROUPED).grouped(TREES) == {
        "Photos": ("photo", "video"),
        "Leaving": ("leave",),
        "": ("alone", "forgotten"),
    }


def test_a_menu_without_situations_keeps_its_order() -> None:
    assert menu(FLAT).grouped(TREES) == {"": ("video", "photo", "leave", "alone", "forgotten")}
    assert menu("nav:\n").grouped(TREES) == {"": tuple(TREES)}


def test_a_situation_without_questions_is_not_shown() -> None:
    assert menu(GROUPED).grouped({"leave": None}) == {"Leaving": ("leave",)}


def test_every_page_is_known_with_its_line() -> None:
    pages = menu(GROUPED).pages
    assert list(pages) == [
        *("index.md", "ask/index.md", "ask/alone.md", "ask/photo.md", "ask/video.md", "ask/leave.md"),
        "policy/index.md",
    ]
    assert pages["ask/video.md"].line == 9


def test_only_where_there_are_situations_is_a_question_missed_in_them() -> None:
    assert [problem.what for problem in without_situation(menu(GROUPED))] == [
        'The question "alone" stands in no situation.'
    ]
    assert without_situation(menu(FLAT)) == []


@pytest.mark.parametrize("line", ["ask/", "ask/x", "Old: ask/old/"])
def test_a_line_that_is_no_page_is_passed_over(line: str) -> None:
    found = menu(GROUPED.replace("ask/alone.md", line))
    assert list(found.situations) == ["photo", "video", "leave"]
    assert without_situation(found) == []


def test_a_question_in_a_folder_of_its_own_is_told_with_its_line() -> None:
    told = without_situation(menu(GROUPED.replace("ask/alone.md", "ask/old/alone.md")))
    assert [(problem.place.line, problem.what) for problem in told] == [
        (6, 'The question "alone" stands in no situation.')
    ]
