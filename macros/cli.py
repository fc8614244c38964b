"""The door for people: the `policy` command. It reads the command line, calls the rooms, prints, and nothing else."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from macros.problems import did_you_mean, faults

if TYPE_CHECKING:
    from macros.project import Project

BROKEN_PIPE, INTERRUPTED = 141, 130  # as shells count them


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
    return int(asked.run(root, asked))


def parser() -> argparse.ArgumentParser:
    """What may be typed."""
    whole = argparse.ArgumentParser(prog="policy", description="A policy people can ask: check it, ask it, publish it.")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="every fault in the policy and the trees, with the way out")
    check.add_argument("--json", action="store_true", help="for programs")
    check.set_defaults(run=run_check)
    paths = commands.add_parser("paths", help="every path through a tree, with its outcome and clauses")
    paths.add_argument("tree")
    paths.add_argument("--json", action="store_true", help="for programs")
    paths.set_defaults(run=run_paths)
    ask = commands.add_parser("ask", help="answer a tree here in the terminal")
    ask.add_argument("tree")
    ask.add_argument("--today", type=date.fromisoformat, default=None, help="as if today were this day, 2026-11-22")
    ask.set_defaults(run=run_ask)
    for name, run, words in (
        ("build", run_build, "make the site in site/"),
        ("serve", run_serve, "make the site, serve it here, make it again when a file is saved"),
    ):
        command = commands.add_parser(name, help=words)
        command.set_defaults(run=run)
    return whole


def find_root(start: Path) -> Path | None:
    """The folder of the policy: the nearest one upwards that holds mkdocs.yml."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), None)


def load(root: Path) -> Project:
    """The working copy."""
    from macros import project  # noqa: PLC0415 - a mistyped command should answer at once

    return project.load(root)


def run_check(root: Path, asked: argparse.Namespace) -> int:
    """``policy check``: all problems at once; only a fault makes it fail."""
    project = load(root)
    if asked.json:
        listed = [
            {
                "level": problem.level,
                "code": problem.code,
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "message": problem.what,
                "fix": problem.fix,
            }
            for problem in project.problems
        ]
        print(json.dumps({"problems": listed, "trees": len(project.trees), "clauses": len(project.policy)}, indent=2))
    else:
        for problem in project.problems:
            print(problem)
        print(summary(project))
    return 1 if faults(project.problems) else 0


def summary(project: Project) -> str:
    """One line that says how it stands."""
    count = len(faults(project.problems))
    found = "no faults" if not count else "1 fault" if count == 1 else f"{count} faults"
    return f"{len(project.policy)} clauses, {len(project.trees)} trees, {found}."


def sound(root: Path, tree: str) -> Project | int:
    """The working copy if it has no faults and holds this tree; else say what is wrong."""
    project = load(root)
    if faults(project.problems):
        print(*project.problems, sep="\n", file=sys.stderr)
        return 1
    if tree not in project.trees:
        print(
            f'There is no tree "{tree}".',
            did_you_mean(tree, project.trees) or f"There are: {', '.join(project.trees)}.",
            file=sys.stderr,
        )
        return 2
    return project


def run_paths(root: Path, asked: argparse.Namespace) -> int:
    """``policy paths TREE``: the ledger of one tree."""
    from macros.trees.paths import every_path, examples_as_json  # noqa: PLC0415 - as in load

    project = sound(root, asked.tree)
    if isinstance(project, int):
        return project
    compiled = project.compiled[asked.tree]
    paths = list(every_path(compiled))
    if asked.json:
        print(
            json.dumps(
                {
                    "tree": asked.tree,
                    "paths": [path.as_json() for path in paths],
                    "examples": examples_as_json(project.trees[asked.tree], compiled),
                },
                indent=1,
            )
        )
    else:
        for path in paths:
            print(path)
        print(f"{len(paths)} paths.")
    return 0


def run_ask(root: Path, asked: argparse.Namespace) -> int:
    """``policy ask TREE``: one question after another, in the terminal."""
    from macros import asking  # noqa: PLC0415 - as in load

    project = sound(root, asked.tree)
    if isinstance(project, int):
        return project
    today = asked.today or date.today()  # noqa: DTZ011 - the reader's own day, where the reader is
    return asking.ask(project.compiled, asked.tree, project.words, today)


def run_build(root: Path, asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """``policy build``: the site."""
    from macros import serve  # noqa: PLC0415 - as in load

    return serve.build(root)


def run_serve(root: Path, asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """``policy serve``: the site, kept up to date while it is served."""
    from macros import serve  # noqa: PLC0415 - as in load

    return serve.serve(root)
