"""Medians, spread and the promised shape of results.json, from visits made up here."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bench.__main__ import results
from bench.figures import figures, quantile
from bench.run import Run, Setting, settings
from bench.server import Sent
from bench.shaping import LOCAL, NETWORKS
from bench.visits import Seen, read

PROMISED = {"answerable_ms", "python_ms", "bytes", "longest_task_ms", "step_p99_ms"}
SEEN = Seen(
    answerable=100,
    intent=200,
    computed=1000,
    bytes=5_000_000,
    runtime_bytes=4_900_000,
    longest_task=60,
    longest_own=5,
    blocking=10,
    steps=(1, 2, 3),
)


def test_the_median_is_not_moved_by_one_bad_visit() -> None:
    found = figures([SEEN, replace(SEEN, computed=1010), replace(SEEN, computed=90_000)])
    assert found["python_ms"] == 1010
    assert found["quartiles"]["python_ms"] == [1000, 90_000]
    assert found["intent_to_python_ms"] == 810


def test_the_answers_of_all_visits_are_taken_together() -> None:
    found = figures([replace(SEEN, steps=tuple(range(1, 51))), replace(SEEN, steps=tuple(range(51, 101)))])
    assert (found["step_median_ms"], found["step_p99_ms"], found["steps"]) == (50, 99, 100)


def test_a_page_without_python_has_no_figure_for_it() -> None:
    found = figures([replace(SEEN, computed=None, intent=None, steps=())])
    assert (found["python_ms"], found["step_p99_ms"], found["answerable_ms"]) == (None, None, 100)


@pytest.mark.parametrize(("part", "value"), [(0.25, 1), (0.5, 2), (0.75, 3), (0.99, 4), (1, 4)])
def test_a_quantile_is_a_value_that_was_seen(part: float, value: float) -> None:
    assert quantile([4, 2, 1, 3], part) == value


def test_the_results_have_the_promised_names_in_the_promised_places() -> None:
    run = Run(7, (*map(Setting, NETWORKS), Setting(LOCAL, 4)))
    names = ("static", "stock", "pyscript", "micropython", "first", "second", "next")
    for setting in run.settings:
        for name in names:
            run.note(setting, name, SEEN)
    found = json.loads(json.dumps(results(run, {})))
    assert {"date", "machine", "rounds", "network"} <= set(found)
    assert found["rounds"] == 7
    assert list(found["network"]) == ["local", "fast-4g", "slow-4g"]
    assert list(found["cpu_4x"]) == ["local"]
    for table in (*found["network"].values(), *found["cpu_4x"].values()):
        assert tuple(table) == names
        assert all(set(figures) >= PROMISED for figures in table.values())
    assert found["network"]["local"]["first"]["python_ms"] == 1000


def test_a_slowed_machine_is_no_line_of_its_own() -> None:
    plain = settings(NETWORKS, slowed=False, steps=500)
    assert [setting.name for setting in plain] == ["local", "fast-4g", "slow-4g"]
    assert [setting.steps for setting in plain] == [500, 100, 100]
    assert [setting.is_home for setting in (*plain, Setting(LOCAL, 4))] == [True, False, False, False]


@pytest.fixture
def told() -> dict[str, object]:
    """What a page might say: it began at a tap, one second after it was loaded."""
    return {
        "origin": 1_000_000.0,
        "began": 1000,
        "answerable": 1100,
        "intent": 1200,
        "computed": 2000,
        "tasks": [[100, 300], [1500, 80], [1900, 60], [9000, 500]],
        "scripts": [
            [1500, 30, "http://here/assets/javascripts/decision-tree.js"],
            [1900, 60, "http://here/assets/javascripts/bundle.a5f9d56c.min.js"],
        ],
    }


def test_only_what_came_before_python_did_is_counted(told: dict[str, object]) -> None:
    log = [
        Sent(1001.5, "/ask/friend-request/", 10),
        Sent(1001.9, "/runtime/1f/python_stdlib.zip", 100),
        Sent(1002.1, "/late.png", 1000),
    ]
    seen = read(told, log, "http://here/", ())
    assert (seen.answerable, seen.intent, seen.computed) == (100, 200, 1000)
    assert (seen.bytes, seen.runtime_bytes) == (110, 100)
    assert (seen.longest_task, seen.blocking) == (80, 40)


def test_a_task_is_ours_only_where_the_script_is(told: dict[str, object]) -> None:
    assert read(told, [], "http://here/", ()).longest_own == 30


def test_a_page_that_gives_up_on_python_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(1, (Setting(LOCAL),))
    run.note(Setting(LOCAL), "static", replace(SEEN, computed=None))
    run.note(Setting(LOCAL), "first", replace(SEEN, computed=None))
    assert run.failed == ["local, first: the page gave up waiting for Python"]
    assert "failed: local, first" in capsys.readouterr().out
