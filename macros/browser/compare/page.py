"""Draws a comparison of two editions as HTML, the loudest first: the same at build and in the reader's browser.

Each change has an address of its own, ``#2024-01..2026-12:3``, so that a reader can go from one to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..html_parts import element, escape
from .editions import Comparison, Published
from .page_answers import loudest_first, tree_block
from .page_clauses import clause_block
from .page_parts import Block, Frame

# Each part of the page with the kinds of change that it holds: a change stands where its loudest kind does.
PARTS = {
    "force": ("force",),
    "added": ("added", "restored"),
    "removed": ("removed", "repealed"),
    "reworded": ("reworded", "kind", "renamed"),
    "renumbered": ("moved", "renumbered"),
    "editorial": ("editorial", "notes"),
}


def compare_page(comparison: Comparison, old: Published, new: Published, frame: Frame) -> str:
    """The whole comparison."""
    parts = [(name, blocks) for name, blocks in parts_of(comparison, old, new, frame) if blocks]
    pair = f"{comparison.old}..{comparison.new}"
    title = frame.fill("compare.from-to", old=frame.edition(comparison.old), new=frame.edition(comparison.new))
    size = "clauses-only" if comparison.trees is None else comparison.size.kind
    top = element("h2", title, id=pair, tabindex="-1") + element("p", escape(frame.say(f"compare.size.{size}")))
    return top + contents(parts, pair, frame) + "".join(draw_parts(parts, pair, frame))


Parts = list[tuple[str, list[Block]]]


def parts_of(comparison: Comparison, old: Published, new: Published, frame: Frame) -> Iterator[tuple[str, list[Block]]]:
    """Each part of the page with its changes, in order."""
    for name, kinds in PARTS.items():
        yield name, [clause_block(change, frame) for change in comparison.clauses if change.kinds[0] in kinds]
    yield "parameters", [parameter(*change, frame) for change in comparison.parameters]
    if old.trees and new.trees:
        sides = old.trees, new.trees
        yield "answers", [tree_block(change, *sides, frame) for change in loudest_first(comparison.trees or ())]


def parameter(name: str, old: str, new: str, frame: Frame) -> Block:
    """A name or a number that clauses and trees share."""
    return Block(escape(name.replace("_", " ")), element("p", frame.old_and_new(old, new)))


def contents(parts: Parts, pair: str, frame: Frame) -> str:
    """What there is, counted, each a link to where it begins."""
    rows, count = [], 1
    for name, blocks in parts:
        words = f"{frame.say(f'compare.{name}')}: {len(blocks)}"
        rows.append(element("li", element("a", escape(words), href=f"#{pair}:{count}")))
        count += len(blocks)
    return element("ul", "".join(rows), class_="change-contents") if rows else ""


def draw_parts(parts: Parts, pair: str, frame: Frame) -> Iterable[str]:
    """Every part below its title; each change with the way to the one before and the one after it."""
    count, last = 0, sum(len(blocks) for _, blocks in parts)
    for name, blocks in parts:
        yield element("h2", escape(frame.say(f"compare.{name}")))
        for block in blocks:
            count += 1
            yield element(
                "section",
                element("h3", block.heading) + block.body + steps(count, last, pair, frame),
                id=f"{pair}:{count}",
                class_=f"change change-{name}",
                tabindex="-1",
            )


def steps(count: int, last: int, pair: str, frame: Frame) -> str:
    """To the change before, and to the next."""
    ways = [("previous", count - 1), ("next", count + 1)]
    links = [
        element("a", escape(frame.say(f"compare.{name}")), href=f"#{pair}:{to}") for name, to in ways if 1 <= to <= last
    ]
    said = escape(frame.say("compare.of", number=str(count), all=str(last)))
    return element("p", " ".join([element("span", said), *links]), class_="change-steps")
