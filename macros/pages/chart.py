"""Puts the chart of a tree on its page: folded away under the question, the picture and then the same as a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.browser.html_parts import Setting, element, escape
from macros.charts.chart import chart_of
from macros.charts.drawing import draw
from macros.charts.layout import Layout, lay_out
from macros.charts.outline import outline
from macros.charts.plan import Plan, plan_of
from macros.trees.model import Tree


@dataclass(frozen=True)
class DrawnChart:
    """A chart that was laid out, ready for any page."""

    plan: Plan
    layout: Layout


def draw_charts(root: Path, trees: Mapping[str, Tree], words: Mapping[str, str]) -> dict[str, DrawnChart]:
    """Every tree's chart, laid out together."""
    titles = {name: tree.title for name, tree in trees.items()}
    plans = {name: plan_of(chart_of(tree, titles, words), words) for name, tree in trees.items()}
    layouts = lay_out(root, [plan.dot for plan in plans.values()])
    return {name: DrawnChart(plan, layouts[plan.dot]) for name, plan in plans.items()}


def chart_part(drawn: DrawnChart, setting: Setting) -> str:
    """The chart as a block of HTML. The words that mark the reader's way wait in its attributes for Python."""
    chart, words = drawn.plan.chart, setting.words
    title = words["chart.title"].format(title=chart.title)
    picture = draw(drawn.plan, drawn.layout, words)
    # It scrolls sideways by itself, also by the keyboard: the page never does.
    view = element("div", picture, class_="chart-view", role="region", aria_label=title, tabindex="0")
    heading = element("p", element("strong", escape(words["chart.list"])), class_="chart-heading")
    hint = element("p", escape(words["chart.list-hint"]))
    return element(
        "details",
        element("summary", escape(words["chart.open"])) + view + heading + hint + outline(chart, words, setting.base),
        class_="chart",
        data_chart=chart.tree,
        data_your_way=words["chart.your-way"],
        data_you_are_here=words["chart.you-are-here"],
    )
