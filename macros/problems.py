"""What a writer got wrong: where, what, and the way out. Every room reports its faults as these values."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file the writer can open: path from the project's root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend or to consider: only a fault stops a build."""

    place: Place
    code: str
    what: str
    fix: str
    level: Literal["fault", "advice"] = "fault"

    def __str__(self) -> str:
        return f"{self.place}: {self.code}: {self.what} {self.fix}".rstrip()


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known name as a hint for a fix, or nothing: ``Did you mean "years"?``."""
    near = nearest(word, known)
    return f'Did you mean "{near}"?' if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that a misspelt one was most likely meant to be, or nothing."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1)), "")


def faults(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only what must be mended, in file order."""
    return tuple(sorted(problem for problem in problems if problem.level == "fault"))
