"""What an edition publishes: it keeps its schema, it is whole, and whoever follows it comes where our machine does."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros.browser import machine
from macros.clauses.model import FORCES, KINDS
from macros.editions.policy_data import policy_data
from macros.editions.publish import as_text, publish
from macros.editions.trees_data import trees_data
from macros.project import Project, load
from macros.trees import model
from macros.trees.paths import every_path
from tests.json_schema import wrong
from tests.trees.workshop import ROOT

SCHEMAS = ROOT / "docs/schemas"
Json = Any


@cache
def ours() -> Project:
    """Our own project."""
    return load(ROOT)


@cache
def published(name: str) -> Json:
    """One of the two files, read back from its text."""
    data = {"policy": policy_data, "trees": trees_data}[name](ours(), "2024-01")
    return json.loads(as_text(data))


@cache
def schema(name: str) -> Json:
    """The schema of one of the two files."""
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["policy", "trees"])
def test_what_is_published_keeps_its_schema(name: str) -> None:
    assert list(wrong(published(name), schema(name))) == []


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("policy", ("format",), 2),
        ("policy", ("edition", "number"), "January"),
        ("policy", ("edition", "reviewed"), "January 2024"),
        ("policy", ("clauses", 1, "number"), "1"),
        ("policy", ("clauses", 1, "kind"), "rule"),
        ("policy", ("clauses", 0, "duties", 0, "force"), "shall"),
        ("policy", ("clauses", 0, "duties", 0, "by"), "worker"),
        ("trees", ("trees", "friend-request", "start"), "first"),
        ("trees", ("trees", "friend-request", "nodes", 0, "ways"), {}),
        ("trees", ("trees", "friend-request", "outcomes", "i-add", "verdict"), "maybe"),
        ("trees", ("trees", "friend-request", "questions", "years", "ranges", "recent"), [None]),
        ("trees", ("trees", "friend-request", "review", "standing"), "soon"),
    ],
)
def test_the_schema_refuses_what_it_does_not_promise(name: str, path: tuple[str | int, ...], value: Json) -> None:
    data = copy.deepcopy(published(name))
    *way, last = path
    inner = data
    for key in way:
        inner = inner[key]
    inner[last] = value
    assert list(wrong(data, schema(name)))


def described(schema: Json, at: str = "it") -> Iterator[tuple[str, str]]:
    """Every key that is promised, with the words that explain it."""
    for key, inner in schema.get("properties", {}).items():
        yield f"{at}.{key}", inner.get("description", "")
    for inner in [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]:
        yield from described(inner, at)
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from described(schema[key], at)


@pytest.mark.parametrize("name", ["policy", "trees"])
def test_every_key_is_explained(name: str) -> None:
    explained = list(described(schema(name)))
    assert len(explained) > 25
    assert [key for key, words in explained if not words] == []


def test_the_schema_knows_the_words_of_the_model() -> None:
    clause = schema("policy")["properties"]["clauses"]["items"]["properties"]
    assert clause["duties"]["items"]["properties"]["force"]["enum"] == list(FORCES)
    assert {*clause["kind"]["enum"]} == {"duties", *KINDS}
    tree = schema("trees")["properties"]["trees"]["additionalProperties"]["properties"]
    assert {*tree["outcomes"]["additionalProperties"]["properties"]["verdict"]["enum"]} == {*model.VERDICTS, "goto"}
    assert tree["questions"]["additionalProperties"]["properties"]["kind"]["enum"] == list(model.KINDS)


@pytest.mark.parametrize("name", ["policy", "trees"])
def test_each_file_says_where_its_schema_is_published(name: str) -> None:
    assert (ROOT / "docs" / published(name)["$schema"]).is_file()


def test_every_clause_is_told_with_its_words_and_its_duties() -> None:
    told = {clause["number"]: clause for clause in published("policy")["clauses"]}
    assert list(told) == [str(clause.number) for clause in ours().policy]
    friend = told["5.2"]
    assert (friend["id"], friend["page"], friend["section"]) == ("friend-requests", "policy/5-profiles/", "5")
    assert [(duty["who"], duty["with"], duty["force"]) for duty in friend["duties"]] == [
        (["worker"], [], "should not"),
        (["worker"], ["line manager"], "must"),
    ]
    assert "{{ cooling_off_years }}" in friend["written"]
    assert "past 2 years" in " ".join(friend["text"])
    assert "editors-note" not in friend["written"]
    assert len(friend["notes"]) == 1


def test_sections_hold_every_clause_once() -> None:
    policy = published("policy")
    listed = [number for section in policy["sections"] for number in section["clauses"]]
    assert listed == [clause["number"] for clause in policy["clauses"]]
    titles = {section["name"]: section["title"] for section in policy["sections"]}
    assert (titles["5"], titles["AIM"], titles["REV"]) == (
        "5. Personal and work profiles",
        "Policy aim",
        "Review dates",
    )


def test_the_edition_is_told_once_with_its_days() -> None:
    policy = published("policy")
    assert policy["edition"] == {
        "number": "2024-01",
        "adopted": "",
        "reviewed": "2024-01",
        "review-due": "2025-01",
        "in-force": "",
        "approved-by": "",
    }
    assert [edition["number"] for edition in policy["editions"]] == ["2024-01"]
    assert policy_data(ours())["edition"]["number"] == "draft"


@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "decision_trees").glob("*.yml"))])
def test_whoever_follows_the_published_tree_comes_where_our_machine_does(name: str) -> None:
    tree, compiled = published("trees")["trees"][name], ours().compiled[name]
    for path in every_path(compiled):
        at, asked = tree["start"], []
        while "question" in (node := tree["nodes"][at]):
            asked.append(node["question"])
            answer = path.answers[node["question"]]
            at = node["ways"][machine.known_as(compiled, node["question"], answer)]
        assert (asked, node["outcome"]) == (list(path.answers), path.end)
        ends = tree["outcomes"][node["outcome"]]
        assert (ends["verdict"], tuple(ends["because"])) == (path.verdict, path.clauses)


def test_every_node_stands_after_those_it_leads_to() -> None:
    for tree in published("trees")["trees"].values():
        assert all(way < at for at, node in enumerate(tree["nodes"]) for way in node.get("ways", {}).values())


def test_a_fingerprint_of_the_ledger_changes_with_a_verdict_and_not_with_words() -> None:
    project = load(ROOT)
    before = trees_data(project)["trees"]["friend-request"]["ledger"]
    outcomes = project.diagrams["friend-request"].tree.OUTCOMES
    outcomes["two-years"]["say"] = "Other words."
    assert trees_data(project)["trees"]["friend-request"]["ledger"] == before
    outcomes["two-years"]["verdict"] = "ask"
    assert trees_data(project)["trees"]["friend-request"]["ledger"] != before


def test_both_files_are_the_same_text_every_time(tmp_path: Path) -> None:
    texts = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        publish(load(ROOT), tmp_path / name)
        texts.append([(tmp_path / name / file).read_bytes() for file in ("policy.json", "trees.json")])
    assert texts[0] == texts[1]
