"""Teaches the site's Markdown what a clause is: its number and addresses, its terms, its facts, and ``[5.2]``."""

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
from macros.glossary import Term
from macros.pages.cite import Source, cite_link
from macros.pages.clause_facts import Project, address, facts
from macros.pages.clause_life import life_part
from macros.pages.peeks import link_sections, mark_links
from macros.pages.terms import mark_terms, meanings
from macros.pages.whole import APART
from macros.problems import Place

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# After code blocks are put aside, before HTML is: a duty may hold a < of its own.
BEFORE_HTML = 24
# After attribute lists have given the headings their ids (8), before the table of contents takes their words (5).
BETWEEN_IDS_AND_CONTENTS = 7
# After the table of contents has given each heading a link to itself (5).
AFTER_CONTENTS = 4
PERMALINK = "headerlink"  # the class of that link


@lru_cache(maxsize=1)
def project_at(root: Path) -> working_copy.Project:
    """The working copy, read once for all the pages of a build."""
    return working_copy.load(root)


class ClauseMarkup(Extension):
    """Needs `attr_list` beside it. ``project`` is asked when a page is made, not when the site's settings are read.

    ``lives`` has the life of each clause by its id, where the build knows it; ``source`` is what is cited.
    """

    def __init__(
        self, project: Callable[[], Project], lives: Mapping[str, Life] | None = None, source: Source | None = None
    ) -> None:
        super().__init__()
        self.project, self.lives, self.source = project, lives or {}, source

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Hang the parts of the work into the making of a page."""
        md.preprocessors.register(Headings(md, self.project), "clause_headings", BEFORE_HTML)
        md.treeprocessors.register(Clauses(md, self.project, self.lives), "clauses", BETWEEN_IDS_AND_CONTENTS)
        if self.source:
            md.treeprocessors.register(Citations(md, self.project, self.source), "citations", AFTER_CONTENTS)


def makeExtension(  # noqa: N802 - Markdown looks for this name
    root: str = ".", lives: Mapping[str, Life] | None = None, source: Source | None = None
) -> ClauseMarkup:
    """What mkdocs.yml loads as ``macros.pages.clause_markup``; ``root`` is the project's folder."""
    return ClauseMarkup(lambda: project_at(Path(root).resolve()), lives, source)


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
        terms: dict[str, Term] = {}
        page = ""
        for heading, clause in _clause_headings(root, project):
            _show_number(heading, clause, project.words)
            if heading.get("id") != clause.id:  # On the page of the whole policy, the number leads to the page to cite.
                _lead_to_section(heading, clause)
                continue
            page = clause.page
            start, end = list(root).index(heading) + 1, _end_of_text(root, heading)
            own_text = root[start:end]
            link_sections(root[start : _end_of_clause(root, heading)], project.policy, page, project.words)
            terms |= mark_terms(own_text, clause, project.glossary, project.policy, project.words)
            root.insert(end, self._facts(clause, project))
        mark_links(root, project.policy, page, project.words)
        if page:
            _shorten_links(root, page)
        if terms:
            root.append(meanings(terms.values(), project.policy, project.words))

    def _facts(self, clause: Clause, project: Project) -> Element:
        block = facts(clause, project)
        if life := self.lives.get(clause.id):
            block.append(life_part(life, project.words))
        return block


class Citations(Treeprocessor):
    """Makes of a clause heading's link to itself the one by which the clause is cited. Other headings need none."""

    def __init__(self, md: Markdown, project: Callable[[], Project], source: Source) -> None:
        super().__init__(md)
        self.project, self.source = project, source

    def run(self, root: Element) -> None:
        """Change the page in place."""
        project = self.project()
        by_id = {clause.id: clause for clause in project.policy}
        for heading in (element for element in root if element.tag in HEADINGS):
            number = heading.find("span[@id]")  # its second address
            clause = by_id.get(heading.get("id", ""))
            for link in [link for link in heading.iter("a") if PERMALINK in link.get("class", "").split()]:
                if clause and number is not None and number.get("id") == clause.number:
                    cite_link(link, clause, self.source, project.words)
                else:
                    heading.remove(link)


def _clause_headings(root: Element, project: Project) -> list[tuple[Element, Clause]]:
    """The headings of a page that are a clause's, each with its clause; also on the page of the whole policy."""
    by_id = {clause.id: clause for clause in project.policy}
    headings = [
        (element, by_id.get(element.get("id", "").removeprefix(APART))) for element in root if element.tag in HEADINGS
    ]
    return [
        (heading, clause)
        for heading, clause in headings
        if clause and (heading.text or "").startswith(f"{clause.number} ")
    ]


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
    label = Element("span", {"class": "clause-number unnumbered"})
    label.text, label.tail = words["clause.unnumbered"], " "
    return label


def _shorten_links(root: Element, page: str) -> None:
    """A link to this very page keeps its fragment alone: it then works from a file, too."""
    for link in root.iter("a"):
        if link.get("href", "").startswith(f"/{page}#"):
            link.set("href", link.get("href", "").removeprefix(f"/{page}"))


def _end_of_text(root: Element, heading: Element) -> int:
    """Where the clause's own text ends: at its first editor's note, the next heading, or the end of the page."""
    return _first(root, heading, lambda element: element.tag in HEADINGS or _is_note(element))


def _end_of_clause(root: Element, heading: Element) -> int:
    """Where the next heading stands, or the end of the page."""
    return _first(root, heading, lambda element: element.tag in HEADINGS)


def _first(root: Element, heading: Element, ends: Callable[[Element], bool]) -> int:
    start = list(root).index(heading) + 1
    return next((index for index, element in enumerate(root) if index >= start and ends(element)), len(root))


def _is_note(element: Element) -> bool:
    return "editors-note" in element.get("class", "").split()
