"""A folder of trees, from YAML to Python: each read and checked, all checked together, compiled, and tried."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from macros.clauses.model import Policy
from macros.problems import Place, Problem, faults
from macros.proofs.diagram import Diagram
from macros.proofs.prove import prove
from macros.trees.checker import check_tree
from macros.trees.compiler import ALWAYS_QUOTED, compile_tree, load_compiled
from macros.trees.examples import try_examples
from macros.trees.handovers import Compiled, arrivals, check_handovers
from macros.trees.loader import load_tree
from macros.trees.model import Tree
from macros.trees.rounds import check_rounds

LONGEST = 400  # letters


@dataclass(frozen=True)
class Folder:
    """The trees by name, the Python and the diagram of each, and all that is wrong. With a fault there is no Python.

    ``is_tried`` says whether the trees were sound enough for their claims and examples to be tried.
    """

    trees: Mapping[str, Tree]
    sources: Mapping[str, str]
    problems: tuple[Problem, ...]
    diagrams: Mapping[str, Diagram] = field(default_factory=dict, compare=False)
    is_tried: bool = False


def read_folder(files: Mapping[str, str], policy: Policy, parameters: Mapping[str, str]) -> Folder:
    """The trees of some files, given as path and text."""
    trees: dict[str, Tree] = {}
    problems: list[Problem] = []
    for path, text in files.items():
        tree, told = load_tree(path, text, parameters)
        problems += told
        if tree:
            problems += check_tree(tree, policy, told)
            trees[tree.name] = tree
    problems += always_quoted(policy) if trees else ()
    if not faults(problems):
        problems += check_handovers(trees)
    sources = {} if faults(problems) else compile_all(trees, policy)
    compiled = {name: load_compiled(source, name) for name, source in sources.items()}
    problems += check_rounds(trees, compiled) if compiled else ()
    again = {} if faults(problems) else compile_carrying(trees, policy, compiled)
    sources |= again
    compiled |= {name: load_compiled(source, name) for name, source in again.items()}
    diagrams: dict[str, Diagram] = {}
    is_tried = not faults(problems)
    for name, module in compiled.items() if is_tried else ():
        diagram, found = prove(trees[name], module)
        problems += [*try_examples(trees[name], module), *found]
        if diagram:
            diagrams[name] = diagram
    is_sound = not faults(problems)
    told = tuple(sorted(map(on_one_line, problems)))
    return Folder(trees, sources if is_sound else {}, told, diagrams if is_sound else {}, is_tried)


def on_one_line(problem: Problem) -> Problem:
    """A problem that quotes the file, which may be long there and go over lines, as one line that can be read."""
    what = textwrap.shorten(problem.what, LONGEST, placeholder=" …")
    return replace(problem, what=what, fix=" ".join(problem.fix.split()))


def always_quoted(policy: Policy) -> Iterator[Problem]:
    """The clauses of the safety note and the reminders, which stand beside answers of any tree."""
    for number in ALWAYS_QUOTED:
        if number not in policy:
            what = f'The policy has no clause "{number}", which the safety note or the reminders cite beside answers.'
            yield Problem(Place("docs/policy"), "unknown-clause", what, "Keep a clause of that number.")


def compile_all(trees: Mapping[str, Tree], policy: Policy) -> dict[str, str]:
    """The Python of every tree. A hand-over names the title of the tree it leads to."""
    titles = {name: tree.title for name, tree in trees.items()}
    return {name: compile_tree(tree, policy, titles) for name, tree in trees.items()}


def compile_carrying(trees: Mapping[str, Tree], policy: Policy, compiled: Compiled) -> dict[str, str]:
    """Once more the trees that carry answers: now that all can be stepped through, it is known where these lead."""
    titles = {name: tree.title for name, tree in trees.items()}
    carrying = {name: arrivals(tree, compiled) for name, tree in trees.items()}
    return {name: compile_tree(trees[name], policy, titles, found) for name, found in carrying.items() if found}
