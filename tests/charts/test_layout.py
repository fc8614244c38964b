"""Graphviz is asked once for all that is new, and never for what it has placed before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros import node
from macros.charts import layout
from macros.charts.layout import ChartProblem, lay_out
from macros.node import NodeFailed
from tests.trees.workshop import ROOT

A, B = "digraph { a -> b }", "digraph { a -> b -> c }"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the npm package and nothing kept."""
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def test_all_charts_are_laid_out_in_one_run_and_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []
    run = node.run

    def counted(script: Path, job: node.Job, *, limit: float) -> object:
        charts = job["charts"]
        assert isinstance(charts, dict)
        runs.append(len(charts))
        return run(script, job, limit=limit)

    monkeypatch.setattr(node, "run", counted)
    first = lay_out(root, [A])
    both = lay_out(root, [A, B])
    assert lay_out(root, [B, A]) == both
    assert both[A] == first[A]
    assert runs == [1, 1]


def test_a_layout_has_a_place_for_everything_from_the_top(root: Path) -> None:
    placed = lay_out(root, [B])[B]
    assert set(placed.middles) == {"a", "b", "c"}
    assert set(placed.curves) == set(placed.tips) == {("a", "b"), ("b", "c")}
    assert 0 < placed.middles["a"][1] < placed.middles["b"][1] < placed.middles["c"][1] < placed.height
    for ends, tip in placed.tips.items():
        assert placed.curves[ends][0][1] < placed.curves[ends][-1][1] < tip[1]


def test_what_was_asked_of_another_graphviz_is_asked_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(root, [A])
    (root / "node_modules").unlink()
    package = root / layout.ENGINE
    (package / "dist").mkdir(parents=True)
    (package / "package.json").write_text('{"version": "0"}', encoding="utf-8")
    monkeypatch.setattr(node, "run", lambda *_, **__: pytest.fail("asked again"))
    with pytest.raises(pytest.fail.Exception, match="asked again"):
        lay_out(root, [A])


def test_a_missing_package_is_told_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(ChartProblem) as raised:
        lay_out(tmp_path, [A])
    assert str(raised.value) == (
        "package.json:1:1: no-graphviz: The charts cannot be drawn: node_modules/@viz-js/viz is missing. "
        'Run "npm ci" (or "make env", which does it).'
    )


def test_no_trees_need_nothing(tmp_path: Path) -> None:
    assert lay_out(tmp_path, []) == {}


def test_what_graphviz_says_is_told(root: Path) -> None:
    with pytest.raises(ChartProblem, match=r"layout.mjs:1:1: node-failed: .*: syntax error in line 1") as raised:
        lay_out(root, [A, "digraph { -> }"])
    assert raised.value.problem.fix.startswith('Run "make env"')
    assert not list((root / ".cache").rglob("*.json"))


def test_a_node_that_fails_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise NodeFailed("was not done after 120 seconds, and was stopped.")

    monkeypatch.setattr(node, "run", failing)
    with pytest.raises(ChartProblem, match="Drawing the charts: this script was not done after 120 seconds"):
        lay_out(root, [A])


def test_the_lock_pins_the_package_that_is_installed() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]["@viz-js/viz"]
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = json.loads((ROOT / layout.ENGINE / "package.json").read_text(encoding="utf-8"))
    assert wanted == lock["node_modules/@viz-js/viz"]["version"] == installed["version"]
