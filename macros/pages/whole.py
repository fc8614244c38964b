"""Puts the whole policy on one page to print or keep: every section, then our readings, with addresses of their own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.browser.html_parts import Setting, element, escape
from macros.clauses.headings import Heading, read_heading
from macros.clauses.model import Policy
from macros.clauses.piece import Piece
from macros.clauses.references import ELSEWHERE, LINK, NAMED
from macros.clauses.source import Source, read_source

PAGE, ADDRESS = "policy/whole.md", "policy/whole/"
PDF = "policy.pdf"  # at the top of an edition, beside policy.json
READINGS = "how-we-read-this.md"  # not policy text, so it comes last, and on paper begins a sheet of its own
APART = "whole-"  # before each id here: the pages of the sections keep the ids that people cite
DOCS = "docs"
MARKS = re.compile(r"[\\`*_\[\]{}<>&#!]")


@dataclass(frozen=True)
class Part:
    """One page that goes into the whole."""

    source: Source

    @property
    def name(self) -> str:
        """What this part is called here: "whole-7-abuse"."""
        return APART + posixpath.basename(self.source.name).removesuffix(".md")

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the page, its title first."""
        return tuple(heading for line in self.source.pieces() if (heading := read_heading(line)))

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """Where a link into the page can lead, by an id or by a clause's number, with the id here."""
        named = [(one.number, one.attributes.id.text) for one in self.headings if one.attributes.id]
        return {key: APART + id_ for number, id_ in named for key in (id_, str(number or id_))}


def whole_policy(root: Path, policy: Policy, contents: str) -> str:
    """Its Markdown: what it contains, under that heading; the sections in the policy's order; our readings.

    Parameters are still to be filled, as on any page.
    """
    parts = {part.source.name: part for part in parts_of(root, policy)}
    text = [line for part in parts.values() for line in written_anew(part, parts, policy)]
    return "\n".join(
        [f"## {as_written(contents)} {{: #{APART}contents }}", "", *list_contents(parts.values(), policy), "", *text]
    )


def parts_of(root: Path, policy: Policy) -> Iterator[Part]:
    """Each page that has clauses, in the order of their numbers; then the readings, if there are any."""
    for name in dict.fromkeys([*(clause.page for clause in policy), READINGS]):
        path = root / DOCS / name
        if path.is_file():
            yield Part(read_source(name, path.read_bytes())[0])


def list_contents(parts: Iterable[Part], policy: Policy) -> Iterator[str]:
    """A list of links: the sections, and in each its clauses."""
    for part in parts:
        yield f"- [{part.headings[0].words.text}](#{part.name})"
        for clause in policy:
            if clause.page == part.source.name:
                yield f"    - [{clause.number} {as_written(clause.heading)}](#{APART}{clause.id})"


def as_written(words: str) -> str:
    """Plain words as Markdown that shows them, sign by sign."""
    return MARKS.sub(lambda sign: f"&#{ord(sign[0])};", words)


def written_anew(part: Part, parts: Mapping[str, Part], policy: Policy) -> Iterator[str]:
    """The lines of one page as they stand in the whole, each heading one level lower."""
    for line in part.source.pieces():
        heading = read_heading(line)
        yield heading_anew(heading, part) if heading else links_anew(line, part.source.name, parts, policy)
    yield ""


def heading_anew(heading: Heading, part: Part) -> str:
    """A heading with the id it has here, and without what only the page of its section shows."""
    own = heading.attributes.id
    is_title = heading.place == part.headings[0].place
    name = APART + own.text if own else part.name if is_title else ""
    number = f"{heading.number} " if heading.number else ""
    begins = " .whole-readings" if is_title and part.source.name == READINGS else ""
    listed = f" {{: #{name}{begins} }}" if name else ""
    return f"{'#' * (heading.level + 1)} {number}{heading.words.text}{listed}"


def links_anew(line: Piece, page: str, parts: Mapping[str, Part], policy: Policy) -> str:
    """A line whose links stay within the whole wherever they can."""

    def to_clause(found: re.Match[str]) -> str:
        number = found["number"].upper()
        return f"[{found['number']}](#{APART}{policy[number].id})" if number in policy else found[0]

    def to_page(found: re.Match[str]) -> str:
        return found[0].replace(found["target"], target_here(found["target"], page, parts))

    return NAMED.sub(to_clause, LINK.sub(to_page, line.text))


def target_here(target: str, page: str, parts: Mapping[str, Part]) -> str:
    """Where a link of some page leads from the whole."""
    if ELSEWHERE.match(target):
        return target
    path, _, name = target.partition("#")
    linked = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path)).lstrip("/") if path else page
    if linked in parts and (not name or name in parts[linked].ids):
        return f"#{parts[linked].ids[name] if name else parts[linked].name}"
    mark = f"#{name}" if name else ""
    return posixpath.relpath(linked, posixpath.dirname(PAGE)) + mark


def whole_head(setting: Setting, policy_hash: str, *, has_pdf: bool) -> str:
    """What stands above it: how to check a copy, and the PDF where there is one; and the styles of this page."""
    check = escape(setting.words["whole.check"].format(hash="\0")).replace("\0", element("code", policy_hash))
    pdf = element("a", escape(setting.words["whole.pdf"]), href=setting.base + PDF, type="application/pdf")
    link = element("p", pdf, class_="whole-pdf") if has_pdf else ""
    style = f'<link rel="stylesheet" href="{setting.base}assets/stylesheets/whole.css">'
    return element("div", style + link + element("p", check, class_="whole-check"))
