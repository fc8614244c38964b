"""`python -m bench`: runs the bench, prints its tables, and writes bench/results.json and bench/results.md."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Playwright, sync_playwright

from bench.goals import SLOWED
from bench.machine import load, machine
from bench.report import into_readme, report
from bench.rounds import rounds
from bench.run import ROOT, SLOWER, STEPS, Run, all_checks, all_heaps, build, settings
from bench.server import Server, serving
from bench.shaping import NETWORKS
from bench.visits import BenchError
from macros.printing.chromium import version
from tests.site.chromium import launch_options

HERE = Path(__file__).parent
JSON, MARKDOWN = HERE / "results.json", HERE / "results.md"
ROUNDS = 7


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: 0 where everybody could be measured."""
    asked = read(arguments)
    if asked.readme:
        into_readme(ROOT / "README.md", json.loads(JSON.read_text(encoding="utf-8")))
        return 0
    networks = tuple(network for network in NETWORKS if asked.network in (None, network.name))
    run = Run(asked.rounds, settings(networks, slowed=not asked.full_speed, steps=asked.steps), load())
    try:
        with serving() as server, sync_playwright() as playwright:
            measure(run, playwright, server)
    except (BenchError, Error) as error:
        print(error, file=sys.stderr)
        return 1
    print(MARKDOWN.read_text(encoding="utf-8"))
    return 1 if run.failed else 0


def read(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="How fast this site is, beside its peers.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each is visited ({ROUNDS})")
    parser.add_argument("--steps", type=int, default=STEPS, help=f"how many answers in all rounds together ({STEPS})")
    parser.add_argument("--network", choices=[network.name for network in NETWORKS], help="one line only")
    parser.add_argument("--full-speed", action="store_true", help="leave out the runs with a slowed processor")
    parser.add_argument("--readme", action="store_true", help="write the last results into README.md, measure nothing")
    return parser.parse_args(arguments)


def measure(run: Run, playwright: Playwright, server: Server) -> None:
    """The whole run. After each round all that is known is written down."""
    print("Building the site", flush=True)
    build(server)
    checked = all_checks(playwright, server, run)
    for _ in rounds(run, playwright, server):
        write(run, checked)
    checked["heap"] = all_heaps(playwright, server)
    write(run, checked)


def write(run: Run, checked: dict[str, object]) -> None:
    """Both files."""
    found = results(run, checked)
    JSON.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    MARKDOWN.write_text(report(found), encoding="utf-8")


def results(run: Run, checked: dict[str, object]) -> dict[str, Any]:
    """All of results.json. The names and places of the first four keys are promised to others."""
    plain = [setting for setting in run.settings if setting.slower == 1]
    slow = [setting for setting in run.settings if setting.slower == SLOWER]
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(version(launch_options()["executable_path"])),
        "rounds": run.rounds,
        "load": run.load,
        "network": {setting.network.name: run.table(setting) for setting in plain},
        SLOWED: {setting.network.name: run.table(setting) for setting in slow},
        "checks": checked,
        "failed": run.failed,
    }


if __name__ == "__main__":
    sys.exit(main())
