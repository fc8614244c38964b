"""Explains an outcome: the fewest answers that force it, and the nearest change that a reader can honestly bring about.

Answers force an outcome if it comes whatever is answered to every other question, "I'm not sure" included. Only
options that the writer marked with ``bring-about`` are ever offered as a change: consent, permission, a talk; never
a fact about a person. See docs/design/012-explaining.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from . import links, machine
from .machine import NOT_SURE, Answer, Answers, CompiledTree
from .states import State, answers, follow, state_of

MOST_LOOKS = 100_000  # about a tenth of a second in the page
RANKS = {"yes": 0, "nothing-to-do": 0, "yes-if": 1, "ask": 2, "no": 3, "act-now": 4}
EXPLAINED = ("yes-if", "ask", "no")  # the verdicts that a reader may want changed, and may


class GaveUpError(Exception):
    """A tree is too wide to be looked through while a reader waits."""


class Ways:
    """What follows each answer in each state of a tree: asked of the machine once, and only so often looked at."""

    def __init__(self, tree: CompiledTree, most: int = MOST_LOOKS) -> None:
        self.tree = tree
        self.left = most
        self.known: dict[State, list[tuple[str, State | str]]] = {}

    def after(self, state: State) -> list[tuple[str, State | str]]:
        """Where each answer leads."""
        if state not in self.known:
            every = answers(self.tree, state[0])
            self.known[state] = [(name, follow(self.tree, state, answer)) for name, answer in every]
        return self.known[state]

    def ends(self, start: State, kept: Mapping[str, str]) -> Iterator[str]:
        """Every outcome that can be come to from there, once these answers are kept and all others are open."""
        seen = {start}
        for state in (waiting := [start]):
            self.left -= len(self.after(state))
            if self.left < 0:
                raise GaveUpError
            for answer, to in self.after(state):
                if kept.get(state[0], answer) != answer:
                    continue
                if isinstance(to, str):
                    yield to
                elif to not in seen:
                    seen.add(to)
                    waiting.append(to)

    def force(self, kept: Mapping[str, str], outcome: str) -> bool:
        """Whether these answers alone lead to the outcome, whatever the others are."""
        return all(end == outcome for end in self.ends((self.tree.FIRST, ()), kept))


def by_name(tree: CompiledTree, given: Answers) -> dict[str, str]:
    """The answers by name; of a tick list, whether anything was ticked."""
    return {name: machine.known_as(tree, name, answer) for name, answer in given.items()}


def without(given: Mapping[str, str], *names: str) -> dict[str, str]:
    """The answers but for some."""
    return {name: answer for name, answer in given.items() if name not in names}


def decided_by(tree: CompiledTree, given: Answers, most: int = MOST_LOOKS) -> tuple[str, ...] | None:
    """The questions whose answers forced the outcome: the fewest there can be, in the order they were answered.

    In a tree too wide for that, answers of which none can be spared; and nothing where even that takes too long.
    """
    stands = machine.replay(tree, given)
    named = by_name(tree, stands.answers)
    for search in (fewest, none_to_spare):
        try:
            return search(Ways(tree, most), named, stands.name)
        except GaveUpError:
            continue
    return None


def fewest(ways: Ways, given: Mapping[str, str], outcome: str) -> tuple[str, ...]:
    """The smallest set of answers that forces an outcome. An answer that cannot be spared by itself is in each."""
    must = [name for name in given if not ways.force(without(given, name), outcome)]
    others = [name for name in given if name not in must]
    for size in range(len(others)):
        for some in combinations(others, size):
            kept = {name: answer for name, answer in given.items() if name in must or name in some}
            if ways.force(kept, outcome):
                return tuple(kept)
    return tuple(given)


def none_to_spare(ways: Ways, given: Mapping[str, str], outcome: str) -> tuple[str, ...]:
    """Answers that force an outcome, and no longer do if any one is dropped: the last given are dropped first."""
    kept = dict(given)
    for name in reversed(list(given)):
        fewer = without(kept, name)
        if ways.force(fewer, outcome):
            kept = fewer
    return tuple(kept)


@dataclass(frozen=True)
class Change:
    """What a reader can bring about, and the verdict then: "" where there would be more to answer first.

    Without an instruction, nothing is marked that would help; ``unsure`` says that an answer could be found out.
    """

    instruction: str = ""
    verdict: str = ""
    unsure: bool = False


def nearest_change(tree: CompiledTree, given: Answers) -> Change | None:
    """The one other answer that leads to something more permissive; nothing under a verdict that needs no change.

    An answer at once is nearer than more questions, then the more permissive, then the answer given last.
    """
    stands = machine.replay(tree, given)
    verdict = tree.OUTCOMES[stands.name]["verdict"]
    if verdict not in EXPLAINED:
        return None
    found: list[tuple[bool, int, Change]] = []
    for name, option, instruction in marked(tree, stands.answers):
        then = leads_to(tree, {**stands.answers, name: option}, RANKS[verdict])
        if then is not None:
            found.append((not then, RANKS.get(then, 0), Change(instruction, then)))
    if verdict == "yes-if":
        return next((change for _, _, change in found if RANKS.get(change.verdict) == 0), None)
    if found:
        return min(found, key=lambda one: one[:2])[2]
    # A no that holds although something is unsure says itself what to do: what the reader does know decided it.
    return Change(unsure=verdict == "ask" and could_be_found_out(tree, stands.answers, RANKS[verdict]))


def marked(tree: CompiledTree, given: Answers) -> Iterator[tuple[str, Answer, str]]:
    """The options that a reader with these answers can bring about, in the writer's words, the last question first."""
    for name in reversed(list(given)):
        asked = tree.QUESTIONS[name]
        for starts, option, instruction in asked.get("bring_about", ()):
            if machine.known_as(tree, name, given[name]) in starts:
                yield name, links.read_ticks(option) if asked["kind"] == "several" else option, instruction


def leads_to(tree: CompiledTree, given: Answers, rank: int) -> str | None:
    """The verdict these answers lead to, if it is below that rank; "" where further answers can still lead below it."""
    stands = machine.replay(tree, given)
    if stands.kind == "outcome":
        verdict = str(tree.OUTCOMES[stands.name]["verdict"])
        return verdict if RANKS.get(verdict, rank) < rank else None
    try:
        ends = Ways(tree).ends(state_of(tree, stands), by_name(tree, given))
        is_better = any(RANKS.get(tree.OUTCOMES[end]["verdict"], rank) < rank for end in ends)
    except GaveUpError:
        return None
    return "" if is_better else None


def could_be_found_out(tree: CompiledTree, given: Answers, rank: int) -> bool:
    """Whether knowing what the reader was not sure of could lead below a rank. Which answer that is, is never said."""
    return any(
        leads_to(tree, {**given, name: known}, rank) is not None
        for name, answer in given.items()
        if answer == NOT_SURE
        for _, known in answers(tree, name)
    )
