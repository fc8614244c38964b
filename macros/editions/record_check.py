"""Holds a record against the edition that it names: the record is made once more there, and the two must be the same.

It shows that these answers lead to this outcome in that edition, in these words. It cannot show who made it, or when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from macros.browser import record, record_page
from macros.browser.compare.editions import Published
from macros.browser.explain import MOST_LOOKS, GaveUpError, none_to_spare
from macros.browser.machine import Answer, known_as, may_be_answered, replay
from macros.browser.record import Occasion
from macros.editions.kept_record import CHANGED, Kept, shown
from macros.editions.published_tree import PublishedTree, PublishedWays
from macros.problems import Problem
from macros.register import DRAFT

Json = Mapping[str, Any]
HTML = re.compile(r'<html lang="(?P<language>[^"]*)"(?: dir="(?P<direction>[^"]*)")?>')
PAGE = "Trust what is told here, and not what the page shows. Or ask for the record as data."
# The published table joins what the page keeps apart, so it may see an answer where the page gave up. Not with so few.
FEW_LOOKS = MOST_LOOKS // 10
DRAFT_WAY = "Go back to the files of that day, and try again. Only an edition stays as it is."


def check_record(kept: Kept, edition: Published, words: Mapping[str, str]) -> tuple[Problem, ...]:
    """All that speaks against a record. ``words`` are today's, for what the edition did not yet publish."""
    if "record" not in (edition.trees or {}):
        what = f"{named(edition.number)} does not tell the words that its records were written with."
        return (Problem(kept.place, "unreadable-edition", what, "Only an edition of a later version can be asked."),)
    words = {**words, **facts_of(edition)["words"]}
    wrong = tuple(differences(kept.data, edition, words))
    if wrong and kept.data["edition"]["number"] == DRAFT and fingerprint(kept.data) != facts_of(edition)["fingerprint"]:
        what = f"The record was made from a draft, and the draft is not as it was then. {wrong[0]}"
        return (Problem(kept.place, "draft-has-changed", what, DRAFT_WAY),)
    if not wrong and kept.page and not is_its_page(kept, words):
        what = "The page shows something else than the data inside it, or another version of this project made it."
        return (Problem(kept.place, "changed-page", what, PAGE),)
    return tuple(Problem(kept.place, "changed-record", what, CHANGED) for what in wrong)


def facts_of(edition: Published) -> Json:
    """What an edition tells for its records."""
    folder = edition.trees or {}
    hashes = {name: told["fingerprint"] for name, told in folder["trees"].items()}
    return {**folder["record"], "number": edition.number, "questions": hashes}


def fingerprint(data: Json) -> str:
    """The hash of the edition that a record names."""
    return str(data["edition"]["fingerprint"])


def differences(data: Json, edition: Published, words: Mapping[str, str]) -> Iterator[str]:
    """Where a record differs from what the edition gives for its answers."""
    name, where = data["question"]["tree"], named(edition.number)
    if name not in (edition.trees or {})["trees"]:
        yield f'{where} has no question "{name}".'
        return
    tree = PublishedTree(name, edition)
    answers = record.answers_in(data)
    if told := next(unfit(tree, answers), ""):
        yield told
        return
    stands = replay(tree, answers)
    if stands.kind == "question":
        yield f'The answers stop at the question "{stands.name}", so there is no outcome yet.'
    elif tree.OUTCOMES[stands.name]["goto"]:
        yield "These answers lead on to another question, and to no outcome."
    else:
        on = Occasion(facts_of(edition), words, date.fromisoformat(data["date"]), data["note"])
        due = record.make(tree, answers, record.decided_in(data), on)
        yield from (
            f'{at} is "{shown(was)}". In {where[0].lower()}{where[1:]} it is "{shown(is_)}".'
            for at, was, is_ in unequal(data, due)
            if at != "edition, fingerprint" or edition.number != DRAFT  # The draft may have changed elsewhere since.
        )
        yield from wrong_reasons(data, tree, stands.name)


def unfit(tree: PublishedTree, answers: Mapping[str, Answer]) -> Iterator[str]:
    """Answers that cannot be answers to this tree."""
    for question, answer in answers.items():
        if question not in tree.QUESTIONS:
            yield f'The question "{question}" is not asked there.'
        elif not may_be_answered(tree, question, answer) or is_twice(answer):
            yield f'The answer "{shown(answer)}" is none that the question "{question}" takes.'


def is_twice(answer: Answer) -> bool:
    """Whether something was ticked twice."""
    return isinstance(answer, tuple) and len(set(answer)) < len(answer)


def unequal(was: Any, is_: Any, at: str = "") -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401 - any JSON
    """Each value of a record that is another than it should be, with where it stands."""
    if isinstance(is_, dict):
        for key, value in is_.items():
            yield from unequal(was[key], value, f"{at}, {key}" if at else key)
    elif isinstance(is_, list) and len(was) == len(is_):
        for number, pair in enumerate(zip(was, is_, strict=True), start=1):
            yield from unequal(*pair, f"{at} {number}")
    elif was != is_:
        yield at, was, is_


def wrong_reasons(data: Json, tree: PublishedTree, outcome: str) -> Iterator[str]:
    """Whether the answers that are said to have decided it did: all of them together, and none that can be spared."""
    decided = record.decided_in(data)
    given = {name: known_as(tree, name, answer) for name, answer in record.answers_in(data).items()}
    if decided is None:
        if can_be_explained(tree, given, outcome):
            yield "It does not say which answers decided it, and in this tree that is always said."
        return
    ways = {name: way for name, way in given.items() if name in decided}
    if ends(tree, ways) != {outcome}:
        yield "The answers that are said to have decided it lead to other outcomes too."
    for name in ways:
        if ends(tree, {other: way for other, way in ways.items() if other != name}) == {outcome}:
            yield f'The answer to "{name}" is said to have decided it, and made no difference.'


def can_be_explained(tree: PublishedTree, given: Mapping[str, str], outcome: str) -> bool:
    """Whether the page that made the record could surely say what decided it: the tree is not too wide for that."""
    try:
        none_to_spare(PublishedWays(tree, FEW_LOOKS), given, outcome)
    except GaveUpError:
        return False
    return True


def ends(tree: PublishedTree, ways: Mapping[str, str]) -> set[str]:
    """Every outcome that can be come to with these answers, whatever the others are."""
    nodes, waiting, seen = tree.told["nodes"], [tree.told["start"]], {tree.told["start"]}
    for at in waiting:
        after = nodes[at].get("ways", {})
        come = {after[ways[nodes[at]["question"]]]} if nodes[at].get("question") in ways else {*after.values()}
        waiting += come - seen
        seen |= come
    return {nodes[at]["outcome"] for at in seen if "outcome" in nodes[at]}


def is_its_page(kept: Kept, words: Mapping[str, str]) -> bool:
    """Whether the page is, letter for letter, the one that is written from the data inside it."""
    found = HTML.search(kept.page)
    language, direction = (found["language"], found["direction"] or "") if found else ("", "")
    return kept.page == record_page.as_page(kept.data, words, language, direction)


def named(number: str) -> str:
    """An edition in a sentence, at its beginning."""
    return "The draft" if number == DRAFT else f"Edition {number}"
