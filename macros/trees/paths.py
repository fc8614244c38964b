"""Every path through a compiled tree, walked by the machine itself: what it knows is what a reader gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.browser import machine
from macros.browser.machine import Answer, CompiledTree
from macros.trees.model import Tree

MOST_PATHS = 50_000


class TooManyPathsError(ValueError):
    """A tree has more paths than can be listed one by one."""


@dataclass(frozen=True)
class Path:
    """One way through a tree, from the first question to an outcome."""

    answers: Mapping[str, Answer]
    facts: Mapping[str, Answer]
    outcome: str
    verdict: str
    clauses: tuple[str, ...]
    end: str = ""

    @property
    def way(self) -> str:
        """The answers as an example would have them."""
        return ", ".join(f"{question}: {in_words(answer)}" for question, answer in self.answers.items())

    def as_json(self) -> dict[str, Any]:
        """The path as ``policy paths --json`` prints it."""
        return {
            "answers": dict(self.answers),
            "facts": dict(self.facts),
            "outcome": self.outcome,
            "verdict": self.verdict,
            "clauses": list(self.clauses),
        }

    def __str__(self) -> str:
        return f"{self.way} ⇒ {self.verdict} {self.outcome} ({', '.join(self.clauses)})"

    def known(self) -> dict[str, str]:
        """The answers as conditions see them, with the verdict beside them; a tick list is "none" or "any"."""
        plain = {
            name: answer if isinstance(answer, str) else ("any" if answer else "none")
            for name, answer in self.answers.items()
        }
        return {**plain, "verdict": self.verdict}


def every_path(tree: CompiledTree) -> Iterator[Path]:
    """All paths, in the order of the options in the file. Raises TooManyPathsError beyond ``MOST_PATHS``."""
    waiting = [machine.Step("question", tree.FIRST)]
    count = 0
    while waiting:
        step = waiting.pop()
        if step.kind == "outcome":
            count += 1
            if count > MOST_PATHS:
                raise TooManyPathsError(f"{tree.TREE} has more than {MOST_PATHS} paths.")
            yield path_to(tree, step)
        else:
            answers = machine.every_answer(tree, step.name)
            waiting += [
                machine.after(tree, step.name, {**step.answers, step.name: answer}) for answer in reversed(answers)
            ]


def path_to(tree: CompiledTree, step: machine.Step) -> Path:
    """The path that ends at an outcome. A hand-over has verdict "goto", the other tree as its outcome, no clauses."""
    ends = tree.OUTCOMES[step.name]
    return Path(
        step.answers,
        machine.facts(tree, step.answers),
        ends["goto"] or step.name,
        ends["verdict"],
        tuple(ends["because"]),
        step.name,
    )


def in_words(answer: Answer) -> str:
    """One answer, ticks in brackets."""
    return answer if isinstance(answer, str) else f"[{', '.join(answer)}]"


def examples_as_json(tree: Tree, compiled: CompiledTree) -> list[dict[str, Any]]:
    """A tree's examples as ``policy paths --json`` prints them: the answers as written, the end as a path has it."""
    return [
        {
            "name": example.name,
            "answers": dict(example.answers),
            "outcome": compiled.OUTCOMES[example.outcome.text]["goto"] or example.outcome.text,
            "verdict": compiled.OUTCOMES[example.outcome.text]["verdict"],
            **({"today": example.today.text} if example.today else {}),
        }
        for example in tree.examples
    ]
