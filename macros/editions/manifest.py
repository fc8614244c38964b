"""Writes down what an edition is made of, file by file, and later says whether it is still so."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.editions.policy_data import FORMAT, edition_data
from macros.history import branches, files_published, git_text, tagged
from macros.problems import Place, Problem
from macros.register import Edition, is_day

MANIFEST, VERSIONS, RUNTIME = "manifest.json", "versions.json", "runtime"
Hashes = Mapping[str, str]


def write_manifest(site: Path, editions: tuple[Edition, ...], number: str, source: str, shared: Hashes) -> None:
    """The manifest of a built edition: the last file to be made, since it names all others.

    ``shared`` are the files that it needs from the root, where other editions use them too.
    """
    paths = sorted(path for path in site.rglob("*") if path.is_file() and path != site / MANIFEST)
    files = {path.relative_to(site).as_posix(): sha256(path.read_bytes()) for path in paths}
    data = {
        "format": FORMAT,
        "edition": edition_data(editions, number),
        "source": source,
        "files": files,
        "shared": shared,
    }
    (site / MANIFEST).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def shared(runtime: Path) -> Hashes:
    """The files of the browser's Python, by their paths from the root."""
    paths = sorted(path for path in runtime.rglob("*") if path.is_file())
    return {path.relative_to(runtime.parent).as_posix(): sha256(path.read_bytes()) for path in paths}


def sha256(content: bytes) -> str:
    """The hash of a file."""
    return hashlib.sha256(content).hexdigest()


def seal(manifest: bytes) -> str:
    """What the tag of an edition says, so that nobody can change a file and its manifest together unseen."""
    return f"manifest sha256 {sha256(manifest)}"


def verify(root: Path) -> Iterator[tuple[str, list[Problem]]]:
    """Every published edition and every alias of one, each with what is wrong with it."""
    for branch in branches(root):
        folders = git_text(root, "ls-tree", "-d", "--name-only", branch).split()
        owners = aliases(root, branch)
        runtime = files_published(root, branch, RUNTIME) if RUNTIME in folders else {}
        at_root = {f"{RUNTIME}/{name}": sha256(content) for name, content in runtime.items()}
        for folder in folders:
            if is_day(folder) or folder in owners:
                number = owners.get(folder, folder)
                files = files_published(root, branch, folder)
                found = list(verify_folder(folder, files, tagged(root, number)[1]))
                yield f"{branch}: {folder}", [*found, *verify_shared(folder, files, at_root)]


def aliases(root: Path, branch: str) -> dict[str, str]:
    """What each alias stands for, ``{"current": "2024-01"}``."""
    listed = json.loads(git_text(root, "show", f"{branch}:{VERSIONS}"))
    return {alias: entry["version"] for entry in listed for alias in entry["aliases"]}


def verify_folder(folder: str, files: Mapping[str, bytes], tag: str) -> Iterator[Problem]:
    """What is wrong with one folder, held against its manifest, and the manifest against the tag of the edition."""
    if MANIFEST not in files:
        yield broken(folder, MANIFEST, "is missing, so nobody knows what was released")
        return
    try:
        due: Hashes = json.loads(files[MANIFEST])["files"]
    except (ValueError, KeyError, TypeError):
        yield broken(folder, MANIFEST, "cannot be read")
        return
    if tag and seal(files[MANIFEST]) not in tag:
        yield broken(folder, MANIFEST, "is not the one that was released")
    for name, content in files.items():
        if name != MANIFEST and name not in due:
            yield broken(folder, name, "was not part of the release")
        elif name != MANIFEST and due[name] != sha256(content):
            yield broken(folder, name, "was changed after the release")
    yield from (broken(folder, name, "is missing") for name in due if name not in files)


def verify_shared(folder: str, files: Mapping[str, bytes], at_root: Hashes) -> Iterator[Problem]:
    """What an edition needs from the root and does not find there as it was. One that cannot be read is told above."""
    try:
        due: Hashes = json.loads(files[MANIFEST]).get("shared", {})
    except (ValueError, KeyError, AttributeError):
        return
    for name, content in due.items():
        if at_root.get(name) != content:
            what = "was changed after the release" if name in at_root else "is missing"
            fix = "Put it back: no edition brings its own."
            yield Problem(Place(name), "broken-edition", f"This file {what}, and edition {folder} needs it.", fix)


def broken(folder: str, name: str, what: str) -> Problem:
    """A file that is not as it was released."""
    fix = "A published edition never changes: put the branch back, or release a new edition."
    return Problem(Place(f"{folder}/{name}"), "broken-edition", f"This file {what}.", fix)


def manifest_of(root: Path, number: str) -> dict[str, Any]:
    """The manifest of a published edition; nothing where there is none."""
    for branch in branches(root):
        if number in git_text(root, "ls-tree", "-d", "--name-only", branch).split():
            files = files_published(root, branch, number)
            return {"bytes": files[MANIFEST], **json.loads(files[MANIFEST])} if MANIFEST in files else {}
    return {}
