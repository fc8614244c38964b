"""Makes one document of each page that the menu leads to, from its Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.clauses.parameters import fill
from macros.clauses.source import FRONT_MATTER
from macros.clauses.wording import plain
from macros.files import read_text
from macros.finding.documents import Document
from macros.menu import Menu
from macros.problems import Place

DOCS, ASK, POLICY, INDEX = "docs", "ask/", "policy/", "index.md"
CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
HEADING = re.compile(r"(#+)\s+(.*)")
# What begins a line that is no sentence: a list, a table, a note's first line, a picture.
NO_SENTENCE = re.compile(r"\s*([-*+|!<]|\d+\.\s|\{:)")


def page_documents(root: Path, menu: Menu, parameters: Mapping[str, str]) -> list[Document]:
    """The pages in the order of the menu, without the home page. The page of a question is the question itself."""
    questions = {f"{ASK}{name}.md" for name in menu.situations}
    files = [page for page in menu.pages if page.endswith(".md") and page not in (*questions, INDEX)]
    return [of_page(page, read_text(root / DOCS / page, page)[0], parameters) for page in files if is_file(root, page)]


def is_file(root: Path, page: str) -> bool:
    """Whether it is there; the site generator tells of one that is not."""
    return (root / DOCS / page).is_file()


def of_page(page: str, text: str, parameters: Mapping[str, str]) -> Document:
    """A page: found by its title and headings, and by its text unless that is clauses, which are found themselves."""
    filled = CALL.sub("", fill(FRONT_MATTER.sub("", text), parameters, Place(page))[0])
    headings = [plain(heading[2]) for line in filled.splitlines() if (heading := HEADING.fullmatch(line))]
    title, *parts = headings or [page]
    is_policy = page.startswith(POLICY) and page != POLICY + INDEX
    sentences = [] if is_policy else list(sentences_of(filled))
    return Document(
        kind="page",
        title=title,
        at=re.sub(r"(^|/)index/$", r"\1", page.removesuffix(".md") + "/"),
        topics="" if is_policy else " ".join(parts),
        text=" ".join(sentences),
        shown=" · ".join(parts) if is_policy else " ".join(sentences[:2]),
    )


def sentences_of(text: str) -> Iterator[str]:
    """The lines of a page's paragraphs."""
    for line in text.splitlines():
        if line.strip() and not NO_SENTENCE.match(line) and not HEADING.match(line):
            yield plain(line)
