"""Reads one YAML file into a Tree. It minds the shape only; whether the tree makes sense is the checker's business."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.problems import Place, Problem
from macros.trees.case_reader import read_claim, read_example
from macros.trees.fields import Fields
from macros.trees.model import HOLD_AND_ASK, Tree
from macros.trees.outcome_reader import read_outcome
from macros.trees.question_reader import read_question
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Reading, Value

TREE_KEYS = ("title", "for", "rests-on", "private", "questions", "outcomes", "always", "examples")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_tree(path: str, text: str, parameters: Mapping[str, str]) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The tree a file holds, and every fault of shape in it. None where there is nothing to be read as a tree."""
    value, problems = read_yaml(path, text)
    reading = Reading(path, problems=list(problems))
    if value is None:
        if not problems:
            reading.fault(
                Place(path), "empty-file", "This file is empty.", "Copy a tree from its neighbours and change it."
            )
        return None, tuple(reading.problems)
    fields = Fields(reading, value, "A tree", TREE_KEYS, parameters)
    tree = Tree(
        name=path.rsplit("/", 1)[-1].removesuffix(".yml"),
        title=fields.words("title", required=True),
        place=Place(path),
        audience=tuple(map(str, fields.list("for"))),
        rests_on=fields.list("rests-on", required=True),
        private=fields.flag("private"),
        questions={
            name: read_question(fields, name, place, inner) for name, place, inner in named(fields, "questions")
        },
        outcomes={name: read_outcome(fields, name, place, inner) for name, place, inner in named(fields, "outcomes")},
        always=tuple(claim for inner in fields.entries("always") if (claim := read_claim(fields, inner))),
        examples=tuple(example for inner in fields.entries("examples") if (example := read_example(fields, inner))),
    )
    return (tree if tree.questions else None), tuple(reading.problems)


def named(fields: Fields, key: str) -> list[tuple[str, Place, Value]]:
    """The questions or the outcomes, each with a well-formed id."""
    if key not in fields.mapped.entries:
        fields.fault(
            fields.place, "missing-key", f'A tree has no "{key}".', f'Add "{key}:" with at least one below it.'
        )
    pairs = list(fields.pairs(key))
    for name, place, _ in pairs:
        if not ID.fullmatch(name):
            fields.fault(place, "bad-id", f'"{name}" is no id.', "Use small letters, digits and hyphens: too-young.")
        if name == HOLD_AND_ASK:
            fields.fault(
                place,
                "bad-id",
                f'"{name}" is the id of the outcome that every tree has for "not sure".',
                "Choose another.",
            )
    return pairs
