"""The order in which a built site is readied: what changes a file comes before what tells of the files."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.hosting.content_policy import secure
from macros.hosting.fingerprint import fingerprint_assets
from macros.hosting.headers import write_headers
from macros.hosting.lighter import join_styles, lighten
from macros.hosting.offline import write_list
from macros.hosting.unused import leave_out
from macros.hosting.web_app import WebApp, clear_edition, write_root
from macros.problems import Problem


@dataclass(frozen=True)
class Theme:
    """What the pages were made with: all its folders of templates, ours among them, and our styles in their order."""

    folders: Sequence[Path]
    overrides: Path
    styles: Sequence[str]


@dataclass(frozen=True)
class Shared:
    """What all editions share: the folder it goes to, and the folders in it that hold the browser's Python.

    A site without editions is its own root.
    """

    root: Path
    runtime: Sequence[str]


def ready(site: Path, project: Path, theme: Theme, app: WebApp, shared: Shared) -> tuple[Problem, ...]:
    """Make the pages in `site` ready for their host, or say what a writer has to mend first."""
    leave_out(site)
    clear_edition(site)
    lighten(site, theme.overrides)
    join_styles(site, theme.styles)
    fingerprint_assets(site)
    write_root(shared.root, theme.overrides, app)
    told = secure(site, theme.folders, project)
    if shared.root == site:
        write_headers(site)
    else:
        move_scripts(site, shared.root, theme.overrides)  # The headers are for all editions together.
    if app.works_offline:
        write_list(site, shared.root, shared.runtime)
    return told


def move_scripts(site: Path, root: Path, overrides: Path) -> None:
    """The scripts that stand at the top of `overrides` serve all editions."""
    for script in overrides.glob("*.js"):
        shutil.move(site / script.name, root / script.name)
