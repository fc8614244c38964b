"""Finds what the graph reaches and logic does not: lines of a look that are never so, and what only they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.browser.machine import Answer
from macros.browser.states import answers
from macros.problems import Problem
from macros.proofs.diagram import Diagram
from macros.trees import graph
from macros.trees.conditions import Condition, Order, allowed, comparisons, holds
from macros.trees.model import Look, Question, Tree

NEVER = "Look at the conditions on the way, or take it out."
# What was known each time a look was come to, and the lines of it that were taken.
Shown = dict[str, set[tuple[tuple[str, str], ...]]]
Taken = set[tuple[str, int]]


def out_of_reach(tree: Tree, diagram: Diagram) -> Iterator[Problem]:
    """Lines that are never taken, then the questions and outcomes that no answers lead to for another reason."""
    order: Order = {name: question.ladder for name, question in tree.questions.items()}
    shown, taken = look_at(tree, diagram, order)
    dead = [
        (question, look)
        for question in tree.questions.values()
        for at, look in enumerate(question.look)
        if look.when and shown.get(question.name) and (question.name, at) not in taken
    ]
    yield from (never_so(question, look, shown[question.name], order) for question, look in dead)
    excused = {node for _, look in dead for node in graph.reachable(tree, graph.resolve(tree, look.go))}
    yield from never_come_to(tree, diagram, excused)


def look_at(tree: Tree, diagram: Diagram, order: Order) -> tuple[Shown, Taken]:
    """Follow every answer of every state through the looks behind it, line by line."""
    shown: Shown = {}
    taken: Taken = set()
    for name, state in diagram.states:
        before = {fact: as_condition(answer) for fact, answer in state}
        for answer, _ in answers(diagram.tree, name):
            known = {**before, name: answer}
            target = tree.questions[name].go.get(answer)
            while target and graph.kind_of(tree, target) == "question" and tree.questions[target.name].look:
                look = tree.questions[target.name]
                shown.setdefault(look.name, set()).add(tuple(sorted(known.items())))
                line = first_line(look, known, order)
                taken.add((look.name, line))
                target = look.look[line].go
    return shown, taken


def as_condition(answer: Answer) -> str:
    """An answer as conditions see it: ticks are none or any."""
    return answer if isinstance(answer, str) else ("any" if answer else "none")


def first_line(look: Question, known: Mapping[str, str], order: Order) -> int:
    """The line of a look that decides."""
    return next(at for at, line in enumerate(look.look) if not line.when or holds(line.when, known, order))


def never_so(question: Question, look: Look, shown: set[tuple[tuple[str, str], ...]], order: Order) -> Problem:
    """A line that is never taken, with the answers that contradict it."""
    assert look.when  # noqa: S101 - the last line, "else", may stand there for nothing
    if any(holds(look.when, dict(known), order) for known in shown):
        why = "The lines above it take every such case."
    else:
        why = " ".join(contradictions(look.when, shown, order)) or "No path has all of it together."
    what = f'This line of "{question.name}" is never taken. {why}'
    return Problem(look.place, "never-so", what, NEVER)


def contradictions(condition: Condition, shown: set[tuple[tuple[str, str], ...]], order: Order) -> Iterator[str]:
    """The comparisons that no way to the look ever meets, each with what is known there instead."""
    for compare in comparisons(condition):
        values = {dict(known)[compare.fact] for known in shown if compare.fact in dict(known)}
        if values and not allowed(compare, order, values):
            yield f'Every path that gets here has "{compare.fact}" = {" or ".join(sorted(values))}.'


def never_come_to(tree: Tree, diagram: Diagram, excused: set[graph.Node]) -> Iterator[Problem]:
    """Questions and outcomes that a way leads to, but no answers ever do."""
    found = {(node.kind, node.name) for node in diagram.nodes} | excused
    why = "each look before it sends them elsewhere."
    for name, question in tree.questions.items():
        if not question.look and ("question", name) not in found:
            what = f'No answers lead to the question "{name}": {why}'
            yield Problem(question.place, "unreachable-question", what, NEVER)
    for name, outcome in tree.outcomes.items():
        if ("outcome", name) not in found:
            what = f'No answers lead to the outcome "{name}": {why}'
            yield Problem(outcome.place, "unreachable-outcome", what, NEVER)
