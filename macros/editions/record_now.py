"""Says what the current edition makes of a record's answers: the same outcome, another, or that it asks something more.

Questions and answers are found again as ``policy diff`` finds them: by what they ask and say, and by where the limits
of dates and numbers lie. So a range whose limit moved may be one of two ranges now, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from macros.browser.compare.editions import Published
from macros.browser.compare.ends import OF_VERDICT, compare_ends
from macros.browser.compare.questions import Shared, share
from macros.browser.machine import ANY, NONE, NOT_SURE, Answer
from macros.browser.record import answers_in

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Now:
    """What the answers of a record lead to in the current edition.

    ``kind``: ``same`` for the reader in every word, ``words`` where only words or clauses are others, ``another``,
    ``open`` where it depends on an answer that the record does not hold, ``gone`` where it is no longer asked.
    ``ends`` has each outcome with its verdict; ``asks`` the questions it depends on.
    """

    kind: Literal["same", "words", "another", "open", "gone"]
    edition: str
    before: str = ""
    ends: tuple[tuple[str, str], ...] = ()
    asks: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        ends = [{"name": name, "verdict": verdict} for name, verdict in self.ends]
        return {"kind": self.kind, "edition": self.edition, "outcomes": ends, "asks": list(self.asks)}


def answers_now(data: Json, then: Published, current: Published) -> Now:
    """Follow the answers of a sound record through the current edition."""
    old, new, name = then.trees or {}, current.trees or {"trees": {}}, data["question"]["tree"]
    before = data["outcome"]["verdict"]
    if name not in new["trees"]:
        return Now("gone", current.number, before)
    was, now = old["trees"][name], new["trees"][name]
    found, open_ = follow(now, {one.new: one for one in share(was, now)}, answers_in(data), was)
    ends = tuple((end, now["outcomes"][end]["verdict"]) for end in found)
    changes = [compare_ends(old, was["outcomes"][data["outcome"]["name"]], new, now["outcomes"][end]) for end in found]
    kinds = {change.kind if change else "" for change in changes}
    if kinds & {*OF_VERDICT}:
        return Now(
            "open" if len(found) > 1 else "another", current.number, before, ends, open_ if len(found) > 1 else ()
        )
    return Now("words" if any(kinds) else "same", current.number, before, ends)


def follow(
    tree: Json, shared: Mapping[str, Shared], answers: Mapping[str, Answer], was: Json
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every outcome that these answers can lead to now, and what is asked of which they tell too little."""
    nodes, waiting = tree["nodes"], [tree["start"]]
    seen = {tree["start"]}
    ends: list[str] = []
    asks: list[str] = []
    for at in waiting:
        node = nodes[at]
        if "outcome" in node:
            ends.append(node["outcome"])
            continue
        known = {*ways_now(shared.get(node["question"]), answers, was)} & {*node["ways"]}
        ways = known or {*node["ways"]}
        come = {node["ways"][way] for way in ways}
        if len(come) > 1:
            asks.append(tree["questions"][node["question"]]["ask"])
        waiting += sorted(come - seen)
        seen |= come
    return tuple(dict.fromkeys(ends)), tuple(dict.fromkeys(asks))


def ways_now(one: Shared | None, answers: Mapping[str, Answer], was: Json) -> Iterator[str]:
    """The ways that an answer of the record can be now; none where the record does not hold one."""
    if one is None or one.old not in answers:
        return
    answer = answers[one.old]
    if was["questions"][one.old]["kind"] == "several" and answer != NOT_SURE:
        yield from ticks_now(one, answer)
    else:
        yield from (both.new for both in one.answers if both.old == answer)


def ticks_now(one: Shared, answer: Answer) -> Iterator[str]:
    """Whether anything is ticked now. Who ticked what is no longer there, or nothing, might tick what is new."""
    if answer == ANY:
        yield from (both.new for both in one.answers if both.old == ANY)
        return
    if any(tick in one.options for tick in answer):
        yield ANY
    else:
        yield NONE
        if one.added:
            yield ANY
