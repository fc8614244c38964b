"""Tries the finished folders as a page would: the worker itself is started, in Node, and sent messages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from macros.runtime import node
from macros.runtime.prepare import Runtime

Message = Mapping[str, object]


def answers_to(runtime: Runtime, messages: Iterable[Message], *, limit: float = node.LIMIT) -> list[dict[str, object]]:
    """What the page would hear: the answer to its "boot", then one answer for each message."""
    job = {
        "runtime": str(runtime.runtime_folder.resolve()),
        "engine": str(runtime.engine_folder.resolve() / "engine.zip"),
        "messages": list(messages),
    }
    return [json.loads(answer) for answer in node.run("trial.mjs", job, limit=limit)["heard"]]
