"""The glossary: which words of a clause it finds, and that ours has every definition and no word that nobody uses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.clauses import read_policy
from macros.glossary import FILE, Glossary, Term, read_glossary
from macros.problems import Place
from macros.project import load
from macros.settings import load_parameters
from macros.trees.model import Text
from tests.trees.workshop import POLICY, clause

ROOT = Path(__file__).parents[1]


def term(name: str, *words: str, clause: str = "") -> Term:
    """A term of ours, or of a clause."""
    place = Place(FILE)
    return Term(name, tuple(Text(word, place) for word in words), clause, "" if clause else "It means much.", place)


def found(glossary: Glossary, text: str) -> list[tuple[str, str]]:
    """The words that it finds in a text, each with its term."""
    return [(match[0], term.id) for match, term in glossary.find(text)]


SOME = Glossary(
    (
        term("worker", "worker"),
        term("manager", "manager"),
        term("line-manager", "line manager", "line management"),
        term("sns", "SNS"),
        term("x", "X"),
        term("body", "body"),
    )
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A worker, and Workers.", [("worker", "worker"), ("Workers", "worker")]),
        ("The worker's post", [("worker", "worker")]),
        ("Bodies and a body", [("Bodies", "body"), ("body", "body")]),
        ("every line manager", [("line manager", "line-manager")]),
        ("Line\nmanagers and managers", [("Line\nmanagers", "line-manager"), ("managers", "manager")]),
        ("co-workers, reworkers, workerbee, worker-led", []),
        ("SNS or sns", [("SNS", "sns")]),
        ("X, not x or Xavier or TikTokX", [("X", "x")]),
        ("WORKER", []),
    ],
)
def test_words_are_found_whole_in_the_singular_and_the_plural_the_longest_first(
    text: str, words: list[tuple[str, str]]
) -> None:
    assert found(SOME, text) == words


def test_an_empty_glossary_finds_nothing() -> None:
    assert found(Glossary(), "A worker.") == []


def test_a_clause_uses_a_term_once_and_never_the_one_it_defines() -> None:
    glossary = Glossary((term("blog", "blog", clause="2.2"), term("sns", "SNS")))
    made = replace(clause("2.2"), paragraphs=("A blog is a blog.", "SNS are not; SNS are others."))
    assert [term.id for term in glossary.used_in(made)] == ["sns"]
    assert [term.id for term in glossary.used_in(replace(made, number=clause("4.6").number))] == ["blog", "sns"]


def test_a_project_needs_no_glossary(tmp_path: Path) -> None:
    assert read_glossary(tmp_path, POLICY, {}) == (Glossary(), ())


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "a",
        "a: b",
        "a:",
        "1: 2",
        "{",
        "a: {words: {b: c}}",
        "a: {words: []}",
        "a: {words: ['']}",
        "a: {means: [b]}",
        "a: {words: [b], clause: [2.6]}",
        "a: {words: [b], means: '{{ nobody }}'}",
    ],
)
def test_any_file_is_told_and_none_is_a_traceback(text: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    glossary, problems = read_glossary(tmp_path, POLICY, {"nobody": ""})
    list(glossary.find("a b c"))
    assert problems


def test_our_glossary_has_every_definition_and_every_word_of_ours_is_used() -> None:
    policy, _ = read_policy(ROOT, load_parameters(ROOT)[0] | {"reviewed": "x", "next_review": "y"})
    glossary, problems = read_glossary(ROOT, policy, load_parameters(ROOT)[0])
    assert problems == ()
    defined = {clause.number for clause in policy if clause.kind == "definition"}
    assert {term.clause for term in glossary.terms if not term.is_ours} == defined
    assert "dsl" in {term.id for term in glossary.terms if term.is_ours}


def test_the_readings_that_our_meanings_name_are_there() -> None:
    page = (ROOT / "docs/how-we-read-this.md").read_text(encoding="utf-8")
    named = {word.strip(").,") for term in load(ROOT).glossary.terms for word in term.means.split() if word[:1] == "R"}
    assert {"R1", "R8", "R9"} <= named
    assert all(f"{{: #{name.lower()} }}" in page for name in named if name[1:2].isdigit())
