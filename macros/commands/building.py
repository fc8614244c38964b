"""`policy build`, `policy pdf` and `policy serve`: the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.printing import missing_browser


def build(root: Path, asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """The site in site/."""
    from macros import serve as site  # noqa: PLC0415 - the generator takes a second to load, and few commands need it

    return site.build(root)


def pdf(root: Path, asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """The site in site/, and in it the whole policy as a PDF."""
    from macros import serve as site  # noqa: PLC0415 - as in build
    from macros.pages.whole import PDF  # noqa: PLC0415 - as in build

    if told := missing_browser():
        print(told.what, told.fix, file=sys.stderr)
        return 1
    if result := site.build(root, with_pdf=True):
        return result
    print(f"The PDF: site/{PDF}")
    return 0


def serve(root: Path, asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """The site, kept up to date while it is served."""
    from macros import serve as site  # noqa: PLC0415 - as in build

    return site.serve(root)
