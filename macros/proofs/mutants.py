"""Tries every slip of a hand on a tree, and finds those that no claim, no example and no other proof would notice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType, ModuleType
from typing import cast

from macros.browser.machine import CompiledTree
from macros.browser.states import TooWideError
from macros.clauses.model import Policy
from macros.problems import Problem, did_you_mean, faults
from macros.proofs.citations import check_citations
from macros.proofs.diagram import Diagram, draw
from macros.proofs.mutations import Mutation, mutations
from macros.proofs.pins import pin, sides_differ
from macros.proofs.prove import PROOFS
from macros.proofs.records import in_a_row, wrong
from macros.proofs.same import difference
from macros.trees.checker import check_graph, check_tree
from macros.trees.compiler import tree_data
from macros.trees.examples import try_examples
from macros.trees.functions import write_functions
from macros.trees.handovers import check_handovers
from macros.trees.model import Text, Tree
from macros.trees.rounds import check_rounds

MOST_NAMED = 5
# Not sound: no tree at all. Same: leads every answer where it led before. Neither is a mutant.
# Untried: whether it leads anywhere else is too much to work out, so nobody knows.
UNSOUND, SAME, UNTRIED, CAUGHT, LIVING = "unsound", "same", "untried", "caught", "living"


@dataclass(frozen=True)
class Mutant:
    """A slip that nothing notices, with an example that would; without one where it is too much to find."""

    mutation: Mutation
    example: str


@dataclass(frozen=True)
class Trial:
    """What became of all the slips of a tree."""

    tree: str
    fates: Mapping[str, int]
    living: tuple[Mutant, ...]


@dataclass(frozen=True)
class Bench:
    """What every slip of a tree is held against."""

    tree: Tree
    original: Diagram
    trees: Mapping[str, Tree]
    compiled: Mapping[str, CompiledTree]
    titles: Mapping[str, str]
    policy: Policy


def try_mutations(name: str, trees: Mapping[str, Tree], compiled: Mapping[str, CompiledTree], policy: Policy) -> Trial:
    """Every slip of one tree of a sound folder."""
    titles = {other: tree.title for other, tree in trees.items()}
    bench = Bench(trees[name], draw(compile_quickly(trees[name], titles)), trees, compiled, titles, policy)
    fates: Counter[str] = Counter()
    living: list[Mutant] = []
    for mutation in mutations(trees[name]):
        fate, differs = fate_of(mutation, bench)
        fates[fate] += 1
        if fate == LIVING:
            living.append(Mutant(mutation, example_for(mutation, bench, differs)))
    return Trial(name, fates, tuple(living))


def example_for(mutation: Mutation, bench: Bench, differs: Mapping[str, str] | None) -> str:
    """An example that would notice a slip, or nothing where the tree is too wide to find one."""
    try:
        return pin(mutation, bench.tree, bench.original, differs)
    except TooWideError:
        return ""


def told(trial: Trial, harmless: Mapping[str, Text]) -> Iterator[Problem]:
    """A fault for each spot where a slip would go unseen, with an example that sees it; and reasons out of date."""
    spots: dict[tuple[str, str], list[Mutant]] = {}
    for mutant in trial.living:
        if mutant.mutation.name not in harmless:
            spots.setdefault((mutant.mutation.kind, mutant.mutation.spot), []).append(mutant)
    for mutants in spots.values():
        yield unseen(mutants)
    living = {mutant.mutation.name for mutant in trial.living}
    for name, reason in harmless.items():
        if name not in living:
            what = f'No slip of "{trial.tree}" called "{name}" goes unseen.'
            fix = did_you_mean(name, living) or "Take the line out."
            yield wrong(reason.place, what, fix)


def unseen(mutants: list[Mutant]) -> Problem:
    """A spot of a tree where nothing notices a slip, or several."""
    slips = [mutant.mutation for mutant in mutants]
    now = [slip.now for slip in slips]
    listed = in_a_row(now, "", "or", MOST_NAMED)
    what = f"{slips[0].was}; nothing notices if it {'leads to' if slips[0].kind == 'way' else 'is'} {listed} instead."
    example = f"this example: {mutants[0].example}" if mutants[0].example else "an example that would."
    fix = f'Add a claim, or {example} If no harm could come of it, record "{slips[0].name}".'
    return Problem(slips[0].place, "living-mutant", what, fix)


def fate_of(mutation: Mutation, bench: Bench) -> tuple[str, Mapping[str, str] | None]:
    """What becomes of one slip, the quickest trials first; and answers that it leads elsewhere."""
    check = check_tree(mutation.tree, bench.policy) if mutation.kind == "verdict" else check_graph(mutation.tree)
    if faults(check):
        return UNSOUND, None
    compiled = compile_quickly(mutation.tree, bench.titles)
    if try_examples(mutation.tree, compiled):
        return CAUGHT, None
    try:
        diagram = draw(compiled)
        differs = difference(bench.original, diagram) if mutation.kind in ("way", "look") else None
    except TooWideError:
        return UNTRIED, None
    if says_the_same(mutation, bench, differs):
        return SAME, None
    return (CAUGHT if is_noticed(mutation, diagram, bench) else LIVING), differs


def says_the_same(mutation: Mutation, bench: Bench, differs: Mapping[str, str] | None) -> bool:
    """Whether a slip changes nothing for any reader."""
    if mutation.cuts:
        return not sides_differ(bench.tree.questions[mutation.about], mutation.cuts[0], bench.original)
    return mutation.kind != "verdict" and differs is None


def is_noticed(mutation: Mutation, diagram: Diagram, bench: Bench) -> bool:
    """Whether a claim, or any other proof, finds a fault in the tree with the slip."""
    if mutation.cuts:
        return False  # Claims speak of ranges, whose names stay. Only an example has a date or a number.
    try:
        return any(problem.level == "fault" for problem in proofs(mutation.tree, diagram, bench))
    except TooWideError:
        return False


def proofs(tree: Tree, diagram: Diagram, bench: Bench) -> Iterator[Problem]:
    """All that `policy check` would prove, one after another."""
    for proof in PROOFS:
        yield from proof(tree, diagram)
    yield from check_citations(tree, bench.policy)
    trees = {**bench.trees, tree.name: tree}
    yield from check_handovers(trees)
    yield from check_rounds(trees, {**bench.compiled, tree.name: diagram.tree})


def compile_quickly(tree: Tree, titles: Mapping[str, str]) -> CompiledTree:
    """The compiled tree without its quotes and its source: what the machine needs. Functions are compiled once."""
    module = ModuleType(tree.name.replace("-", "_"))
    module.__dict__.update(tree_data(tree, titles, {}, {}, ""))
    for source in write_functions(tree):
        exec(code(source), module.__dict__)  # noqa: S102 - our own compiler wrote it
    return cast("CompiledTree", module)


@lru_cache(maxsize=10_000)
def code(source: str) -> CodeType:
    """A function's source, compiled."""
    return compile(source, "<mutant>", "exec")
