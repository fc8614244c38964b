"""Makes pairs of small trees that ask some of the same questions, and counts by hand what a comparison must find."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from macros.browser import machine
from macros.browser.machine import ANY, NONE, NOT_SURE, Answer, CompiledTree, Step
from macros.editions.trees_data import tree_data
from macros.proofs.diagram import draw
from macros.trees.compiler import compile_tree, load_compiled
from macros.trees.loader import load_tree
from macros.trees.model import Tree
from tests.trees.workshop import PARAMETERS, POLICY

NEVER = {"standing": "never", "on": "", "by": ""}
VERDICTS = ("yes", "yes-if", "ask", "no", "act-now", "nothing-to-do")
OUTCOMES = "outcomes:\n" + "".join(
    f"  {verdict}-end: {{ verdict: {verdict}, say: So., because: [5.9] }}\n" for verdict in VERDICTS
)
KINDS = {"q0": "choice", "q1": "choice", "q2": "number", "q3": "several", "q4": "choice"}
NUMBERS = range(13)
Cell = tuple[str, str]
Way = frozenset[tuple[str, Cell]]


@dataclass(frozen=True)
class Made:
    """A tree, compiled and as it is published."""

    compiled: CompiledTree
    published: Mapping[str, Any]


def make(text: str) -> Made:
    """A tree from its text, which must load."""
    tree, problems = load_tree("decision_trees/made.yml", text, PARAMETERS)
    assert isinstance(tree, Tree), problems
    assert not problems, problems
    return made_of(tree)


def made_of(tree: Tree) -> Made:
    """A tree, compiled and as it is published."""
    compiled = load_compiled(compile_tree(tree, POLICY, {}), "made")
    return Made(compiled, tree_data(tree, draw(compiled), NEVER))


def chance_tree(chance: random.Random) -> str:
    """Some of the questions in any order, each with some options; ways lead on, to a look at the first, or out."""
    names = chance.sample(list(KINDS), chance.choice([2, 3, 3, 4]))
    rows = "".join(question(names, at, chance) for at in range(len(names)))
    return f"title: T\nrests-on: [5.2]\nquestions:\n{rows}{OUTCOMES}"


def question(names: list[str], at: int, chance: random.Random) -> str:
    """One question, and a look behind it."""
    name = names[at]
    on = names[at + 1 : at + 3]
    answers, keys = answers_of(KINDS[name], chance)
    places = [*on, *on, *on, f"look-{name}", f"{chance.choice(VERDICTS)}-end", f"{chance.choice(VERDICTS)}-end"]
    ways = ", ".join(f"{answer}: {chance.choice(places)}" for answer in (*answers, NOT_SURE))
    first = chance.choice([*answers, NOT_SURE])
    then = [chance.choice([*on, *(f"{verdict}-end" for verdict in VERDICTS)]) for _ in range(2)]
    return (
        f"  {name}:\n    ask: What of {name}?\n{keys}    go: {{ {ways} }}\n"
        f"  look-{name}:\n    look:\n"
        f"      - {{ when: {name} = {first}, go: {then[0]} }}\n      - {{ else: {then[1]} }}\n"
    )


def answers_of(kind: str, chance: random.Random) -> tuple[list[str], str]:
    """The keys of the ways of a question, and how it is asked."""
    if kind == "number":
        cuts = sorted(chance.sample(range(1, 12), chance.choice([1, 2])))
        ranges = [f"under {cuts[0]}", *(f"{cuts[0]} to {cuts[1] - 1}" for _ in cuts[1:]), f"{cuts[-1]} or over"]
        names = chance.sample(["low", "middle", "high"], len(ranges))
        told = dict(zip(names, ranges, strict=True))
        said = ", ".join(f"{name}: {words}" for name, words in told.items())
        return names, f"    kind: number\n    ranges: {{ {said} }}\n    options: {{ {said} }}\n"
    options = ["a", *chance.sample(["b", "c", "d"], chance.choice([1, 1, 2]))]
    said = ", ".join(f"{option}: The {option}" for option in options)
    if kind == "several":
        return [NONE, ANY], f"    kind: several\n    options: {{ {said} }}\n"
    return options, f"    options: {{ {said} }}\n"


def readers(old: CompiledTree, new: CompiledTree) -> Iterator[dict[str, tuple[Answer, Answer, Cell]]]:
    """Everybody who could answer both: to each question an answer for each side, and what sets the answer apart."""
    names = dict.fromkeys([*old.QUESTIONS, *new.QUESTIONS])
    given = [list(answers(name, old.QUESTIONS.get(name), new.QUESTIONS.get(name))) for name in names]
    for combination in product(*given):
        yield dict(zip(names, combination, strict=True))


def answers(name: str, old: Any, new: Any) -> Iterator[tuple[Answer, Answer, Cell]]:  # noqa: ANN401 - a compiled question
    """Every answer that whoever meets a question on these sides could give. Numbers are typed, and ticks are ticked."""
    yield NOT_SURE, NOT_SURE, (NOT_SURE, NOT_SURE)
    told: set[Cell] = set()
    sides = [side for side in (old, new) if side]
    for typed in typed_answers(KINDS[name], sides):
        both = tuple(understood(side, typed) for side in (old, new))
        cell = str(known_as(both[0])), str(known_as(both[1]))
        if cell not in told and all(answer is not None for side, answer in zip((old, new), both, strict=True) if side):
            told.add(cell)
            yield both[0] or (), both[1] or (), cell


def typed_answers(kind: str, sides: list[Any]) -> Iterator[Any]:
    """What a reader has in mind."""
    options = sorted({option for side in sides for option in side["options"]})
    if kind == "number":
        yield from NUMBERS
    elif kind == "several":
        yield from (tuple(some) for some in product(*[((), (option,)) for option in options]))
    else:
        yield from options


def understood(side: Any, typed: Any) -> Answer | None:  # noqa: ANN401 - a compiled question
    """What one tree makes of it; None where it is no answer there."""
    if side is None:
        return None
    if side["kind"] == "number":
        holds = (
            name for name, (start, end) in side["ranges"].items() if (start or (0, 0)) <= (typed, 0) < (end or (99, 0))
        )
        return str(next(holds))
    if side["kind"] == "several":
        return tuple(tick for ticks in typed for tick in ticks if tick in side["options"])
    return str(typed) if typed in side["options"] else None


def known_as(answer: Answer | None) -> str:
    """An answer as ways have it; of another tree's question, nothing."""
    if isinstance(answer, tuple):
        return ANY if answer else NONE
    return answer or "-"


