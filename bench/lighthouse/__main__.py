"""`python -m bench.lighthouse`: three pages as Lighthouse sees them on a phone; 1 where a goal is missed."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.files import read_folder
from bench.server import Server, serving
from macros.serve import generate
from tests.site.chromium import launch_options

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NODE, PROGRAM = ROOT / ".venv/bin/node", HERE / "node_modules/lighthouse/cli/index.js"
PAGES = {"home": "", "a clause page": "policy/5-profiles/", "a question": "ask/friend-request/"}
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
ROUNDS = 3  # the median counts: a busy machine slows one
SECONDS = 240
Report = Mapping[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: the table, then what each page lacks."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.lighthouse", description="What Lighthouse says of three pages."
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each page is looked at ({ROUNDS})")
    rounds = parser.parse_args(arguments).rounds
    with serving() as server:
        build(server)
        seen = {name: [look(server.address + page) for _ in range(rounds)] for name, page in PAGES.items()}
    print(*table(seen), sep="\n")
    lacking = sorted({line for name, reports in seen.items() for line in lacks(name, reports)})
    print(*lacking, sep="\n")
    return 0 if all(scores(reports)[goal] >= least for reports in seen.values() for goal, least in GOALS.items()) else 1


def build(server: Server) -> None:
    """The site, made for this server's address, and sent compressed as GitHub Pages does."""
    os.environ["SITE_URL"] = server.address
    folder = Path(tempfile.mkdtemp()) / "site"
    if not generate(ROOT, folder):
        sys.exit("The site could not be built: see above.")
    server.files = read_folder(folder)
    for file in server.files.values():
        _ = file.sent, file.tag  # Compressed now, so that no visit waits for it.


def look(address: str) -> Report:
    """One report, with Lighthouse's own settings for a phone on slow 4G."""
    browser = launch_options()
    flags = " ".join(("--headless=new", *browser["args"]))
    # Every page is judged as in a new profile. Nothing is reported to anybody.
    command = [str(NODE), str(PROGRAM), address, "--output=json", "--quiet", "--no-enable-error-reporting"]
    command += [f"--chrome-flags={flags}", f"--only-categories={','.join(GOALS)}"]
    environment = {**os.environ, "CHROME_PATH": str(browser["executable_path"])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS)
    if done.returncode:
        sys.exit(f"Lighthouse could not look at {address}:\n{done.stderr}")
    report: Report = json.loads(done.stdout)
    return report


def scores(reports: Sequence[Report]) -> dict[str, int]:
    """The median of each score, from 0 to 100; what could not be judged is 0."""
    found = {goal: [report["categories"][goal]["score"] or 0 for report in reports] for goal in GOALS}
    return {goal: round(100 * median(values)) for goal, values in found.items()}


def table(seen: Mapping[str, Sequence[Report]]) -> Iterator[str]:
    """A row for each page."""
    yield f"{'':16}" + "".join(f"{goal:>16}" for goal in GOALS)
    for name, reports in seen.items():
        found = scores(reports)
        marks = {goal: "" if found[goal] >= least else f" (< {least})" for goal, least in GOALS.items()}
        yield f"{name:16}" + "".join(f"{f'{found[goal]}{marks[goal]}':>16}" for goal in GOALS)


def lacks(name: str, reports: Sequence[Report]) -> Iterator[str]:
    """What the last look found wanting in the categories that are held to it."""
    last = reports[-1]
    for goal in GOALS:
        for one in last["categories"][goal]["auditRefs"]:
            audit = last["audits"][one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}, {goal}: {audit['title']} {audit.get('displayValue', '')}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
