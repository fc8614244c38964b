"""`policy diff A B`: what changed in the clauses and in the answers, and which questions to look at again."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from macros.browser.compare.editions import compare_editions
from macros.editions.lettering import in_markdown, in_terminal
from macros.editions.report import report
from macros.editions.sides import find_side
from macros.settings import load_parameters
from macros.words import read_words


def diff(root: Path, asked: argparse.Namespace) -> int:
    """Compare two editions, tags, branches, commits, or the working copy. Ends with 1 only where that is impossible."""
    sides = [find_side(root, name) for name in (asked.old, asked.new)]
    for told in dict.fromkeys(problem for _, problems in sides for problem in problems):
        print(told if told.place.path != "." else f"{told.what} {told.fix}", file=sys.stderr)
    old, new = (side for side, _ in sides)
    if old is None or new is None:
        return 1
    comparison = compare_editions(old, new)
    if asked.json:
        print(json.dumps(comparison.as_json(), indent=1, ensure_ascii=False))
        return 0
    words, _ = read_words(root, load_parameters(root)[0])
    lines = report(comparison, old, new, words)
    print(*(in_markdown(lines) if asked.markdown else in_terminal(lines)), sep="\n")
    return 0
