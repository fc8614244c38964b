"""The policy command: what it prints, for people and for programs, and the number it ends with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from macros.cli import main
from macros.project import load
from tests.trees.workshop import ROOT, copy_of_ours

TREE = "decision_trees/friend-request.yml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working copy of ours, and we stand in it."""
    monkeypatch.chdir(copy_of_ours(tmp_path))
    return tmp_path


def spoil(file: Path, change: str, to: str) -> None:
    """Put a fault into a file."""
    text = file.read_text(encoding="utf-8")
    assert change in text
    file.write_text(text.replace(change, to, 1), encoding="utf-8")


def printed(capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - any JSON
    """What was printed, as JSON."""
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("here")
def test_check_says_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    project = load(ROOT)
    expected = f"{len(project.policy)} clauses, {len(project.trees)} trees, no faults"
    assert capsys.readouterr().out.splitlines()[-1].startswith(expected)


def test_check_tells_every_fault_and_ends_with_1(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(here / TREE, "too-young: under13", "too-young: under31")
    spoil(here / "decision_trees/post-photo-video.yml", "verdict: no", "verdict: nope")
    assert main(["check"]) == 1
    *lines, summary = capsys.readouterr().out.splitlines()
    lines = [*takewhile(bool, lines)]  # What comes after an empty line is advice.
    assert [line.split(": ")[1] for line in lines] == ["unknown-target", "unknown-verdict"]
    assert lines[0].endswith('Did you mean "under13"?')
    assert " 2 faults" in summary


def test_check_as_json_has_the_shape_that_was_promised(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json"]) == 0
    told = printed(capsys)
    project = load(ROOT)
    assert list(told) == ["problems", "trees", "clauses", "figures", "coverage", "readability"]
    assert {problem["level"] for problem in told["problems"]} <= {"advice"}
    assert (told["trees"], told["clauses"]) == (len(project.trees), len(project.policy))
    for figures in told["figures"]:
        assert list(figures)[:5] == ["tree", "questions", "outcomes", "paths", "deepest"]
        assert list(figures)[5:] == ["examples", "median", "nine-in-ten"]
    assert [list(row) for row in told["coverage"]] == [["clause", "forces", "cited", "waived"]] * len(project.policy)
    spoil(here / TREE, "too-young: under13", "too-young: under31")
    assert main(["check", "--json"]) == 1
    told = printed(capsys)
    line = next(
        number
        for number, text in enumerate((here / TREE).read_text(encoding="utf-8").splitlines(), 1)
        if "under31" in text
    )
    assert [problem for problem in told["problems"] if problem["level"] == "fault"] == [
        {
            "level": "fault",
            "code": "unknown-target",
            "path": TREE,
            "line": line,
            "column": 18,
            "message": '"too-young" of "identity" leads to "under31", '
            "but this tree has no question or outcome of that name.",
            "fix": 'Did you mean "under13"?',
        }
    ]
    assert told["figures"] == []


@pytest.mark.usefixtures("here")
def test_paths_as_json_has_the_shape_that_was_promised(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paths", "friend-request", "--json"]) == 0
    told = printed(capsys)
    assert list(told) == ["tree", "paths", "examples"]
    assert told["tree"] == "friend-request"
    for path in told["paths"]:
        assert list(path) == ["answers", "facts", "outcome", "verdict", "clauses"]
        assert path["verdict"] in {"yes", "yes-if", "ask", "no", "act-now", "nothing-to-do", "goto"}
        assert {type(answer) for answer in path["answers"].values()} <= {str, list}
        assert all(path["answers"][fact] == range_ for fact, range_ in path["facts"].items())
    for example in told["examples"]:
        assert list(example)[:4] == ["name", "answers", "outcome", "verdict"]
        assert set(example) <= {"name", "answers", "outcome", "verdict", "today"}


@pytest.mark.usefixtures("here")
def test_paths_are_the_same_every_time(capsys: pytest.CaptureFixture[str]) -> None:
    main(["paths", "post-photo-video", "--json"])
    first = capsys.readouterr().out
    main(["paths", "post-photo-video", "--json"])
    assert capsys.readouterr().out == first


@pytest.mark.usefixtures("here")
def test_paths_for_people_are_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paths", "friend-request"]) == 0
    *lines, count = capsys.readouterr().out.splitlines()
    assert count == f"{len(lines)} paths."
    assert "request: i-want-to-add ⇒ ask i-add (5.1, 5.2, 5.10, 5.18)" in lines


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", ["paths", "ask"])
def test_a_tree_that_is_not_there_is_told_with_the_nearest(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "friend-requst"]) == 2
    assert capsys.readouterr().err == 'There is no tree "friend-requst". Did you mean "friend-request"?\n'
    assert main([command, "xyzzy"]) == 2
    assert "There are: account-break-in, close-or-hand-over," in capsys.readouterr().err


@pytest.mark.parametrize("command", ["paths", "ask"])
def test_nothing_is_answered_while_there_are_faults(
    command: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(here / TREE, "too-young: under13", "too-young: under31")
    assert main([command, "post-photo-video"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "unknown-target" in told.err


def answer(monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
    """Type these lines, and then nothing more."""
    lines = iter(typed)

    def read(prompt: str = "") -> str:
        print(prompt, end="")  # noqa: T201 - as input does
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line

    monkeypatch.setattr("builtins.input", read)


@pytest.mark.usefixtures("here")
def test_a_tree_is_answered_by_numbers_and_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "1", "adult", "3", "2024-11-22")
    assert main(["ask", "friend-request", "--today", "2026-11-22"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Can I accept this friend request?" in told
    assert "22 November 2026" in told
    assert "5.2 " in told
    assert "Could someone be at risk, or have been harmed?" in told


@pytest.mark.usefixtures("here")
def test_a_slip_is_told_and_asked_again_and_an_empty_line_goes_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "9", "work", "", "3")
    assert main(["ask", "friend-request"]) == 0
    told = capsys.readouterr().out.partition("What decided it")[0]
    assert "Choose one of the answers." in told
    assert told.count("What kind of request is it?") == 3


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("day", ["2999-01-01", "31-2-2011", "9" * 5000, "1-1-" + "9" * 12])
def test_a_day_that_cannot_be_is_asked_for_again(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "1", "adult", "earlier", day, "not-sure")
    assert main(["ask", "friend-request"]) == 0


@pytest.mark.usefixtures("here")
def test_the_end_of_input_ends_the_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "1")
    assert main(["ask", "friend-request"]) == 1


def test_outside_a_policy_it_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert capsys.readouterr().err.startswith("There is no mkdocs.yml here or above.")


def test_from_a_folder_further_down_it_finds_the_policy(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "docs/policy")
    assert main(["check"]) == 0


@pytest.mark.parametrize("typed", [[], ["chek"], ["paths"], ["ask", "friend-request", "--today", "tomorrow"]])
def test_a_command_that_makes_no_sense_ends_with_2(typed: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed)
    assert ended.value.code == 2


@pytest.mark.parametrize("typed", [["paths", "post-photo-video"], ["paths", "post-photo-video", "--json"]])
def test_a_reader_who_stops_early_meets_no_traceback(typed: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        command = [sys.executable, "-m", "macros", *typed]
        told = subprocess.run(command, cwd=ROOT, stdout=pipe, stderr=subprocess.PIPE, text=True, check=False)
    assert told.stderr == ""
    assert told.returncode == 141


def test_an_old_terminal_gets_what_it_can_show() -> None:
    command = [sys.executable, "-m", "macros", "paths", "friend-request"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert "45 paths." in told.stdout
