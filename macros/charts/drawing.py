"""Draws a chart that was laid out as SVG: classes for the colours, the page's own letters, and no word unescaped."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from macros.browser.html_parts import element, escape
from macros.browser.marks import SHAPES
from macros.charts.chart import Chart, End, Way
from macros.charts.layout import Layout, Point
from macros.charts.lettering import Lettering
from macros.charts.plan import ANSWER, ASKED, BESIDE, LETTER, MARK, PADDING, SAID, TITLE, Block, Part, Plan, Row

EDGE = 6  # room around the whole
REM = 16
ARROW = 7, 4  # how long, and half how wide
MARK_SCALE = 20 / 24
BASELINE = 0.76  # of a line's height, from its top


def draw(plan: Plan, layout: Layout, words: Mapping[str, str]) -> str:
    """The whole chart. Who cannot see it is told that the list says the same."""
    chart = plan.chart
    width, height = layout.width + 2 * EDGE, layout.height + 2 * EDGE
    name = f"chart-{chart.tree}"
    title = element("title", escape(words["chart.title"].format(title=chart.title)), id=f"{name}-title")
    desc = element("desc", escape(words["chart.same"]), id=f"{name}-desc")
    between = (draw_between(plan, layout, name, way, part) for name, (way, part) in plan.ways.items())
    blocks = (draw_block(chart, block, top_left(layout, name, block)) for name, block in plan.blocks.items())
    return element(
        "svg",
        title + desc + "".join(between) + "".join(blocks),
        class_="chart-picture",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        # As wide as the letters are large: who has set larger ones gets a larger chart.
        width=f"{short(width / REM)}rem",
        height=f"{short(height / REM)}rem",
        viewBox=f"{-EDGE} {-EDGE} {short(width)} {short(height)}",
    )


def top_left(layout: Layout, name: str, block: Block) -> Point:
    """Where a block begins."""
    x, y = layout.middles[name]
    return x - (block.box.width + block.beside) / 2, y - block.height / 2


def draw_between(plan: Plan, layout: Layout, name: str, way: Way, part: Part) -> str:
    """The line from a question through its answer to the next question."""
    start, end = plan.names[way.start], plan.names[way.end[1]]
    tip, block, (x, y) = layout.tips[name, end], plan.blocks[start], layout.middles[name]
    line = stem(block, top_left(layout, start, block)) + curve(layout.curves[start, name])
    line += f"{curve(layout.curves[name, end])}L{xy(*tip)}"
    head = arrow(layout.curves[name, end][-1], tip)
    return draw_way(way, line, head + lines(part.lines, ANSWER, x, y - part.height / 2, "chart-answer chart-middle"))


def stem(block: Block, corner: Point) -> str:
    """The line from a question's box down to where its block ends: the outcomes beside it may reach further down."""
    top, bottom = corner[1] + block.box.height, corner[1] + block.height
    return f"M{xy(corner[0] + block.box.width / 2, top)}V{short(bottom)}" if bottom - top > 1 else ""


def draw_way(way: Way, line: str, inside: str) -> str:
    """A line with its words, and with the outcome it leads to."""
    return element(
        "g",
        element("path", "", d=line) + inside,
        class_="chart-way chart-unsure" if way.is_unsure else "chart-way",
        data_from=way.start,
        data_answer=" ".join(way.answers),
        data_to=" ".join(way.end),
    )


def draw_block(chart: Chart, block: Block, corner: Point) -> str:
    """A question, and the outcomes beside it."""
    rows = (draw_row(block, row, chart.ends[row.way.end[1]], corner) for row in block.rows)
    return "".join(rows) + draw_question(block, corner)


def draw_row(block: Block, row: Row, end: End, corner: Point) -> str:
    """The way to an outcome: out of the question's side, down, and into the outcome under its words."""
    x, y = corner
    left, side = x + block.box.width + BESIDE, x + block.box.width
    begins = y + (block.box.height / 2 if block.asked.looks else PADDING + ASKED.line / 2)
    ends = y + row.box_top + PADDING + TITLE.line / 2
    line = f"M{xy(side, begins)}H{short(side + BESIDE / 2)}V{short(ends)}H{short(left)}"
    inside = arrow((side, ends), (left, ends)) + lines(row.words.lines, ANSWER, left, y + row.top, "chart-answer")
    return draw_way(row.way, line, inside + draw_end(end, row.end, (left, y + row.box_top)))


def draw_question(block: Block, corner: Point) -> str:
    """A box with a letter and words, or the diamond of a look with its letter."""
    asked, part, (x, y) = block.asked, block.box, corner
    if asked.looks:
        half = part.width / 2
        inside = element("path", "", d=f"M{xy(x, y + half)}l{half:g} {-half:g} {half:g} {half:g} {-half:g} {half:g}z")
        inside += lines([asked.letter], ASKED, x + half, y + half - ASKED.line / 2, "chart-letter chart-middle")
    else:
        inside = box(part, corner) + lines([asked.letter], ASKED, x + PADDING, y + PADDING, "chart-letter")
        inside += lines(part.lines, ASKED, x + PADDING + LETTER, y + PADDING)
    return element("g", inside, class_="chart-look" if asked.looks else "chart-box", data_question=asked.name)


def draw_end(end: End, part: Part, corner: Point) -> str:
    """A box with the verdict's mark and word, and what the outcome says."""
    x, y = corner[0] + PADDING, corner[1] + PADDING
    shape = element("g", SHAPES[end.verdict], transform=f"translate({xy(x, y - 1)})scale({MARK_SCALE:.3f})")
    title = lines(part.title, TITLE, x + MARK, y, "chart-title")
    said = lines(part.lines, SAID, x, y + len(part.title) * TITLE.line)
    inside = box(part, corner) + shape + title + said
    return element("g", inside, class_=f"chart-end chart-{end.verdict}", data_outcome=end.name)


def box(part: Part, corner: Point) -> str:
    """A part's outline."""
    x, y = corner
    return element("rect", "", x=short(x), y=short(y), width=short(part.width), height=short(part.height), rx="6")


def lines(words: Sequence[str], lettering: Lettering, x: float, y: float, class_: str | None = None) -> str:
    """Words under each other, from the top of the first."""
    first, *more = map(escape, words or [""])
    first += "".join(element("tspan", line, x=short(x), dy=short(lettering.line)) for line in more)
    return element("text", first, x=short(x), y=short(y + lettering.line * BASELINE), class_=class_)


def curve(points: Sequence[Point]) -> str:
    """A line through Graphviz' points: a start, then three for each bend."""
    first, *rest = (xy(*one) for one in points)
    return f"M{first}C{' '.join(rest)}"


def arrow(end: Point, tip: Point) -> str:
    """The head of an arrow, where a line comes from ``end`` to its tip."""
    far = math.dist(end, tip) or 1
    x, y = (tip[0] - end[0]) / far, (tip[1] - end[1]) / far
    back = tip[0] - ARROW[0] * x, tip[1] - ARROW[0] * y
    left = xy(back[0] - ARROW[1] * y, back[1] + ARROW[1] * x)
    right = xy(back[0] + ARROW[1] * y, back[1] - ARROW[1] * x)
    return element("path", "", d=f"M{left}L{xy(*tip)}L{right}")


def xy(x: float, y: float) -> str:
    """A point."""
    return f"{short(x)} {short(y)}"


def short(value: float) -> str:
    """A number, no more exact than an eye can see."""
    return f"{value:.1f}".removesuffix(".0")
