"""Who has which duty: small policies, each about one way to come by a duty, or not to."""

from __future__ import annotations

from macros.clauses.duty_lists import CountsAs, duties_of, grouped, roles_with_lists, takes_part
from macros.clauses.model import FORCES, Clause, ClauseNumber, Duty, Note, Policy
from macros.problems import Place

PLACE = Place("docs/policy/1.md")
COUNTING = {"volunteer": CountsAs("worker", "R1"), "youth worker": CountsAs("worker")}


def policy(*duties: tuple[str, str, str], note: str = "") -> Policy:
    """A clause for each (who, alongside, force), numbered from 1.1."""
    notes = (Note(note, PLACE),) if note else ()
    return Policy(
        tuple(
            Clause(
                ClauseNumber(f"1.{step}"), f"c{step}", f"Clause {step}", (), None,
                (Duty(tuple(who.split(",")), tuple(filter(None, alongside.split(","))), force, "do it", PLACE),),
                (), ("Text.",), notes, "policy/1.md", PLACE,
            )
            for step, (who, alongside, force) in enumerate(duties, start=1)
        )
    )  # fmt: skip


def numbers(owed: tuple[object, ...]) -> list[str]:
    return [str(one.clause.number) for one in owed]  # type: ignore[attr-defined]


def test_a_duty_is_on_the_list_of_each_role_that_it_names() -> None:
    shared = policy(("worker,organisation", "", "must"))
    assert [numbers(duties_of(shared, role, {})) for role in ("worker", "organisation", "staff")] == [
        ["1.1"],
        ["1.1"],
        [],
    ]


def test_who_takes_part_has_no_duty_and_is_told_so_apart() -> None:
    one = policy(("worker", "line manager", "must"))
    assert duties_of(one, "line manager", {}) == ()
    assert numbers(takes_part(one, "line manager", {})) == ["1.1"]
    assert roles_with_lists(one, {}) == ("worker", "line manager")


def test_what_is_for_everyone_is_on_every_list_but_not_where_nobody_is_named() -> None:
    mixed = policy(("everyone", "", "must"), ("nobody named", "", "should"))
    assert [(one.by, one.reading) for one in duties_of(mixed, "parent or carer", {})] == [("everyone", "")]
    assert numbers(duties_of(mixed, "nobody named", {})) == ["1.2"]
    assert len(roles_with_lists(mixed, {})) == 20


def test_a_role_that_counts_as_another_has_its_duties_with_the_reason() -> None:
    both = policy(("worker", "", "must"), ("staff", "", "must"), ("volunteer,worker", "", "must"))
    owed = duties_of(both, "volunteer", COUNTING)
    assert [(str(one.clause.number), one.by, one.reading) for one in owed] == [("1.1", "worker", "R1"), ("1.3", "", "")]
    assert [one.by for one in duties_of(both, "youth worker", COUNTING)] == ["worker", "worker"]
    assert numbers(duties_of(both, "volunteer", {})) == ["1.3"], "without the reading only what names it"


def test_counting_goes_one_way_and_one_step() -> None:
    one = policy(("volunteer", "", "must"))
    assert duties_of(one, "worker", COUNTING) == ()
    chain = {"volunteer": CountsAs("worker", "R1"), "youth worker": CountsAs("volunteer")}
    assert duties_of(policy(("worker", "", "must")), "youth worker", chain) == ()


def test_groups_keep_every_force_and_their_order() -> None:
    every = policy(*(("worker", "", force) for force in reversed(FORCES)))
    groups = grouped(duties_of(every, "worker", {}))
    assert [name for name, _ in groups] == [
        "must", "must not", "should", "should not", "may only", "may", "encouraged", "instruction",
    ]  # fmt: skip
    assert sum(len(ones) for _, ones in groups) == len(FORCES)
    assert dict(groups)["should not"][0].duty.force == "should not"


def test_the_readings_are_those_of_the_notes_but_for_the_one_that_is_marked_already() -> None:
    noted = policy(("worker", "", "must"), note="See how we read this: R1 and R9. R9 again, and R2D2.")
    assert [one.readings for one in duties_of(noted, "volunteer", COUNTING)] == [("R9",)]
    assert [one.readings for one in duties_of(noted, "worker", COUNTING)] == [("R1", "R9")]
