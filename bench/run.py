"""A whole run: the checks, then round after round of every contender in turn, on every line, fast and slowed."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright

from bench import checks
from bench.browser import opened, profile
from bench.contenders import FIRST, NEXT, PEERS, SECOND, Contender, all_files
from bench.figures import Table, figures
from bench.heap import heap
from bench.report import line
from bench.server import Server
from bench.shaping import LOCAL, Network
from bench.slow import is_possible
from bench.visits import BenchError, Seen, turn_page, visit
from macros.project import load
from macros.serve import generate

ROOT = Path(__file__).parents[1]
SITE = ROOT / ".cache" / "bench" / "site"
IDLE = 3000  # ms in which the page has nothing to do: for the service worker, and for compiled code to be kept
STILL, LONGEST_REST = 2000, 60_000  # ms without a byte, and when to go on all the same
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
    seen: dict[str, dict[str, list[Seen]]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def note(self, setting: Setting, name: str, seen: Seen) -> None:
        """Keep it, and tell it."""
        self.seen.setdefault(setting.name, {}).setdefault(name, []).append(seen)
        print(f"  {setting.name:18} {name:17} {line(seen)}", flush=True)

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


def rounds(run: Run, playwright: Playwright, server: Server) -> Iterator[int]:
    """Every round, each told when it is over."""
    for number in range(1, run.rounds + 1):
        print(f"Round {number} of {run.rounds}", flush=True)
        for setting in run.settings:
            server.shape(setting.network)
            one_round(run, playwright, server, setting)
        yield number


def one_round(run: Run, playwright: Playwright, server: Server, setting: Setting) -> None:
    """Each contender once. One that fails is told and passed over."""
    for peer in PEERS:
        with forgiven(run, setting, peer.name):
            peer_visits(Stage(run, playwright, server, setting), peer)
    with forgiven(run, setting, FIRST.name):
        our_visits(Stage(run, playwright, server, setting))


@dataclass(frozen=True)
class Stage:
    """All that a visit needs to know."""

    run: Run
    playwright: Playwright
    server: Server
    setting: Setting

    @property
    def steps(self) -> int:
        """How many answers one visit gives, so that all rounds together give enough."""
        return math.ceil(self.setting.steps / self.run.rounds)

    @contextmanager
    def browser(self, folder: Path, contender: Contender) -> Iterator[Page]:
        """A browser that starts on this profile."""
        with opened(self.playwright, folder, contender, slower=self.setting.slower) as page:
            yield page


def peer_visits(stage: Stage, peer: Contender) -> None:
    """A first visit, and at full speed and near by a second one: what the browser itself has kept."""
    with profile() as folder:
        with stage.browser(folder, peer) as page:
            stage.run.note(stage.setting, peer.name, visit(page, stage.server, peer, steps=stage.steps))
            if stage.setting.is_home:
                rest(page, stage.server)
        if stage.setting.is_home:
            with stage.browser(folder, peer) as page:
                stage.run.note(stage.setting, f"{peer.name}-second", visit(page, stage.server, peer))


def our_visits(stage: Stage) -> None:
    """A first visit, the next page in it, a rest, and a second visit in a browser that was started anew."""
    run, server, setting, steps = stage.run, stage.server, stage.setting, stage.steps
    with profile() as folder:
        with stage.browser(folder, FIRST) as page:
            run.note(setting, FIRST.name, visit(page, server, FIRST, steps=steps))
            run.note(setting, NEXT.name, turn_page(page, server, steps=steps))
            rest(page, server)
        with stage.browser(folder, SECOND) as page:
            run.note(setting, SECOND.name, visit(page, server, SECOND, steps=steps))


def rest(page: Page, server: Server) -> None:
    """Leave the page alone, and go on only when nothing has been fetched for a while."""
    page.wait_for_timeout(IDLE)
    for _ in range(LONGEST_REST // STILL):
        before = len(server.log)
        page.wait_for_timeout(STILL)
        if len(server.log) == before:
            return


@contextmanager
def forgiven(run: Run, setting: Setting, name: str) -> Iterator[None]:
    """A visit that fails on a busy machine is told, and counted, and does not end the run."""
    try:
        yield
    except (BenchError, Error) as error:
        words = f"{setting.name}, {name}: {str(error).splitlines()[0]}"
        run.failed.append(words)
        print(f"  failed: {words}", flush=True)


def all_checks(playwright: Playwright, server: Server, run: Run) -> dict[str, object]:
    """What is tried once, before the rounds; the figures for results.json."""
    lines = {setting.network.name: checks.check_line(server, setting.network) for setting in run.settings}
    server.shape(LOCAL)
    print("Trying a tap at each contender", flush=True)
    found: dict[str, object] = {"line": lines, "tap_ms": checks.check_taps(playwright, server)}
    found["own_assets"] = checks.own_assets(server)
    found["without_intent_bytes"] = checks.check_without_intent(playwright, server)
    if is_possible():
        found["slower"] = checks.check_brake(playwright, server, SLOWER)
    return found


def all_heaps(playwright: Playwright, server: Server) -> dict[str, int]:
    """The memory, after everything else: it takes a while."""
    print("Counting memory: a thousand answers, fifty pages", flush=True)
    server.shape(LOCAL)
    return heap(playwright, server)
