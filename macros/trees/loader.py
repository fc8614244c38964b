"""Reads one YAML file into a Tree. It minds the shape only; whether the tree makes sense is the checker's business."""

from __future__ import annotations

from collections.abc import Mapping

from macros.problems import Place, Problem
from macros.trees.case_reader import read_claim, read_example
from macros.trees.fields import ID, Fields, nearest_id
from macros.trees.model import HOLD_AND_ASK, Tree
from macros.trees.outcome_reader import read_outcome
from macros.trees.question_reader import read_question
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Reading, Value

TREE_KEYS = ("title", "scope", "urgent", "for", "rests-on", "private", "questions", "outcomes", "always", "examples")
# Beside the compiled trees lie the site's words, and beside the trees' pages their index.
TAKEN = ("words", "index")


def load_tree(path: str, text: str, parameters: Mapping[str, str]) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The tree a file holds, and every fault of shape in it. None where there is nothing to be read as a tree."""
    value, problems = read_yaml(path, text)
    reading = Reading(path, problems=list(problems))
    name = path.rsplit("/", 1)[-1].removesuffix(".yml")
    if not ID.fullmatch(name) or name in TAKEN:
        reading.fault(Place(path), "bad-id", f'The file name "{name}" cannot name a tree.', new_name(name))
    if value is None:
        if not problems:
            reading.fault(Place(path), "empty-file", "This file is empty.", "Copy one beside it, and change that.")
        return None, tuple(reading.problems)
    tree = read_tree(reading, name, Fields(reading, value, "A tree", TREE_KEYS, parameters, place=Place(path)))
    return (tree if tree.questions else None), tuple(reading.problems)


def new_name(name: str) -> str:
    """How a file could be called."""
    return "That name is taken: choose another." if name in TAKEN else f"Rename it to {nearest_id(name)}.yml."


def read_tree(reading: Reading, name: str, fields: Fields) -> Tree:
    """All the keys of a tree."""
    fields.ids("questions", "verdict")
    fields.ids("outcomes", HOLD_AND_ASK)
    return Tree(
        name=name,
        title=fields.line("title", required=True),
        place=Place(reading.path),
        scope=fields.line("scope"),
        urgent=fields.flag("urgent"),
        audience=tuple(map(str, fields.list("for"))),
        rests_on=fields.list("rests-on", required=True),
        private=fields.flag("private"),
        questions={id_: read_question(fields, id_, at, inner) for id_, at, inner in some(fields, "questions")},
        outcomes={id_: read_outcome(fields, id_, at, inner) for id_, at, inner in some(fields, "outcomes")},
        always=tuple(claim for inner in fields.entries("always") if (claim := read_claim(fields, inner))),
        examples=tuple(example for inner in fields.entries("examples") if (example := read_example(fields, inner))),
    )


def some(fields: Fields, key: str) -> list[tuple[str, Place, Value]]:
    """The questions or the outcomes. A tree without any is none."""
    fields.require(key, f'Add "{key}:", and below it at least one.')
    pairs = list(fields.pairs(key))
    if not pairs and isinstance(value := fields.mapped.entries.get(key), Mapped) and not value.keys:
        fields.fault(fields.mapped.keys[key], "empty-key", f'Nothing stands in "{key}".', "Write at least one.")
    return pairs
