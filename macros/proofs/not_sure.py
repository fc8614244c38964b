"""Proves the law of "not sure": it never ends in a yes, unless every known answer in its place would too.

A hand-over is no yes: the tree it leads to asks afresh, and the law is proved there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.problems import Problem
from macros.proofs.diagram import Diagram, Node, extremes
from macros.proofs.walks import Pair, pairs
from macros.trees.model import NOT_SURE, VERDICTS, Question, Tree

YES = VERDICTS["yes-if"]
NO_YES = max(VERDICTS.values()) + 1


def not_sure_says_yes(tree: Tree, diagram: Diagram) -> Iterator[Problem]:
    """Each question where "not sure" gets a yes that some known answer, all else equal, does not get."""
    reach = extremes(diagram, VERDICTS, NO_YES)

    def worth(unsure: int, known: int) -> bool:
        """Whether the first can still end in a yes, and the other in something more careful than that."""
        mildest, strictest = reach[unsure][0], reach[known][1]
        return mildest <= YES and mildest < strictest

    for question in tree.questions.values():
        for node in diagram.at(question.name):
            found = first_breach(diagram, node, worth)
            if found:
                yield breach(question, diagram, *found)
                break


def first_breach(diagram: Diagram, node: Node, worth: Callable[[int, int], bool]) -> tuple[str, Pair] | None:
    """A known answer, and the two outcomes: that of "not sure" first."""
    for answer, to in node.ways.items():
        for pair in pairs(diagram, node.ways[NOT_SURE], to, worth=worth) if answer != NOT_SURE else ():
            unsure, known = (VERDICTS.get(diagram.verdict(end), NO_YES) for end in (pair.one, pair.other))
            if unsure <= YES and known > unsure:
                return answer, pair
    return None


def breach(question: Question, diagram: Diagram, answer: str, pair: Pair) -> Problem:
    """The law broken at a question."""
    then = ", ".join(f"{name}: {given}" for name, given in pair.answers.items())
    after = f" when it goes on with {{ {then} }}" if then else ""
    return Problem(
        question.at("go.not-sure"),
        "not-sure-says-yes",
        f'"not-sure" to "{question.name}" can end in "{pair.one}" ({diagram.verdict(pair.one)}), where "{answer}" '
        f'ends in "{pair.other}" ({diagram.verdict(pair.other)}){after}.',
        'Let "not-sure" lead to an outcome that asks, or to the more careful answer.',
    )
