"""Proves that what a page names is there: the clauses in brackets and in `see`, and the links inside the policy."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from urllib.parse import unquote

from macros.clauses.model import Clause
from macros.clauses.piece import Piece
from macros.problems import Problem, did_you_mean

CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
NAMED = re.compile(
    r"(?<!\\)\[(?P<number>AIM|REV-[0-9]+|A\.[0-9]+|[0-9]+\.[0-9]+)\](?![:(]|\[[^\]])",
    re.IGNORECASE,
)
LINK = re.compile(r"\]\([ \t]*<?(?P<target>[^()<>\s]+)")
# Everything a link can lead to, page by page.
Anchors = Mapping[str, AbstractSet[str]]
ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def check_line(line: Piece, page: str, known: AbstractSet[str], anchors: Anchors) -> list[Problem]:
    """Unknown clauses and dead links of one line of a page."""
    line = Piece(CODE.sub(lambda code: " " * len(code[0]), line.text), line.place)
    named = [line.group(found, "number") for found in NAMED.finditer(line.text)]
    problems = [unknown_clause(number, known) for number in named if number.text.upper() not in known]
    for found in LINK.finditer(line.text):
        problems += _dead_link(line.group(found, "target"), page, anchors)
    return problems


def check_see(clause: Clause, known: AbstractSet[str]) -> Iterator[Problem]:
    """The clauses a clause points to with `see` and that are not there."""
    for reference in clause.see:
        if reference.number not in known:
            yield unknown_clause(Piece(reference.number, reference.place), known)


def unknown_clause(number: Piece, known: AbstractSet[str]) -> Problem:
    """Somebody names a clause that the policy does not have."""
    what = f'There is no clause "{number.text}".' if number else "The number of a clause is missing here."
    fix = did_you_mean(number.text.upper(), known) or "Write the number of a clause of this policy, such as 5.2."
    return Problem(number.place, "unknown-clause", what, fix)


def _dead_link(target: Piece, page: str, anchors: Anchors) -> Iterator[Problem]:
    if ELSEWHERE.match(target.text):
        return
    path, mark, name = target.text.partition("#")
    linked = _page(path.partition("?")[0], page)
    if posixpath.dirname(linked) != "policy" or not linked.endswith(".md"):
        return
    if linked not in anchors:
        fix = did_you_mean(linked.removeprefix("policy/"), [known.removeprefix("policy/") for known in anchors])
        yield Problem(target.place, "unknown-page", f"There is no page docs/{linked}.", fix or "Correct the link.")
    elif mark and unquote(name) not in anchors[linked]:
        what = f'No heading of docs/{linked} has the id "{name}".'
        fix = did_you_mean(name, anchors[linked]) or "Take the id from behind the heading you mean."
        yield Problem(target.cut(len(path) + 1).place, "unknown-id", what, fix)


def _page(path: str, page: str) -> str:
    """The page a link leads to, named as pages are: "policy/aim.md"."""
    if not path:
        return page
    if path.startswith("/"):
        return posixpath.normpath(unquote(path).lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
