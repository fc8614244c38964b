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
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from macros.problems import Place, Problem, did_you_mean
from macros.project import Project, load
from macros.register import is_day
from macros.settings import SETTINGS

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
            # The first releases of Python 3.11 know no filters. What git archives of ours is ours.
            files.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
            files.extractall(folder)  # noqa: S202 - see the line above
        there = Path(folder)
        if not (there / SETTINGS).is_file():
            what = f"There was no {SETTINGS} at {commit[:12]}, so no policy that this version can read."
            return told("unreadable-edition", what, "Name a later commit.")
        return load(there)


def published(root: Path, number: str, files: Iterable[str]) -> dict[str, Json] | None:
    """These files of an edition as it was published, or None where no such edition was."""
    for branch in branches(root):
        try:
            return {name: json.loads(git(root, "show", f"{branch}:{number}/{name}")) for name in files}
        except (GitError, FileNotFoundError, ValueError):
            continue
    return None


def branches(root: Path) -> list[str]:
    """The branches that editions are published on: ours, and the one we last fetched."""
    found = []
    for branch in (PAGES, f"origin/{PAGES}"):
        try:
            git(root, "rev-parse", "--verify", "--quiet", f"{branch}^{{commit}}")
            found.append(branch)
        except (GitError, FileNotFoundError):
            continue
    return found


def editions_published(root: Path) -> list[str]:
    """The editions of these branches; beside them stands what all share."""
    folders = [git_text(root, "ls-tree", "-d", "--name-only", branch).split() for branch in branches(root)]
    return sorted({name for names in folders for name in names if is_day(name)})


def files_published(root: Path, branch: str, folder: str) -> dict[str, bytes]:
    """Every file of a folder of a branch, by its path below that folder."""
    archive = git(root, "archive", "--format=tar", f"{branch}:{folder}")
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        read = {member.name: files.extractfile(member) for member in files if not member.isdir()}
        return {name: file.read() if file else b"" for name, file in read.items()}  # A link is no file of ours.


@dataclass(frozen=True)
class Head:
    """The commit that the working copy stands on, when it was made, and the files that differ from it."""

    commit: str
    made: str
    changed: tuple[str, ...]


def head(root: Path) -> Head | Problem:
    """What a release would be made of."""
    try:
        commit, made = git_text(root, "show", "--no-patch", "--format=%H %ct", "HEAD").split()
        changed = git(root, "status", "--porcelain", "-z", "--", ".").decode("utf-8", errors="replace").split("\0")
    except FileNotFoundError:
        return told("no-git", "git is not on this machine, or cannot be run.", "Install git, and try again.")
    except GitError as error:
        return told("no-git", f"git knows no commit to release: {error}.", "Commit the policy first.")
    return Head(commit, made, tuple(line[3:] for line in changed if line))


def tag(root: Path, name: str, commit: str, message: str) -> None:
    """Name a commit for good. Raises GitError where the name is taken."""
    git(root, "tag", "--annotate", f"--message={message}", name, commit)


def tagged(root: Path, name: str) -> tuple[str, str]:
    """The commit of a tag and what the tag says; nothing where there is no such tag."""
    try:
        commit = git_text(root, "rev-parse", "--verify", "--quiet", f"refs/tags/{name}^{{commit}}")
        return commit, git_text(root, "for-each-ref", "--format=%(contents)", f"refs/tags/{name}")
    except (GitError, FileNotFoundError):
        return "", ""


def newest_pages(root: Path) -> str | Problem:
    """The newest commit of editions, ours or the fetched one; "" where nothing was published yet."""
    newest = ""
    for branch in branches(root):
        commit = git_text(root, "rev-parse", f"{branch}^{{commit}}")
        if not newest or is_before(root, newest, commit):
            newest = commit
        elif not is_before(root, commit, newest):
            what = f"{PAGES} and {branch} have gone different ways, so nobody knows which editions are published."
            return told("pages-differ", what, f"Put {PAGES} back to {branch}, and release again.")
    return newest


def is_before(root: Path, one: str, other: str) -> bool:
    """Whether a commit is part of what led to another."""
    try:
        git(root, "merge-base", "--is-ancestor", one, other)
    except GitError:
        return False
    return True


def set_branch(root: Path, name: str, commit: str) -> None:
    """Let a branch be this commit; with none, let there be no such branch."""
    ref = f"refs/heads/{name}"
    git(root, "update-ref", *([ref, commit] if commit else ["-d", ref]))


def take_out(root: Path, branch: str, folder: Path) -> None:
    """Put all files of a branch into a folder."""
    for name, content in files_published(root, branch, "").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def commit_files(root: Path, branch: str, files: Iterable[tuple[str, bytes]], message: str) -> None:
    """One commit more on a branch: these files are so, all others stay as they are. No checkout is touched."""
    who = git_text(root, "var", "GIT_COMMITTER_IDENT")
    ref, words = f"refs/heads/{branch}", message.encode()
    parts = [f"commit {ref}\ncommitter {who}\ndata {len(words)}\n".encode(), words, f"\nfrom {ref}^0\n".encode()]
    for name, content in files:
        path = json.dumps(name, ensure_ascii=False)  # quoted as git reads it
        parts += [f"M 100644 inline {path}\ndata {len(content)}\n".encode(), content, b"\n"]
    git(root, "fast-import", "--quiet", "--done", fed=b"".join([*parts, b"done\n"]))


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


def git(root: Path, *arguments: str, fed: bytes | None = None) -> bytes:
    """What git gives. Raises GitError where it refuses, FileNotFoundError where there is no git."""
    # In a hook, git tells its own place by these; here the place is the folder of the policy.
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    command = ["git", "-C", str(root), "-c", "core.autocrlf=false", *arguments]
    ran = subprocess.run(command, input=fed, capture_output=True, env={**environment, "LC_ALL": "C"}, check=False)
    if ran.returncode:
        raise GitError(ran.stderr.decode("utf-8", errors="replace").strip().rstrip("."))
    return ran.stdout
