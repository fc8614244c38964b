"""Numbers are what people cite: they are text, and they sort as the policy is printed."""

import pytest

from macros.clauses import Clause, ClauseNumber, Duty, Policy
from macros.problems import Place

PRINTED = ["AIM", "1.1", "1.2", "4.9", "4.10", "4.11", "5.1", "10.1", "REV-1", "REV-2", "REV-10", "A.1", "A.8", "A.10"]


def clause(number: str, kind: str | None = None, forces: tuple[str, ...] = ()) -> Clause:
    place = Place("docs/policy/x.md")
    duties = tuple(Duty(("worker",), (), force, "ask", place) for force in forces)
    return Clause(
        number=ClauseNumber(number),
        id=f"id-{number.lower()}",
        heading="Asking",
        topics=(),
        kind=kind,
        duties=duties,
        see=(),
        paragraphs=("One.", "Two."),
        notes=(),
        page="policy/x.md",
        place=place,
    )


def test_numbers_sort_as_the_policy_is_printed() -> None:
    by_letters = [ClauseNumber(number) for number in sorted(PRINTED)]
    assert by_letters != PRINTED
    assert sorted(by_letters) == PRINTED


def test_clause_4_10_comes_after_4_9() -> None:
    assert ClauseNumber("4.10") > ClauseNumber("4.9")
    assert ClauseNumber("4.10") >= "4.9"
    assert ClauseNumber("4.9") < "4.10"
    assert ClauseNumber("4.9") <= ClauseNumber("4.9")
    assert not ClauseNumber("4.10") <= ClauseNumber("4.9")


def test_a_number_is_text_and_equals_its_text() -> None:
    assert {"4.10": "found", "4.1": "wrong"}[ClauseNumber("4.10")] == "found"


@pytest.mark.parametrize(
    ("number", "is_ours", "section", "step"),
    [("5.21", False, "5", 21), ("AIM", True, "AIM", 1), ("REV-2", True, "REV", 2), ("A.10", True, "A", 10)],
)
def test_a_number_knows_its_section(number: str, is_ours: bool, section: str, step: int) -> None:  # noqa: FBT001
    known = ClauseNumber(number)
    assert (known.is_ours, known.section, known.step) == (is_ours, section, step)


@pytest.mark.parametrize(
    "text", ["5", "5.", "5.02", "05.2", "5.2.1", "5.0", "A.0", "REV1", "aim", "", "5.1234", "\u0665.2"]
)
def test_what_is_no_number_is_not_well_formed_and_sorts_last(text: str) -> None:
    assert not ClauseNumber(text).is_well_formed
    assert ClauseNumber(text) > ClauseNumber("A.10")


def test_a_policy_is_asked_for_its_clauses_by_number() -> None:
    policy = Policy((clause("AIM"), clause("4.2"), clause("4.10"), clause("A.1")))
    assert "4.2" in policy
    assert "4.1" not in policy
    assert policy["4.10"].number == "4.10"
    assert len(policy) == 4
    assert [one.number for one in policy] == list(policy.numbers) == ["AIM", "4.2", "4.10", "A.1"]
    assert {name: len(clauses) for name, clauses in policy.sections.items()} == {"AIM": 1, "4": 2, "A": 1}


def test_the_text_of_a_clause_is_its_paragraphs_in_one_line() -> None:
    assert clause("1.1").text == "One. Two."


@pytest.mark.parametrize(
    ("kind", "forces", "shown"),
    [
        (None, ("should not", "must", "should not"), ("should not", "must")),
        ("statement", ("should",), ("statement", "should")),
        ("definition", (), ("definition",)),
        (None, (), ()),
    ],
)
def test_forces_are_the_kind_and_then_each_force_once(
    kind: str | None, forces: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert clause("1.1", kind, forces).forces == shown
