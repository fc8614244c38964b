"""The door for people: the `policy` command. It reads the command line; what each command does is next door."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

BROKEN_PIPE, INTERRUPTED = 141, 130  # as shells count them
HELP = {
    "check": "every fault in the policy and the trees, with the way out; then advice, and how long the trees are",
    "paths": "every path through a tree, with its outcome and clauses",
    "ask": "answer a tree here in the terminal",
    "ledger": "write down every path of every tree, for reviews",
    "reviewed": "record that somebody held these trees against the clauses",
    "mutants": "which slips of a hand in the trees would go unseen",
    "diff": "what changed between two editions: the clauses, whose answers, and which questions to look at again",
    "release": "publish the working copy as an edition, once and for all",
    "verify": "whether every published edition is as it was released",
    "verify-record": "whether a record that a reader kept agrees with its edition, and what the current edition says",
    "build": "make the site in site/",
    "pdf": "the site in site/, with the whole policy as a PDF in it; this needs a Chromium",
    "serve": "make the site, serve it here, make it again when a file is saved",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is well, 1 is a fault in what was written, 2 a command that makes no sense."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # An old terminal may not know an arrow: better a ? than a stop.
    try:
        result = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has had enough (| head). Python would complain once more at its end: let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    return result


def run(arguments: Sequence[str] | None) -> int:
    """Find the policy, and run the command on it."""
    asked = parser().parse_args(arguments)
    root = find_root(Path.cwd())
    if not root:
        print("There is no mkdocs.yml here or above. Go to the folder of the policy and try again.", file=sys.stderr)
        return 2
    from macros.commands import COMMANDS  # noqa: PLC0415 - a mistyped command should answer at once

    return COMMANDS[asked.command](root, asked)


def parser() -> argparse.ArgumentParser:
    """What may be typed."""
    whole = argparse.ArgumentParser(prog="policy", description="A policy people can ask: check it, ask it, publish it.")
    commands = whole.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for name, words in HELP.items():
        command = commands.add_parser(name, help=words)
        if name in ("paths", "ask"):
            command.add_argument("tree")
        if name in ("mutants", "reviewed"):
            command.add_argument("trees", metavar="TREE", nargs="+" if name == "reviewed" else "*")
        if name in ("check", "paths", "diff", "verify-record"):
            command.add_argument("--json", action="store_true", help="for programs")
        if name == "ask":
            command.add_argument("--today", type=date.fromisoformat, help="as if today were this day, 2026-11-22")
        if name == "reviewed":
            command.add_argument(
                "--by", metavar="ROLE", required=True, help='who looked, such as "line manager"; no name'
            )
            command.add_argument("--on", type=date.fromisoformat, help="the day of the review, 2026-11-22; else today")
        of_editions(name, command)
    return whole


def of_editions(name: str, command: argparse.ArgumentParser) -> None:
    """What may be typed behind the commands about editions, and about what was kept of one."""
    if name == "diff":
        command.add_argument("old", metavar="A", help="an edition, a tag, a branch or a commit")
        command.add_argument("new", metavar="B", nargs="?", default="", help="the same; else the working copy")
        command.add_argument("--markdown", action="store_true", help="for a page or a pull request")
    if name == "release":
        command.add_argument("number", metavar="NUMBER", help="the number of the edition, such as 2024-01")
        command.add_argument("--current", action="store_true", help="let it be the edition that readers come to")
        command.add_argument("--pdf", action="store_true", help="with the whole policy as a PDF, by a Chromium")
        command.add_argument("--dry-run", action="store_true", help="only say what would happen")
    if name == "verify-record":
        command.add_argument("file", metavar="FILE", type=Path, help="the record, saved as data or as a page")


def find_root(start: Path) -> Path | None:
    """The folder of the policy: the nearest one upwards that holds mkdocs.yml."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), None)
