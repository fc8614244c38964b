"""Runs one of this room's scripts in Node, and tells a writer where that fails."""

from __future__ import annotations

from pathlib import Path

from macros import node
from macros.node import Job, NodeFailed
from macros.runtime.parts import RuntimeProblem

HERE = Path(__file__).parent
LIMIT = 300.0  # seconds: Pyodide can wait for ever on a broken wasm file

Answer = dict[str, list[str]]


def run(script: str, job: Job, *, limit: float = LIMIT) -> Answer:
    """Hand the job to the script as JSON, and its answer back."""
    try:
        answer: Answer = node.run(HERE / script, job, limit=limit)
    except NodeFailed as failed:
        raise RuntimeProblem(
            f"macros/runtime/{script}",
            "node-failed",
            f"Making the browser's Python: this script {failed}",
            'Run "make env", then this again; if it stays, remove node_modules and .cache first.',
        ) from failed
    return answer
