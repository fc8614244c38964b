"""From what the visits showed to the figures of results.json: medians, with their spread beside them."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bench.visits import Seen

Figures = dict[str, Any]  # of one contender on one network
Table = dict[str, Figures]  # by contender

MEASURED: Mapping[str, Callable[[Seen], float | None]] = {
    "answerable_ms": lambda seen: seen.answerable,
    "python_ms": lambda seen: seen.computed,
    "bytes": lambda seen: seen.bytes,
    "longest_task_ms": lambda seen: seen.longest_task,
    "longest_own_task_ms": lambda seen: seen.longest_own,
    "blocking_ms": lambda seen: seen.blocking,
    "runtime_bytes": lambda seen: seen.runtime_bytes,
    "intent_ms": lambda seen: seen.intent,
    "intent_to_python_ms": lambda seen: seen.computed - seen.intent if seen.computed and seen.intent else None,
}


def figures(visits: Sequence[Seen]) -> Figures:
    """The medians of these visits; the answers of all of them are taken together."""
    found: Figures = {}
    spread: dict[str, list[float]] = {}
    for name, measure in MEASURED.items():
        values = [value for value in map(measure, visits) if value is not None]
        found[name] = neat(statistics.median(values)) if values else None
        spread[name] = [neat(quantile(values, part)) for part in (0.25, 0.75)] if values else []
    steps = [step for seen in visits for step in seen.steps]
    found["step_p99_ms"] = neat(quantile(steps, 0.99)) if steps else None
    found["step_median_ms"] = neat(quantile(steps, 0.5)) if steps else None
    return {**found, "steps": len(steps), "visits": len(visits), "quartiles": spread}


def quantile(values: Iterable[float], part: float) -> float:
    """The smallest value that so large a part of them does not exceed."""
    in_order = sorted(values)
    return in_order[max(0, math.ceil(part * len(in_order)) - 1)]


def neat(value: float) -> float:
    """As exact as such a figure is."""
    return round(value) if value >= 100 or value == int(value) else round(value, 1)
