"""Finds what is wrong with a tree by looking at it: every fault at once, each with the way out.

A tree without faults can be compiled, and every path through it ends in an outcome. Rules about more than one tree
(hand-overs) are in ``handovers``; claims and examples are tried on the compiled tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from macros.clauses.model import Policy
from macros.problems import Problem
from macros.trees.checks import Faults, examples, facts, names, outcomes, questions, ranges, ways
from macros.trees.model import Tree

Rule = Callable[[Tree], Faults]

# Where the ways lead. While one of these finds something, what can be reached is anybody's guess.
RULES_ON_WAYS: tuple[Rule, ...] = (
    questions.ask_or_look,
    questions.looks_end,
    questions.options_have_ways,
    questions.ways_have_options,
    ways.known_targets,
    ways.plain_targets,
)
RULES: tuple[Rule, ...] = (
    questions.starts_by_asking,
    questions.options_have_words,
    ranges.sound_ranges,
    ranges.ranges_are_options,
    ranges.ranges_hold_something,
    ranges.ranges_tile,
    outcomes.outcomes_cite,
    outcomes.reminders_with_yes,
    outcomes.days_from_dates,
    outcomes.only_what_is_shown,
    facts.known_facts,
    facts.verdict_in_claims,
    facts.known_values,
    facts.known_order,
    names.known_verdicts,
    names.known_ladders,
    names.known_differences,
    names.known_options,
    names.only_what_can_be_done,
    names.changes_something,
    examples.known_ends,
    examples.known_questions,
    examples.days_of_examples,
    examples.known_answers,
)
RULES_ON_POLICY = (outcomes.known_clauses, outcomes.living_clauses)
# What the loader tells of a file's shape: it may be that the ways are not what the writer meant.
SHAPE = (
    "wrong-shape",
    "unknown-key",
    "empty-key",
    "missing-key",
    "key-twice",
    "key-not-text",
    "wrong-look",
    "too-deep",
)


def check_tree(tree: Tree, policy: Policy, told: Iterable[Problem] = ()) -> tuple[Problem, ...]:
    """Every structural fault of one tree. Where the loader has ``told`` a fault, no second one is told of that spot."""
    told = tuple(told)
    on_ways = [problem for rule in RULES_ON_WAYS for problem in rule(tree)]
    found = on_ways + [problem for rule in RULES for problem in rule(tree)]
    found += [problem for rule in RULES_ON_POLICY for problem in rule(tree, policy)]
    if not on_ways and not any(problem.code in SHAPE for problem in told):
        found += check_graph(tree)
    spots = {problem.place for problem in told}
    return tuple(sorted({problem for problem in found if problem.place not in spots}))


def check_graph(tree: Tree) -> list[Problem]:
    """What can be reached, and when. A tree that goes round has no before and after."""
    circle = list(ways.cycles(tree))
    in_time = [] if circle else [*facts.known_in_time(tree), *facts.days_in_time(tree)]
    return [*ways.no_question_stranded(tree), *ways.no_outcome_stranded(tree), *circle, *in_time]
