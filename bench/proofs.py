"""How the cost of a proof grows: made trees of 10 to 1,000 questions, folders of 1 to 1,000, beside listing every path.

Run by ``make bench-proofs``. The peer is what most testers of trees do: walk every path, and look at each. Both are
timed in one run, in turn; the best of three counts, for these machines are noisy. Ratios are worth more than seconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from macros.browser.machine import CompiledTree
from macros.project import load
from macros.proofs.figures import count
from macros.proofs.folder import read_folder
from macros.proofs.prove import prove
from macros.trees.compiler import compile_tree, load_compiled
from macros.trees.loader import load_tree
from macros.trees.paths import TooManyPathsError, every_path
from tests.proofs.made_trees import made_tree

ROOT = Path(__file__).parents[1]
PROJECT = load(ROOT)
TRIES = 3


def best(work: Callable[[], object]) -> float:
    """Seconds of the best of three."""
    times = []
    for _ in range(TRIES):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def list_paths(tree: CompiledTree) -> int:
    """The peer: every path, one by one."""
    return len(list(every_path(tree)))


def one_tree(questions: int) -> None:
    """A row of the first table."""
    tree, _ = load_tree("decision_trees/made.yml", made_tree(questions), PROJECT.parameters)
    assert tree
    compiled = load_compiled(compile_tree(tree, PROJECT.policy, {}), "made")
    diagram, _ = prove(tree, compiled)
    assert diagram
    paths, proved = count(tree, diagram).paths, best(lambda: prove(tree, compiled))
    try:
        listed = best(lambda: list_paths(compiled))
        peer = f"{listed:10.3f} {listed / proved:8.1f}x"
    except TooManyPathsError:
        peer = f"{'too many':>10} {'-':>9}"
    print(f"{questions:9} {float(paths):12.3g} {len(diagram.nodes):6} {proved:10.3f} {peer}")


def many_trees(trees: int) -> None:
    """A row of the second table: our own trees, copied under other names, read and proved from their YAML."""
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "decision_trees").glob("*.yml"))]
    sources = [text for text in sources if "goto:" not in text]
    files = {f"decision_trees/tree-{at}.yml": sources[at % len(sources)] for at in range(trees)}
    start = time.perf_counter()
    read_folder(files, PROJECT.policy, PROJECT.parameters)
    seconds = time.perf_counter() - start
    print(f"{trees:9} {seconds:10.2f} {seconds / trees * 1000:10.1f}")


def main() -> None:
    """Both tables."""
    print(f"{'questions':>9} {'paths':>12} {'nodes':>6} {'proved, s':>10} {'listed, s':>10} {'ratio':>9}")
    for questions in (10, 15, 20, 30, 60, 100, 300, 1000):
        one_tree(questions)
    print(f"\n{'trees':>9} {'all, s':>10} {'ms each':>10}")
    for trees in (1, 10, 100, 1000):
        many_trees(trees)


if __name__ == "__main__":
    main()
