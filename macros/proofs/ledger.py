"""Writes a tree's ledger: every path, merged where answers do not matter, so that a review shows which answers moved.

Answers that lead to the same place stand together (``no | not-sure``), and a question that makes no difference on a
path does not stand there. The lines keep the order of the file, so that a change moves only the lines it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from macros.problems import Place, Problem
from macros.proofs.diagram import Diagram, Node, senses
from macros.proofs.records import LEDGER, in_a_row
from macros.trees.model import HOLD_AND_ASK, LOWEST, Question, Tree
from macros.trees.ranges import describe

MOST_LINES = 20_000
HEADER = """\
{title}
Every path of decision_trees/{name}.yml: its answers => the verdict, the outcome and the clauses it cites.
Answers with | between them lead to the same place. A question that makes no difference there is left out.
Written by `policy ledger`; a change in the tree changes this file, and nothing else should.
"""
CAPPED = """\
… and {more:,} more lines. Nobody can read so long a list: let a part of the tree be a tree of its own, and hand over.
Every path is proved all the same.
"""

# For each sense of a diagram (a question in which some answer matters, or an outcome) a node that has it.
Merged = Mapping[int, Node]


def path_of(tree: str) -> str:
    """Where a tree's ledger lies."""
    return f"{LEDGER}/{tree}.txt"


def write_ledger(tree: Tree, diagram: Diagram) -> str:
    """The whole file."""
    sense = senses(diagram)
    merged = {sense[at]: node for at, node in enumerate(diagram.nodes) if matters(at, node, sense)}
    start, many = sense[diagram.start], count(merged, sense)
    ranges = "".join(f"{line}\n" for line in ranges_in_words(tree))
    lines = islice(rows(tree, diagram, (merged, sense), start), MOST_LINES)
    parts = [HEADER.format(title=tree.title, name=tree.name), ranges, "".join(f"{line}\n" for line in lines)]
    if many[start] > MOST_LINES:
        parts.append(CAPPED.format(more=many[start] - MOST_LINES))
    return "\n".join(part for part in parts if part)


def matters(number: int, node: Node, sense: list[int]) -> bool:
    """Whether a node is an outcome, or a question of which some answer makes a difference."""
    return node.kind == "outcome" or all(sense[way] != sense[number] for way in node.ways.values())


def count(merged: Merged, sense: list[int]) -> dict[int, int]:
    """How many lines begin at each merged node."""
    lines: dict[int, int] = {}
    for at in sorted(merged):  # Each sense is numbered after all that it leads to.
        ways = {sense[way] for way in merged[at].ways.values()}
        lines[at] = sum(lines[way] for way in ways) if ways else 1
    return lines


def rows(tree: Tree, diagram: Diagram, whole: tuple[Merged, list[int]], start: int) -> Iterator[str]:
    """Every line, in the order of the options in the file."""
    merged, sense = whole
    waiting: list[tuple[int, tuple[str, ...]]] = [(start, ())]
    while waiting:
        at, answers = waiting.pop()
        node = merged[at]
        if node.kind == "outcome":
            yield f"{', '.join(answers) or 'whatever is answered'} => {end_of(tree, diagram, node.name)}"
            continue
        groups: dict[int, list[str]] = {}
        for answer, way in node.ways.items():
            groups.setdefault(sense[way], []).append(answer)
        after = [(to, (*answers, f"{node.name}: {' | '.join(given)}")) for to, given in groups.items()]
        waiting += reversed(after)


def end_of(tree: Tree, diagram: Diagram, name: str) -> str:
    """Where a line ends: ``no: two-years (5.2)``, or for a hand-over ``goto: abuse, on to online-abuse``."""
    outcome = tree.outcomes.get(name)
    if name != HOLD_AND_ASK and outcome and outcome.goto:
        carried = ", ".join(f"{question}: {answer}" for question, answer in outcome.knowing.items())
        return f"goto: {name}, on to {outcome.goto}" + (f" knowing {carried}" if carried else "")
    return f"{diagram.verdict(name)}: {name} ({', '.join(diagram.tree.OUTCOMES[name]['because'])})"


def ranges_in_words(tree: Tree) -> Iterator[str]:
    """What the ranges in the lines stand for: ``age: too-young = under 13 years; old-enough = 13 years or over``."""
    for question in tree.questions.values():
        if question.ranges:
            yield f"{question.name}: " + "; ".join(f"{name} = {said(question, name)}" for name in question.ladder)


def said(question: Question, name: str) -> str:
    """A range in words."""
    stretch = question.ranges[name]
    return describe(stretch.start or LOWEST, stretch.end, "years" if question.kind == "date" else "")


def stale(written: Mapping[str, str], due: Mapping[str, str]) -> Iterator[Problem]:
    """One advice for all the ledgers that are behind their trees, or belong to none. Both go from tree to text."""
    behind = [name for name, text in due.items() if written.get(name) != text]
    if behind:
        what = f"The ledger is behind the {in_a_row(behind, 'tree')}."
        fix = "Run `policy ledger`, and look at what changed in it. Without a command line, leave that to the release."
        yield Problem(Place(path_of(behind[0])), "stale-ledger", what, fix, "advice")
    for name in written:
        if name not in due:
            what, fix = f'There is no tree "{name}" any more.', "Run `policy ledger`: it takes the file out."
            yield Problem(Place(path_of(name)), "stale-ledger", what, fix, "advice")
