"""policy verify-record: what somebody who was handed a record is told, and what a program gets."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.browser import record_page
from macros.browser.compare.editions import Published
from macros.browser.machine import Answer
from macros.cli import main
from macros.commands.recording import what_now
from macros.editions.record_now import answers_now
from macros.editions.sides import find_side
from macros.history import project_at
from macros.project import Project, load
from macros.trees.paths import every_path
from tests.browser.records import record_of
from tests.editions.amended import FIRST, SECOND, both_editions, put

Json = Any


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions of our policy under git. No test changes it."""
    return both_editions(tmp_path_factory.mktemp("two"))


@pytest.fixture
def here(two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, and we stand in it."""
    root = tmp_path / "here"
    shutil.copytree(two, root, symlinks=True)
    monkeypatch.chdir(root)
    return root


@pytest.fixture(scope="module")
def first(two: Path) -> Project:
    """The first edition."""
    project = project_at(two, FIRST)
    assert isinstance(project, Project)
    return project


def hand_in(data: Json, file: str = "record.json") -> int:
    """Write a record and ask the command about it."""
    Path(file).write_text(json.dumps(data), encoding="utf-8")
    return main(["verify-record", file])


def end_of(project: Project, tree: str, outcome: str) -> dict[str, Answer]:
    """The answers of one way to an outcome."""
    return dict(next(path.answers for path in every_path(project.compiled[tree]) if path.end == outcome))


@pytest.mark.usefixtures("here")
def test_a_record_of_the_first_edition_agrees_and_the_answer_is_another_now(
    first: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = end_of(first, "set-up-page", "get-email")
    assert hand_in(record_of(first, "set-up-page", answers, FIRST)) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.splitlines() == [
        "The record agrees with edition 2024-01: there these answers lead to this outcome, in these words.",
        "",
        "  Can I set up a page, profile or group for my work?",
        "  Ask first",
        "  2026-11-28",
        "",
        "It does not show who made the record, or when, or that the answers were true. Nobody checks the note.",
        "",
        "In the current edition, 2026-12, these answers lead to another outcome: Yes, if, and no longer Ask first.",
    ]


@pytest.mark.usefixtures("here")
def test_an_answer_that_stayed_is_told_to_have_stayed(first: Project, capsys: pytest.CaptureFixture[str]) -> None:
    answers = end_of(first, "post-photo-video", next(iter(first.compiled["post-photo-video"].OUTCOMES)))
    assert hand_in(record_of(first, "post-photo-video", answers, FIRST)) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "In the current edition, 2026-12, these answers lead to the same outcome."


@pytest.mark.usefixtures("here")
def test_a_limit_that_moved_is_told_as_what_the_record_does_not_hold(
    first: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """More than two years ago was one range. Now it may lie on either side of three years."""
    answers = {"request": "personal", "identity": "adult", "link": "earlier", "years": "earlier"}
    assert hand_in(record_of(first, "friend-request", answers, FIRST)) == 0
    lines = capsys.readouterr().out.splitlines()[-2:]
    begin = "In the current edition, 2026-12, these answers do not decide it: "
    assert lines[0] in {f"{begin}No, or Ask first. It depends on:", f"{begin}Ask first, or No. It depends on:"}
    assert lines[1].startswith("  When did you last work with them")


@pytest.mark.usefixtures("here")
def test_other_words_alone_are_told_as_such(first: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A question came in, and each of its answers leads to the same verdict as before."""
    assert hand_in(record_of(first, "share-login", {"account": "work", "asker": "dsl"}, FIRST)) == 0
    told = (
        "In the current edition, 2026-12, these answers lead to the same verdict, in other words or by other clauses."
    )
    assert capsys.readouterr().out.splitlines()[-1] == told


def test_an_edition_that_is_not_yet_in_force_is_not_the_current_one(
    here: Path, first: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    put(here / "mkdocs.yml", "    2026-12:\n", "    2026-12:\n      in-force: 2999-01\n")
    made = record_of(first, "set-up-page", end_of(first, "set-up-page", "get-email"), FIRST)
    assert hand_in(made) == 0
    told = "In the current edition, 2024-01, these answers lead to the same outcome."
    assert capsys.readouterr().out.splitlines()[-1] == told


def test_a_record_of_the_draft_is_held_against_the_working_copy(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = record_of(load(here), "set-up-page", end_of(load(here), "set-up-page", "get-email"))
    assert hand_in(made) == 0
    assert capsys.readouterr().out.startswith("The record agrees with the draft: ")
    # Elsewhere the draft may change.
    put(here / "docs/policy/1-statement.md", "a big part", "a large part")
    assert hand_in(made) == 0
    capsys.readouterr()
    put(here / "decision_trees/set-up-page.yml", "title: Can I set up", "title: May I set up")
    assert hand_in(made) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(
        "record.json:1:1: draft-has-changed: The record was made from a draft, and the draft is not as it was then. "
    )


@pytest.mark.usefixtures("here")
def test_a_tampered_record_is_refused(first: Project, capsys: pytest.CaptureFixture[str]) -> None:
    made = record_of(first, "set-up-page", end_of(first, "set-up-page", "get-email"), FIRST)
    made["outcome"]["verdict"] = "yes"
    assert hand_in(made) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        'record.json:1:1: changed-record: outcome, verdict is "yes". In edition 2024-01 it is "ask". '
        "Do not trust this file. Ask for the record as it was saved.\n"
    )


@pytest.mark.usefixtures("here")
def test_a_record_cannot_pass_as_one_of_another_edition(first: Project, capsys: pytest.CaptureFixture[str]) -> None:
    made = record_of(first, "set-up-page", end_of(first, "set-up-page", "get-email"), FIRST)
    assert hand_in({**made, "edition": {**made["edition"], "number": SECOND}}) == 1
    assert "In edition 2026-12 it is" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("number", ["2023-01", "main", "HEAD", "--help"])
def test_an_edition_that_is_not_there_is_told(number: str, first: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A branch or a commit is none, whatever git knows by that name."""
    made = record_of(first, "set-up-page", end_of(first, "set-up-page", "get-email"), FIRST)
    made["edition"]["number"] = number
    assert hand_in(made) == 1
    told = capsys.readouterr().err
    assert ("unknown-edition: " if number == "2023-01" else "edition, number is not written as in a record") in told


@pytest.mark.usefixtures("here")
def test_a_page_is_held_against_the_data_inside_it(first: Project, capsys: pytest.CaptureFixture[str]) -> None:
    made = record_of(first, "set-up-page", end_of(first, "set-up-page", "get-email"), FIRST)
    page = record_page.as_page(made, first.words, "en")
    Path("record.html").write_text(page, encoding="utf-8")
    assert main(["verify-record", "record.html"]) == 0
    Path("record.html").write_text(page.replace("<span>Ask first</span>", "<span>Yes</span>"), encoding="utf-8")
    capsys.readouterr()
    assert main(["verify-record", "record.html"]) == 1
    assert capsys.readouterr().err.startswith("record.html:1:1: changed-page: The page shows something else")


@pytest.mark.usefixtures("here")
def test_a_program_gets_what_a_person_is_told(first: Project, capsys: pytest.CaptureFixture[str]) -> None:
    made = record_of(first, "set-up-page", end_of(first, "set-up-page", "get-email"), FIRST)
    Path("record.json").write_text(record_page.as_data(made), encoding="utf-8")
    assert main(["verify-record", "record.json", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["format", "agrees", "record", "current", "problems"]
    assert (told["agrees"], told["record"], told["problems"]) == (True, made, [])
    assert told["current"] == {
        "kind": "another",
        "edition": SECOND,
        "outcomes": [{"name": "get-email", "verdict": "yes-if"}],
        "asks": [],
    }
    Path("record.json").write_text("oops", encoding="utf-8")
    assert main(["verify-record", "record.json", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["agrees"], told["record"], told["current"]) == (False, None, None)
    assert [problem["code"] for problem in told["problems"]] == ["no-record"]


@pytest.mark.usefixtures("here")
def test_a_file_that_is_not_there_is_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-record", "nowhere.json"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("nowhere.json:1:1: no-record: The file cannot be read: ")


def test_with_faults_in_the_working_copy_an_edition_can_be_asked_all_the_same(
    here: Path, first: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    made = record_of(first, "set-up-page", end_of(first, "set-up-page", "get-email"), FIRST)
    put(here / "docs/policy/1-statement.md", "## 1.1 ", "## 1.1.1.1 ")
    assert hand_in(made) == 0
    assert capsys.readouterr().out.startswith("The record agrees with edition 2024-01: ")


def test_every_way_of_answering_is_followed_into_the_current_edition(two: Path, first: Project) -> None:
    """Of every tree. What is told of it is what policy diff tells of the same answers."""
    then, now = (find_side(two, number)[0] for number in (FIRST, SECOND))
    assert then
    assert now
    kinds: dict[str, set[str]] = {}
    for name, compiled in first.compiled.items():
        for path in every_path(compiled):
            if path.verdict != "goto":
                found = answers_now(record_of(first, name, path.answers, FIRST), then, now)
                kinds.setdefault(name, set()).add(found.kind)
                assert bool(found.asks) == (found.kind == "open")
                assert (found.before, found.edition) == (path.verdict, SECOND)
    assert {name: found for name, found in kinds.items() if found != {"same"}} == {
        "friend-request": {"same", "words", "open"},
        "set-up-page": {"same", "another"},
        "share-login": {"same", "words"},
    }


def test_a_question_that_is_gone_is_told(two: Path, first: Project) -> None:
    then, now = (find_side(two, number)[0] for number in (FIRST, SECOND))
    assert then
    assert now
    assert now.trees
    trees = {name: tree for name, tree in now.trees["trees"].items() if name != "set-up-page"}
    made = record_of(first, "set-up-page", end_of(first, "set-up-page", "get-email"), FIRST)
    found = answers_now(made, then, Published(now.policy, {**now.trees, "trees": trees}))
    assert list(what_now(found, first.words)) == ["In the current edition, 2026-12, this question is no longer asked."]
