"""A small policy and what is needed to make trees from text, for every test of this room."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from macros.browser.machine import CompiledTree
from macros.clauses.model import Clause, ClauseNumber, Duty, Policy
from macros.problems import Place, Problem, faults
from macros.proofs.folder import Folder, read_folder
from macros.trees.compiler import load_compiled
from macros.trees.model import Tree

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KITCHEN_SINK = (HERE / "kitchen-sink.yml").read_text(encoding="utf-8")
OTHER_TREE = (HERE / "other-tree.yml").read_text(encoding="utf-8")
PARAMETERS = {"org_short": "Tarner", "min_sns_age": "13", "cooling_off_years": "2", "lead": "Sam", "nobody": ""}
NUMBERS = ("3.6", "4.1", "4.2", "4.7", "4.8", "5.2", "5.9", "5.10", "5.17", "5.21", "6.5", "7.3")


def clause(number: str, *, kind: str | None = None) -> Clause:
    """A clause that says nothing much."""
    place = Place("docs/policy/made-up.md")
    return Clause(
        number=ClauseNumber(number),
        id=f"clause-{number.replace('.', '-')}",
        heading=f"Heading of {number}",
        topics=(),
        kind=kind,
        duties=() if kind else (Duty(("worker",), (), "should not", "do it", place),),
        see=(),
        paragraphs=(f"What {number} says.", "And more."),
        notes=(),
        page="policy/made-up.md",
        place=place,
    )


# 4.1 was repealed; all others stand.
POLICY = Policy(tuple(clause(number, kind="repealed" if number == "4.1" else None) for number in NUMBERS))


def read(files: Mapping[str, str]) -> Folder:
    """Trees from texts, each under the name of its file without .yml."""
    return read_folder({f"decision_trees/{name}.yml": text for name, text in files.items()}, POLICY, PARAMETERS)


def problems_in(text: str, name: str = "tree") -> tuple[Problem, ...]:
    """All that is wrong with one tree, advice apart."""
    return faults(read({name: text}).problems)


def advice_on(text: str, name: str = "tree") -> list[str]:
    """The codes of the advice on one tree."""
    return [problem.code for problem in read({name: text}).problems if problem.level == "advice"]


def tree_from(text: str, name: str = "tree") -> Tree:
    """A tree that must be sound."""
    folder = read({name: text})
    assert faults(folder.problems) == ()
    return folder.trees[name]


def compiled_from(text: str, name: str = "tree") -> CompiledTree:
    """A sound tree, compiled."""
    folder = read({name: text})
    assert faults(folder.problems) == ()
    return load_compiled(folder.sources[name], name)


def kitchen_sink() -> Folder:
    """The tree that has everything, and the tree that it hands over to."""
    return read({"kitchen-sink": KITCHEN_SINK, "other-tree": OTHER_TREE})


def codes(text: str) -> list[str]:
    """The codes of all that is wrong with one tree, in the order of the file."""
    return [problem.code for problem in problems_in(text)]


def copy_of_ours(folder: Path) -> Path:
    """Our own policy, trees, words and settings in a folder where a test may spoil them."""
    for part in ("docs/policy", "docs/ask", "docs/act-now", "decision_trees", "overrides/locales"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copy(ROOT / "docs/how-we-read-this.md", folder / "docs")
    return folder
