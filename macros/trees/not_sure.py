"""Proves the law of "not sure": it never ends in a yes, unless every known answer in its place would too."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.trees.model import NOT_SURE, VERDICTS, Tree
from macros.trees.paths import Path

YES = VERDICTS["yes-if"]
NO_YES = max(VERDICTS.values()) + 1


def not_sure_says_yes(tree: Tree, paths: list[Path]) -> Iterator[Problem]:
    """Each question where "not sure" gets a yes that some known answer, all else equal, does not get."""
    for name, question in tree.questions.items():
        found = None if question.look else first_breach(name, paths)
        if found:
            unsure, known = found
            answer = known.known()[name]
            yield Problem(
                question.at("go.not-sure"),
                "not-sure-says-yes",
                f'"not-sure" to "{name}" can end in "{unsure.outcome}" ({unsure.verdict}), where "{answer}" ends in '
                f'"{known.outcome}" ({known.verdict}): {{ {known.way} }}.',
                'Let "not-sure" lead to an outcome that asks, or to the more careful answer.',
            )


def first_breach(name: str, paths: list[Path]) -> tuple[Path, Path] | None:
    """A path that is not sure and gets a yes, and one that is sure, else the same, and gets something less."""
    before: dict[tuple[object, ...], list[Path]] = {}
    for path in paths:
        if name in path.answers and path.answers[name] != NOT_SURE:
            before.setdefault(way_to(name, path), []).append(path)
    for unsure in paths:
        if unsure.answers.get(name) == NOT_SURE and rank(unsure) <= YES:
            for known in before.get(way_to(name, unsure), []):
                if rank(known) > rank(unsure) and agree(unsure, known, name):
                    return unsure, known
    return None


def way_to(name: str, path: Path) -> tuple[object, ...]:
    """The answers before a question."""
    answers = list(path.answers.items())
    return tuple(answers[: list(path.answers).index(name)])


def agree(one: Path, other: Path, but: str) -> bool:
    """Whether two paths have the same answer to every question they share, but for one."""
    return all(other.answers.get(name, answer) == answer for name, answer in one.answers.items() if name != but)


def rank(path: Path) -> int:
    """How permissive a path's verdict is, 0 for the most; a hand-over is no yes."""
    return VERDICTS.get(path.verdict, NO_YES)
