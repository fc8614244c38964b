"""A copy of our own policy under git, and a second edition of it: amended by hand, in every way that a diff must tell.

The list of what changed stands in test_amended.py. It was written from these amendments, not from what the diff says.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.trees.workshop import copy_of_ours

FIRST, SECOND = "2024-01", "2026-12"
PODCAST = """## 2.7 What a podcast is {: #podcast topics="podcast" kind="definition" }

**Podcast**: a programme of speech put online in parts, which people can follow.

"""
TOMBSTONE = '## 4.4 Repealed {: #feedback-in-team-meetings kind="repealed" }\n'
NEW_QUESTION = """  known:
    ask: Do you know that it is the DSL who asks?
    options:
      yes: Yes, I know it is
      no: No, or not for certain
    go:
      yes: dsl
      no: other
      not-sure: other

"""
# For each file: what stands there, and what takes its place.
AMENDMENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "mkdocs.yml": (
        ("cooling_off_years: 2 ", "cooling_off_years: 3 "),
        ("appendix_date: January 2024", "appendix_date: June 2026"),
        (
            "  editions:\n",
            (
                "  editions:\n    2026-12:\n      reviewed: 2026-11\n      review-due: 2027-11\n      changes:\n"
                "        - { what: Three years instead of two, why: The review asked for it, clauses: [5.2] }\n"
            ),
        ),
    ),
    # Editorial only: a capital, another apostrophe, a comma.
    "docs/policy/1-statement.md": (
        ("a big part of people's lives, both for", "a big part of People\u2019s lives both for"),
    ),
    # One definition comes in, and two are renumbered.
    "docs/policy/2-definitions.md": (
        ("## 2.8 What instant", "## 2.9 What instant"),
        ("## 2.7 What wikis", f"{PODCAST}## 2.8 What wikis"),
    ),
    # One clause is repealed, one reworded, and a note names a clause by its new number.
    "docs/policy/4-general.md": (
        ('see="2.8, 5.10', 'see="2.9, 5.10'),
        ("is defined in [2.8]", "is defined in [2.9]"),
        (
            "Whoever writes a blog always answers for what it says, unless a manager has both seen it and agreed to it",
            "Whoever writes a blog answers for what it says, unless their line manager has agreed to it in writing",
        ),
    ),
    # Two forces raised, one lowered.
    "docs/policy/5-profiles.md": (
        ('duties="worker: should not (say yes', 'duties="worker: must not (say yes'),
        ("Workers should not say yes", "Workers must not say yes"),
        ('duties="line manager: should (hold a record', 'duties="line manager: must (hold a record'),
        ("Line management should hold", "Line management must hold"),
        ('duties="worker: must (take responsibility', 'duties="worker: should (take responsibility'),
        ("Workers must take responsibility", "Workers should take responsibility"),
    ),
    # A verdict is tightened; the three years move another.
    "decision_trees/friend-request.yml": (
        ("  former-adult:\n    verdict: yes-if", "  former-adult:\n    verdict: ask"),
        (
            "years: 2024-11-21 }\n    outcome: former-adult\n    verdict: yes-if",
            "years: 2023-11-21 }\n    outcome: former-adult\n    verdict: ask",
        ),
    ),
    # The clause it rests on has another number: nothing that a reader would notice.
    "decision_trees/message-someone.yml": (
        ("3.4, 6.4, 2.8, 3.6", "3.4, 6.4, 2.9, 3.6"),
        ("because: [4.2, 2.8]", "because: [4.2, 2.9]"),
        ("cites: [4.2, 2.8]", "cites: [4.2, 2.9]"),
    ),
    # A verdict is loosened.
    "decision_trees/set-up-page.yml": (
        ("  get-email:\n    verdict: ask", "  get-email:\n    verdict: yes-if"),
        ("outcome: get-email\n    verdict: ask", "outcome: get-email\n    verdict: yes-if"),
    ),
    # A question comes in.
    "decision_trees/share-login.yml": (
        ("      dsl: dsl\n", "      dsl: known\n"),
        ("  genuine:\n    ask", f"{NEW_QUESTION}  genuine:\n    ask"),
        ("answers: { account: work, asker: dsl }", "answers: { account: work, asker: dsl, known: yes }"),
    ),
}


def first_edition(root: Path) -> Path:
    """Our own policy under git, tagged as the first edition."""
    copy_of_ours(root)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "The first edition")
    git(root, "tag", FIRST)
    return root


def amend(root: Path) -> None:
    """The second edition, in the working copy."""
    for name, changes in AMENDMENTS.items():
        for before, after in changes:
            put(root / name, before, after)
    page = root / "docs/policy/4-general.md"
    text = page.read_text(encoding="utf-8")
    start, end = text.index("## 4.4 "), text.index("## 4.5 ")
    page.write_text(f"{text[:start]}{TOMBSTONE}\n{text[end:]}", encoding="utf-8")


def put(file: Path, before: str, after: str) -> None:
    """Replace what stands in a file exactly once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, (file.name, before, text.count(before))
    file.write_text(text.replace(before, after), encoding="utf-8")


def commit(root: Path, message: str) -> None:
    """Everything as it is now."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", f"--message={message}")


def git(root: Path, *arguments: str) -> str:
    """Run git as nobody in particular, whatever this machine's settings are."""
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    nobody |= {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, env={**os.environ, **nobody}, capture_output=True, text=True, check=True).stdout


def both_editions(root: Path) -> Path:
    """Two editions of our policy in a repository of their own, each committed and tagged."""
    first_edition(root)
    amend(root)
    commit(root, "The second edition")
    git(root, "tag", SECOND)
    return root
