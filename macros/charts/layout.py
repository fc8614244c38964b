"""Has Graphviz place the parts of every chart: one run of Node for all that are new, none for what is known."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import node
from macros.node import NodeFailed
from macros.problems import Place, Problem

HERE = Path(__file__).parent
SCRIPT, ENGINE = HERE / "layout.mjs", Path("node_modules", "@viz-js", "viz")
LIMIT = 120.0  # seconds; sixteen trees take one

Point = tuple[float, float]


class ChartProblem(Exception):  # noqa: N818 - it is told to a writer, like every Problem
    """The charts cannot be drawn; `problem` says why, and what to do."""

    def __init__(self, path: str, code: str, what: str, fix: str) -> None:
        self.problem = Problem(Place(path), code, what, fix)
        super().__init__(str(self.problem))


@dataclass(frozen=True)
class Layout:
    """Where everything stands: parts by their middle, lines by the points of their curves, counted from the top."""

    width: float
    height: float
    middles: Mapping[str, Point]
    curves: Mapping[tuple[str, str], tuple[Point, ...]]
    tips: Mapping[tuple[str, str], Point]


def lay_out(root: Path, dots: Iterable[str]) -> dict[str, Layout]:
    """A layout for each chart, by what Graphviz was given for it."""
    engine = root / ENGINE
    shelf = root / ".cache" / "charts"
    kept = {dot: shelf / f"{digest(engine, dot)}.json" for dot in dots}
    new = {str(path): dot for dot, path in kept.items() if not path.is_file()}
    if new:
        for path, answer in place(engine, new).items():
            keep(Path(path), json.dumps(answer))
    return {dot: read_layout(json.loads(path.read_text(encoding="utf-8"))) for dot, path in kept.items()}


def digest(engine: Path, dot: str) -> str:
    """The name of a layout: what was asked, and who was asked."""
    try:
        made_by = (engine / "package.json").read_bytes() + SCRIPT.read_bytes()
    except OSError as error:
        raise ChartProblem(
            "package.json",
            "no-graphviz",
            f"The charts cannot be drawn: {ENGINE.as_posix()} is missing.",
            'Run "npm ci" (or "make env", which does it).',
        ) from error
    return hashlib.sha256(made_by + dot.encode()).hexdigest()[:16]


def place(engine: Path, dots: Mapping[str, str]) -> dict[str, Any]:
    """What Graphviz says of each chart."""
    job = {"engine": str((engine / "dist" / "viz.js").resolve()), "charts": dots}
    try:
        placed: dict[str, Any] = node.run(SCRIPT, job, limit=LIMIT)
    except NodeFailed as failed:
        raise ChartProblem(
            "macros/charts/layout.mjs",
            "node-failed",
            f"Drawing the charts: this script {failed}",
            'Run "make env", then this again; if it stays, remove node_modules first.',
        ) from failed
    return placed


def keep(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as new:
        new.write(text)
    Path(new.name).replace(path)


def read_layout(placed: Mapping[str, Any]) -> Layout:
    """Graphviz' own JSON as a layout."""
    _, _, width, height = map(float, placed["bb"].split(","))
    names = {one["_gvid"]: one["name"] for one in placed["objects"]}
    curves, tips = {}, {}
    for edge in placed.get("edges", ()):
        ends = names[edge["tail"]], names[edge["head"]]
        # "e,27,36 27,72 27,60 …": the arrow's tip first, where there is one.
        points = edge["pos"].split(" ")
        if points[0].startswith("e,"):
            tips[ends] = point(points.pop(0)[2:], height)
        curves[ends] = tuple(point(one, height) for one in points)
    middles = {one["name"]: point(one["pos"], height) for one in placed["objects"]}
    return Layout(width, height, middles, curves, tips)


def point(text: str, height: float) -> Point:
    """``27,36`` as Graphviz says it, from below; as a page counts it, from above."""
    x, y = text.split(",")
    return float(x), height - float(y)
