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

MANIFEST, VERSIONS = "manifest.json", "versions.json"
Hashes = Mapping[str, str]


def write_manifest(site: Path, editions: tuple[Edition, ...], number: str, source: str) -> None:
    """The manifest of a built edition: the last file to be made, since it names all others."""
    paths = sorted(path for path in site.rglob("*") if path.is_file() and path != site / MANIFEST)
    files = {path.relative_to(site).as_posix(): sha256(path.read_bytes()) for path in paths}
    data = {"format": FORMAT, "edition": edition_data(editions, number), "source": source, "files": files}
    (site / MANIFEST).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


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
        for folder in folders:
            if is_day(folder) or folder in owners:
                number = owners.get(folder, folder)
                found = list(verify_folder(folder, files_published(root, branch, folder), tagged(root, number)[1]))
                yield f"{branch}: {folder}", found


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
