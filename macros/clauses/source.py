"""The pages of a policy as text: decoded, and with everything that is not policy text blanked, places kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from macros.clauses.piece import Piece
from macros.problems import Place, Problem

# What the site generator reads above a page; "settings" is what stands between its lines.
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<settings>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
ASIDE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:.*?\n)??(?P=fence)[ \t]*$|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
UNCLOSED = re.compile(r"(?<!`)(?P<comment><!--)|^(?P<fence>`{3,}|~{3,})", re.MULTILINE)
# What curly quotes and dashes look like when UTF-8 was once read as Windows-1252, and the mark for a lost character.
GARBLED = re.compile("â€.?|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]|\ufffd")


@dataclass(frozen=True)
class Source:
    """One page: its name below docs/ ("policy/5-profiles.md"), its path from the root, its lines."""

    name: str
    path: str
    lines: tuple[str, ...]

    def pieces(self) -> list[Piece]:
        """The lines with their places."""
        return [Piece(line, Place(self.path, number)) for number, line in enumerate(self.lines, start=1)]


def read_sources(root: Path) -> tuple[list[Source], list[Problem]]:
    """Every page of docs/policy, in the order of their names."""
    files = sorted(root.glob("docs/policy/*.md"))
    if not files:
        what = "There is no page of policy in this folder."
        fix = "Write the first one: docs/policy/1-statement.md."
        return [], [Problem(Place("docs/policy"), "no-policy", what, fix)]
    read = [read_source(f"policy/{file.name}", file.read_bytes()) for file in files]
    return [source for source, _ in read], [problem for _, problems in read for problem in problems]


def read_source(name: str, content: bytes) -> tuple[Source, list[Problem]]:
    """A page from its bytes: any bytes give a page, and what was wrong with them is told."""
    path = f"docs/{name}"
    text, problems = _decode(content, path)
    blanked = ASIDE.sub(_blank, FRONT_MATTER.sub(_blank, text))
    # One is enough: what comes after it may not be what it seems.
    problems += [_unclosed(found, path) for found in [UNCLOSED.search(blanked)] if found]
    return Source(name, path, tuple(blanked.split("\n"))), problems


def _decode(content: bytes, path: str) -> tuple[str, list[Problem]]:
    text = re.sub(r"\r\n?", "\n", content.decode("utf-8-sig", errors="replace"))
    garbled = GARBLED.search(text)
    if not garbled:
        return text, []
    place = _place_of(garbled, path)
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        what = "From here on this file is not written in UTF-8."
        return text, [Problem(place, "not-utf8", what, 'Save it again as "UTF-8".')]
    what = f'"{garbled[0]}" looks like a character that was spoiled on the way.'
    return text, [Problem(place, "garbled-text", what, "Type it again, and save the file as UTF-8.")]


def _unclosed(found: re.Match[str], path: str) -> Problem:
    place = _place_of(found, path)
    if found["comment"]:
        return Problem(place, "unclosed-comment", "This comment never ends.", "End it with -->.")
    what = f"This code block never ends: {found['fence']}."
    return Problem(place, "unclosed-fence", what, f"Put {found['fence']} on a line of its own after it.")


def _place_of(found: re.Match[str], path: str) -> Place:
    before = found.string[: found.start()]
    return Place(path, before.count("\n") + 1, found.start() - before.rfind("\n"))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
