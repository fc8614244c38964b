"""Finds the earlier editions as they were published: on their own branch in git, where nobody changes them.

A build that has no such branch at hand knows less, and says less; it never guesses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.browser.compare.editions import Published
from macros.editions.policy_data import FORMAT
from macros.editions.publish import POLICY, TREES
from macros.history import published
from macros.register import DRAFT, Edition


@dataclass(frozen=True)
class Past:
    """The editions before this one, the oldest first. ``is_whole``: every one that the register names was found."""

    editions: tuple[Published, ...] = ()
    is_whole: bool = False


def find_past(root: Path, editions: Sequence[Edition], number: str) -> Past:
    """What was published before an edition. What came after it counts for nothing: so it is built the same for ever."""
    earlier = sorted(edition.number for edition in editions if number == DRAFT or edition.number < number)
    found = tuple(edition for name in earlier if (edition := read_published(root, name)))
    return Past(found, len(found) == len(earlier))


def read_published(root: Path, number: str) -> Published | None:
    """An edition, if it was published in a form that this version reads."""
    files = published(root, number, (POLICY, TREES))
    if not files or {file.get("format") for file in files.values()} != {FORMAT}:
        return None
    return Published(files[POLICY], files[TREES])
