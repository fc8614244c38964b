"""Every path of every tree ends the same by links, with Python in the page, and in the machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.browser.links import write_answer
from macros.browser.machine import HOLD_AND_ASK, CompiledTree
from macros.project import Project
from macros.trees.paths import Path as TreePath
from macros.trees.paths import every_path
from tests.site.conftest import TREES
from tests.site.reader import Reader, Readers

WALK = Path(__file__).with_name("walk.js").read_text(encoding="utf-8")
SAMPLE = 5  # paths to walk with a real mouse

pytestmark = pytest.mark.parametrize("name", TREES)


@dataclass(frozen=True)
class Ending:
    """An outcome as a reader sees it; its words tell which one it is."""

    verdict: str
    word: str
    says: str
    clauses: tuple[str, ...]


@pytest.fixture
def tree(trees: Mapping[str, CompiledTree], name: str) -> CompiledTree:
    return trees[name]


@pytest.fixture
def words(project: Project) -> Mapping[str, str]:
    return project.words


def promised(tree: CompiledTree, path: TreePath, words: Mapping[str, str]) -> Ending:
    """What a path must end in, by `policy paths`."""
    ends = tree.OUTCOMES[path.outcome]
    says = words["outcome.not-sure-say"] if path.outcome == HOLD_AND_ASK else ends["say"]
    return Ending(path.verdict, words[f"verdict.{path.verdict}"], " ".join(says.split()), path.clauses)


def walk(reader: Reader, paths: list[TreePath]) -> list[Ending]:
    """Where each path ends in the page that is open."""
    ways = [[(question, write_answer(answer)) for question, answer in path.answers.items()] for path in paths]
    reader.page.evaluate(WALK)
    found = reader.page.evaluate("paths => walk(paths)", ways)
    return [Ending(**{**one, "clauses": tuple(one["clauses"])}) for one in found]


def differences(tree: CompiledTree, words: Mapping[str, str], paths: list[TreePath], found: list[Ending]) -> list[str]:
    """The paths that end otherwise than promised, the first few."""
    both = zip(paths, found, strict=True)
    return [f"{path}: {ending}" for path, ending in both if ending != promised(tree, path, words)][:3]


def test_the_words_of_an_outcome_tell_it_from_all_others(tree: CompiledTree, words: Mapping[str, str]) -> None:
    outcomes = {path.outcome: promised(tree, path, words) for path in every_path(tree)}
    assert len(set(outcomes.values())) == len(outcomes)


def test_every_path_by_links_without_scripts(
    tree: CompiledTree, words: Mapping[str, str], reader_without_scripts: Reader
) -> None:
    reader_without_scripts.opens(tree.TREE)
    paths = list(every_path(tree))
    assert differences(tree, words, paths, walk(reader_without_scripts, paths)) == []
    assert reader_without_scripts.page.locator("decision-tree[data-state=static] > .dt-live[hidden]").count() == 1


def test_every_path_with_python_in_the_page(tree: CompiledTree, words: Mapping[str, str], reader: Reader) -> None:
    reader.opens_with_python(tree.TREE)
    paths = list(every_path(tree))
    assert differences(tree, words, paths, walk(reader, paths)) == []
    reader.waits_for_state("ready")


@pytest.mark.parametrize("scripts", [False, True], ids=["by links", "with Python"])
def test_some_paths_by_a_real_mouse(
    tree: CompiledTree, words: Mapping[str, str], readers: Readers, *, scripts: bool
) -> None:
    reader = readers(java_script_enabled=scripts)
    reader.opens(tree.TREE)
    if scripts:
        reader.waits_for_python()
    paths = list(every_path(tree))
    for path in paths[:: len(paths) // SAMPLE]:
        reader.gives(*(write_answer(answer) for answer in path.answers.values()))
        ends = promised(tree, path, words)
        reader.is_told(ends.verdict)
        reader.reads(ends.says)
        reader.starts_again()
        reader.is_asked(tree.FIRST)
