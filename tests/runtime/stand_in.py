"""A small engine that stands in for macros/browser, and a project to make it in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from macros.runtime import Runtime, prepare_runtime
from macros.runtime.parts import find_parts

ROOT = Path(__file__).parents[2]

# Imports one module at once and, like much of the library, another only when it is asked to.
ENGINE = MappingProxyType(
    {
        "browser/worker.py": '''"""A docstring nobody needs."""
import html
import json

from compiled.words import WORDS

def handle(text):
    message = json.loads(text) if text.startswith("{") else {}
    if message.get("tree") == "colour":
        from colorsys import rgb_to_hsv
        return json.dumps({"type": "step", "html": str(rgb_to_hsv(1, 1, 1))})
    if message.get("tree") == "broken":
        raise ValueError("The engine is broken.")
    return json.dumps({"type": "step", "html": html.escape(WORDS["greeting"])})
''',
        "compiled/friend_request.py": "TREE = 'friend-request'\n",
        "compiled/words.py": "WORDS = {'greeting': 'Tea & cake?'}\n",
    }
)
EXERCISE = (json.dumps({"type": "step", "tree": "colour"}),)


@dataclass(frozen=True)
class Making:
    """A project folder, what was made in it, and what was said meanwhile."""

    root: Path
    runtime: Runtime
    said: list[str] = field(default_factory=list)


def project(root: Path) -> Path:
    """A project with this one's raw materials and an empty cache of its own."""
    find_parts(ROOT, say=print)
    (root / ".cache").mkdir(parents=True)
    for name in ("node_modules", "overrides", "requirements-pyodide.txt", ".cache/pyodide-wheels"):
        (root / name).symlink_to(ROOT / name)
    return root


def make(root: Path) -> Making:
    said: list[str] = []
    return Making(root, prepare_runtime(root, ENGINE, say=said.append, exercise=EXERCISE), said)
