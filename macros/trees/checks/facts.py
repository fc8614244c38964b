"""What can be wrong with a condition: what it reads, what it holds that against, and when."""

from __future__ import annotations

from macros.problems import Place, Problem, did_you_mean
from macros.trees import graph
from macros.trees.checks import Faults
from macros.trees.conditions import Compare, Condition, comparisons
from macros.trees.model import NOT_SURE, VERDICTS, Tree


def known_facts(tree: Tree) -> Faults:
    """Every condition speaks of a question of this tree and of answers it can have."""
    for question in tree.questions.values():
        for look in question.look:
            if look.when:
                yield from unknown_facts(tree, look.when, look.place)
    for claim in tree.always:
        for condition in (claim.when, claim.given):
            if condition:
                yield from unknown_facts(tree, condition, claim.place, verdict=True)
        for verdict in (*claim.verdict, *claim.never):
            if verdict.text not in (*VERDICTS, "goto"):
                yield Problem(
                    verdict.place,
                    "unknown-verdict",
                    f'"{verdict}" is no verdict.',
                    f"Verdicts are: {', '.join(VERDICTS)}.",
                )


def unknown_facts(tree: Tree, condition: Condition, place: Place, *, verdict: bool = False) -> Faults:
    """What a condition names and the tree does not know."""
    for compare in comparisons(condition):
        asked = tree.questions.get(compare.fact)
        if verdict and compare.fact == "verdict":
            yield from unknown_values(compare, (*VERDICTS, "goto"), place)
        elif not asked or not asked.ask:
            yield Problem(
                place,
                "unknown-fact",
                f'No question of this tree is called "{compare.fact}".',
                did_you_mean(compare.fact, [name for name, other in tree.questions.items() if other.ask])
                or "Name a question that asks something.",
            )
        elif compare.sign in ("<", "<=", ">", ">=") and not asked.ranges:
            yield Problem(place, "no-order", f'The answers of "{compare.fact}" have no order.', 'Use = or "in".')
        else:
            yield from unknown_values(compare, (*asked.answers, NOT_SURE), place)


def unknown_values(compare: Compare, values: tuple[str, ...], place: Place) -> Faults:
    """Values that the fact can never have."""
    for value in compare.values:
        if value not in values:
            yield Problem(
                place,
                "unknown-answer",
                f'"{compare.fact}" is never "{value}".',
                did_you_mean(value, values) or f"It can be: {', '.join(values)}.",
            )


def known_in_time(tree: Tree) -> Faults:
    """A look reads only what has been asked on every path that comes to it."""
    known = graph.surely_known(tree)
    for name, facts in known.items():
        for look in tree.questions[name].look:
            for compare in comparisons(look.when) if look.when else ():
                if compare.fact not in facts:
                    yield Problem(
                        look.place,
                        "read-too-soon",
                        f'"{name}" reads "{compare.fact}", but can be come to before that question is asked.',
                        f'Ask "{compare.fact}" earlier, or look only where it has been asked.',
                    )
