"""Tries a tree's examples on the compiled code, through the same machine the reader gets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.browser import machine
from macros.browser.machine import CompiledTree, Refused
from macros.problems import Problem
from macros.trees.model import Example, Tree
from macros.trees.paths import path_to

ANY_DAY = date(2026, 1, 1)


def try_examples(tree: Tree, compiled: CompiledTree) -> tuple[Problem, ...]:
    """Every example that does not end where it says."""
    return tuple(problem for example in tree.examples for problem in try_example(compiled, example))


def try_example(compiled: CompiledTree, example: Example) -> Iterator[Problem]:
    """One example: its answers are read as the page reads them, then replayed. Answers not asked for are left aside."""
    step = machine.replay(compiled, read_answers(compiled, example))
    if step.kind == "question":
        yield Problem(
            example.at("answers"),
            "example-unfinished",
            f'The example "{example.name}" stops at the question "{step.name}".',
            f'Add an answer for "{step.name}".',
        )
        return
    verdict = compiled.OUTCOMES[step.name]["verdict"]
    wrong = step.name != example.outcome.text
    if wrong or (example.verdict and example.verdict.text != verdict):
        place, instead = example.outcome.place, f'({verdict}), not in "{example.outcome}"'
        if not wrong and example.verdict:
            place, instead = example.verdict.place, f"with the verdict {verdict}, not {example.verdict}"
        yield Problem(
            place,
            "example-fails",
            f'The example "{example.name}" ends in "{step.name}" {instead}.',
            f"Its way: {{ {path_to(compiled, step).way} }}. Change the tree, or the example.",
        )


def read_answers(compiled: CompiledTree, example: Example) -> dict[str, machine.Answer]:
    """The answers of an example as the machine takes them. The checker has seen to it that it does."""
    today = date.fromisoformat(example.today.text) if example.today else ANY_DAY
    answers: dict[str, machine.Answer] = {}
    for question, given in example.answers.items():
        read = machine.read_answer(compiled, question, given, today)
        assert not isinstance(read, Refused)  # noqa: S101 - checks/examples.py
        answers[question] = read[0]
    return answers
