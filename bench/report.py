"""Writes what was found: results.json for programs, results.md and the README's table for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.goals import SLOWED, Results, goals
from bench.visits import Seen

HERE = Path(__file__).parent
BEGIN, END = "<!-- bench: written by `make bench-readme` -->", "<!-- bench: end -->"
QUIET = 1  # a load beyond which something else was going on
BUSY = " **The machine was busy with other work when it began (load {}): trust the bytes, not the times.**"
WHO = {
    "static": "the same page without our scripts",
    "stock": "stock Pyodide in the page",
    "stock-second": "stock Pyodide, second visit",
    "pyscript": "PyScript on Pyodide",
    "pyscript-second": "PyScript on Pyodide, second visit",
    "micropython": "PyScript on MicroPython ¹",
    "micropython-second": "PyScript on MicroPython, second visit ¹",
    "static-second": "the same page without our scripts, second visit",
    "first": "**this site, first visit**",
    "second": "**this site, second visit**",
    "next": "**this site, next page**",
}
NOTE = "¹ Our engine needs CPython's library; there a small stand-in asks the same questions."
COLUMNS = {  # heading: key and how it is written
    "first question": ("answerable_ms", "ms"),
    "Python's first step": ("python_ms", "ms"),
    "bytes until then": ("bytes", "bytes"),
    "longest task": ("longest_task_ms", "task"),
    "blocked": ("blocking_ms", "ms"),
    "answer, median": ("step_median_ms", "ms"),
    "answer, 99th of 100": ("step_p99_ms", "ms"),
}


def line(seen: Seen) -> str:
    """One visit, while the bench runs."""
    python = f"Python {seen.computed:7.0f} ms" if seen.computed else " " * 17
    return (
        f"question {seen.answerable:7.0f} ms, {python}, {seen.bytes:9,} bytes, longest task {seen.longest_task:6.0f} ms"
    )


def written(value: float | None, kind: str) -> str:
    """A figure as people read it."""
    if value is None:
        return "none"
    if kind == "bytes":
        return f"{value:,.0f}"
    if kind == "task" and not value:
        return "under 50 ms"
    return f"{value / 1000:.1f} s" if value >= 1000 else f"{value:.3g} ms"


def table(figures: Mapping[str, Any]) -> str:
    """One setting as a Markdown table; after the time to Python stand its quartiles."""
    rows = ["| | " + " | ".join(COLUMNS) + " |", "|---|" + "---:|" * len(COLUMNS)]
    for name, words in WHO.items():
        if name in figures:
            cells = [cell(figures[name], key, kind) for key, kind in COLUMNS.values()]
            rows.append(f"| {words} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def cell(figures: Mapping[str, Any], key: str, kind: str) -> str:
    """A median, with its quartiles where they tell something."""
    median = written(figures.get(key), kind)
    quartiles = figures.get("quartiles", {}).get(key) or []
    if key not in ("answerable_ms", "python_ms") or len(set(quartiles)) < 2:
        return median
    return f"{median} ({' to '.join(written(one, kind) for one in quartiles)})"


def report(results: Results) -> str:
    """The whole of results.md."""
    parts = [f"# How fast it is\n\n{caption(results)}"]
    for network, figures in results["network"].items():
        parts.append(f"## {network}\n\n{table(figures)}")
    for network, figures in results.get(SLOWED, {}).items():
        parts.append(f"## {network}, the processor slowed four times\n\n{table(figures)}")
    parts += [NOTE, "## Goals\n\n" + "\n".join(f"- {goal}" for goal in goals(results))]
    checked = results.get("checks", {})
    if heap := checked.get("heap"):
        parts.append("## Memory\n\n" + "\n".join(f"- {name}: {size:,} bytes" for name, size in heap.items()))
    parts.append("## Tried beforehand\n\n" + "\n".join(tried(checked)))
    if failed := results.get("failed"):
        parts.append("## Visits that did not go well\n\n" + "\n".join(f"- {words}" for words in failed))
    return "\n\n".join(parts) + "\n"


def tried(checked: Mapping[str, Any]) -> Iterator[str]:
    """Whether the line and the brake were as we say, and what a tap at once led to."""
    for network, took in checked.get("line", {}).items():
        yield f"- A known file over {network}: {took['took_ms']} ms, and should be {took['should_ms']} ms."
    for where, times in checked.get("slower", {}).items():
        yield f"- Slowed, a sum takes {times} times as long: {where}."
    for name, took in checked.get("tap_ms", {}).items():
        yield f"- A tap at the first moment leads on after {took} ms, as seen from outside: {name}."


def caption(results: Results) -> str:
    """When and on what."""
    rounds = f"{results['rounds']} rounds" if results["rounds"] != 1 else "one round"
    told = f"Medians of {rounds} (quartiles in brackets), {results['date'][:10]}, on {results['machine']}."
    return told + (BUSY.format(results["load"]) if (results.get("load") or 0) > QUIET else "")


def readme_table(results: Results) -> str:
    """The few figures that say most, for the README."""
    networks = list(results["network"])
    heads = ["", "first question", *(f"Python, {name}" for name in networks), "bytes", "answer, 99th of 100"]
    rows = ["| " + " | ".join(heads) + " |", "|---|" + "---:|" * (len(heads) - 1)]
    home = results["network"][networks[0]]
    for name, words in WHO.items():
        if name in home and not name.endswith("-second"):
            times = [results["network"][at].get(name, {}).get("python_ms") for at in networks]
            ends = (written(home[name]["bytes"], "bytes"), written(home[name]["step_p99_ms"], "ms"))
            cells = [written(home[name]["answerable_ms"], "ms"), *(written(time, "ms") for time in times), *ends]
            rows.append(f"| {words} | " + " | ".join(cells) + " |")
    return f"{caption(results).replace(' (quartiles in brackets)', '')}\n\n" + "\n".join(rows) + f"\n\n{NOTE}"


def into_readme(readme: Path, results: Results) -> None:
    """Put the table between its two markers."""
    text = readme.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(f"{readme.name} has lost the lines that the table stands between: {BEGIN} … {END}")
    new = f"{BEGIN}\n{readme_table(results)}\n{END}"
    readme.write_text(
        re.sub(f"{re.escape(BEGIN)}.*{re.escape(END)}", lambda _: new, text, flags=re.DOTALL), encoding="utf-8"
    )
