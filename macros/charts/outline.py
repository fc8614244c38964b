"""Says a chart as a list: each question with its answers and where they lead, for whoever does not see the picture."""

from __future__ import annotations

from collections.abc import Mapping

from macros.browser.html_parts import element, escape
from macros.charts.chart import Asked, Chart, Way


def outline(chart: Chart, words: Mapping[str, str], base: str) -> str:
    """The whole list. It holds exactly what the picture holds, and the same attributes tell what is what."""
    items = (question(chart, asked, words, base) for asked in chart.asked.values())
    return element("ul", "".join(items), class_="chart-list", role="list")


def question(chart: Chart, asked: Asked, words: Mapping[str, str], base: str) -> str:
    """One question with its letter, what can be ticked, and its ways."""
    letter = element("b", asked.letter, class_="chart-letter")
    said = element("p", f"{letter} {escape(asked.words)}")
    if asked.ticks:
        said += element("ul", "".join(element("li", escape(tick)) for tick in asked.ticks), class_="chart-ticks")
    ways = (way_row(chart, way, words, base) for way in chart.ways_from(asked.name))
    said += element("ul", "".join(ways), class_="chart-ways")
    return element("li", said, data_question=asked.name)


def way_row(chart: Chart, way: Way, words: Mapping[str, str], base: str) -> str:
    """The answers that lead the same way, and what follows."""
    answers = f" {escape(words['chart.or'])} ".join(element("b", escape(one)) for one in way.words)
    kind, name = way.end
    follows = go_on(chart, name, words) if kind == "question" else end(chart, name, base)
    return element(
        "li",
        f"{answers}: {follows}",
        data_from=way.start,
        data_answer=" ".join(way.answers),
        data_to=f"{kind} {name}",
    )


def go_on(chart: Chart, name: str, words: Mapping[str, str]) -> str:
    """The letter of the question that follows."""
    letter = element("b", chart.asked[name].letter, class_="chart-letter")
    return escape(words["chart.go-to"]).replace("{question}", letter)


def end(chart: Chart, name: str, base: str) -> str:
    """The verdict, and what the outcome says; a hand-over as a link."""
    one = chart.ends[name]
    said = escape(one.words)
    if one.goto:
        said = element("a", said, href=f"{base}ask/{one.goto}/")
    verdict = element("strong", f"{escape(one.title)}.", class_=f"chart-word chart-{one.verdict}")
    return element("span", f"{verdict} {said}", data_outcome=name)
