"""The order in which a built site is readied: what changes a file comes before what tells of the files."""

from __future__ import annotations

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


def ready(site: Path, project: Path, theme: Theme, app: WebApp, runtime: Sequence[str]) -> tuple[Problem, ...]:
    """Make the pages in `site` ready for their host, or say what a writer has to mend first.

    `runtime` names the folders under `site` that hold the browser's Python.
    """
    leave_out(site)
    clear_edition(site)
    lighten(site, theme.overrides)
    join_styles(site, theme.styles)
    fingerprint_assets(site)
    write_root(site, theme.overrides, app)
    told = secure(site, theme.folders, project)
    write_headers(site)
    if app.works_offline:
        write_list(site, site, runtime)
    return told
