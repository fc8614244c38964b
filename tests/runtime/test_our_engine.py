"""The real macros/browser starts in the library that was trimmed for it."""

from __future__ import annotations

import pytest

from macros.runtime import prepare_runtime
from macros.runtime.trial import answers_to
from tests.runtime.stand_in import ROOT

pytestmark = pytest.mark.xdist_group("runtime")


def test_our_engine_imports_nothing_outside_the_trimmed_library() -> None:
    rooms = {f"browser/{path.name}": path.read_text(encoding="utf-8") for path in ROOT.glob("macros/browser/*.py")}
    runtime = prepare_runtime(ROOT, {**rooms, "compiled/words.py": "WORDS = {}\n"}, say=print)
    ready, answer = answers_to(runtime, [{"type": "step", "tree": "no-such-tree", "today": "2026-11-22"}])
    assert ready == {"type": "ready"}
    assert answer["type"] == "failed"
    assert "compiled.no_such_tree" in str(answer["why"])
