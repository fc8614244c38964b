"""Turns a checked tree into Python source: data, and one function per question. The source imports nothing."""

from __future__ import annotations

import pprint
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any, cast

from macros.browser.machine import CompiledTree
from macros.clauses.model import Clause, Policy
from macros.trees import graph
from macros.trees.conditions import Both, Compare, Condition, Either, Not, allowed
from macros.trees.model import ANY, HOLD_AND_ASK, NONE, NOT_SURE, Outcome, Question, Tree

HEADER = '''"""{title}

Compiled from decision_trees/{name}.yml, edition {edition}. Edit the YAML, not this.
Each after_QUESTION(known) takes the answers so far and says what follows: "question NAME" or "outcome NAME".
"""
'''
# Cited by the safety note and the reminders, which are printed beside any outcome.
ALWAYS_QUOTED = ("3.6", "7.3", "5.17", "4.8", "5.9", "5.21")


def compile_tree(tree: Tree, policy: Policy, titles: Mapping[str, tuple[str, bool]], edition: str = "draft") -> str:
    """The Python source of a tree. ``titles`` gives each tree's title and whether it is private, for hand-overs."""
    needs = graph.still_needed(tree)
    asking = [name for name in graph.in_order(tree) if tree.questions[name].ask]
    looking = [name for name in graph.in_order(tree) if tree.questions[name].look]
    data = {
        "TREE": tree.name,
        "TITLE": tree.title,
        "EDITION": edition,
        "PRIVATE": tree.private,
        "FIRST": first_asked(tree),
        "QUESTIONS": {name: question_data(tree.questions[name], needs[name]) for name in asking},
        "OUTCOMES": dict(outcomes_data(tree, titles)),
        "CLAUSES": {number: clause_data(policy[number]) for number in quoted(tree, policy)},
    }
    parts = [
        HEADER.format(title=tree.title.replace('"""', "'''").replace("\\", "\\\\"), name=tree.name, edition=edition)
    ]
    parts += [f"{name} = {pprint.pformat(value, width=120, sort_dicts=False)}\n" for name, value in data.items()]
    parts += [write_question(tree, name) for name in asking] + [write_look(tree, name) for name in looking]
    return "\n".join(parts)


def load_compiled(source: str, name: str) -> CompiledTree:
    """The compiled tree as a module, run from its source without touching a disk."""
    module = ModuleType(name.replace("-", "_"))
    exec(compile(source, f"<compiled {name}>", "exec"), module.__dict__)  # noqa: S102 - our own compiler wrote it
    return cast("CompiledTree", module)


def first_asked(tree: Tree) -> str:
    """The first question. The checker has seen to it that it asks something."""
    return tree.first


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
    if question.ranges:
        data["ranges"] = {name: (stretch.start, stretch.end) for name, stretch in question.ranges.items()}
    return data


def outcomes_data(tree: Tree, titles: Mapping[str, tuple[str, bool]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every outcome that can be come to, the standard one included."""
    ends = {name for kind, name in graph.reachable(tree) if kind == "outcome"}
    for name, outcome in tree.outcomes.items():
        if name in ends:
            yield name, outcome_data(outcome, titles)
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


def outcome_data(outcome: Outcome, titles: Mapping[str, tuple[str, bool]]) -> dict[str, Any]:
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
        title, private = titles[outcome.goto.text]
        data |= {
            "goto_title": title,
            "goto_private": private,
            "knowing": {question: str(option) for question, option in outcome.knowing.items()},
        }
    return data


def clause_data(clause: Clause) -> dict[str, str]:
    """A clause as an answer quotes it, and where it stands on the site."""
    return {
        "id": clause.id,
        "heading": clause.heading,
        "force": " · ".join(clause.forces),
        "page": clause.page.removesuffix(".md") + "/",
        "text": "\n\n".join(clause.paragraphs),
    }


def function_name(prefix: str, question: str) -> str:
    """``after_last_worked`` for the question ``last-worked``."""
    return f"{prefix}_{question.replace('-', '_')}"


def way(tree: Tree, node: graph.Node) -> str:
    """The Python that goes on to a step: a look is called at once, all else is returned by name."""
    kind, name = node
    if kind == "question" and tree.questions[name].look:
        return f"return {function_name('look', name)}(known)"
    return f'return "{kind} {name}"'


def write_question(tree: Tree, name: str) -> str:
    """``def after_QUESTION(known)``: one ``if`` for each step that can follow, in the order of the file."""
    question = tree.questions[name]
    groups: dict[graph.Node, list[str]] = {}
    for answer in (*question.answers, NOT_SURE):
        target = question.go.get(answer)
        groups.setdefault(graph.resolve(tree, target) if target else ("outcome", HOLD_AND_ASK), []).append(answer)
    lines = ["", f"def {function_name('after', name)}(known):", f"    answer = {fact(tree, name)}"]
    for node, answers in groups.items():
        lines += [f"    if {membership('answer', answers)}:", f"        {way(tree, node)}"]
    return "\n".join([*lines, f"    raise LookupError(answer)  # {name} has no other answer", ""])


def write_look(tree: Tree, name: str) -> str:
    """``def look_QUESTION(known)``: the conditions as written, tried from the top."""
    lines = ["", f"def {function_name('look', name)}(known):"]
    for look in tree.questions[name].look:
        go = way(tree, graph.resolve(tree, look.go))
        if look.when:
            lines += [f"    if {write_condition(tree, look.when)}:", f"        {go}"]
        else:
            lines.append(f"    {go}")
    return "\n".join([*lines, ""])


def fact(tree: Tree, name: str) -> str:
    """The Python for a fact: an answer as it stands, or for a tick list whether anything was ticked."""
    known = f'known["{name}"]'
    if tree.questions[name].kind == "several":
        return f'{known} if {known} == "{NOT_SURE}" else "{ANY}" if {known} else "{NONE}"'
    return known


def membership(subject: str, values: list[str]) -> str:
    """``x == "a"`` for one value, ``x in ("a", "b")`` for several, ``False`` for none."""
    quoted_values = ", ".join(f'"{value}"' for value in values)
    if len(values) > 1:
        return f"{subject} in ({quoted_values})"
    return f"{subject} == {quoted_values}" if values else "False"


def write_condition(tree: Tree, condition: Condition) -> str:
    """A condition as Python, with brackets wherever they could be in doubt."""
    if isinstance(condition, Both):
        return f"({write_condition(tree, condition.left)} and {write_condition(tree, condition.right)})"
    if isinstance(condition, Either):
        return f"({write_condition(tree, condition.left)} or {write_condition(tree, condition.right)})"
    if isinstance(condition, Not):
        return f"not ({write_condition(tree, condition.inner)})"
    return write_compare(tree, condition)


def write_compare(tree: Tree, compare: Compare) -> str:
    """One comparison, spelt out as the answers for which it is so."""
    question = tree.questions[compare.fact]
    values = (*question.answers, NOT_SURE)
    order = {compare.fact: {value: rank for rank, value in enumerate(question.ranges)}}
    so = allowed(compare, order, set(values))
    return membership(
        f"({fact(tree, compare.fact)})" if question.kind == "several" else fact(tree, compare.fact),
        [value for value in values if value in so],
    )
