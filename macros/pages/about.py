"""Says what each page is, for search engines and for those it is shared with: title, description, way up."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.addresses import is_public
from macros.hosting.data_block import as_text
from macros.project import Project

SHORTEST, LONGEST = 50, 160  # letters: what is shorter says little, what is longer is cut by those who show it
PARAGRAPH = re.compile(r"<(p|li|dd|summary)\b[^>]*>(.*?)</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
DOTS = "…"


@dataclass(frozen=True)
class About:
    """What stands in a page's head, as plain text; ``trail`` is JSON that may stand in a page."""

    name: str
    title: str
    description: str
    address: str
    kind: str
    trail: str
    on_paper: str
    is_hidden: bool


@dataclass(frozen=True)
class Describer:
    """Describes pages for the theme's templates. ``address`` is where readers are led, "" where nobody knows."""

    project: Project
    site_name: str
    site_description: str
    address: str

    def __call__(self, page: Any) -> About:  # noqa: ANN401 - the generator's own page
        """All that is said of one page."""
        name = self.site_name if page.is_homepage else plain(str(page.meta.get("title") or page.title))
        return About(
            name=name,
            title=name if page.is_homepage else f"{name} - {self.site_name}",
            description=cut(self.said(page, name)),
            address=self.address and self.address + page.url,
            kind="website" if page.is_homepage else "article",
            trail=self.trail(page, name),
            on_paper=self.on_paper(page),
            is_hidden=is_hidden(page),
        )

    def said(self, page: Any, name: str) -> str:  # noqa: ANN401 - as above
        """As much as there is to say, at least as long as a description should be if the page has that much."""
        if told := page.meta.get("description") or (page.is_homepage and self.site_description):
            return str(told)
        return enough([*self.of_section(page.file.src_uri, name), *self.of_tree(page.url), *texts(page.content)])

    def of_section(self, file: str, name: str) -> Iterator[str]:
        """A page of the policy is told by the headings of its clauses, then by their text."""
        clauses = [clause for clause in self.project.policy if clause.page == file]
        if clauses:
            words = self.project.words["about.section"]
            yield as_many([clause.heading for clause in clauses], words, policy=self.site_name, section=name)
            yield from (clause.text for clause in clauses)

    def of_tree(self, url: str) -> Iterator[str]:
        """A question, which is the title, is told by its one line, and by the clauses that it rests on."""
        tree = self.project.trees.get(url.removeprefix("ask/").strip("/"))
        if tree and url.startswith("ask/"):
            headings = [self.project.policy[str(number)].heading for number in tree.rests_on]
            yield tree.scope
            yield as_many(headings, self.project.words["about.tree"], policy=self.site_name)
            yield tree.title

    def is_tree(self, page: Any) -> bool:  # noqa: ANN401 - as above
        """Whether it is a question's: a situation begins with one, and has no page of its own."""
        return bool(page.url.startswith("ask/")) and page.url.removeprefix("ask/").strip("/") in self.project.trees

    def on_paper(self, page: Any) -> str:  # noqa: ANN401 - as above
        """That a sheet of paper may be out of date, and where to look; an address on this machine helps nobody."""
        if is_public(self.address):
            return self.project.words["paper.current"].format(address=self.address + page.url)
        return self.project.words["paper.uncontrolled"]

    def trail(self, page: Any, name: str) -> str:  # noqa: ANN401 - as above
        """The way down to a page from the start, as schema.org's BreadcrumbList; of the start itself there is none."""
        if not self.address or page.is_homepage:
            return ""
        above = [(section.title, index_of(section)) for section in reversed(page.ancestors)]
        listed = [
            (plain(title), index.url) for title, index in above if index and index != page and not self.is_tree(index)
        ]
        steps = [(self.site_name, ""), *listed, (name, page.url)]
        items = [
            {"@type": "ListItem", "position": place, "name": step, "item": self.address + url}
            for place, (step, url) in enumerate(steps, start=1)
        ]
        return as_text({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items})


def index_of(section: Any) -> Any:  # noqa: ANN401 - as above
    """The page that a part of the menu begins with, which lists the others."""
    first = next(iter(section.children), None)
    return first if first and first.is_page else None


def is_hidden(page: Any) -> bool:  # noqa: ANN401 - as above
    """What our own search passes over, search engines are asked to pass over too."""
    search = page.meta.get("search")  # whatever the writer wrote there
    return isinstance(search, Mapping) and bool(search.get("exclude"))


def texts(content: str) -> Iterator[str]:
    """The paragraphs of a built page, in order, without what only marks them up."""
    return filter(None, (plain(found[2]) for found in PARAGRAPH.finditer(content)))


def plain(markup: str) -> str:
    """The words of some HTML, as a reader sees them."""
    return " ".join(html.unescape(TAG.sub("", markup)).split())


def as_many(headings: Sequence[str], words: str, **places: str) -> str:
    """The words with as many of the headings as there is room for, one at least."""
    for count in range(len(headings), 0, -1):
        listed = "; ".join([*headings[:count], *([DOTS] if count < len(headings) else [])])
        said = words.format(clauses=listed, **places)
        if len(said) <= LONGEST:
            break
    return said


def enough(parts: Iterable[str]) -> str:
    """The first of these, with those that follow while it is too short."""
    said = ""
    for part in parts:
        said = f"{said} {part}".strip()
        if len(said) >= SHORTEST:
            break
    return said


def cut(text: str) -> str:
    """No longer than is shown; what is cut is cut between words."""
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    kept = words[: LONGEST - len(DOTS)].rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.-") + DOTS
