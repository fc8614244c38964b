"""Makes the slips of a hand: a tree with one way, one verdict, one cut or one condition changed, again and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from macros.problems import Place
from macros.trees import graph
from macros.trees.conditions import Both, Condition, Either, Not
from macros.trees.model import LOWEST, Cut, Look, Outcome, Question, Target, Tree, Verdict

Kind = Literal["way", "verdict", "cut", "look"]


@dataclass(frozen=True)
class Mutation:
    """One slip. ``spot`` names what was changed and ``change`` how, so that both together are its name.

    ``was`` says in words what stands there: ``"yes" of "identity" leads to "young"``; ``now`` what it became. ``about``
    is the question or the outcome that was changed, ``cuts`` the cut of a date or a number before and after.
    """

    kind: Kind
    spot: str
    change: str
    place: Place
    was: str
    now: str
    tree: Tree
    about: str
    cuts: tuple[Cut, Cut] | None = None

    @property
    def name(self) -> str:
        """What it is called in decision_trees/records/mutants.yml."""
        return f"{self.spot} {self.change}"


def mutations(tree: Tree) -> Iterator[Mutation]:
    """Every slip of a sound tree. Some make a tree that is not sound, or one that says the same in other words."""
    before = {name: earlier(tree, name) for name in tree.questions}
    for question in tree.questions.values():
        if question.look:
            yield from other_targets_of_looks(tree, question, before)
            yield from other_looks(tree, question)
        else:
            yield from other_targets(tree, question, before)
            yield from other_cuts(tree, question)
    for outcome in tree.outcomes.values():
        yield from other_verdicts(tree, outcome)


def earlier(tree: Tree, name: str) -> frozenset[str]:
    """The questions that lead to a question, and itself: a way to one of these would go round."""
    at = ("question", name)
    return frozenset(other for other in tree.questions if at in graph.reachable(tree, ("question", other)))


def targets(tree: Tree, besides: Target, never: frozenset[str]) -> Iterator[Target]:
    """Every other place a way could lead to."""
    at = graph.resolve(tree, besides)
    steps = [("question", name) for name in tree.questions if name not in never]
    steps += [("outcome", name) for name in tree.outcomes]
    for kind, name in steps:
        if (kind, name) != at:
            yield Target(name, besides.place, "question" if kind == "question" else "outcome")


def other_targets(tree: Tree, question: Question, before: Mapping[str, frozenset[str]]) -> Iterator[Mutation]:
    """Each way of a question, leading elsewhere."""
    for answer, target in question.go.items():
        was = f'"{answer}" of "{question.name}" leads to {in_words(tree, target)}'
        for other in targets(tree, target, before[question.name]):
            changed = with_question(tree, replace(question, go={**question.go, answer: other}))
            spot, now = f"{question.name} {answer}", in_words(tree, other)
            yield Mutation("way", spot, to(tree, other), target.place, was, now, changed, question.name)


def other_targets_of_looks(tree: Tree, question: Question, before: Mapping[str, frozenset[str]]) -> Iterator[Mutation]:
    """Each line of a look, leading elsewhere."""
    for at, look in enumerate(question.look):
        was = f'Line {at + 1} of "{question.name}" leads to {in_words(tree, look.go)}'
        for other in targets(tree, look.go, before[question.name]):
            changed = with_line(tree, question, at, replace(look, go=other))
            spot, now = f"{question.name} {at + 1}", in_words(tree, other)
            yield Mutation("way", spot, to(tree, other), look.go.place, was, now, changed, question.name)


def in_words(tree: Tree, target: Target) -> str:
    """A target as a writer names it, with its kind where the name could be either."""
    kind, name = graph.resolve(tree, target)
    return f'{kind} "{name}"' if name in tree.questions and name in tree.outcomes else f'"{name}"'


def to(tree: Tree, target: Target) -> str:
    """The same in the name of a mutation."""
    return f"to {in_words(tree, target).replace(chr(34), '')}"


def with_question(tree: Tree, question: Question) -> Tree:
    """The tree with one question changed."""
    return replace(tree, questions={**tree.questions, question.name: question})


def with_line(tree: Tree, question: Question, at: int, look: Look) -> Tree:
    """The tree with one line of a look changed."""
    lines = (*question.look[:at], look, *question.look[at + 1 :])
    return with_question(tree, replace(question, look=lines))


def other_looks(tree: Tree, question: Question) -> Iterator[Mutation]:
    """Each condition of a look: its line dropped, or read after the next; turned round; without one of its parts."""
    lines = question.look
    for at, look in enumerate(lines):
        if look.when is None:
            continue
        was, spot = f'Line {at + 1} of "{question.name}" is read in its turn', f"{question.name} {at + 1}"

        def slip(change: str, now: str, changed: tuple[Look, ...], was: str = was, spot: str = spot) -> Mutation:
            tree_now = with_question(tree, replace(question, look=changed))
            return Mutation("look", spot, change, question.look[at].place, was, now, tree_now, question.name)  # noqa: B023

        yield slip("dropped", "dropped", (*lines[:at], *lines[at + 1 :]))
        if lines[at + 1].when:
            yield slip("swapped", "swapped with the next", (*lines[:at], lines[at + 1], look, *lines[at + 2 :]))
        yield slip("turned", "turned round", (*lines[:at], replace(look, when=Not(look.when)), *lines[at + 1 :]))
        for number, weaker in enumerate(without_a_part(look.when), start=1):
            now = f"without part {number} of its condition"
            yield slip(f"without {number}", now, (*lines[:at], replace(look, when=weaker), *lines[at + 1 :]))


def without_a_part(condition: Condition) -> Iterator[Condition]:
    """A condition joined by "and" or "or", less one of its parts."""
    if isinstance(condition, (Both, Either)):
        for at in range(len(condition.parts)):
            yield replace(condition, parts=(*condition.parts[:at], *condition.parts[at + 1 :]))


def other_verdicts(tree: Tree, outcome: Outcome) -> Iterator[Mutation]:
    """An outcome with each other verdict. Where a hand-over leads is no verdict: the ledger shows it."""
    for verdict in get_args(Verdict) if outcome.verdict else ():
        if verdict != outcome.verdict:
            changed = replace(tree, outcomes={**tree.outcomes, outcome.name: replace(outcome, verdict=verdict)})
            was, place = f'The verdict of "{outcome.name}" is {outcome.verdict}', outcome.at("verdict")
            yield Mutation("verdict", outcome.name, f"as {verdict}", place, was, verdict, changed, outcome.name)


def other_cuts(tree: Tree, question: Question) -> Iterator[Mutation]:
    """Each cut between two ranges: one less, one more, and for dates whether the day itself is before or after it."""
    cuts = sorted({cut for stretch in question.ranges.values() for cut in (stretch.start, stretch.end) if cut})
    for below, cut, above in around(cuts):
        for other in near(cut, is_date=question.kind == "date"):
            if below < other and (above is None or other < above):
                yield with_cut(tree, question, cut, other)


def with_cut(tree: Tree, question: Question, cut: Cut, other: Cut) -> Mutation:
    """The slip that moves a cut, in both ranges that it parts."""
    moved = {cut: other}
    ranges = {
        name: replace(
            stretch,
            start=moved.get(stretch.start, stretch.start) if stretch.start else None,
            end=moved.get(stretch.end, stretch.end) if stretch.end else None,
        )
        for name, stretch in question.ranges.items()
    }
    changed = with_question(tree, replace(question, ranges=ranges))
    was, spot = f'"{question.name}" is cut at {said(cut)}', f"{question.name} {said(cut)}"
    at, about = question.at("ranges"), question.name
    return Mutation("cut", spot, f"at {said(other)}", at, was, said(other), changed, about, (cut, other))


def around(cuts: list[Cut]) -> Iterator[tuple[Cut, Cut, Cut | None]]:
    """Each cut with the one below it and the one above."""
    yield from zip([LOWEST, *cuts], cuts, [*cuts[1:], None], strict=False)


def near(cut: Cut, *, is_date: bool) -> tuple[Cut, ...]:
    """The cuts that a slip would make of one."""
    number, later = cut
    return ((number - 1, later), (number + 1, later), *([(number, 1 - later)] if is_date else []))


def said(cut: Cut) -> str:
    """``13``, or ``2 and a day`` where 2 itself is still below the cut."""
    return f"{cut[0]} and a day" if cut[1] else str(cut[0])
