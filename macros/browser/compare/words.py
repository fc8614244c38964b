"""Compares two texts word by word, and says whether they differ in more than punctuation, spacing and capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

Kind = Literal["same", "gone", "new"]

WORD = re.compile(r"\s*(?:\w+(?:['\u2019.,:/-]\w+)*|[^\w\s])\s*")
DASHES = re.compile("[\u2010-\u2015\u2212]")
QUOTES = re.compile("[\u2018-\u201f\u2032\u2033\u00ab\u00bb\u00b4`\"']")
# Marks that make no other rule. Before a figure one may (2.5, 13-16, a minus), so there it counts.
MARKS = re.compile(r"[.,:;!?…-](?![0-9])|[()\[\]]")


@dataclass(frozen=True)
class Piece:
    """Some words of a comparison: in both texts, only in the old one, or only in the new one."""

    kind: Kind
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The new text with what is gone from the old one: ``same: "within " gone: "two" new: "three" same: " years"``."""
    before, after = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(None, [word.strip() for word in before], [word.strip() for word in after], autojunk=False)
    pieces: list[Piece] = []
    for is_same, (start, stop), (begin, end) in stretches(matcher.get_matching_blocks(), len(before), len(after)):
        if is_same:
            pieces.append(Piece("same", "".join(after[begin:end])))
            continue
        # What is gone stood behind a space, also where the words that stayed have none after them any more.
        is_glued = start and before[start - 1][-1:].isspace() and not pieces[-1].text[-1:].isspace()
        gone = " " * bool(is_glued) + "".join(before[start:stop])
        both = (Piece("gone", gone if start < stop else ""), Piece("new", "".join(after[begin:end])))
        pieces += [piece for piece in both if piece.text]
    return tuple(pieces)


Stretch = tuple[bool, tuple[int, int], tuple[int, int]]


def stretches(blocks: Sequence[tuple[int, int, int]], before: int, after: int) -> list[Stretch]:
    """What matches and what does not, in turn. One word alone between two changes is no match worth showing."""
    found: list[Stretch] = []
    edges = [
        (0, 0, 0),
        *(block for block in blocks if block[2] > 1 or is_edge(block, before, after)),
        (before, after, 0),
    ]
    for (old, new, size), (next_old, next_new, _) in pairwise(edges):
        if size:
            found.append((True, (old, old + size), (new, new + size)))
        if (old + size, new + size) != (next_old, next_new):
            found.append((False, (old + size, next_old), (new + size, next_new)))
    return found


def is_edge(block: tuple[int, int, int], before: int, after: int) -> bool:
    """Whether a single word begins or ends both texts."""
    old, new, size = block
    return size > 0 and ((old, new) == (0, 0) or (old + size, new + size) == (before, after))


def plain(text: str) -> str:
    """A text without what makes no other rule of it: capitals, spacing, quotation marks, full stops and commas."""
    text = QUOTES.sub("", DASHES.sub("-", text)).casefold()
    # A hyphen inside a word may make another word of it (re-sign), so it stays.
    text = re.sub(r"(?<=[a-z])-(?=[a-z])", "\0", text)
    return " ".join(MARKS.sub(" ", text).replace("\0", "-").split())


def is_editorial(old: str, new: str) -> bool:
    """Whether two texts differ, but in nothing that could make another rule."""
    return old != new and plain(old) == plain(new)


def likeness(old: str, new: str) -> float:
    """How much two texts have in common, from 0 to 1, counted in words."""
    return SequenceMatcher(None, plain(old).split(), plain(new).split(), autojunk=False).ratio()
