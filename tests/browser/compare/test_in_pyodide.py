"""The reader's browser finds what the terminal finds: the same code, in the Python that it will run in."""

from __future__ import annotations

import json
from pathlib import Path

from macros import node
from macros.browser.compare.editions import compare_editions
from macros.editions.sides import find_side
from tests.editions.amended import FIRST, amend, first_edition
from tests.trees.workshop import ROOT

SCRIPT = Path(__file__).with_name("in_pyodide.mjs")
ENGINE = ROOT / "macros"


def test_both_pythons_tell_the_same_comparison(tmp_path: Path) -> None:
    root = first_edition(tmp_path)
    amend(root)
    sides = [side for side, _ in (find_side(root, name) for name in (FIRST, "")) if side]
    here = compare_editions(sides[0], sides[1]).as_json()
    job = {
        "package": str(ROOT / "node_modules/pyodide"),
        "sources": {
            path.relative_to(ENGINE).as_posix(): path.read_text(encoding="utf-8")
            for path in (ENGINE / "browser").rglob("*.py")
        },
        "sides": [{"policy": side.policy, "trees": side.trees} for side in sides],
    }
    assert node.run(SCRIPT, job, limit=120) == json.loads(json.dumps(here))
