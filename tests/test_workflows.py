"""The two workflows for GitHub: each command in them exists, each action is GitHub's own, and no right is too much."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from macros.cli import main

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github/workflows"
NAMES = sorted(path.name for path in FOLDER.iterdir())
OURS = re.compile(r"(?:^|[\s;&|])(make|\.venv/bin/policy) ([a-z-]+)", re.MULTILINE)
RIGHTS = {
    "compare.yml": {"compare": {"contents": "read", "pull-requests": "write"}},
    "publish.yml": {"verify": {"contents": "read"}, "deploy": {"pages": "write", "id-token": "write"}},
}


def workflow(name: str) -> Any:  # noqa: ANN401 - any YAML
    """The file, by YAML 1.2, where "on" is no word for true."""
    return YAML(typ="safe").load((FOLDER / name).read_text(encoding="utf-8"))


def steps(name: str) -> list[dict[str, Any]]:
    """The steps of all its jobs."""
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def test_there_are_two() -> None:
    assert sorted(RIGHTS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_githubs_own_at_a_major_version(name: str) -> None:
    used = [step["uses"] for step in steps(name) if "uses" in step]
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", action)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_command_exists(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    used = OURS.findall("\n".join(step.get("run", "") for step in steps(name)))
    assert {tool for tool, _ in used} == {"make", ".venv/bin/policy"}
    for tool, command in used:
        if tool == "make":
            assert command in targets
        else:
            with pytest.raises(SystemExit) as ended:
                main([command, "--help"])
            assert ended.value.code == 0, command
    assert "usage: policy" in capsys.readouterr().out


def test_each_option_exists(capsys: pytest.CaptureFixture[str]) -> None:
    for name in NAMES:
        for line in re.findall(r"\.venv/bin/policy (.+)", "\n".join(step.get("run", "") for step in steps(name))):
            command, *rest = line.split()
            with pytest.raises(SystemExit):
                main([command, "--help"])
            told = capsys.readouterr().out
            assert [word for word in rest if word.startswith("--") and word not in told] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_job_may_do_what_it_needs_and_no_more(name: str) -> None:
    whole = workflow(name)
    assert {job: what.get("permissions", whole["permissions"]) for job, what in whole["jobs"].items()} == RIGHTS[name]


def test_a_pull_request_runs_where_its_code_can_do_no_harm() -> None:
    assert list(workflow("compare.yml")["on"]) == ["pull_request"]  # never pull_request_target
    comment = next(step for step in steps("compare.yml") if step.get("name") == "Comment")
    assert comment["if"] == "github.event.pull_request.head.repo.full_name == github.repository"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_somebody_else_wrote_stands_in_a_command(name: str) -> None:
    assert [step["run"] for step in steps(name) if "${{" in step.get("run", "")] == []
    assert all(
        step["with"]["persist-credentials"] is False
        for step in steps(name)
        if step.get("uses", "").startswith("actions/checkout")
    )
