"""Finds what is wrong with a tree by looking at its graph: every fault at once, each with the way out.

A tree without faults can be compiled, and every path through it ends in an outcome. Rules about more than one tree
(hand-overs) are in ``handovers``; claims and examples are tried on the compiled tree.
"""

from __future__ import annotations

from collections.abc import Callable

from macros.clauses.model import Policy
from macros.problems import Problem
from macros.trees.checks import Faults, facts, outcomes, questions, ranges, ways
from macros.trees.model import Tree

FIRST_RULES: tuple[Callable[[Tree], Faults], ...] = (
    questions.starts_by_asking,
    questions.ask_or_look,
    questions.options_have_ways,
    ways.known_targets,
    ranges.sound_ranges,
    outcomes.sound_outcomes,
    facts.known_facts,
)
GRAPH_RULES: tuple[Callable[[Tree], Faults], ...] = (ways.nothing_stranded, facts.known_in_time)


def check_tree(tree: Tree, policy: Policy) -> tuple[Problem, ...]:
    """Every structural fault of one tree. What needs sound targets is looked at only when they are sound."""
    found = [problem for rule in FIRST_RULES for problem in rule(tree)] + list(outcomes.unknown_clauses(tree, policy))
    if not found:
        found = list(ways.cycles(tree))
    if not found:
        found = [problem for rule in GRAPH_RULES for problem in rule(tree)]
    return tuple(sorted(found))
