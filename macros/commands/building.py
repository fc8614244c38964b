"""`policy build` and `policy serve`: the site."""

from __future__ import annotations

import argparse
from pathlib import Path


def build(root: Path, asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """The site in site/."""
    from macros import serve as site  # noqa: PLC0415 - the generator takes a second to load, and few commands need it

    return site.build(root)


def serve(root: Path, asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """The site, kept up to date while it is served."""
    from macros import serve as site  # noqa: PLC0415 - as in build

    return site.serve(root)
