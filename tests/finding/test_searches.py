"""Everyday searches find what they should among the first three; numbers, words of force and endings are told apart."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from tests.finding.search import HERE, Result, our_index, ours, searches

CASES = [
    re.fullmatch(r"(.+) (->|=) (\S+)", line)
    for line in (HERE / "everyday_searches.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
ENOUGH = 40


@cache
def found(query: str) -> list[Result]:
    (results,) = searches(our_index(), [query])
    return results


@cache
def everyday() -> list[list[Result]]:
    """All of them in one run of Node."""
    return searches(our_index(), [case[1] for case in CASES if case])


def titles(query: str) -> list[str]:
    return [" ".join(filter(None, (one.get("number"), one["title"]))) for one in found(query)]


def test_there_are_enough_and_each_can_be_read() -> None:
    assert None not in CASES
    assert len(CASES) >= ENOUGH
    known = {one.at for one in ours().findable}
    assert [case[3] for case in CASES if case and case[3] not in known] == []


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case[1] if case else "" for case in CASES])
def test_an_everyday_search_finds_it_among_the_first_three(number: int) -> None:
    case = CASES[number]
    assert case
    first = [one["at"] for one in everyday()[number]]
    assert case[3] in (first[:1] if case[2] == "=" else first[:3]), first[:5]


def test_every_whole_number_comes_first_and_no_other_clause_shares_it() -> None:
    numbers = [str(clause.number) for clause in ours().policy]
    results = searches(our_index(), numbers)
    assert [one[0]["number"] for one in results] == numbers
    assert all(one[0]["isWhole"] and not any(other["isWhole"] for other in one[1:]) for one in results)


@pytest.mark.parametrize("number", ["5.1", "5.2", "4.1"])
def test_a_number_finds_the_questions_that_rest_on_it_and_not_on_one_that_begins_so(number: str) -> None:
    resting = {f"ask/{name}/" for name, tree in ours().trees.items() if number in map(str, tree.rests_on)}
    assert {one["at"] for one in found(number) if one["kind"] == "question"} == resting


def test_every_question_is_found_first_by_its_title() -> None:
    trees = ours().trees
    results = searches(our_index(), [tree.title for tree in trees.values()])
    assert [one[0]["at"] for one in results] == [f"ask/{name}/" for name in trees]


@pytest.mark.parametrize("force", ["must", "should", "must not", "should not", "may only"])
def test_a_word_of_force_finds_clauses_that_have_it(force: str) -> None:
    clauses = [one for one in found(force) if one["kind"] == "clause"][:3]
    assert len(clauses) == 3
    policy = ours().policy
    assert [one["number"] for one in clauses if force not in policy[one["number"]].forces] == []


@pytest.mark.parametrize(
    ("one", "other"), [("worker", "workers"), ("photo", "photos"), ("message", "messaging"), ("bullying", "bullied")]
)
def test_endings_make_no_difference(one: str, other: str) -> None:
    assert found(one)
    assert titles(one)[:3] == titles(other)[:3]


@pytest.mark.parametrize(
    ("slip", "meant"), [("freind", "friend"), ("assesment", "assessment"), ("supervison", "supervision")]
)
def test_a_small_slip_makes_no_difference(slip: str, meant: str) -> None:
    assert found(meant)
    assert titles(slip)[0] == titles(meant)[0]


def test_a_word_that_is_being_typed_is_found() -> None:
    assert titles("safegu")[:3] == titles("safeguarding")[:3]


def test_what_stands_nowhere_finds_nothing_and_so_does_no_word() -> None:
    assert [found(query) for query in ("zzzzzz", "5.99", "?!", " ")] == [[], [], [], []]


def test_a_search_of_small_words_alone_still_finds_something() -> None:
    assert found("what can i do")


def test_an_excerpt_is_a_sentence_of_the_clause_with_the_words_marked() -> None:
    photos = next(one for one in found("photos") if one.get("number") == "4.7")
    assert "".join(photos["excerpt"]) in ours().policy["4.7"].text
    assert photos["excerpt"][1] == "Photos"
    # The second sentence, where that is the one.
    earlier = next(one for one in found("relationship before") if one.get("number") == "5.2")
    assert "".join(earlier["excerpt"]).startswith("A relationship that began")


def test_a_readers_word_marks_the_policys_word_for_it() -> None:
    photos = next(one for one in found("selfie") if one.get("number") == "4.7")
    assert "Photos" in photos["excerpt"][1::2]


def test_no_excerpt_is_a_row_of_a_table_or_a_heading() -> None:
    shown = [one.shown for one in ours().findable if one.kind == "page"]
    assert shown
    assert [line for line in shown if "|" in line or "#" in line or "{" in line] == []


def index(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - as in the file
    """An index of two documents."""
    documents = [
        {
            "kind": "clause",
            "number": "1.1",
            "title": "Bilder",
            "at": "a/#b",
            "text": "Fragt vorher. Dann <b>postet</b>.",
        },
        {"kind": "page", "title": "Über uns", "at": "c/", "text": "Wer wir sind.", "shown": "Wer wir sind."},
    ]
    return {**our_index("de"), "alike": {}, "ignore": [], "documents": documents, **changes}


def test_another_language_keeps_its_endings_and_its_letters() -> None:
    assert our_index("de")["stems"] is False
    results = searches(index(), ["über", "Bilder", "bild", "postet"])
    assert [[one["at"] for one in each] for each in results] == [["c/"], ["a/#b"], ["a/#b"], ["a/#b"]]


def test_a_text_is_never_read_as_marks_of_a_page() -> None:
    (results,) = searches(index(), ["postet"])
    assert results[0]["excerpt"] == ["Dann <b>", "postet", "</b>."]


def test_the_file_has_what_the_page_needs_and_no_more() -> None:
    whole = our_index()
    assert {"none", "help", "one", "many", "best", "question", "clause", "definition", "page"} <= whole["words"].keys()
    assert [one["at"] for one in whole["help"]][-2:] == ["ask/", "policy/"]
    assert len(json.dumps(whole)) < 100_000
