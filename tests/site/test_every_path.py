"""Every path ends the same in the page as in the machine: all trees by message, two of them tap by tap.

Following every path of every tree by its links needs no browser: tests/pages/test_every_path.py.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

from macros.browser.links import write_answer
from macros.browser.machine import HOLD_AND_ASK, CompiledTree
from macros.browser.worker import handle
from macros.project import Project
from macros.trees.paths import Path as TreePath
from macros.trees.paths import every_path
from tests.site.conftest import TREES, WALKED
from tests.site.reader import Reader, Readers

WALK = Path(__file__).with_name("walk.js").read_text(encoding="utf-8")
SAMPLE = 5  # paths to walk with a real mouse
# Starts the page's own worker, sends it messages one by one, and returns what it answers.
ASK_ALL = """async ({ worker, engine, messages }) => {
  const python = new Worker(worker, { type: "module" });
  const hear = () => new Promise((resolve) => { python.onmessage = ({ data }) => resolve(data); });
  const ready = hear();
  python.postMessage({ type: "boot", engine });
  await ready;
  const answers = [];
  for (const [id, message] of messages.entries()) {
    const answer = hear();
    python.postMessage({ ...message, id });
    answers.push(await answer);
  }
  return answers;
}"""

walked = pytest.mark.parametrize("name", WALKED)


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
    ends = tree.OUTCOMES[path.end]
    says = words["outcome.not-sure-say"] if path.end == HOLD_AND_ASK else ends["say"]
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


@pytest.fixture
def engine(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package of compiled trees and words, here, as the build makes it for the browser."""
    words = ModuleType("words")
    words.__dict__["WORDS"] = project.words
    monkeypatch.setitem(sys.modules, "compiled", ModuleType("compiled"))
    monkeypatch.setitem(sys.modules, "compiled.words", words)
    for name, tree in project.compiled.items():
        monkeypatch.setitem(sys.modules, f"compiled.{name.replace('-', '_')}", cast("ModuleType", tree))


@pytest.mark.usefixtures("engine")
def test_python_in_the_page_answers_every_path_of_every_tree_as_python_does_here(
    trees: Mapping[str, CompiledTree], reader_without_python: Reader
) -> None:
    messages: list[dict[str, Any]] = [
        {"type": "step", "tree": name, "today": "2026-11-22", "base": "../../", "answers": dict(path.answers)}
        for name, tree in trees.items()
        for path in every_path(tree)
    ]
    reader_without_python.opens(TREES[0])
    element = reader_without_python.page.locator("decision-tree")
    address = {
        part: str(element.evaluate(f"($tree) => new URL($tree.dataset.{part}, location.href).href"))
        for part in ("worker", "engine")
    }
    answers = reader_without_python.page.evaluate(ASK_ALL, {**address, "messages": messages})
    here = [{**json.loads(handle(json.dumps(message))), "id": at} for at, message in enumerate(messages)]
    assert {answer["kind"] for answer in here} == {"outcome"}
    assert [at for at, (there, ours) in enumerate(zip(answers, here, strict=True)) if there != ours] == []


@walked
def test_the_words_of_an_outcome_tell_it_from_all_others(tree: CompiledTree, words: Mapping[str, str]) -> None:
    outcomes = {path.end: promised(tree, path, words) for path in every_path(tree)}
    assert len(set(outcomes.values())) == len(outcomes)


@walked
def test_every_path_by_links_without_scripts(
    tree: CompiledTree, words: Mapping[str, str], reader_without_scripts: Reader
) -> None:
    reader_without_scripts.opens(tree.TREE)
    paths = list(every_path(tree))
    assert differences(tree, words, paths, walk(reader_without_scripts, paths)) == []
    assert reader_without_scripts.page.locator("decision-tree[data-state=static] > .dt-live[hidden]").count() == 1


@walked
def test_every_path_with_python_in_the_page(tree: CompiledTree, words: Mapping[str, str], reader: Reader) -> None:
    reader.opens_with_python(tree.TREE)
    paths = list(every_path(tree))
    assert differences(tree, words, paths, walk(reader, paths)) == []
    reader.waits_for_state("ready")


@walked
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
