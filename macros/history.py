"""Runs git, as nothing else does: the policy as it stood in an edition, at a tag, on a branch, or at a commit.

What git does not know, or what this version cannot read, is told as a Problem.
"""

from __future__ import annotations

import json
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from macros.problems import Place, Problem, did_you_mean
from macros.project import SETTINGS, Project, load

PAGES = "gh-pages"  # where mike publishes editions
Json = dict[str, Any]


class GitError(Exception):
    """git said no; its own words are the message."""


def project_at(root: Path, name: str) -> Project | Problem:
    """The project as it stood at a tag, a branch or a commit. Its own faults are in it, as in any project."""
    try:
        commit = git_text(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except FileNotFoundError:
        return told("no-git", "git is not on this machine, or cannot be run.", "Install git, and try again.")
    except GitError:
        return unknown(root, name)
    try:
        return load_commit(root, commit)
    except (GitError, tarfile.TarError, OSError) as error:
        what = f"The files of {name} cannot be taken out of git: {error}."
        return told("unreadable-edition", what, "Compare with a newer edition.")


def load_commit(root: Path, commit: str) -> Project | Problem:
    """A commit's files in a folder of their own for as long as it takes to read them."""
    archive = git(root, "archive", "--format=tar", commit)
    with tempfile.TemporaryDirectory(prefix="policy-") as folder:
        with tarfile.open(fileobj=BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        there = Path(folder)
        if not (there / SETTINGS).is_file():
            what = f"There was no {SETTINGS} at {commit[:12]}, so no policy that this version can read."
            return told("unreadable-edition", what, "Name a later commit.")
        return load(there)


def published(root: Path, number: str, files: Iterable[str]) -> dict[str, Json] | None:
    """These files of an edition as it was published, or None where no such edition was."""
    for branch in (PAGES, f"origin/{PAGES}"):
        try:
            return {name: json.loads(git(root, "show", f"{branch}:{number}/{name}")) for name in files}
        except (GitError, FileNotFoundError, ValueError):
            continue
    return None


def editions_published(root: Path) -> list[str]:
    """The folders of the branch that editions are published on."""
    for branch in (PAGES, f"origin/{PAGES}"):
        try:
            return git_text(root, "ls-tree", "-d", "--name-only", branch).split()
        except (GitError, FileNotFoundError):
            continue
    return []


def unknown(root: Path, name: str) -> Problem:
    """Why git has nothing of that name."""
    try:
        names = git_text(root, "for-each-ref", "--format=%(refname:short)").split()
        is_shallow = git_text(root, "rev-parse", "--is-shallow-repository") == "true"
    except GitError as error:
        what = f"git cannot tell how the policy stood before: {error}."
        return told("no-git", what, "Compare inside a clone of its repository.")
    known = [*names, *editions_published(root)]
    if is_shallow:
        what = f'"{name}" is not in this clone, which holds only the newest commits.'
        return told("shallow-clone", what, "Fetch the rest: git fetch --unshallow --tags")
    what = f'git knows no edition, tag, branch or commit "{name}".'
    listed = f"There are: {', '.join(known[:10])}." if known else "Name a commit."
    return told("unknown-edition", what, did_you_mean(name, known) or listed)


def told(code: str, what: str, fix: str) -> Problem:
    """A problem of the repository: it stands in no file."""
    return Problem(Place("."), code, what, fix)


def git_text(root: Path, *arguments: str) -> str:
    """What git says, without the last line end."""
    return git(root, *arguments).decode("utf-8", errors="replace").strip()


def git(root: Path, *arguments: str) -> bytes:
    """What git gives. Raises GitError where it refuses, FileNotFoundError where there is no git."""
    # In a hook, git tells its own place by these; here the place is the folder of the policy.
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    command = ["git", "-C", str(root), *arguments]
    ran = subprocess.run(command, capture_output=True, env={**environment, "LC_ALL": "C"}, check=False)
    if ran.returncode:
        raise GitError(ran.stderr.decode("utf-8", errors="replace").strip().rstrip("."))
    return ran.stdout