@dataclass(frozen=True)
class Counted:
    """For two outcomes: in how many ways they are come to, with how few answers, and what these all have in common.

    And whether no other way goes with that.
    """

    ways: int
    fewest: int
    always: frozenset[tuple[str, frozenset[Cell]]]
    is_all: bool


def by_hand(old: CompiledTree, new: CompiledTree) -> dict[tuple[str, str], Counted]:
    """Every two outcomes that somebody is led to."""
    found: dict[tuple[str, str], set[Way]] = {}
    for reader in readers(old, new):
        ends: list[Step] = [
            machine.replay(tree, {name: answer[side] for name, answer in reader.items() if name in tree.QUESTIONS})
            for side, tree in enumerate((old, new))
        ]
        asked = {name for end in ends for name in end.answers}
        found.setdefault((ends[0].name, ends[1].name), set()).add(frozenset((name, reader[name][2]) for name in asked))
    possible = {
        name: len(list(answers(name, old.QUESTIONS.get(name), new.QUESTIONS.get(name))))
        for name in (*old.QUESTIONS, *new.QUESTIONS)
    }
    every = [dict(way) for ways in found.values() for way in ways]
    return {names: counted(ways, possible, every) for names, ways in found.items()}


def counted(ways: set[Way], possible: Mapping[str, int], every: list[dict[str, Cell]]) -> Counted:
    """What some ways come to, among all."""
    given = [dict(way) for way in ways]
    asked_by_all = set.intersection(*({*way} for way in given))
    occur = {name: frozenset(way[name] for way in given) for name in asked_by_all}
    always = frozenset((name, cells) for name, cells in occur.items() if len(cells) < possible[name])
    goes_with = [way for way in every if all(name not in way or way[name] in cells for name, cells in always)]
    return Counted(len(ways), min(map(len, ways)), always, len(goes_with) == len(ways))
