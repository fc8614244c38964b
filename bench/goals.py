"""Holds the figures of a run against what we want: each goal reached or not, with the figure that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Results = Mapping[str, Any]  # the whole of results.json
SLOWED = "cpu_4x"


@dataclass(frozen=True)
class Goal:
    """One figure against one limit. ``reached`` is None where the figure was not measured."""

    words: str
    figure: str
    reached: bool | None

    def __str__(self) -> str:
        """As the report lists it."""
        told = {True: "reached", False: "NOT reached", None: "not measured"}[self.reached]
        return f"{self.words}: {told}" + (f", {self.figure}" if self.figure else "")


def goals(results: Results) -> list[Goal]:
    """Every goal, in their order."""
    return [goal for part in PARTS for goal in part(results)]


def answerable(results: Results) -> Iterator[Goal]:
    """The first question is there as soon as on the same page without our scripts."""
    for network, table in results["network"].items():
        ratio = divided(table, ("first", "answerable_ms"), ("static", "answerable_ms"))
        yield limit(f"1. First question within 1.1x of the static page ({network})", ratio, 1.1, "{:.2f}x")
    checks = results.get("checks", {})
    yield limit("1. No byte of Python before intent", checks.get("without_intent_bytes"), 0, "{} bytes")
    own = checks.get("own_assets")
    size = sum(own.values()) if own else None
    yield limit("1. Our own scripts and styles 15 kB at most, gzipped", size, 15_000, "{} bytes")


def python_ready(results: Results) -> Iterator[Goal]:
    """Python comes several times sooner than stock Pyodide."""
    for network, table in results["network"].items():
        cold = divided(table, ("stock", "python_ms"), ("first", "python_ms"))
        yield at_least(f"2. Python on a first visit 3x sooner than stock ({network})", cold, 3)
        again = divided(table, ("stock", "python_ms"), ("second", "python_ms"))
        yield at_least(f"2. Python on a second visit 5x sooner than stock's first ({network})", again, 5)
        fetched = table.get("next", {}).get("runtime_bytes")
        yield limit(f"2. The next page starts no Python ({network})", fetched, 0, "{} bytes of it")


def on_the_wire(results: Results) -> Iterator[Goal]:
    """Fewer bytes than stock, and none on a second visit."""
    for network, table in results["network"].items():
        whole = divided(table, ("first", "bytes"), ("stock", "bytes"))
        python = divided(table, ("first", "runtime_bytes"), ("stock", "runtime_bytes"))
        words = f"3. Bytes to a Python answer at most 82 % of stock ({network})"
        alone = "" if python is None else f" (of Python alone, without our page, {python:.1%})"
        yield limit(words, whole, 0.82, "{:.1%}" + alone)
        second = table.get("second", {}).get("bytes")
        yield limit(f"3. No byte on a second visit ({network})", second, 0, "{} bytes")


def main_thread(results: Results) -> Iterator[Goal]:
    """No task of ours holds up the page."""
    for name, table in tables(results):
        found = [table[who]["longest_own_task_ms"] for who in ("first", "second", "next") if who in table]
        longest = max((took for took in found if took is not None), default=None)
        yield limit(f"4. No task of ours over 50 ms ({name})", longest, 50, "{} ms")


def steps(results: Results) -> Iterator[Goal]:
    """The next question is there before the eye can tell."""
    for name, table in tables(results):
        if not name.startswith("local"):
            continue
        most = 50 if "slower" in name else 16
        found = table.get("first", {}).get("step_p99_ms")
        yield limit(f"5. 99 of 100 answers lead on within {most} ms ({name})", found, most, "{} ms")


def memory(results: Results) -> Iterator[Goal]:
    """Python takes hardly more memory than it begins with, and goes on so."""
    heap = results.get("checks", {}).get("heap", {})
    least = heap.get("minimum")
    for key, when in (("first", "after its start"), ("first_1000_answers", "after 1,000 answers")):
        part = heap[key] / least if least and key in heap else None
        yield limit(f"6. Python's memory within 10 % of its minimum {when}", part, 1.1, "{:.2f}x")
    growth = heap["first_50_pages"] - heap["first"] if "first_50_pages" in heap else None
    yield limit("6. Flat over 1,000 answers and 50 changes of page", growth, 0, "{} bytes more")


PARTS: tuple[Callable[[Results], Iterator[Goal]], ...] = (
    answerable,
    python_ready,
    on_the_wire,
    main_thread,
    steps,
    memory,
)


def tables(results: Results) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every table of contenders, by the name of its setting."""
    yield from results["network"].items()
    for network, table in results.get(SLOWED, {}).items():
        yield f"{network}, 4x slower", table


def divided(table: Mapping[str, Any], over: tuple[str, str], under: tuple[str, str]) -> float | None:
    """One figure by another, where both were measured."""
    above, below = (table.get(who, {}).get(what) for who, what in (over, under))
    return above / below if above is not None and below else None


def limit(words: str, value: float | None, most: float, shape: str) -> Goal:
    """A figure that should not exceed something."""
    return Goal(words, "" if value is None else shape.format(value), None if value is None else value <= most)


def at_least(words: str, ratio: float | None, least: float) -> Goal:
    """A figure that should be at least something."""
    return Goal(words, "" if ratio is None else f"{ratio:.1f}x", None if ratio is None else ratio >= least)
