"""Writes the example that would notice a slip: a way on which it makes a difference, ready to be pasted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from macros.proofs.diagram import Diagram, senses
from macros.proofs.mutations import Mutation
from macros.proofs.walks import ends, pairs, spots
from macros.proofs.wording import as_given
from macros.trees.model import Cut, Question, Tree

TODAY = date(2026, 11, 22)  # as the examples of our trees have it
DAY = timedelta(days=1)


def pin(mutation: Mutation, tree: Tree, diagram: Diagram, differs: Mapping[str, str] | None) -> str:
    """A line for ``examples``, true of the tree as it is."""
    if mutation.cuts:
        return at_the_cut(tree.questions[mutation.about], mutation.cuts, diagram)
    if mutation.kind == "verdict":
        differs = next(end.answers for end in ends(diagram, frozenset()) if end.outcome == mutation.about)
    return line(diagram, differs or {})


def line(diagram: Diagram, answers: Mapping[str, str], exact: Mapping[str, str] | None = None) -> str:
    """The way these answers take through the tree, as an example. ``exact`` has dates and numbers as they are typed."""
    node, way = diagram.nodes[diagram.start], {}
    while node.kind == "question":
        way[node.name] = (exact or {}).get(node.name) or as_given(diagram, node.name, answers[node.name])
        node = diagram.nodes[node.ways[answers[node.name]]]
    today = f"today: {TODAY}, " if exact and any("-" in given for given in exact.values()) else ""
    given = ", ".join(f"{name}: {answer}" for name, answer in way.items())
    verdict = diagram.verdict(node.name)
    return f'- {{ name: "…", {today}answers: {{ {given} }}, outcome: {node.name}, verdict: {verdict} }}'


def at_the_cut(question: Question, cuts: tuple[Cut, Cut], diagram: Diagram) -> str:
    """A way with the date or the number that a moved cut would take elsewhere."""
    cut, other = cuts
    lower, upper = sides(question, cut)
    for number, _, way in spots(diagram, frozenset()):
        node = diagram.nodes[number]
        if node.kind == "question" and node.name == question.name:
            for pair in pairs(diagram, node.ways[lower], node.ways[upper]):
                side = lower if other < cut else upper
                answers = {**(way.answers() if way else {}), question.name: side, **pair.answers}
                return line(diagram, answers, {question.name: beside(question, cut, is_below=other < cut)})
    raise LookupError(question.name)


def sides(question: Question, cut: Cut) -> tuple[str, str]:
    """The range that ends at a cut, and the one that begins there."""
    lower = next(name for name, stretch in question.ranges.items() if stretch.end == cut)
    return lower, next(name for name, stretch in question.ranges.items() if stretch.start == cut)


def sides_differ(question: Question, cut: Cut, diagram: Diagram) -> bool:
    """Whether it ever matters on which side of a cut an answer is."""
    lower, upper = sides(question, cut)
    sense = senses(diagram)
    return any(sense[node.ways[lower]] != sense[node.ways[upper]] for node in diagram.at(question.name))


def beside(question: Question, cut: Cut, *, is_below: bool) -> str:
    """The last number or date below a cut, or the first above it, as people type it."""
    years, later = cut
    if question.kind == "number":
        return str(years - 1 if is_below else years)
    day = TODAY.replace(year=TODAY.year - years)
    step = {(0, True): DAY, (1, False): -DAY}.get((later, is_below), timedelta(0))
    return str(day + step)
