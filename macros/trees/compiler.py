"""Turns a checked tree into Python source: data, and one function per question. The source imports nothing."""

from __future__ import annotations

import pprint
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any, cast

from macros.browser.machine import CompiledTree
from macros.clauses.model import Clause, Policy
from macros.trees import graph
from macros.trees.functions import write_functions
from macros.trees.model import HOLD_AND_ASK, NOT_SURE, Outcome, Question, Tree

HEADER = '''"""{title}

Compiled from decision_trees/{name}.yml, edition {edition}. Edit the YAML, not this.
Each after_QUESTION(known) takes the answers so far and says what follows: "question NAME", "outcome NAME", or
"look NAME", which look_NAME(known) answers.
"""
'''
# Cited by the safety note and the reminders, which are printed beside any outcome.
ALWAYS_QUOTED = ("3.6", "7.3", "5.17", "4.8", "5.9", "5.21")


def compile_tree(
    tree: Tree,
    policy: Policy,
    titles: Mapping[str, str],
    arrivals: Mapping[str, str] | None = None,
    *,
    edition: str = "draft",
) -> str:
    """The Python source of a tree.

    For its hand-overs: ``titles`` of all trees, and by outcome the id of the step that what they carry leads to.
    """
    clauses = {number: clause_data(policy[number]) for number in quoted(tree, policy)}
    data = tree_data(tree, titles, arrivals or {}, clauses, edition)
    parts = [
        HEADER.format(title=tree.title.replace('"""', "'''").replace("\\", "\\\\"), name=tree.name, edition=edition)
    ]
    parts += [f"{name} = {pprint.pformat(value, width=120, sort_dicts=False)}\n" for name, value in data.items()]
    return "\n".join([*parts, *write_functions(tree)])


def tree_data(
    tree: Tree,
    titles: Mapping[str, str],
    arrivals: Mapping[str, str],
    clauses: Mapping[str, Mapping[str, str]],
    edition: str,
) -> dict[str, Any]:
    """All that a compiled tree holds beside its functions: see ``CompiledTree``."""
    needs = graph.still_needed(tree)
    asking = [name for name in graph.in_order(tree) if not tree.questions[name].look]
    return {
        "TREE": tree.name,
        "TITLE": tree.title,
        "EDITION": edition,
        "PRIVATE": tree.private,
        "FIRST": tree.first,
        "QUESTIONS": {name: question_data(tree.questions[name], needs[name]) for name in asking},
        "OUTCOMES": dict(outcomes_data(tree, titles, arrivals)),
        "CLAUSES": dict(clauses),
    }


def load_compiled(source: str, name: str) -> CompiledTree:
    """The compiled tree as a module, run from its source without touching a disk."""
    module = ModuleType(name.replace("-", "_"))
    exec(compile(source, f"<compiled {name}>", "exec"), module.__dict__)  # noqa: S102 - our own compiler wrote it
    return cast("CompiledTree", module)


def quoted(tree: Tree, policy: Policy) -> list[str]:
    """The clauses an answer may quote or link to, in the policy's order."""
    wanted = {*tree.cites, *ALWAYS_QUOTED}
    return [str(clause.number) for clause in policy if clause.number in wanted]


def question_data(question: Question, needs: tuple[str, ...]) -> dict[str, Any]:
    """What the renderer and the machine need to know of a question."""
    data: dict[str, Any] = {
        "ask": question.ask,
        "why": question.why,
        "kind": question.kind,
        "options": {option: words.text for option, words in question.options.items() if option != NOT_SURE},
        "not_sure": question.options[NOT_SURE].text if NOT_SURE in question.options else "",
        "needs": needs,
    }
    if question.bring_about:
        data["bring_about"] = tuple(
            (tuple(map(str, change.start)), str(change.to), str(change.do)) for change in question.bring_about
        )
    if question.ranges:
        data["ranges"] = {name: (stretch.start, stretch.end) for name, stretch in question.ranges.items()}
    return data


def outcomes_data(
    tree: Tree, titles: Mapping[str, str], arrivals: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every outcome that can be come to, the standard one included."""
    ends = {name for kind, name in graph.reachable(tree) if kind == "outcome"}
    for name, outcome in tree.outcomes.items():
        if name in ends:
            yield name, outcome_data(outcome, titles, arrivals.get(name, ""))
    if HOLD_AND_ASK in ends:
        yield (
            HOLD_AND_ASK,
            {
                "verdict": "ask",
                "say": "",
                "because": (str(tree.rests_on[0]),),
                "until": None,
                "on_work_account": False,
                "goto": "",
            },
        )


def outcome_data(outcome: Outcome, titles: Mapping[str, str], arrival: str) -> dict[str, Any]:
    """What the renderer needs to know of an outcome."""
    until = outcome.until
    data: dict[str, Any] = {
        "verdict": outcome.verdict or "goto",
        "say": outcome.say,
        "because": tuple(map(str, outcome.because)),
        "until": (until.question.text, until.years, until.say, until.otherwise) if until else None,
        "on_work_account": outcome.on_work_account,
        "goto": str(outcome.goto or ""),
    }
    if outcome.goto:
        data |= {
            "goto_title": titles[outcome.goto.text],
            "knowing": {question: str(option) for question, option in outcome.knowing.items()},
            "fragment": arrival,
        }
    return data


def clause_data(clause: Clause) -> dict[str, str]:
    """A clause as an answer quotes it, and where it stands on the site."""
    return {
        "id": clause.id,
        "heading": clause.heading,
        "force": " · ".join(clause.forces),
        "page": clause.page_address,
        "text": "\n\n".join(clause.paragraphs),
    }
