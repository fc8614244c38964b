"""Tells the trees as plain data, trees.json: what each asks and answers, and where every answer leads.

A tree is told as its decision diagram, made step by step by the machine that readers meet. So whoever reads the file
can follow any answers to their outcome without our Python. See docs/schemas/trees.schema.json.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from macros.browser.machine import NOT_SURE
from macros.browser.record import words_of
from macros.editions.policy_data import FORMAT
from macros.project import Project
from macros.proofs.diagram import Diagram, Node
from macros.proofs.fingerprints import DIGITS, tree_hash
from macros.proofs.ledger import write_ledger
from macros.proofs.reviewed import standing
from macros.register import DRAFT
from macros.sources import edition_facts
from macros.trees.model import Question, Tree

Json = dict[str, Any]


def trees_data(project: Project, number: str = DRAFT, diagrams: Mapping[str, Diagram] | None = None) -> Json:
    """The trees of a working copy as an edition publishes them; without their ``diagrams``, those of a sound one."""
    cited = sorted({number for tree in project.trees.values() for number in tree.cites})
    diagrams = project.diagrams if diagrams is None else diagrams
    return {
        "$schema": "schemas/trees.schema.json",
        "format": FORMAT,
        "edition": number,
        "record": record_data(project, number),
        "clauses": {number: project.policy[number].id for number in cited if number in project.policy},
        "trees": {
            name: tree_data(project.trees[name], diagram, review_data(project, project.trees[name]))
            for name, diagram in diagrams.items()
        },
    }


def record_data(project: Project, number: str) -> Json:
    """What a record of an answer is written with, so that it can be written once more whatever becomes of the words."""
    facts = edition_facts(project, number)
    named = {name: facts[name] for name in ("policy", "organisation", "fingerprint")}
    return {**named, "words": words_of(project.words)}


def tree_data(tree: Tree, diagram: Diagram, review: Json) -> Json:
    """One tree."""
    ledger = hashlib.sha256(write_ledger(tree, diagram).encode()).hexdigest()[:DIGITS]
    return {
        "title": tree.title,
        "for": list(tree.audience),
        "private": tree.private,
        "rests-on": [str(number) for number in tree.rests_on],
        "fingerprint": tree_hash(tree),
        "ledger": ledger,
        "review": review,
        "questions": {
            name: question_data(tree.questions[name], diagram.tree.QUESTIONS[name]) for name in diagram.tree.QUESTIONS
        },
        "outcomes": {name: outcome_data(ends) for name, ends in diagram.tree.OUTCOMES.items()},
        "start": diagram.start,
        "nodes": [node_data(node) for node in diagram.nodes],
    }


def review_data(project: Project, tree: Tree) -> Json:
    """Whether somebody held the tree against its clauses, and whether both still read as they did then."""
    review = project.records.reviews.get(tree.name)
    stands = standing(tree, project.policy, review)
    return {"standing": stands, "on": review.on if review else "", "by": review.by if review else ""}


def question_data(question: Question, asked: Json) -> Json:
    """What a question asks. Where its answers lead is told by the nodes."""
    cuts = {name: [stretch.start, stretch.end] for name, stretch in question.ranges.items()}
    return {
        "ask": question.ask,
        "why": question.why,
        "kind": question.kind,
        "options": dict(asked["options"]),
        NOT_SURE: asked["not_sure"],
        **({"ranges": {name: [cut and list(cut) for cut in both] for name, both in cuts.items()}} if cuts else {}),
    }


def outcome_data(ends: Json) -> Json:
    """What an outcome tells a reader."""
    until = ends["until"] and dict(zip(("question", "years", "say", "otherwise"), ends["until"], strict=True))
    return {
        "verdict": ends["verdict"],
        "say": ends["say"],
        "because": list(ends["because"]),
        "until": until,
        "on-work-account": ends["on_work_account"],
        "goto": ends["goto"],
        "knowing": dict(ends.get("knowing", {})),
    }


def node_data(node: Node) -> Json:
    """A question with the node that each answer leads to, or an outcome. A node stands after all that it leads to."""
    return {"question": node.name, "ways": dict(node.ways)} if node.kind == "question" else {"outcome": node.name}
