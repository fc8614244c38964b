"""Checks that readers come to every tree: by a page, a place in the menu, a line, and calls that find it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from macros.files import read_text
from macros.menu import Menu
from macros.problems import Place, Problem, did_you_mean
from macros.proofs.records import in_a_row
from macros.settings import SETTINGS
from macros.trees.model import Tree

PAGES = "docs/ask"
ASKED = re.compile(r"""\{\{\s*ask\(["'](?P<tree>[^"']*)["']\)""")
SHOWN_AS_IS = "\nrender_macros: false\n"  # A page that shows what a call looks like calls for nothing.


def missing_page(root: Path, tree: Tree) -> tuple[Problem, ...]:
    """A tree that readers could not come to: nothing shows it."""
    page, call = f"{PAGES}/{tree.name}.md", f'{{{{ ask("{tree.name}") }}}}'
    shown = (root / page).is_file() and f'ask("{tree.name}")' in read_text(root / page, page)[0].replace("'", '"')
    fix = f"Make the file {page} with one line: {call}"
    return () if shown else (Problem(tree.place, "no-page", f'The tree "{tree.name}" has no page of its own.', fix),)


def not_in_menu(menu: Menu, trees: Iterable[Tree]) -> list[Problem]:
    """Trees whose page the menu leaves out, where there is a menu: readers come to them only by a link."""
    out = [tree.name for tree in trees if menu.pages and tree.name not in menu.situations]
    if not out:
        return []
    what = f"The menu does not lead to the page{'s' if out[1:] else ''} of the {in_a_row(out, 'tree')}."
    fix = f"In {SETTINGS}, under nav, add a line{' for each' if out[1:] else ''}: - ask/{out[0]}.md"
    return [Problem(Place(SETTINGS), "not-in-menu", what, fix, "advice")]


def no_scope(trees: Iterable[Tree]) -> list[Problem]:
    """Trees of which the list of questions can show nothing but the title."""
    what, fix = "This tree does not say what it is about.", 'Add a line below the title, "scope: …", in a few words.'
    return [Problem(tree.place, "no-scope", what, fix, "advice") for tree in trees if not tree.scope]


def unknown_asks(root: Path, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Pages that call for a tree which is not there."""
    for path in sorted((root / "docs").rglob("*.md")):
        page = path.relative_to(root).as_posix()
        text = read_text(path, page)[0]
        for number, line in enumerate(() if SHOWN_AS_IS in text else text.splitlines(), start=1):
            for called in ASKED.finditer(line):
                if called["tree"] not in trees:
                    fix = did_you_mean(called["tree"], trees) or "Name a file in decision_trees, without .yml."
                    place = Place(page, number, called.start("tree") + 1)
                    yield Problem(place, "unknown-tree", f'There is no tree "{called["tree"]}".', fix)
