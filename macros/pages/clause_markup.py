"""Teaches the site's Markdown what a clause is: its number, its two addresses, what stands under it, and ``[5.2]``."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from macros import project as working_copy
from macros.browser.compare.lives import Life
from macros.clauses.headings import read_heading
from macros.clauses.model import Clause
from macros.clauses.piece import Piece
from macros.pages.clause_facts import Project, address, facts
from macros.pages.clause_life import life_part
from macros.pages.whole import APART
from macros.problems import Place

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# After code blocks are put aside, before HTML is: a duty may hold a < of its own.
BEFORE_HTML = 24
# After attribute lists have given the headings their ids (8), before the table of contents takes their words (5).
BETWEEN_IDS_AND_CONTENTS = 7


@lru_cache(maxsize=1)
def project_at(root: Path) -> working_copy.Project:
    """The working copy, read once for all the pages of a build."""
    return working_copy.load(root)


class ClauseMarkup(Extension):
    """Needs `attr_list` beside it. ``project`` is asked when a page is made, not when the site's settings are read.

    ``lives`` has the life of each clause by its id, where the build knows it.
    """

    def __init__(self, project: Callable[[], Project], lives: Mapping[str, Life] | None = None) -> None:
        super().__init__()
        self.project, self.lives = project, lives or {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Hang both halves of the work into the making of a page."""
        md.preprocessors.register(Headings(md, self.project), "clause_headings", BEFORE_HTML)
        md.treeprocessors.register(Clauses(md, self.project, self.lives), "clauses", BETWEEN_IDS_AND_CONTENTS)


def makeExtension(root: str = ".", lives: Mapping[str, Life] | None = None) -> ClauseMarkup:  # noqa: N802 - Markdown looks for this name
    """What mkdocs.yml loads as ``macros.pages.clause_markup``; ``root`` is the project's folder."""
    return ClauseMarkup(lambda: project_at(Path(root).resolve()), lives)


class Headings(Preprocessor):
    """Leaves of a clause heading's list the id alone, and makes every clause's number a reference."""

    def __init__(self, md: Markdown, project: Callable[[], Project]) -> None:
        super().__init__(md)
        self.project = project

    def run(self, lines: list[str]) -> list[str]:
        """The page with plain headings."""
        for clause in self.project().policy:
            self.md.references[clause.number.lower()] = (address(clause), clause.heading)
        return [_plain_heading(line) for line in lines]


def _plain_heading(line: str) -> str:
    heading = read_heading(Piece(line, Place("")))
    if heading is None or heading.number is None:
        return line
    name = heading.attributes.id
    return f"{'#' * heading.level} {heading.number} {heading.words.text}" + (f" {{: #{name.text} }}" if name else "")


class Clauses(Treeprocessor):
    """Gives each clause heading its number and second address, and puts the facts under the clause's own text."""

    def __init__(self, md: Markdown, project: Callable[[], Project], lives: Mapping[str, Life]) -> None:
        super().__init__(md)
        self.project, self.lives = project, lives

    def run(self, root: Element) -> None:
        """Change the page in place."""
        project = self.project()
        by_id = {clause.id: clause for clause in project.policy}
        for heading in [element for element in root if element.tag in HEADINGS]:
            name = heading.get("id", "")
            clause = by_id.get(name) or by_id.get(name.removeprefix(APART))
            if not clause or not (heading.text or "").startswith(f"{clause.number} "):
                continue
            _show_number(heading, clause, project.words)
            if name != clause.id:  # On the page of the whole policy, the number leads to the page to cite.
                _lead_to_section(heading, clause)
            else:
                block = facts(clause, project)
                if life := self.lives.get(clause.id):
                    block.append(life_part(life, project.words))
                root.insert(_end_of_text(root, heading), block)
                _shorten_links(root, clause.page)


def _show_number(heading: Element, clause: Clause, words: Mapping[str, str]) -> None:
    """``5.2 Friend requests``, the number an address too; what has no number in the policy says so."""
    number = Element("span", {"class": "clause-number", "id": clause.number})
    number.text, number.tail = str(clause.number), (heading.text or "")[len(clause.number) :]
    heading.text = ""
    heading.insert(0, number)
    if clause.number.is_ours:
        number.set("class", "clause-reference")
        number.set("title", words["clause.reference"].format(number=clause.number))
        heading.insert(0, _unnumbered(words))
        heading.set("data-toc-label", html.escape(f"{clause.number} {clause.heading}", quote=False))


def _lead_to_section(heading: Element, clause: Clause) -> None:
    number = next(part for part in heading if part.get("id") == clause.number)
    number.tag = "a"
    del number.attrib["id"]
    number.set("href", address(clause))


def _unnumbered(words: Mapping[str, str]) -> Element:
    label = Element("span", {"class": "clause-number unnumbered", "data-search-exclude": ""})
    label.text, label.tail = words["clause.unnumbered"], " "
    return label


def _shorten_links(root: Element, page: str) -> None:
    """A link to this very page keeps its fragment alone: it then works from a file, too."""
    for link in root.iter("a"):
        if link.get("href", "").startswith(f"/{page}#"):
            link.set("href", link.get("href", "").removeprefix(f"/{page}"))


def _end_of_text(root: Element, heading: Element) -> int:
    """Where the clause's own text ends: at its first editor's note, the next heading, or the end of the page."""
    start = list(root).index(heading) + 1
    ends = (index for index, element in enumerate(root) if index >= start and _ends_text(element))
    return next(ends, len(root))


def _ends_text(element: Element) -> bool:
    return element.tag in HEADINGS or "editors-note" in element.get("class", "").split()
