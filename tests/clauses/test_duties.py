"""Who must do what, as a writer puts it in a heading."""

import pytest

from macros.clauses import Duty
from macros.clauses.duties import read_duties
from macros.clauses.model import FORCES, ROLES
from macros.clauses.piece import Piece
from macros.problems import Place

HERE = Place("docs/policy/5-profiles.md", 3, 40)


def read(text: str) -> tuple[Duty, ...]:
    duties, problems = read_duties(Piece(text, HERE), {"years": "2"})
    assert problems == []
    return duties


def test_a_clause_may_hold_several_duties_each_with_its_place() -> None:
    first, second = read("worker: should not (accept them); worker with line manager: must (talk it over)")
    assert first == Duty(("worker",), (), "should not", "accept them", HERE)
    place = Place("docs/policy/5-profiles.md", 3, 74)
    assert second == Duty(("worker",), ("line manager",), "must", "talk it over", place)


def test_several_people_may_share_a_duty() -> None:
    (duty,) = read("staff,volunteer with line manager , trustee : may only ( wait )")
    assert (duty.roles, duty.alongside) == (("staff", "volunteer"), ("line manager", "trustee"))
    assert (duty.force, duty.action) == ("may only", "wait")


def test_parameters_are_filled_and_marks_taken_away() -> None:
    (duty,) = read("worker: should (wait {{ years }} *whole* years: see [5.2])")
    assert duty.action == "wait 2 whole years: see 5.2"


def test_spaces_within_a_force_or_role_do_not_matter() -> None:
    (duty,) = read("line  manager: should\N{NO-BREAK SPACE}not (wait)")
    assert (duty.roles, duty.force) == (("line manager",), "should not")


@pytest.mark.parametrize("force", FORCES)
def test_every_force_is_known(force: str) -> None:
    assert read(f"worker: {force} (do it)")[0].force == force


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_known_on_either_side(role: str) -> None:
    assert read(f"{role} with {role}: must (do it)")[0].alongside == (role,)


def test_a_duty_at_fault_is_left_out_and_the_others_stay() -> None:
    duties, problems = read_duties(Piece("worker: must (a); nobody: must (b); staff: may (c)", HERE), {})
    assert [duty.action for duty in duties] == ["a", "c"]
    assert [(problem.code, problem.place.column) for problem in problems] == [("unknown-role", 58)]
