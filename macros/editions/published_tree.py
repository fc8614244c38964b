"""A tree of a published edition, from its trees.json, in the form that the machine steps through.

So the same machine that readers meet, and the same maker of records, go through an edition of any age. To follow the
table is a look-up: each node says where every answer leads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from macros.browser.compare.editions import Published
from macros.browser.explain import MOST_LOOKS, Ways
from macros.browser.machine import NOT_SURE, Answer, known_as
from macros.browser.states import State

Json = Mapping[str, Any]


class PublishedTree:
    """As ``CompiledTree``: data, and ``after_QUESTION(known)`` for each question."""

    def __init__(self, name: str, edition: Published) -> None:
        folder: Json = edition.trees or {}
        told = folder["trees"][name]
        self.told = told
        self.TREE, self.TITLE = name, told["title"]
        self.EDITION, self.PRIVATE = folder["edition"], told["private"]
        self.FIRST = told["nodes"][told["start"]]["question"]
        self.QUESTIONS = {question: question_data(asked) for question, asked in told["questions"].items()}
        self.OUTCOMES = {outcome: outcome_data(ends) for outcome, ends in told["outcomes"].items()}
        self.CLAUSES = {clause["number"]: clause_data(clause) for clause in edition.policy["clauses"]}

    def __getattr__(self, name: str) -> Callable[[Mapping[str, Answer]], str]:
        if name.startswith("after_"):
            return self.follow
        raise AttributeError(name)

    def follow(self, known: Mapping[str, Answer]) -> str:
        """What follows these answers: ``question years`` or ``outcome two-years``."""
        node = self.told["nodes"][self.told["start"]]
        while node.get("question") in known:
            question = node["question"]
            node = self.told["nodes"][node["ways"][known_as(self, question, known[question])]]
        return f"question {node['question']}" if "question" in node else f"outcome {node['outcome']}"


class PublishedWays(Ways):
    """What follows each answer, looked up in the table. A state is a question with the number of its node."""

    def __init__(self, tree: PublishedTree, most: int = MOST_LOOKS) -> None:
        super().__init__(tree, most)
        self.nodes, self.start = tree.told["nodes"], tree.told["start"]

    def after(self, state: State) -> list[tuple[str, State | str]]:
        """Where each answer leads."""
        if state not in self.known:
            node = self.nodes[int(str(state[1][0][1])) if state[1] else self.start]
            self.known[state] = [(answer, self.state_at(to)) for answer, to in node["ways"].items()]
        return self.known[state]

    def state_at(self, number: int) -> State | str:
        """What stands at a node: a question to answer, or an outcome by its name."""
        node = self.nodes[number]
        return (node["question"], (("node", str(number)),)) if "question" in node else str(node["outcome"])


def question_data(asked: Json) -> dict[str, Any]:
    """A question as a compiled tree has it."""
    return {key: asked[key] for key in ("ask", "why", "kind", "options")} | {"not_sure": asked[NOT_SURE], "needs": ()}


def outcome_data(ends: Json) -> dict[str, Any]:
    """An outcome as a compiled tree has it."""
    until = ends["until"]
    return {
        "verdict": ends["verdict"],
        "say": ends["say"],
        "because": tuple(ends["because"]),
        "until": (until["question"], until["years"], until["say"], until["otherwise"]) if until else None,
        "on_work_account": ends["on-work-account"],
        "goto": ends["goto"],
    }


def clause_data(clause: Json) -> dict[str, str]:
    """A clause as an answer cites it."""
    kind = [clause["kind"]] if clause["kind"] not in ("", "duties") else []
    forces = dict.fromkeys([*kind, *(duty["force"] for duty in clause["duties"])])
    return {"heading": clause["heading"], "force": " · ".join(forces)}
