"""The life of a clause: where it appeared, where it changed, and why; also renumbered, renamed, repealed."""

from __future__ import annotations

from typing import Any

from macros.browser.compare.lives import lives

Json = dict[str, Any]


def clause(number: str, name: str, text: str = "Do it.", **more: Any) -> Json:  # noqa: ANN401 - whatever a test needs
    made = {"number": number, "id": name, "section": "1", "heading": "One", "kind": "", "duties": [], "text": [text]}
    return {**made, "written": text, "notes": [], "page": "policy/1/", **more}


def policy(edition: str, *clauses: Json, changes: tuple[Json, ...] = ()) -> Json:
    register = [{"number": edition, "changes": list(changes)}, {"number": "2019-01", "changes": []}]
    return {"edition": {"number": edition}, "editions": register, "clauses": list(clauses)}


def note(what: str, why: str, *clauses: str) -> Json:
    return {"what": what, "why": why, "clauses": list(clauses)}


FIRST = policy("2020-01", clause("1.1", "one"), clause("1.2", "two"))
SECOND = policy(
    "2021-01",
    clause("1.1", "one"),
    clause("1.2", "new", "Say so."),
    clause("1.3", "two", "Do it twice."),
    changes=(note("Twice", "Once was not enough", "1.3"), note("Nothing of this", "", "1.1")),
)
THIRD = policy("2022-01", clause("1.1", "one"), clause("1.2", "new", "Say so."), clause("1.3", "two", kind="repealed"))


def told(name: str, *policies: Json) -> tuple[str, list[tuple[str, tuple[str, ...]]]]:
    life = lives(policies)[name]
    return life.since, [(step.edition, step.change.kinds) for step in life.steps]


def test_a_clause_that_never_changed_has_appeared_and_no_more() -> None:
    assert told("one", FIRST, SECOND, THIRD) == ("2020-01", [])


def test_a_clause_that_came_later_appeared_later() -> None:
    assert told("new", FIRST, SECOND, THIRD) == ("2021-01", [])


def test_each_change_stands_with_its_edition_the_oldest_first() -> None:
    assert told("two", FIRST, SECOND, THIRD) == (
        "2020-01",
        [("2021-01", ("reworded", "renumbered")), ("2022-01", ("repealed",))],
    )


def test_the_reason_is_the_registers_for_that_clause_in_that_edition() -> None:
    steps = lives([FIRST, SECOND, THIRD])["two"].steps
    assert [step.whys for step in steps] == [("Once was not enough",), ()]


def test_without_a_why_what_changed_is_told() -> None:
    second = policy("2021-01", clause("1.1", "one", "Do it now."), changes=(note("Now", "", "1.1"),))
    assert lives([FIRST, second])["one"].steps[0].whys == ("Now",)


def test_a_renamed_clause_keeps_its_life() -> None:
    second = policy("2021-01", clause("1.1", "uno"))
    assert told("uno", FIRST, second) == ("2020-01", [("2021-01", ("renamed",))])


def test_a_single_edition_is_where_all_of_its_clauses_appeared() -> None:
    assert {life.since for life in lives([FIRST]).values()} == {"2020-01"}
