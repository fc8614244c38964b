"""decision_trees/schema.json helps an editor to complete and explain: it knows just what the loader knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from ruamel.yaml import YAML

from macros.trees import case_reader, loader, outcome_reader, question_reader
from macros.trees.fields import ID
from macros.trees.model import KINDS, VERDICTS
from tests.json_schema import wrong
from tests.trees.workshop import KITCHEN_SINK, OTHER_TREE, ROOT

SCHEMA = json.loads((ROOT / "decision_trees/schema.json").read_text(encoding="utf-8"))
TREES = [
    KITCHEN_SINK,
    OTHER_TREE,
    *(path.read_text(encoding="utf-8") for path in (ROOT / "decision_trees").glob("*.yml")),
]

Json = Any


def as_an_editor_reads(text: str) -> Json:
    """A tree as an editor's YAML 1.2 reads it: 4.7 is a number there, and true is true; days are text."""

    def plain(value: Json) -> Json:
        if isinstance(value, dict):
            return {str(key): plain(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        return value.isoformat() if isinstance(value, date) else value

    return plain(YAML(typ="safe", pure=True).load(text))


@pytest.mark.parametrize("text", TREES)
def test_every_tree_keeps_the_schema(text: str) -> None:
    assert list(wrong(as_an_editor_reads(text), SCHEMA)) == []


@pytest.mark.parametrize(
    ("change", "to"),
    [
        ("private: true", "private: maybe"),
        ("kind: date", "kind: dates"),
        ("verdict: yes-if", "verdict: perhaps"),
        ("    because: [5.2]\n", ""),
        ("rests-on: [4.7, 5.2, 4.2]", "rests-on: []"),
        ("title:", "titel:"),
        ("    ask: Can it wait?\n", ""),
        ("  waiting:\n    ask", "  Waiting!:\n    ask"),
        ("- { else: with-care }", "- { else: with-care, go: fine }"),
        ("    goto: other-tree\n", "    goto: other-tree\n    say: Go there.\n"),
        ("never: [no]", "never: [nope]"),
    ],
)
def test_an_editor_sees_what_breaks_the_schema(change: str, to: str) -> None:
    assert change in KITCHEN_SINK
    assert list(wrong(as_an_editor_reads(KITCHEN_SINK.replace(change, to)), SCHEMA))


def keys(*names: str) -> tuple[str, ...]:
    """The keys that some definitions know, in their order."""
    return tuple(key for name in names for key in SCHEMA["definitions"][name]["properties"])


def test_it_knows_the_keys_that_the_loader_knows() -> None:
    assert tuple(SCHEMA["properties"]) == loader.TREE_KEYS
    assert keys("asks", "looks") == question_reader.QUESTION_KEYS
    assert set(keys("ends", "hands-over")) == set(outcome_reader.OUTCOME_KEYS)
    assert tuple(SCHEMA["definitions"]["ends"]["properties"]["until"]["properties"]) == outcome_reader.UNTIL_KEYS
    assert keys("claim") == case_reader.CLAIM_KEYS
    assert keys("example") == case_reader.EXAMPLE_KEYS
    lines = SCHEMA["definitions"]["looks"]["properties"]["look"]["items"]["anyOf"]
    assert {key for line in lines for key in line["properties"]} == set(question_reader.LOOK_KEYS)


def test_it_knows_the_verdicts_the_kinds_and_what_an_id_is() -> None:
    assert SCHEMA["definitions"]["ends"]["properties"]["verdict"]["enum"] == list(VERDICTS)
    assert SCHEMA["definitions"]["example"]["properties"]["verdict"]["enum"] == [*VERDICTS, "goto"]
    assert SCHEMA["definitions"]["asks"]["properties"]["kind"]["enum"] == list(KINDS)
    assert SCHEMA["properties"]["questions"]["propertyNames"]["pattern"] == f"^{ID.pattern}$"


def described(schema: Json, at: str = "tree") -> Iterator[tuple[str, str]]:
    """Every key a writer can write, with the words that an editor shows for it."""
    for key, inner in schema.get("properties", {}).items():
        yield f"{at}.{key}", inner.get("description", "")
    for part in schema.values() if isinstance(schema, dict) else ():
        for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
            if isinstance(inner, dict):
                yield from described(inner, at)


def test_every_key_is_explained() -> None:
    assert [key for key, words in described(SCHEMA) if not words] == []
