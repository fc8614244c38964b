"""Lists the questions: by situation, each with what it is about; and before all others those that cannot wait."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.browser.html_parts import Setting, element, escape
from macros.menu import NO_SITUATION
from macros.pages.ask import as_markdown
from macros.project import Project
from macros.trees.model import Tree


def questions_list(project: Project, setting: Setting) -> str:
    """Every question, below a heading for each situation; Markdown, so that the page's contents have the headings."""
    parts = []
    for title, names in project.menu.grouped(project.trees).items():
        heading = f"## {as_markdown(title)} {{: #{slug(title)} }}\n\n" if title != NO_SITUATION else ""
        parts.append(heading + links((project.trees[name] for name in names), setting))
    return "\n\n".join(parts)


def situations(project: Project, setting: Setting) -> str:
    """The same, folded away below each situation: short enough for the home page on a phone."""
    parts = []
    for title, names in project.menu.grouped(project.trees).items():
        inside = links((project.trees[name] for name in names), setting)
        summary = element("summary", escape(title))
        parts.append(element("details", summary + inside, class_="situation") if title != NO_SITUATION else inside)
    return "".join(parts)


def urgent(project: Project, setting: Setting) -> str:
    """The questions that cannot wait, in the order of the menu; and what to do in an emergency."""
    words = setting.words
    names = [name for group in project.menu.grouped(project.trees).values() for name in group]
    trees = [project.trees[name] for name in names if project.trees[name].urgent]
    if not trees:
        return ""
    heading = element("h2", escape(words["ask.urgent"]), id="urgent")
    note = words["safety.ours-emergency"].format(note=words["safety.note"]) if words["safety.note"] else ""
    ours = element("p", f"{escape(note)} ({escape(words['outcome.ours'])})") if note else ""
    return element("section", heading + links(trees, setting, scope=False) + ours, class_="urgent")


def links(trees: Iterable[Tree], setting: Setting, *, scope: bool = True) -> str:
    """A list of questions, with a line below each."""
    return element("ul", "".join(line(tree, setting, scope=scope) for tree in trees), class_="dt-questions")


def line(tree: Tree, setting: Setting, *, scope: bool) -> str:
    """One question."""
    link = element("a", escape(tree.title), href=f"{setting.base}ask/{tree.name}/")
    return element("li", link + (element("p", escape(tree.scope)) if scope and tree.scope else ""))


def slug(title: str) -> str:
    """The heading's id: ``Photos and posts`` gives ``photos-and-posts``."""
    return "-".join(re.findall(r"[^\W_]+", title.lower()))
