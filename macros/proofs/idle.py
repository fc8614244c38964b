"""Finds questions, and options of a question, that never change any outcome."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.proofs.diagram import Diagram, senses
from macros.trees.model import Question, Tree


def never_matter(tree: Tree, diagram: Diagram) -> Iterator[Problem]:
    """Advice for each question or option that makes no difference, and a fault where ``alike`` says so wrongly."""
    sense = senses(diagram)
    for question in tree.questions.values():
        if question.look or question.name not in diagram.tree.QUESTIONS:
            continue
        groups = alike(question, diagram, sense)
        yield from not_alike(question, groups)
        if len(groups) == 1 and len(groups[0]) > 1:
            yield idle_question(question)
        else:
            yield from idle_options(question, groups)


def alike(question: Question, diagram: Diagram, sense: list[int]) -> list[list[str]]:
    """The answers of a question in groups that no reader can tell apart by the outcome. "Not sure" stands outside."""
    groups: dict[tuple[int, ...], list[str]] = {}
    nodes = list(diagram.at(question.name))
    for answer in question.answers:
        groups.setdefault(tuple(sense[node.ways[answer]] for node in nodes), []).append(answer)
    return [group for group in groups.values() if nodes]


def not_alike(question: Question, groups: list[list[str]]) -> Iterator[Problem]:
    """Options that are said to be alike, and differ from all others."""
    for option in question.alike:
        if [option.text] in groups:
            what = f'"{option}" of "{question.name}" is like no other option: on some path it makes a difference.'
            yield Problem(option.place, "not-alike", what, 'Take it out of "alike", or let it lead where they lead.')


def idle_question(question: Question) -> Problem:
    """A question whose answer never matters."""
    return Problem(
        question.place,
        "idle-question",
        f'No answer to "{question.name}" ever changes the outcome.',
        "Take the question out: each one costs readers time.",
        "advice",
    )


def idle_options(question: Question, groups: list[list[str]]) -> Iterator[Problem]:
    """Options that never differ, unless the writer says that this is so on purpose."""
    meant = {option.text for option in question.alike}
    for group in groups:
        if len(group) > 1 and question.kind != "several" and not {*group} <= meant:
            yield Problem(
                question.at(f"options.{group[1]}"),
                "idle-options",
                f'The options {", ".join(group)} of "{question.name}" never differ in their outcome.',
                f'Make one of them. If people should find themselves among them, add "alike: [{", ".join(group)}]".',
                "advice",
            )
