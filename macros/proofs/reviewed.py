"""Knows which trees somebody held against their clauses, and what has changed since: a clause, or the tree itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from macros.clauses.model import Policy
from macros.problems import Place, Problem
from macros.proofs.fingerprints import clause_hash, tree_hash
from macros.proofs.records import REVIEWED, Review, in_a_row
from macros.trees.model import HOLD_AND_ASK, Tree

HEADER = "# What this tree was last reviewed against. Written by `policy reviewed`; not to be changed by hand.\n"
Standing = Literal["never", "changed", "reviewed"]


def path_of(tree: str) -> str:
    """Where the record of a tree's last review lies."""
    return f"{REVIEWED}/{tree}.yml"


def write_review(tree: Tree, policy: Policy, by: str, on: date) -> str:
    """The record of a review: the day, the role, and how the tree and each clause it names read on that day."""
    clauses = "".join(f"  {number}: {clause_hash(policy[number])}\n" for number in tree.cites)
    role = json.dumps(by, ensure_ascii=False)
    return f"{HEADER}on: {on}\nby: {role}\ntree: {tree_hash(tree)}\nclauses:\n{clauses}"


def standing(tree: Tree, policy: Policy, review: Review | None) -> Standing:
    """How a tree stands: never reviewed, reviewed and changed since, or reviewed as it is."""
    if not review:
        return "never"
    is_same = review.tree == tree_hash(tree) and not changed_clauses(tree, policy, review)
    return "reviewed" if is_same else "changed"


def changed_clauses(tree: Tree, policy: Policy, review: Review) -> list[str]:
    """The clauses a tree names that read otherwise than when it was reviewed, or that the review says nothing of."""
    there = [number for number in tree.cites if number in policy]
    return [number for number in there if review.clauses.get(number) != clause_hash(policy[number])]


def look_again(trees: Mapping[str, Tree], policy: Policy, reviews: Mapping[str, Review]) -> Iterator[Problem]:
    """Advice for each clause and each tree that somebody should look at again; one for all never looked at."""
    yield from never_reviewed([name for name in trees if name not in reviews])
    for name, review in reviews.items():
        if name not in trees:
            what = f'This is the review of "{name}", and there is no such tree any more.'
            yield Problem(review.place, "wrong-record", what, "Take the file out.", "advice")
            continue
        tree = trees[name]
        is_other = review.tree != tree_hash(tree)  # Then a clause that is new to it goes without saying.
        for number in changed_clauses(tree, policy, review):
            if number in review.clauses or not is_other:
                yield clause_changed(tree, number, review)
        if is_other:
            what = f'"{name}" has changed since it was reviewed on {review.on} by the {review.by}.'
            fix = f"Read it through again. {how_to_record(name, review.by)}"
            yield Problem(tree.place, "changed-since-review", what, fix, "advice")


def never_reviewed(names: list[str]) -> Iterator[Problem]:
    """One line for all the trees that nobody has held against their clauses."""
    if names:
        what = f"Nobody has reviewed the {in_a_row(names, 'tree')} against the clauses."
        fix = f"Read each through with its clauses. {how_to_record(names[0], 'line manager')}"
        yield Problem(Place(REVIEWED), "never-reviewed", what, fix, "advice")


def how_to_record(name: str, by: str) -> str:
    """The command that records a review."""
    return f'Then: policy reviewed {name} --by "{by}"'


def clause_changed(tree: Tree, number: str, review: Review) -> Problem:
    """A clause that reads otherwise or is new, with the outcomes that rest on it and the examples that end there."""
    citing = [outcome for outcome in tree.outcomes.values() if number in map(str, outcome.because)]
    names = [outcome.name for outcome in citing]
    names += [HOLD_AND_ASK] if number == tree.rests_on[0].text else []
    examples = [f'"{example.name}"' for example in tree.examples if example.outcome.text in names]
    rests = next((text.place for text in tree.rests_on if text.text == number), tree.place)
    has = "has changed" if number in review.clauses else "has come in"
    what = f'Clause {number} {has} since "{tree.name}" was reviewed on {review.on} by the {review.by}.'
    look = f"Look again at {in_a_row(names, 'outcome')}" if names else "Look again at the tree: no outcome cites it"
    look += f", and at {in_a_row(examples, 'example', most=10)}" if examples else ""
    place = citing[0].place if citing else rests
    return Problem(place, "clause-changed", what, f"{look}. {how_to_record(tree.name, review.by)}", "advice")
