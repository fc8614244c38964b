"""Every path of every tree by the links of its built page, as a reader without scripts goes: read, not in a browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from macros.browser.html_parts import Setting
from macros.browser.machine import ANY, NOT_SURE, Answer, CompiledTree
from macros.pages.ask import PythonAddresses, ask_page
from macros.project import load
from macros.trees.paths import every_path
from tests.trees.workshop import ROOT

PROJECT = load(ROOT)
PYTHON = PythonAddresses("runtime/abc/", "runtime/def/engine.zip")


@dataclass
class Step:
    """One section of a built page: what it asks and where each answer leads, or the verdict and the clauses."""

    asks: str = ""
    ways: dict[str, str] = field(default_factory=dict)
    verdict: str = ""
    clauses: list[str] = field(default_factory=list)
    goto: str = ""


class Page(HTMLParser):
    """The steps of a page by their ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.steps: dict[str, Step] = {}
        self.here = Step()
        self.names_a_clause = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of what a reader can see or follow."""
        held = {name: value or "" for name, value in attrs}
        classes = held.get("class", "").split()
        if tag == "section" and "dt-step" in classes:
            self.here = self.steps[held["id"]] = Step()
        if "dt-option" in classes:
            self.here.ways[held["data-answer"]] = held["href"].removeprefix("#")
        if "dt-goto" in classes:
            self.here.goto = held["href"].split("ask/")[1].split("/")[0]
        if "dt-answer" in classes:
            self.here.verdict = next(name for name in classes if name.startswith("dt-verdict-"))[len("dt-verdict-") :]
        self.here.asks = held.get("data-ask", self.here.asks)
        self.names_a_clause = "dt-clause-name" in classes or (self.names_a_clause and tag == "a")

    def handle_data(self, data: str) -> None:
        """The number of a clause stands before its heading."""
        if self.names_a_clause and data.strip():
            self.here.clauses.append(data.split(maxsplit=1)[0])
            self.names_a_clause = False


def given(answer: Answer) -> str:
    """An answer as the built page offers it: of a tick list none, or some."""
    return answer if isinstance(answer, str) else (ANY if answer else "none")


def follow(steps: Mapping[str, Step], first: str, answers: Mapping[str, Answer]) -> Step:
    """Tap one answer after another."""
    step = steps[first]
    for question, answer in answers.items():
        assert step.asks == question
        step = steps[step.ways[given(answer)]]
    return step


@pytest.mark.parametrize("name", PROJECT.trees)
def test_every_path_ends_as_promised(name: str) -> None:
    tree: CompiledTree = PROJECT.compiled[name]
    steps = Page(ask_page(tree, Setting(PROJECT.words), PYTHON)).steps
    first = list(steps)[-1]
    paths = list(every_path(tree))
    for path in paths:
        step = follow(steps, first, path.answers)
        assert (step.verdict, tuple(step.clauses)) == (path.verdict, path.clauses)
        assert step.goto == (path.outcome if path.verdict == "goto" else "")
    assert all(NOT_SURE in step.ways for step in steps.values() if step.ways)
    assert {path.verdict for path in paths} == {step.verdict for step in steps.values() if step.verdict}
