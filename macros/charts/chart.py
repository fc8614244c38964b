"""What a chart shows of a tree: its steps and the ways between them. The picture and the list both show just this."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.charts.wording import Wording
from macros.trees import graph
from macros.trees.graph import Node
from macros.trees.model import HOLD_AND_ASK, NOT_SURE, Question, Tree

SENTENCE = re.compile(r".+?[.!?](?=\s|$)|.+", re.DOTALL)


@dataclass(frozen=True)
class Asked:
    """A question, or (with ``looks``) a step that only looks back; its letter is what the ways to it say."""

    name: str
    letter: str
    words: str
    ticks: tuple[str, ...] = ()
    looks: bool = False


@dataclass(frozen=True)
class End:
    """An outcome: its verdict (or ``goto``), the verdict's words, and the first sentence of what it says."""

    name: str
    verdict: str
    title: str
    words: str
    goto: str = ""


@dataclass(frozen=True)
class Way:
    """From a question to what follows: the answers that lead there, or the lines of a look, and their words."""

    start: str
    answers: tuple[str, ...]
    words: tuple[str, ...]
    end: Node

    @property
    def is_unsure(self) -> bool:
        """Whether nothing but "not sure" leads here."""
        return self.answers == (NOT_SURE,)


@dataclass(frozen=True)
class Chart:
    """A tree as it is drawn: questions so that each stands after all that lead to it, and ways in the file's order."""

    tree: str
    title: str
    asked: Mapping[str, Asked]
    ends: Mapping[str, End]
    ways: tuple[Way, ...]

    def ways_from(self, name: str) -> tuple[Way, ...]:
        """The ways out of one question."""
        return tuple(way for way in self.ways if way.start == name)


def chart_of(tree: Tree, titles: Mapping[str, str], words: Mapping[str, str]) -> Chart:
    """The chart of a sound tree. ``titles`` are those of all trees, for hand-overs."""
    order = reading_order(tree)
    wording = Wording(tree, {name: letters(number) for number, name in enumerate(order)}, words)
    ends = [name for kind, name in graph.reachable(tree) if kind == "outcome"]
    return Chart(
        tree.name,
        tree.title,
        {name: read_question(tree.questions[name], wording) for name in order},
        {name: read_outcome(tree, name, titles, words) for name in sorted(ends)},
        tuple(way for name in order for way in read_ways(tree, tree.questions[name], wording)),
    )


def reading_order(tree: Tree) -> list[str]:
    """The questions that can be reached, as the file has them, but each after all that lead to it."""
    waiting = set(graph.in_order(tree))
    leading: dict[str, set[str]] = {name: set() for name in waiting}
    for start in waiting:
        for name in graph.questions_after(tree, start):
            leading[name].add(start)
    order: list[str] = []
    while waiting:
        ready = next(name for name in tree.questions if name in waiting and not leading[name] & waiting)
        order.append(ready)
        waiting.remove(ready)
    return order


def letters(number: int) -> str:
    """A, B … Z, AA, AB …: a name for each question, since the built page has given away the numbers."""
    rest, last = divmod(number, 26)
    return (letters(rest - 1) if rest else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[last]


def read_question(question: Question, wording: Wording) -> Asked:
    """A question as its box says it."""
    letter = wording.letters[question.name]
    if question.look:
        return Asked(question.name, letter, wording.words["chart.look"], looks=True)
    several = question.kind == "several"
    ticks = tuple(str(words) for name, words in question.options.items() if several and name != NOT_SURE)
    return Asked(question.name, letter, question.ask, ticks)


def read_outcome(tree: Tree, name: str, titles: Mapping[str, str], words: Mapping[str, str]) -> End:
    """An outcome as its box says it; the standard one stands in no file."""
    outcome = tree.outcomes.get(name)
    if not outcome:
        verdict, say = "ask", words["outcome.not-sure-say"] if name == HOLD_AND_ASK else ""
        return End(name, verdict, words[f"verdict.{verdict}"], first_sentence(say))
    if outcome.goto:
        goto = str(outcome.goto)
        return End(name, "goto", words["verdict.goto"], titles[goto], goto)
    verdict = outcome.verdict or "ask"
    return End(name, verdict, words[f"verdict.{verdict}"], first_sentence(outcome.say))


def first_sentence(text: str) -> str:
    """Enough to tell one answer from another; the answer itself says the rest."""
    found = SENTENCE.match(" ".join(text.partition("\n\n")[0].split()))
    return re.sub(":$", " …", found[0]) if found else ""


def read_ways(tree: Tree, question: Question, wording: Wording) -> Iterator[Way]:
    """The ways out of a question: what leads to the same step is one way."""
    read = lines if question.look else answers
    groups: dict[Node, list[tuple[str, str]]] = {}
    for answer, words, end in read(tree, question, wording):
        groups.setdefault(end, []).append((answer, words))
    for end, group in groups.items():
        yield Way(question.name, tuple(answer for answer, _ in group), tuple(words for _, words in group), end)


def answers(tree: Tree, question: Question, wording: Wording) -> Iterator[tuple[str, str, Node]]:
    """Each answer, its words, and where it leads; "not sure" comes last."""
    for answer in (*question.answers, NOT_SURE):
        target = question.go.get(answer)
        end = graph.resolve(tree, target) if target else ("outcome", HOLD_AND_ASK)
        yield answer, wording.answer(question, answer), end


def lines(tree: Tree, question: Question, wording: Wording) -> Iterator[tuple[str, str, Node]]:
    """Each line of a look by its number, its words, and where it leads."""
    for number, look in enumerate(question.look, start=1):
        yield str(number), wording.line(question, number), graph.resolve(tree, look.go)
