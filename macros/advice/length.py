"""Advice on length: an answer that is too long to act on, too many questions, a page of too many steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.advice.passages import Passage
from macros.advice.sentences import words
from macros.problems import Problem
from macros.proofs.diagram import Diagram
from macros.trees.model import Tree

MOST_WORDS, MOST_QUESTIONS, MOST_STEPS = 60, 7, 150


def long_outcomes(tree: Tree, found: tuple[Passage, ...]) -> Iterator[Problem]:
    """Outcomes that say more than a reader in doubt takes in. Of the words for a day, one form is shown."""
    for outcome in tree.outcomes.values():
        told = [one for one in found if one.step == ("outcome", outcome.name) and one.part in ("say", "until")]
        lengths = {passage.name: sum(not word[0].isdigit() for word in words(passage.text)) for passage in told}
        count = lengths.get("", 0) + max(lengths.get("say", 0), lengths.get("otherwise", 0))
        if count > MOST_WORDS:
            what = f'Outcome "{outcome.name}" has {count} words. People in doubt read {MOST_WORDS} at most.'
            fix = "Say what to do now, and whom to ask. The clauses are quoted below it anyway."
            yield Problem(outcome.at("say"), "long-outcome", what, fix, "advice")


def deep(tree: Tree, diagram: Diagram) -> Iterator[Problem]:
    """The longest way, if it asks too much."""
    depth: list[int] = []
    for node in diagram.nodes:
        depth.append(1 + max(depth[way] for way in node.ways.values()) if node.ways else 0)
    way, here = [], diagram.start
    while depth[here]:
        way.append(diagram.nodes[here].name)
        here = max(diagram.nodes[here].ways.values(), key=lambda after: depth[after])
    if len(way) > MOST_QUESTIONS:
        what = f"The longest way asks {len(way)} questions, more than {MOST_QUESTIONS}: {', '.join(way)}."
        fix = "Ask first what ends most ways, drop what no longer matters there, or hand over to a second tree."
        yield Problem(tree.questions[way[-1]].place, "many-questions", what, fix, "advice")


def large(tree: Tree, diagram: Diagram) -> Iterator[Problem]:
    """A page of too many steps, and the question that makes most of them.

    The page holds each question once for every set of earlier answers that still matter there.
    """
    count = len(diagram.states) + sum(node.kind == "outcome" for node in diagram.nodes)
    if count > MOST_STEPS:
        name, times = Counter(name for name, _ in diagram.states).most_common(1)[0]
        facts = ", ".join(dict.fromkeys(fact for at, known in diagram.states if at == name for fact, _ in known))
        what = f"The page of this tree has {count} steps, more than {MOST_STEPS}: slow on a phone."
        fix = "Make two trees of it, and hand over from one to the other."
        if facts:
            what += f' "{name}" stands there {times} times, because earlier answers ({facts}) still matter then.'
            fix = f'Ask "{name}" before those, or look at them sooner. Or {fix[0].lower()}{fix[1:]}'
        yield Problem(tree.questions[name].place, "large-page", what, fix, "advice")
