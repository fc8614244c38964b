"""What a run is made of: its settings, the site it builds, what it has seen, and what it tries once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Playwright

from bench import checks
from bench.contenders import STATIC, all_files
from bench.figures import Table, figures
from bench.heap import heap
from bench.report import line
from bench.server import Server
from bench.shaping import LOCAL, Network
from bench.slow import is_possible
from bench.visits import BenchError, Seen
from macros.project import load
from macros.serve import generate

ROOT = Path(__file__).parents[1]
SITE = ROOT / ".cache" / "bench" / "site"
SLOWER = 4
STEPS = 500  # over all rounds, near by; the line plays no part in a step, so a fifth will do elsewhere


@dataclass(frozen=True)
class Setting:
    """Under what a round is run: a line, and how many times slower the machine is."""

    network: Network
    slower: float = 1
    all_steps: int = STEPS

    @property
    def name(self) -> str:
        """As it is printed."""
        return self.network.name if self.slower == 1 else f"{self.network.name}, {self.slower:g}x slower"

    @property
    def steps(self) -> int:
        """How many answers are given in all rounds together."""
        return self.all_steps if self.network == LOCAL else self.all_steps // 5

    @property
    def is_home(self) -> bool:
        """Near by and at full speed: where the second visits of the peers are made too."""
        return self.network == LOCAL and self.slower == 1


@dataclass
class Run:
    """What has been seen so far, by setting and contender."""

    rounds: int
    settings: tuple[Setting, ...]
    load: float | None = None  # before it began
    seen: dict[str, dict[str, list[Seen]]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def note(self, setting: Setting, name: str, seen: Seen) -> None:
        """Keep it, and tell it."""
        self.seen.setdefault(setting.name, {}).setdefault(name, []).append(seen)
        print(f"  {setting.name:18} {name:17} {line(seen)}", flush=True)
        if seen.computed is None and not name.startswith(STATIC.name):
            self.fail(setting, name, "the page gave up waiting for Python")

    def fail(self, setting: Setting, name: str, why: str) -> None:
        """Count a visit that did not go as it should, and tell it; the run goes on."""
        self.failed.append(f"{setting.name}, {name}: {why}")
        print(f"  failed: {self.failed[-1]}", flush=True)

    def table(self, setting: Setting) -> Table:
        """The figures of one setting."""
        return {name: figures(visits) for name, visits in self.seen.get(setting.name, {}).items()}


def settings(networks: tuple[Network, ...], *, slowed: bool, steps: int) -> tuple[Setting, ...]:
    """Each line at full speed; the nearest also slowed, where the machine can be."""
    slow = (Setting(networks[0], SLOWER, steps),) if slowed and is_possible() else ()
    return (*(Setting(network, all_steps=steps) for network in networks), *slow)


def build(server: Server) -> None:
    """The site, made for this server's address, and everything beside it."""
    os.environ["SITE_URL"] = server.address  # The theme swaps pages only where its map of the site has the address.
    if not generate(ROOT, SITE):
        raise BenchError("The site could not be built: see above.")
    server.files = {**all_files(SITE, load(ROOT)), checks.KNOWN.name: checks.KNOWN}
    for file in server.files.values():
        _ = file.sent, file.tag  # Compressed now, so that no visit waits for it.


@contextmanager
def noted(run: Run) -> Iterator[None]:
    """A check that fails is told and counted; the rounds are made all the same."""
    try:
        yield
    except (BenchError, PlaywrightError) as error:
        run.failed.append(str(error).splitlines()[0])
        print(f"  failed: {run.failed[-1]}", flush=True)


def all_checks(playwright: Playwright, server: Server, run: Run) -> dict[str, object]:
    """What is tried once, before the rounds; the figures for results.json."""
    lines: dict[str, object] = {}
    for name, network in {setting.network.name: setting.network for setting in run.settings}.items():
        with noted(run):
            lines[name] = checks.check_line(server, network)
    server.shape(LOCAL)
    print("Trying a tap at each contender", flush=True)
    found: dict[str, object] = {"line": lines, "tap_ms": {}}
    with noted(run):
        found["tap_ms"] = checks.check_taps(playwright, server)
    found["without_intent_bytes"] = checks.check_without_intent(playwright, server)
    found["own_assets"] = checks.own_assets(server)  # of that same page, which has come to rest
    if is_possible():
        found["slower"] = checks.check_brake(playwright, server, SLOWER)
    return found


def all_heaps(playwright: Playwright, server: Server) -> dict[str, int]:
    """The memory, after everything else: it takes a while."""
    print("Counting memory: a thousand answers, fifty pages", flush=True)
    server.shape(LOCAL)
    return heap(playwright, server)
