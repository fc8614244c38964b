"""The chart on a page: folded away, out of the search, and a region of its own that the keyboard can scroll."""

from __future__ import annotations

import html
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown
from mkdocs.exceptions import PluginError

from macros.browser.html_parts import Setting
from macros.charts.layout import ChartProblem
from macros.pages import plugin
from macros.pages.ask import PythonAddresses
from macros.pages.chart import chart_part, draw_charts
from tests.browser.setting import WORDS, Drawn
from tests.charts.drawn import PROJECT, TREES
from tests.trees.workshop import ROOT

CHARTS = draw_charts(ROOT, TREES, WORDS)
PARTS = {name: chart_part(drawn, Setting(WORDS, "../../")) for name, drawn in CHARTS.items()}


class Environment:
    """The plugin's environment: it keeps the macros it is given."""

    def __init__(self) -> None:
        self.macros: dict[str, Any] = {}
        file = SimpleNamespace(src_uri="ask/friend-request.md")
        self.page = SimpleNamespace(url="ask/friend-request/", file=file, meta={})

    def macro(self, function: Any) -> None:  # noqa: ANN401 - the generator has no types
        """Register a macro."""
        self.macros[function.__name__] = function


def test_every_question_has_its_chart_without_a_writers_doing() -> None:
    env = Environment()
    plugin.define_ask(env, PROJECT, PythonAddresses("runtime/abc/", "runtime/def/engine.zip"))
    page = Markdown(extensions=["attr_list"]).convert(env.macros["ask"]("friend-request") + "\n## After {: #after }\n")
    assert page.index("</decision-tree>") < page.index('<details class="chart" data-chart="friend-request"')
    assert page.index("</details>") < page.index('<h2 id="after">')
    assert "&lt;details" not in page


def test_it_is_folded_away() -> None:
    for name, part in PARTS.items():
        drawn = Drawn(part)
        (details,) = drawn.all("details")
        assert (details["class"], details["data-chart"], "open" in details) == ("chart", name, False)
        assert drawn.elements[1][0] == "summary"
        assert WORDS["chart.open"] in drawn.text


def test_the_picture_scrolls_in_a_region_that_has_a_name_and_takes_the_focus() -> None:
    for name, part in PARTS.items():
        (region,) = Drawn(part).all("div", class_="chart-view")
        assert (region["role"], region["tabindex"]) == ("region", "0")
        assert region["aria-label"] == f"Chart: {TREES[name].title}"


def test_nothing_is_marked_before_python_is_live() -> None:
    for part in PARTS.values():
        assert "is-way" not in part
        assert "is-here" not in part
        assert "aria-current" not in part


def test_the_words_of_the_marks_wait_for_python() -> None:
    for part in PARTS.values():
        (details,) = Drawn(part).all("details")
        assert (details["data-your-way"], details["data-you-are-here"]) == ("your way", "you are here")


def test_two_charts_on_one_page_share_no_id() -> None:
    ids = [attrs["id"] for part in PARTS.values() for _, attrs in Drawn(part).elements if "id" in attrs]
    assert len(ids) == len(set(ids)) == 2 * len(PARTS)


def test_a_title_with_marks_in_it_stays_a_title() -> None:
    assert f'aria-label="Chart: {html.escape(TREES["kitchen-sink"].title)}"' in PARTS["kitchen-sink"]


def test_charts_that_cannot_be_drawn_stop_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise ChartProblem("package.json", "no-graphviz", "It is missing.", "Fetch it.")

    monkeypatch.setattr(plugin, "draw_charts", failing)
    with pytest.raises(PluginError, match=r"package.json:1:1: no-graphviz: It is missing. Fetch it."):
        plugin.define_ask(Environment(), PROJECT, PythonAddresses("", ""))
