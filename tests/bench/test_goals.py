"""Each goal is reached or not by its own figure, and is never called reached without one."""

from __future__ import annotations

from typing import Any

import pytest

from bench.goals import Goal, goals
from bench.report import BEGIN, END, caption, into_readme, readme_table, report, written

STATIC = {"answerable_ms": 100, "python_ms": None, "bytes": 90_000, "longest_task_ms": 0, "step_p99_ms": 3}
STOCK = {"answerable_ms": 4000, "python_ms": 4000, "bytes": 6_400_000, "longest_task_ms": 3000, "step_p99_ms": 9}
FIRST = {
    "answerable_ms": 105,
    "python_ms": 1000,
    "bytes": 5_200_000,
    "longest_task_ms": 70,
    "step_p99_ms": 8,
    "longest_own_task_ms": 12,
    "runtime_bytes": 5_100_000,
}
SECOND = {**FIRST, "python_ms": 700, "bytes": 0, "runtime_bytes": 0}
NEXT = {**FIRST, "python_ms": 60, "bytes": 20_000, "runtime_bytes": 0}
TABLE: dict[str, Any] = {"static": STATIC, "stock": STOCK, "first": FIRST, "second": SECOND, "next": NEXT}
HEAP = {"minimum": 100, "first": 105, "first_1000_answers": 105, "first_50_pages": 105}


def results(table: dict[str, Any] | None = None, slowed: dict[str, Any] | None = None, **checks: object) -> Any:  # noqa: ANN401
    checked = {"without_intent_bytes": 0, "own_assets": {"a.js": 9000, "b.css": 5000}, "heap": HEAP, **checks}
    return {
        "date": "2026-11-28T12:00:00+00:00",
        "machine": "2 cores",
        "rounds": 7,
        "network": {"local": table or TABLE},
        "cpu_4x": {"local": slowed or {**TABLE, "first": {**FIRST, "step_p99_ms": 30}}},
        "checks": checked,
    }


def not_reached(found: Any) -> list[str]:  # noqa: ANN401
    return [goal.words for goal in goals(found) if not goal.reached]


def test_a_good_run_reaches_every_goal() -> None:
    assert not_reached(results()) == []
    assert {goal.words[0] for goal in goals(results())} == set("123456")


@pytest.mark.parametrize(
    ("who", "what", "value", "words"),
    [
        ("first", "answerable_ms", 111, "1. First question within 1.1x"),
        ("first", "python_ms", 1340, "2. Python on a first visit"),
        ("second", "python_ms", 801, "2. Python on a second visit"),
        ("next", "runtime_bytes", 1, "2. The next page starts no Python"),
        ("first", "bytes", 5_300_000, "3. Bytes to a Python answer"),
        ("second", "bytes", 1, "3. No byte on a second visit"),
        ("next", "longest_own_task_ms", 51, "4. No task of ours"),
        ("first", "step_p99_ms", 17, "5. 99 of 100 answers"),
    ],
)
def test_one_figure_too_high_misses_one_goal(who: str, what: str, value: float, words: str) -> None:
    missed = not_reached(results({**TABLE, who: {**TABLE[who], what: value}}))
    assert len(missed) == 1
    assert missed[0].startswith(words)


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        ({"without_intent_bytes": 1}, "1. No byte"),
        ({"own_assets": {"a.js": 15_001}}, "1. Our own scripts"),
        ({"heap": {**HEAP, "first": 111}}, "6. Python's memory within"),
        ({"heap": {**HEAP, "first_50_pages": 106}}, "6. Flat"),
    ],
)
def test_one_check_that_fails_misses_one_goal(checks: dict[str, Any], words: str) -> None:
    missed = not_reached(results(**checks))
    assert len(missed) == 1
    assert missed[0].startswith(words)


def test_what_was_not_measured_is_not_reached() -> None:
    found: dict[str, Any] = {"network": {"local": {}}, "checks": {}}
    assert [goal.reached for goal in goals(found)] == [None] * len(goals(found))
    assert str(Goal("Fast", "", None)) == "Fast: not measured"


def test_the_slowed_machine_has_a_limit_of_its_own() -> None:
    slow = {**TABLE, "first": {**FIRST, "step_p99_ms": 51}}
    assert not_reached(results(slowed=slow)) == ["5. 99 of 100 answers lead on within 50 ms (local, 4x slower)"]


def test_the_report_has_every_table_and_every_goal() -> None:
    words = report(results())
    assert words.count("| **this site, first visit** |") == 2
    assert "- 2. Python on a first visit 3x sooner than stock (local): reached, 4.0x" in words
    assert "CPython's library" in words


def test_the_readme_gets_the_table_between_its_lines(tmp_path: Any) -> None:  # noqa: ANN401
    readme = tmp_path / "README.md"
    readme.write_text(f"Before\n{BEGIN}\nold\n{END}\nAfter\n", encoding="utf-8")
    into_readme(readme, results())
    into_readme(readme, results())
    text = readme.read_text(encoding="utf-8")
    assert text == f"Before\n{BEGIN}\n{readme_table(results())}\n{END}\nAfter\n"
    assert caption(results()).replace(" (quartiles in brackets)", "") in text
    readme.write_text("no lines", encoding="utf-8")
    with pytest.raises(ValueError, match="has lost the lines"):
        into_readme(readme, results())


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [(None, "ms", "none"), (4.25, "ms", "4.25 ms"), (1234, "ms", "1.2 s"), (5336044, "bytes", "5,336,044")],
)
def test_figures_read_as_people_write_them(value: float | None, kind: str, words: str) -> None:
    assert written(value, kind) == words


def test_a_busy_machine_is_owned_up_to() -> None:
    assert "busy" not in caption({**results(), "load": 0.4})
    assert "(load 12.5): trust the bytes" in readme_table({**results(), "load": 12.5})


def test_no_long_task_is_said_so() -> None:
    assert written(0, "task") == "under 50 ms"
