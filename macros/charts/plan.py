"""Sets a chart's words in lines and measures them, so that Graphviz need know nothing of letters: it gets empty boxes.

A question and the outcomes right after it are one block: the outcomes stand beside it, under each other. So Graphviz
has only the ways from question to question to draw, few lines cross, and the whole stays narrow.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.charts.chart import Asked, Chart, End, Way
from macros.charts.lettering import Lettering, widest

ASKED = Lettering(size=14, line=18, width=165)
ANSWER = Lettering(size=13, line=16, width=160)
TITLE = Lettering(size=14, line=18, width=145, bold=True)
SAID = Lettering(size=13, line=16, width=160)
PADDING = 8
LETTER, MARK = 20, 28  # the columns of a question's letter, and of a verdict's mark
DIAMOND = 40
BESIDE, BETWEEN, CAPTION = 26, 10, 3  # from a question to its outcomes, from one to the next, from words to their box
POINTS = 72  # to the inch, which is what Graphviz measures in

SETTINGS = (
    "graph [nodesep=0.25 ranksep=0.25]",
    'node [shape=box fixedsize=true label=""]',
    "edge [arrowsize=0.8]",
)
TABLE = '<table border="0" cellborder="0" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'
CELL = '<td{port} fixedsize="true" width="{width:.0f}" height="{height:.0f}"></td>'


@dataclass(frozen=True)
class Part:
    """Something of a size, with its words in lines."""

    width: float
    height: float
    lines: tuple[str, ...] = ()
    title: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """An outcome beside its question: the words of the way to it, its box under them, and how far down they begin."""

    way: Way
    words: Part
    end: Part
    top: float

    @property
    def box_top(self) -> float:
        """How far down the box begins."""
        return self.top + self.words.height + CAPTION

    @property
    def bottom(self) -> float:
        """How far down it all ends."""
        return self.box_top + self.end.height


@dataclass(frozen=True)
class Block:
    """A question's box at the top left, and its outcomes beside it."""

    asked: Asked
    box: Part
    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        """From top to bottom."""
        return max(self.box.height, self.rows[-1].bottom if self.rows else 0)

    @property
    def beside(self) -> float:
        """The room beside the question."""
        return BESIDE + math.ceil(max(max(row.end.width, row.words.width) for row in self.rows)) if self.rows else 0


@dataclass(frozen=True)
class Plan:
    """Every block and the words of every way between two, by the names that Graphviz knows them by."""

    chart: Chart
    blocks: Mapping[str, Block]
    ways: Mapping[str, tuple[Way, Part]]
    names: Mapping[str, str]  # of the blocks, by question

    @property
    def dot(self) -> str:
        """What Graphviz is given."""
        return "\n".join(["digraph {", *SETTINGS, *self._statements(), "}"])

    def _statements(self) -> Iterator[str]:
        for name, block in self.blocks.items():
            cells = CELL.format(port=' port="q"', width=block.box.width, height=block.height)
            cells += CELL.format(port="", width=block.beside, height=block.height) if block.rows else ""
            yield f"{name} [shape=plain fixedsize=false label=<{TABLE.format(cells=cells)}>]"
        for name, (way, part) in self.ways.items():
            yield f"{name} [width={part.width / POINTS:.3f} height={part.height / POINTS:.3f}]"
            yield f"{self.names[way.start]}:q:s -> {name} [arrowhead=none]"
            yield f"{name} -> {self.names[way.end[1]]}:q:n"


def plan_of(chart: Chart, words: Mapping[str, str]) -> Plan:
    """Every part of a chart, measured."""
    names = {name: f"q{number}" for number, name in enumerate(chart.asked)}
    blocks = {names[name]: block_of(chart, asked, words) for name, asked in chart.asked.items()}
    between = [way for way in chart.ways if way.end[0] == "question"]
    ways = {f"w{number}": (way, way_part(way, words)) for number, way in enumerate(between)}
    return Plan(chart, blocks, ways, names)


def block_of(chart: Chart, asked: Asked, words: Mapping[str, str]) -> Block:
    """A question with the outcomes that follow it at once."""
    rows: list[Row] = []
    for way in chart.ways_from(asked.name):
        if way.end[0] == "outcome":
            top = rows[-1].bottom + BETWEEN if rows else 0
            rows.append(Row(way, way_part(way, words), end_part(chart.ends[way.end[1]]), top))
    return Block(asked, question_part(asked), tuple(rows))


def question_part(asked: Asked) -> Part:
    """A question's letter, its words, and what can be ticked; or the diamond of a look."""
    if asked.looks:
        return Part(DIAMOND, DIAMOND)
    lines = ASKED.wrap(asked.words) + [line for tick in asked.ticks for line in ASKED.wrap(f"• {tick}")]
    # In whole points, as Graphviz counts the cells of a table: its lines then meet ours.
    width = math.ceil(LETTER + widest(lines, ASKED)) + 2 * PADDING
    return Part(width, len(lines) * ASKED.line + 2 * PADDING, tuple(lines))


def way_part(way: Way, words: Mapping[str, str]) -> Part:
    """The words on a way, each answer on a line of its own."""
    said = [way.words[0], *(f"{words['chart.or']} {one}" for one in way.words[1:])]
    lines = [line for one in said for line in ANSWER.wrap(one)]
    return Part(widest(lines, ANSWER), len(lines) * ANSWER.line, tuple(lines))


def end_part(end: End) -> Part:
    """An outcome's mark and verdict, and under them what it says."""
    title, lines = TITLE.wrap(end.title), SAID.wrap(end.words)
    width = max(MARK + widest(title, TITLE), widest(lines, SAID)) + 2 * PADDING
    height = len(title) * TITLE.line + len(lines) * SAID.line + 2 * PADDING
    return Part(width, height, tuple(lines), tuple(title))
