"""Tries the finished folders as a page would: the worker itself is started, in Node, and sent messages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.runtime import node
from macros.runtime.prepare import Runtime

Message = Mapping[str, object]


@dataclass(frozen=True)
class Trial:
    """What the page would hear, the answer to its "boot" first, and the worker's heap in bytes after each message."""

    heard: list[dict[str, object]]
    heap: list[int]


def try_out(runtime: Runtime, messages: Iterable[Message], *, limit: float = node.LIMIT) -> Trial:
    """Start the worker, and send it these messages one by one."""
    job = {
        "runtime": str(runtime.runtime_folder.resolve()),
        "engine": str(runtime.engine_folder.resolve() / "engine.zip"),
        "messages": list(messages),
    }
    told = node.run("trial.mjs", job, limit=limit)
    return Trial([json.loads(answer) for answer in told["heard"]], [int(size) for size in told["heap"]])


def answers_to(runtime: Runtime, messages: Iterable[Message], *, limit: float = node.LIMIT) -> list[dict[str, object]]:
    """What the page would hear: the answer to its "boot", then one answer for each message."""
    return try_out(runtime, messages, limit=limit).heard
