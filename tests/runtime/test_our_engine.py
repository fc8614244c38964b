"""The real macros/browser starts in the library that was trimmed for it, and stays small."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, cycle, islice, zip_longest

from macros import project, sources
from macros.runtime import prepare_runtime
from macros.runtime.trial import answers_to, try_out
from macros.trees.paths import every_path
from tests.runtime.stand_in import ROOT

LEAST_HEAP = 31_457_280  # bytes: what the wasm file asks for, before Python has started


def test_our_engine_imports_nothing_outside_the_trimmed_library() -> None:
    rooms = {f"browser/{path.name}": path.read_text(encoding="utf-8") for path in ROOT.glob("macros/browser/*.py")}
    runtime = prepare_runtime(ROOT, {**rooms, "compiled/words.py": "WORDS = {}\n"}, say=print)
    ready, answer = answers_to(runtime, [{"type": "step", "tree": "no-such-tree", "today": "2026-11-22"}])
    assert ready == {"type": "ready"}
    assert answer["type"] == "failed"
    assert "compiled.no_such_tree" in str(answer["why"])


def one_answer_of_each_tree_in_turn(loaded: project.Project) -> Iterator[dict[str, object]]:
    """So the reader goes to another page with every answer."""
    paths = [[(name, path) for path in every_path(tree)] for name, tree in loaded.compiled.items()]
    for name, path in filter(None, chain.from_iterable(zip_longest(*paths))):
        yield {"type": "step", "tree": name, "answers": path.answers, "today": "2026-11-22", "base": ""}


def test_the_heap_is_the_least_that_python_has_and_stays_so_for_a_thousand_answers() -> None:
    loaded = project.load(ROOT)
    runtime = prepare_runtime(ROOT, sources.engine_sources(loaded), say=print)
    messages = list(islice(cycle(one_answer_of_each_tree_in_turn(loaded)), 1_000))
    trial = try_out(runtime, messages)
    assert {heard["type"] for heard in trial.heard[1:]} == {"step"}
    assert set(trial.heap) == {LEAST_HEAP}
