"""What can be wrong with the ranges of a date or a number."""

from __future__ import annotations

from macros.problems import Problem, did_you_mean, nearest
from macros.trees.checks import Faults
from macros.trees.model import LOWEST, NOT_SURE, Question, Tree
from macros.trees.ranges import gaps_and_overlaps


def sound_ranges(tree: Tree) -> Faults:
    """Dates and numbers have ranges, the other kinds have none."""
    for question in tree.questions.values():
        has_ranges = "ranges" in question.places
        if has_ranges and not is_counted(question) and not question.look:
            yield Problem(
                question.at("ranges"),
                "ranges-without-kind",
                f'"{question.name}" has ranges, but asks for no date or number.',
                'Add "kind: date" or "kind: number".',
            )
        if is_counted(question) and not has_ranges and not question.look:
            yield Problem(
                question.at("kind"),
                "no-ranges",
                f'"{question.name}" asks for a {question.kind}, but has no ranges.',
                'Add "ranges:", and below it an id and a wording for each, such as recent: within 2 years.',
            )


def is_counted(question: Question) -> bool:
    """Whether what is answered is counted, and sorted into ranges."""
    return question.kind in ("date", "number")


def ranges_are_options(tree: Tree) -> Faults:
    """Each range can be chosen, for want of a date; and each option of a date or a number is a range."""
    for question in tree.questions.values():
        ranges = [key.partition(".")[2] for key in question.places if key.startswith("ranges.")]
        options = [option for option in question.options if option != NOT_SURE]
        for name in ranges if is_counted(question) else ():
            if name not in options:
                yield Problem(
                    question.at(f"ranges.{name}"),
                    "range-without-option",
                    f'The range "{name}" has no option.',
                    did_you_mean(name, options) or f'Under "options", write "{name}:" and words for the reader.',
                )
        meant = {nearest(name, options) for name in ranges if name not in options}
        for name in options if ranges and is_counted(question) else ():
            if name not in ranges and name not in meant:
                yield Problem(
                    question.at(f"options.{name}"),
                    "option-without-range",
                    f'The option "{name}" of "{question.name}" has no range.',
                    did_you_mean(name, ranges) or f'Under "ranges", write "{name}:" and what it holds.',
                )


def ranges_tile(tree: Tree) -> Faults:
    """No gap between ranges, no overlap. One that could not be read has been told already."""
    for question in tree.questions.values():
        written = sum(key.startswith("ranges.") for key in question.places)
        if len(question.ranges) == written and not any(empty_ranges(question)):
            for name, what, fix in gaps_and_overlaps(question.ranges, "years" if question.kind == "date" else ""):
                yield Problem(question.ranges[name].place, "range-gap", what, fix)


def ranges_hold_something(tree: Tree) -> Faults:
    """No range that ends before it begins."""
    for question in tree.questions.values():
        yield from empty_ranges(question)


def empty_ranges(question: Question) -> Faults:
    """The ranges that hold nothing."""
    for name, stretch in question.ranges.items():
        if stretch.end and (stretch.start or LOWEST) >= stretch.end:
            yield Problem(
                stretch.place,
                "empty-range",
                f'The range "{name}" holds nothing.',
                "Put the smaller number first." if stretch.start else "Nothing is less than 0: take it out.",
            )
