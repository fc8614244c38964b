"""A short number for what a clause says, and for what a reader can meet in a tree: the same number, the same words.

What the hash is made of is listed here by hand, so that a new key of the project does not make every review look old.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from macros.clauses.model import Clause
from macros.trees.conditions import Both, Compare, Condition, Not
from macros.trees.model import Outcome, Question, Text, Tree

DIGITS = 16  # hexadecimal: enough that no two texts of a policy ever share them


def clause_hash(clause: Clause) -> str:
    """For what a clause says and whom it binds. Its number, its topics and our notes do not count."""
    duties = [[duty.roles, duty.alongside, duty.force, duty.action] for duty in clause.duties]
    return short_hash([clause.heading, clause.kind, clause.paragraphs, duties])


def tree_hash(tree: Tree) -> str:
    """For all that a reader can meet in a tree. Its claims and examples do not count."""
    questions = [question_told(question) for question in tree.questions.values()]
    outcomes = [outcome_told(outcome) for outcome in tree.outcomes.values()]
    return short_hash([tree.title, str(tree.rests_on[0]), questions, outcomes])


def edition_hash(clauses: Mapping[str, str], trees: Mapping[str, str]) -> str:
    """For a whole edition, from the hashes of its clauses by number and of its trees by name."""
    return short_hash([sorted(clauses.items()), sorted(trees.items())])


def short_hash(told: object) -> str:
    """The first digits of the SHA-256 of a value."""
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:DIGITS]


def question_told(question: Question) -> list[object]:
    """What a question asks, where each answer leads, and what a reader may bring about."""
    looks = [[look.when and condition_told(look.when), look.go.kind, look.go.name] for look in question.look]
    ways = {answer: [target.kind, target.name] for answer, target in question.go.items()}
    ranges = {name: [stretch.start, stretch.end] for name, stretch in question.ranges.items()}
    asked = [question.name, question.ask, question.why, question.kind, words(question.options)]
    changes = [[[str(answer) for answer in one.start], str(one.to), str(one.do)] for one in question.bring_about]
    return [*asked, ranges, ways, looks, changes]


def condition_told(condition: Condition) -> list[object]:
    """A condition without its places in the file."""
    if isinstance(condition, Compare):
        return [condition.fact, condition.sign, condition.values]
    if isinstance(condition, Not):
        return ["not", condition_told(condition.inner)]
    return ["and" if isinstance(condition, Both) else "or", [condition_told(part) for part in condition.parts]]


def outcome_told(outcome: Outcome) -> list[object]:
    """What an outcome says, and on which clauses."""
    until = outcome.until
    return [
        outcome.name,
        outcome.verdict,
        outcome.say,
        [str(number) for number in outcome.because],
        words(outcome.although),
        until and [str(until.question), until.years, until.say, until.otherwise],
        outcome.on_work_account,
        str(outcome.goto or ""),
        words(outcome.knowing),
    ]


def words(named: Mapping[str, Text]) -> dict[str, str]:
    """Names with their words."""
    return {name: text.text for name, text in named.items()}
