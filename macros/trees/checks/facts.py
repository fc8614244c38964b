"""What can be wrong with a condition: what it reads, what it holds that against, and when."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Place, Problem, did_you_mean
from macros.trees import graph
from macros.trees.checks import Faults
from macros.trees.conditions import ORDERED, Compare, comparisons
from macros.trees.model import NOT_SURE, VERDICTS, Tree

ENDS = (*VERDICTS, "goto")


def read(tree: Tree) -> Iterator[Compare]:
    """Every comparison in the tree, but for those that speak of the verdict."""
    looks = [look.when for question in tree.questions.values() for look in question.look]
    claims = [condition for claim in tree.always for condition in (claim.when, claim.given)]
    for condition in (*looks, *claims):
        yield from comparisons(condition) if condition else ()


def known_facts(tree: Tree) -> Faults:
    """Every condition speaks of a question of this tree that asks something."""
    for compare in read(tree):
        if compare.fact != "verdict":
            yield from unknown_fact(tree, compare.fact, compare.places[0])


def unknown_fact(tree: Tree, name: str, place: Place) -> Faults:
    """A name that should be that of a question with an answer."""
    asking = [name for name, question in tree.questions.items() if not question.look]
    if name not in asking:
        what = f'No question of this tree is called "{name}".'
        if name in tree.questions:
            what = f'"{name}" asks nothing, so it has no answer.'
        fix = did_you_mean(name, asking) or f"Questions that ask: {', '.join(asking)}."
        yield Problem(place, "unknown-fact", what, fix)


def verdict_in_claims(tree: Tree) -> Faults:
    """On the way through a tree there is no verdict yet: only claims may speak of it."""
    for question in tree.questions.values():
        for compare in (one for look in question.look if look.when for one in comparisons(look.when)):
            if compare.fact == "verdict":
                yield Problem(
                    compare.places[0],
                    "verdict-too-soon",
                    f'"{question.name}" looks at the verdict, which is not known before the end.',
                    "Look at answers. Only claims speak of the verdict.",
                )


def values_of(tree: Tree, fact: str) -> tuple[str, ...]:
    """All that a fact can be; nothing for one that the tree does not have."""
    if fact == "verdict":
        return ENDS
    asked = tree.questions.get(fact)
    return (*asked.answers, NOT_SURE) if asked and not asked.look else ()


def known_values(tree: Tree) -> Faults:
    """Every comparison is with something the fact can be."""
    for compare in read(tree):
        values = values_of(tree, compare.fact)
        for value, place in zip(compare.values, compare.places[1:], strict=True):
            if values and value not in values:
                yield unknown_answer(compare.fact, value, values, place)


def unknown_answer(fact: str, value: str, values: tuple[str, ...], place: Place) -> Problem:
    """A value that the fact never has."""
    fix = did_you_mean(value, values) or f"It can be: {', '.join(values)}."
    return Problem(place, "unknown-answer", f'"{fact}" is never "{value}".', fix)


def known_order(tree: Tree) -> Faults:
    """Only verdicts and ranges have an order, and "not sure" stands outside it."""
    for compare in read(tree):
        asked = tree.questions.get(compare.fact)
        ladder = VERDICTS if compare.fact == "verdict" else asked.ranges if asked else {}
        value = compare.values[0]
        if compare.sign in ORDERED and value not in ladder and value in values_of(tree, compare.fact):
            what = (
                f'"{value}" has no place in an order.' if ladder else f'The answers to "{compare.fact}" have no order.'
            )
            yield Problem(compare.places[1], "no-order", what, 'Use = or "in".')


def known_in_time(tree: Tree) -> Faults:
    """A look reads only what has been asked on every path that leads to it."""
    known = graph.surely_known(tree)
    for name, question in tree.questions.items():
        for compare in (one for look in question.look if look.when for one in comparisons(look.when)):
            asked = tree.questions.get(compare.fact)
            if asked and not asked.look and compare.fact not in known.get(("question", name), (compare.fact,)):
                yield Problem(
                    compare.places[0],
                    "read-too-soon",
                    f'"{name}" can be reached before "{compare.fact}" is asked.',
                    f'Ask "{compare.fact}" earlier, or look only where it has been asked.',
                )


def days_in_time(tree: Tree) -> Faults:
    """A day is counted from a date that was asked for on every path to the outcome."""
    known = graph.surely_known(tree)
    for name, outcome in tree.outcomes.items():
        start = outcome.until.question if outcome.until else None
        if start and ("outcome", name) in known and start.text not in known["outcome", name]:
            yield Problem(
                start.place,
                "read-too-soon",
                f'Outcome "{name}" can be reached before "{start}" is asked.',
                "Make two outcomes of it: one with the day, and one without.",
            )
