"""Draws the ways into a list of duties by topic: a choice where scripts run, and links that need none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from macros.browser.html_parts import Setting, element, escape
from macros.clauses.duty_lists import Owed


def topic_form(owed: Sequence[Owed], setting: Setting) -> str:
    """Choose a topic: for scripts, which show it. Without them "By topic" below leads to each duty."""
    words = setting.words
    counted = Counter(topic for one in owed for topic in one.clause.topics)
    options = element("option", escape(words["duties.all-topics"]), value="") + "".join(
        element("option", escape(f"{topic} ({counted[topic]})"), value=topic) for topic in in_order(counted)
    )
    label = escape(words["duties.topic"]) + " " + element("select", options, name="topic")
    form = element("form", element("label", label), class_="duty-topics", hidden=True)
    return form + element("p", "", class_="duty-told", role="status")


def in_order(topics: Iterable[str]) -> list[str]:
    """Topics as a reader looks for them."""
    return sorted(topics, key=str.casefold)


def by_topic(marks: Sequence[tuple[Owed, str]], setting: Setting) -> str:
    """Each topic with a link to each of its duties: what the choice above does, without scripts."""
    rows = []
    for topic in in_order({topic for one, _ in marks for topic in one.clause.topics}):
        links = [
            element("a", escape(str(one.clause.number)), href=f"#{mark}")
            for one, mark in marks
            if topic in one.clause.topics
        ]
        rows.append(element("li", f"{escape(topic)}: {', '.join(links)}"))
    summary = element("summary", escape(setting.words["duties.by-topic"]))
    return element("details", summary + element("ul", "".join(rows)), class_="duty-by-topic")
