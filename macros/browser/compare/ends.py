"""Compares two outcomes: whether the new one is more permissive, stricter, or only told in other words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..explain import RANKS
from ..machine import ANY, NONE, NOT_SURE
from .words import Piece, compare_words, plain

Json = Mapping[str, Any]
Kind = Literal["loosened", "tightened", "otherwise", "words", "clauses", "editorial"]
# What a reader of the comparison must see first.
ORDER: tuple[Kind, ...] = ("loosened", "tightened", "otherwise", "words", "clauses", "editorial")
OF_VERDICT = ORDER[:3]


@dataclass(frozen=True)
class EndChange:
    """How an outcome differs from another. ``text`` shows the words; clauses are by number, as each edition has it."""

    kind: Kind
    text: tuple[Piece, ...] = ()
    no_longer: tuple[str, ...] = ()
    now_also: tuple[str, ...] = ()


def compare_ends(old: Json, was: Json, new: Json, now: Json) -> EndChange | None:
    """The outcome that some answers led to, and the one they lead to; nothing where a reader meets the same.

    ``old`` and ``new`` are whole trees.json, since a hand-over is as permissive as what it can lead to.
    """
    text = compare_words(told(was), told(now)) if told(was) != told(now) else ()
    cited, cites = (ids(folder, outcome["because"]) for folder, outcome in ((old, was), (new, now)))
    no_longer = tuple(number for id_, number in cited.items() if id_ not in cites)
    now_also = tuple(number for id_, number in cites.items() if id_ not in cited)
    if lands(was) != lands(now):
        kind = how_permissive(ranks(old, was), ranks(new, now))
    elif plain(told(was)) != plain(told(now)):
        kind = "words"
    elif no_longer or now_also or was["on-work-account"] != now["on-work-account"]:
        kind = "clauses"
    elif text:
        kind = "editorial"
    else:
        return None
    return EndChange(kind, text, no_longer, now_also)


def told(outcome: Json) -> str:
    """All words of an outcome."""
    until = outcome["until"]
    return "\n\n".join([outcome["say"], *([until["say"], until["otherwise"]] if until else [])]).strip()


def ids(folder: Json, numbers: list[str]) -> dict[str, str]:
    """Clause numbers by their stable ids: a renumbered clause is no other reason."""
    return {folder["clauses"].get(number, number): number for number in numbers}


def lands(outcome: Json) -> tuple[object, ...]:
    """The verdict; of a hand-over where it leads. What changed in that tree is told there."""
    return outcome["verdict"], outcome["goto"], sorted(outcome["knowing"].items())


def how_permissive(old: set[int], new: set[int]) -> Kind:
    """A verdict counts as other ranks do only where all that can come of one lies on one side of the other."""
    if max(new) < min(old):
        return "loosened"
    return "tightened" if min(new) > max(old) else "otherwise"


def ranks(folder: Json, outcome: Json) -> set[int]:
    """How permissive an outcome is; of a hand-over, all that its readers can still come to."""
    found: set[int] = set()
    seen: set[tuple[str, int]] = set()
    waiting: list[Json] = [outcome]
    for ends in waiting:
        if not ends["goto"]:
            found.add(RANKS[ends["verdict"]])
            continue
        name = ends["goto"]
        for node in onward_from(folder["trees"][name], folder["trees"][name]["start"], ends["knowing"]):
            if (name, node) not in seen:
                seen.add((name, node))
                waiting += outcome_at(folder["trees"][name], node)
    return found


def outcome_at(tree: Json, node: int) -> list[Json]:
    """The outcome of a node, if it is one."""
    ends = tree["nodes"][node].get("outcome")
    return [tree["outcomes"][ends]] if ends else []


def onward_from(tree: Json, start: int, knowing: Mapping[str, str]) -> set[int]:
    """Every node of a tree that can be come to from one of them, with some answers known."""
    nodes, found = tree["nodes"], {start}
    waiting = [start]
    for at in waiting:
        ways = nodes[at].get("ways", {})
        name = nodes[at].get("question", "")
        known = answer_as_way(tree["questions"][name], knowing[name]) if name in knowing else ""
        come = {ways[known]} if known in ways else {*ways.values()}
        waiting += come - found
        found |= come
    return found


def answer_as_way(asked: Json, answer: str) -> str:
    """A carried answer as the ways have it: of ticks only whether there are any."""
    if asked["kind"] != "several" or answer in (NONE, NOT_SURE):
        return answer
    return ANY
