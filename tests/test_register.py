"""The register of editions: what it holds, how its days read, and what the policy's own text shows of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.problems import Problem, faults
from macros.project import load
from macros.register import Edition, Note, in_words, parameters_of, read_register
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped
from macros.words import read_words
from tests.trees.workshop import ROOT, copy_of_ours

MONTHS = read_words(ROOT, {"emergency_note": "", "safeguarding_lead": ""})[0]["months"]
TWO = """
editions:
  2026-03-15:
    adopted: 2026-03-15
    reviewed: 2026-02
    review-due: 2027-02
    in-force: 2026-04-01
    approved-by: board of trustees
    changes:
      - { what: Three years instead of two, why: The review asked for it, clauses: [5.2, 5.10] }
      - what: A definition of podcasts.
  2024-01:
    reviewed: 2024-01
    review-due: 2025-01
"""


def read(text: str) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """A register, as it would stand under ``extra``."""
    value, problems = read_yaml("mkdocs.yml", text)
    assert problems == ()
    assert isinstance(value, Mapped)
    return read_register("mkdocs.yml", value)


def test_an_edition_is_read_with_all_that_is_said_of_it() -> None:
    (newest, first), problems = read(TWO)
    assert problems == ()
    assert (newest.number, newest.approved_by) == ("2026-03-15", "board of trustees")
    assert newest.days == {
        "adopted": "2026-03-15",
        "reviewed": "2026-02",
        "review-due": "2027-02",
        "in-force": "2026-04-01",
    }
    assert newest.changes == (
        Note("Three years instead of two", "The review asked for it", ("5.2", "5.10")),
        Note("A definition of podcasts."),
    )
    assert (first.number, first.days, first.changes) == (
        "2024-01",
        {"reviewed": "2024-01", "review-due": "2025-01"},
        (),
    )


def test_a_policy_without_a_register_has_no_editions() -> None:
    assert read("org_short: Tarner\n") == ((), ())
    assert parameters_of((), MONTHS) == {}


@pytest.mark.parametrize(
    ("change", "to", "code"),
    [
        ("2024-01:\n", "first:\n", "wrong-edition"),
        ("2024-01:\n", "2027-01:\n", "wrong-edition"),
        ("reviewed: 2024-01", "reviewed: 2024", "wrong-edition"),
        ("reviewed: 2024-01", "reviewed: 2024-1", "wrong-edition"),
        ("reviewed: 2024-01", "reviewed: 2024-02-31", "wrong-edition"),
        ("    reviewed: 2024-01\n", "", "missing-key"),
        ("    review-due: 2025-01\n", "", "missing-key"),
        ("approved-by", "aproved-by", "unknown-key"),
        ("approved-by: board of trustees", "approved-by:", "empty-key"),
        ("what: Three", "wat: Three", "unknown-key"),
        ("editions:", "reviewed: January 2024\neditions:", "wrong-edition"),
    ],
)
def test_what_cannot_be_is_told(change: str, to: str, code: str) -> None:
    assert change in TWO
    _, problems = read(TWO.replace(change, to))
    assert [problem.code for problem in problems] == [code]


def test_editions_that_are_no_mapping_are_told() -> None:
    assert [problem.code for problem in read("editions: 2024-01\n")[1]] == ["wrong-edition"]


@pytest.mark.parametrize(
    ("day", "words"),
    [("2024-01", "January 2024"), ("2024-12-05", "5 December 2024"), ("", ""), ("soon", "")],
)
def test_a_day_reads_as_people_say_it(day: str, words: str) -> None:
    assert in_words(day, MONTHS) == words


def test_the_policys_own_text_shows_the_review_dates_of_the_newest_edition(tmp_path: Path) -> None:
    copy_of_ours(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    newer = "  editions:\n    2026-03-15:\n      reviewed: 2026-02\n      review-due: 2027-02-28\n"
    settings.write_text(settings.read_text(encoding="utf-8").replace("  editions:\n", newer), encoding="utf-8")
    project = load(tmp_path)
    assert faults(project.problems) == ()
    assert project.policy["REV-1"].text == "Last reviewed: February 2026."
    assert project.policy["REV-2"].text == "Next review: 28 February 2027."


def test_our_own_register_says_what_our_policy_says() -> None:
    project = load(ROOT)
    assert [edition.number for edition in project.editions] == ["2024-01"]
    assert project.policy["REV-1"].text == "Last reviewed: January 2024."
    assert project.policy["REV-2"].text == "Next review: January 2025."
    assert all(edition.changes for edition in project.editions)
