"""Writes the questions of a tree as Python functions: one ``if`` for each step that can follow."""

from __future__ import annotations

import json

from macros.trees import graph
from macros.trees.conditions import Both, Compare, Condition, Either, Not, allowed
from macros.trees.model import ANY, HOLD_AND_ASK, NONE, NOT_SURE, Tree

TICKED = f"""
def ticked(answer):
    return answer if answer == "{NOT_SURE}" else "{ANY}" if answer else "{NONE}"
"""


def write_functions(tree: Tree) -> list[str]:
    """Every function of a tree: those that follow an answer, then those that only look."""
    asking = [write_question(tree, name) for name in graph.in_order(tree) if not tree.questions[name].look]
    looking = [write_look(tree, name) for name in graph.in_order(tree) if tree.questions[name].look]
    has_ticks = any(question.kind == "several" for question in tree.questions.values())
    return [*([TICKED] if has_ticks else []), *asking, *looking]


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


def function_name(prefix: str, question: str) -> str:
    """``after_last_worked`` for the question ``last-worked``."""
    return f"{prefix}_{question.replace('-', '_')}"


def way(tree: Tree, node: graph.Node) -> str:
    """The Python that names the step that follows. A look is named too, so that the machine can tell the whole way."""
    kind, name = node
    looks = kind == "question" and tree.questions[name].look
    return f'return "{"look" if looks else kind} {name}"'


def fact(tree: Tree, name: str) -> str:
    """The Python for a fact: an answer as it stands, or for a tick list whether anything was ticked."""
    known = f"known[{quote(name)}]"
    return f"ticked({known})" if tree.questions[name].kind == "several" else known


def membership(subject: str, values: list[str]) -> str:
    """``x == "a"`` for one value, ``x in ("a", "b")`` for several, ``False`` for none."""
    if len(values) > 1:
        return f"{subject} in ({', '.join(map(quote, values))})"
    return f"{subject} == {quote(values[0])}" if values else "False"


def quote(text: str) -> str:
    """Text as Python writes it. Ids are plain letters (the loader sees to it), and this does not rely on that."""
    return json.dumps(text)


def write_condition(tree: Tree, condition: Condition) -> str:
    """A condition as Python, with brackets wherever they could be in doubt."""
    if isinstance(condition, Both):
        return " and ".join(bracketed(tree, part) for part in condition.parts) or "True"
    if isinstance(condition, Either):
        return " or ".join(bracketed(tree, part) for part in condition.parts)
    if isinstance(condition, Not):
        return f"not ({write_condition(tree, condition.inner)})"
    return write_compare(tree, condition)


def bracketed(tree: Tree, part: Condition) -> str:
    """One of several conditions: a comparison as it is, all else in brackets."""
    written = write_condition(tree, part)
    return written if isinstance(part, (Compare, Not)) else f"({written})"


def write_compare(tree: Tree, compare: Compare) -> str:
    """One comparison, spelt out as the answers for which it is so."""
    question = tree.questions[compare.fact]
    values = (*question.answers, NOT_SURE)
    so = allowed(compare, {compare.fact: question.ladder}, set(values))
    return membership(fact(tree, compare.fact), [value for value in values if value in so])
