"""What the built page can say of why: only what is so on every way to an outcome, for there all ways are one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.browser import explain
from macros.browser.explain import Change
from macros.browser.machine import Answer, CompiledTree
from macros.pages.steps import BuiltStep

MOST_WAYS = 20_000  # A tree with more is shown without.


@dataclass(frozen=True)
class Why:
    """The answers that decided an outcome, and what would change it; nothing where the ways to it differ."""

    decided: Mapping[str, Answer]
    change: Change | None


def whys(tree: CompiledTree, steps: Mapping[str, BuiltStep]) -> dict[str, Why]:
    """For each outcome of the built page, by the id of its step, what is so of every way to it."""
    decided: defaultdict[str, set[tuple[tuple[str, Answer], ...]]] = defaultdict(set)
    changes: defaultdict[str, set[Change | None]] = defaultdict(set)
    for number, (end, answers) in enumerate(every_way(steps)):
        if number == MOST_WAYS:
            return {}
        if len(decided[end]) < 2:  # noqa: PLR2004 - once two ways differ, there is no need to look further
            names = () if tree.OUTCOMES[steps[end].step.name]["goto"] else explain.decided_by(tree, answers) or ()
            decided[end].add(tuple((name, answers[name]) for name in names))
        if len(changes[end]) < 2:  # noqa: PLR2004 - as above
            changes[end].add(explain.nearest_change(tree, answers))
    return {
        end: Why(
            dict(decided[end].pop()) if len(decided[end]) == 1 else {},
            changes[end].pop() if len(changes[end]) == 1 else None,
        )
        for end in list(decided)
    }


def every_way(steps: Mapping[str, BuiltStep]) -> Iterator[tuple[str, dict[str, Answer]]]:
    """Every way through the built page: the outcome it ends in, and the answers."""
    waiting: list[tuple[str, dict[str, Answer]]] = [(next(iter(steps)), {})]
    while waiting:
        name, answers = waiting.pop()
        step = steps[name]
        if step.step.kind == "outcome":
            yield name, answers
        waiting += [(after, {**answers, step.step.name: answer}) for answer, after in step.ways.items()]
