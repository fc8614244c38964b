"""What would change an outcome, in words: the same ones wherever they are read."""

from __future__ import annotations

import json
from pathlib import Path as File

import pytest

from macros import asking
from macros.browser import explain, machine
from macros.browser.explain import Change
from macros.browser.reasons import change_in_words, would_change
from macros.browser.worker import handle
from macros.pages.ask import PythonAddresses, ask_page
from macros.pages.steps import built_steps
from macros.pages.why import every_way, whys
from macros.project import load
from macros.trees.paths import every_path
from tests.browser.setting import SETTING, WORDS, Drawn

PROJECT = load(File(__file__).parents[2])
TREES = PROJECT.compiled


@pytest.mark.parametrize(
    ("change", "verdict", "words"),
    [
        (Change("Get permission first", "yes"), "no", "Get permission first. Then the answer would be: Yes."),
        (
            Change("Get permission first", "yes-if"),
            "ask",
            "Get permission first. Then the answer would be: Yes, with conditions.",
        ),
        (Change("Get permission first", "ask"), "no", "Get permission first. Then the answer would be: Ask first."),
        (Change("Get permission first"), "no", "Get permission first. Then there would be more to answer."),
        (Change(unsure=True), "ask", "Find out what you are not sure of, and answer again."),
        (Change(), "no", "Nothing that you can change."),
        (Change(), "ask", "Nothing that you can change alone. Ask first."),
    ],
)
def test_each_change_has_its_sentence(change: Change, verdict: str, words: str) -> None:
    assert change_in_words(change, verdict, WORDS) == words
    assert Drawn(would_change(change, verdict, SETTING)).text == f"What would change it: {words}"


def test_no_change_is_no_paragraph() -> None:
    assert would_change(None, "yes", SETTING) == ""


@pytest.fixture
def _engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.browser.worker.load", TREES.__getitem__)
    monkeypatch.setattr("macros.browser.worker.words", lambda: PROJECT.words)


@pytest.mark.usefixtures("_engine")
@pytest.mark.parametrize("name", TREES)
def test_the_live_page_and_the_terminal_say_the_same_on_every_path(name: str) -> None:
    tree = TREES[name]
    for path in every_path(tree):
        message = {"type": "step", "tree": name, "today": "2026-11-22", "answers": dict(path.answers)}
        html = Drawn(json.loads(handle(json.dumps(message)))["html"]).text
        told = " ".join(asking.outcome(tree, machine.replay(tree, path.answers), PROJECT.words, {}).split())
        change = explain.nearest_change(tree, path.answers)
        said = change_in_words(change, path.verdict, PROJECT.words) if change else ""
        for text in (html, told):
            assert ("What would change it:" in text) is bool(change)
            assert said in text
            assert ("What decided it" in text) is (path.verdict != "goto")


@pytest.mark.parametrize("name", TREES)
def test_the_built_page_says_why_only_where_it_is_so_on_every_way(name: str) -> None:
    tree = TREES[name]
    steps = {step.id: step for step in built_steps(tree)}
    found = whys(tree, steps)
    ways = list(every_way(steps))
    assert {end for end, _ in ways} == set(found)
    for end in found:
        here = [answers for other, answers in ways if other == end]
        decided = [{name: one[name] for name in explain.decided_by(tree, one) or ()} for one in here]
        is_one = tree.OUTCOMES[steps[end].step.name]["verdict"] != "goto" and all(one == decided[0] for one in decided)
        assert found[end].decided == (decided[0] if is_one else {})
        changes = {explain.nearest_change(tree, one) for one in here}
        assert found[end].change == (changes.pop() if len(changes) == 1 else None)


def test_the_built_page_shows_them() -> None:
    page = ask_page(TREES["set-up-page"], SETTING, PythonAddresses("", ""))
    assert "<strong>What would change it:</strong> Have a risk assessment done." in page
    assert page.count("What decided it") >= 10
    assert "data-change" not in page
