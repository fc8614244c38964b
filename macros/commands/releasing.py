"""`policy release NUMBER` and `policy verify`: an edition that is published, and that stays as it was published."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.editions.manifest import verify as verify_editions
from macros.editions.release import carry_out, plan, refusals, steps
from macros.history import PAGES, head
from macros.printing import missing_browser
from macros.problems import Problem
from macros.project import load


def release(root: Path, asked: argparse.Namespace) -> int:
    """Publish the working copy as an edition, once and for all. With --dry-run only say what would happen."""
    stands = head(root)
    if isinstance(stands, Problem):
        print(stands.what, stands.fix, file=sys.stderr)
        return 1
    project = load(root)
    reasons = list(refusals(root, project, asked.number, stands))
    reasons += [told] if asked.pdf and (told := missing_browser()) else []
    for reason in reasons:
        print(reason if reason.place.path != "." else f"{reason.what} {reason.fix}", file=sys.stderr)
    if reasons:
        count = "1 thing stands" if len(reasons) == 1 else f"{len(reasons)} things stand"
        print(f"Edition {asked.number} is not released: {count} in the way.", file=sys.stderr)
        return 1
    what = plan(root, project, stands, is_current=asked.current, has_pdf=asked.pdf)
    print(*steps(what), sep="\n", flush=True)
    if asked.dry_run:
        print("Nothing was done.")
        return 0
    if not carry_out(root, what, project.words):
        print("It is not released: see above. Nothing is half published; you may start again.", file=sys.stderr)
        return 1
    print(f"Released. To publish it: git push --atomic origin {PAGES} {asked.number}")
    return 0


def verify(root: Path, asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """Hold every published edition against its manifest."""
    found = list(verify_editions(root))
    for folder, problems in found:
        print(*problems, sep="\n", end="\n" if problems else "")
        count = "1 file is" if len(problems) == 1 else f"{len(problems)} files are"
        print(f"{folder}: {count} not as released." if problems else f"{folder}: as released.")
    if not found:
        print(f"No edition is published on the branch {PAGES}.")
    return 1 if any(problems for _, problems in found) else 0
