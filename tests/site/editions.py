"""Two editions of our own policy, laid out below a sub-path as mike would: the first, and one amended by hand."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any
from unittest.mock import patch

from macros.serve import generate
from tests.editions.amended import FIRST, SECOND, amend, commit, first_edition, git, put

BELOW = "policy"  # the sub-path
IN_FORCE = "2026-12-01"  # of the second
KEPT = (".cache", "node_modules", "macros", "requirements-pyodide.txt")  # what a build needs and these editions share
AT_ROOT = ("notices.js", "editions.js", "service-worker.js", "manifest.webmanifest")
OURS = Path(__file__).parents[2]


def publish_two(root: Path, served: Path, address: str) -> None:
    """Both editions below ``served``, with what a release puts at their root."""
    first_edition(root)
    for part in ("docs", "overrides"):
        shutil.copytree(OURS / part, root / part, dirs_exist_ok=True, ignore=shutil.ignore_patterns("design", "guides"))
    for name in KEPT:
        (root / name).symlink_to(OURS / name)
    (root / ".gitignore").write_text("".join(f"/{name}\n" for name in KEPT), encoding="utf-8")
    top = served / BELOW
    build(root, top, FIRST, address)
    keep_on_branch(root, top)
    amend(root)
    put(root / "mkdocs.yml", "reviewed: 2026-11\n", f"reviewed: 2026-11\n      in-force: {IN_FORCE}\n")
    commit(root, "The second edition")
    build(root, top, SECOND, address)
    for number in (FIRST, SECOND):
        put_at_root(top, number)
    list_versions(top)


def build(root: Path, top: Path, number: str, address: str) -> None:
    """One edition, as mike has it built."""
    with patch.dict(os.environ, {"MIKE_DOCS_VERSION": number, "SITE_URL": f"{address}{BELOW}/{number}"}):
        assert generate(root, top / number), f"edition {number} could not be built"


def keep_on_branch(root: Path, top: Path) -> None:
    """What was published so far, on the branch of editions: there later builds find it."""
    git(top, "init", "--quiet", "--initial-branch=gh-pages")
    commit(top, "Published")
    git(root, "fetch", "--quiet", str(top), "gh-pages:gh-pages")
    shutil.rmtree(top / ".git")


def put_at_root(top: Path, number: str) -> None:
    """What pages look for beside the editions, as a release puts it there: the newest of each, and every runtime."""
    for name in AT_ROOT:
        shutil.copyfile(top / number / name, top / name)
    shutil.copytree(top / number / "assets/icons", top / "assets/icons", dirs_exist_ok=True)
    shutil.copytree(top / number / "runtime", top / "runtime", dirs_exist_ok=True)
    shutil.rmtree(top / number / "runtime")


def list_versions(top: Path, **second: str) -> None:
    """As mike lists them, the newest first; ``second`` are further properties of the second edition."""
    versions: list[dict[str, Any]] = [
        {"version": SECOND, "title": SECOND, "aliases": ["current"], "properties": {"in_force": IN_FORCE, **second}},
        {"version": FIRST, "title": FIRST, "aliases": []},
    ]
    (top / "versions.json").write_text(json.dumps(versions), encoding="utf-8")
