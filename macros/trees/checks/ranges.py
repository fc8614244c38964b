"""What can be wrong with the ranges of a date or a number."""

from __future__ import annotations

from macros.problems import Problem
from macros.trees.checks import Faults
from macros.trees.model import NOT_SURE, Question, Tree
from macros.trees.ranges import gaps_and_overlaps


def sound_ranges(tree: Tree) -> Faults:
    """Dates and numbers have ranges that tile, each with words; choices and tick lists have none."""
    for question in tree.questions.values():
        counted = question.kind in ("date", "number")
        if question.ranges and not counted:
            yield Problem(
                question.place,
                "ranges-without-kind",
                f'"{question.name}" has ranges but asks for no date or number.',
                'Add "kind: date" or "kind: number".',
            )
        if counted and set(question.ranges) != set(question.options) - {NOT_SURE}:
            yield Problem(
                question.place,
                "ranges-and-options",
                f'The ranges and the options of "{question.name}" differ.',
                "Give each range an option of the same id, with the words a reader chooses.",
            )
        yield from tiling(question)


def tiling(question: Question) -> Faults:
    """No gap between ranges, no overlap, none that holds nothing."""
    for name, stretch in question.ranges.items():
        if stretch.start and stretch.end and stretch.start >= stretch.end:
            yield Problem(
                stretch.place, "range-gap", f'The range "{name}" holds nothing.', "Put the smaller number first."
            )
    for name, what in gaps_and_overlaps(question.ranges, "years" if question.kind == "date" else ""):
        yield Problem(
            question.ranges[name].place, "range-gap", what, "Let each range begin where the one before it ends."
        )
