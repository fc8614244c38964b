"""Round after round, every contender in turn, on every line, fast and slowed: a noisy minute harms all alike."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright

from bench.browser import opened, profile
from bench.contenders import FIRST, NEXT, PEERS, SECOND, Contender
from bench.run import Run, Setting
from bench.server import Server
from bench.visits import BenchError, turn_page, visit

IDLE = 3000  # ms in which the page has nothing to do: for the service worker, and for compiled code to be kept
STILL, LONGEST_REST = 2000, 60_000  # ms without a byte, and when to go on all the same
PEERS_AGAIN = 3  # rounds in which the peers are visited a second time; it takes long, and is no more than an aside


@dataclass(frozen=True)
class Stage:
    """All that the visits of one round need to know."""

    run: Run
    playwright: Playwright
    server: Server
    setting: Setting
    number: int

    @property
    def steps(self) -> int:
        """How many answers one visit gives, so that all rounds together give enough."""
        return math.ceil(self.setting.steps / self.run.rounds)

    @property
    def is_again(self) -> bool:
        """Whether the peers get a second visit too."""
        return self.setting.is_home and self.number <= PEERS_AGAIN

    @contextmanager
    def browser(self, folder: Path, contender: Contender) -> Iterator[Page]:
        """A browser that starts on this profile."""
        with opened(self.playwright, folder, contender, slower=self.setting.slower) as page:
            yield page


def rounds(run: Run, playwright: Playwright, server: Server) -> Iterator[int]:
    """Every round, each told when it is over."""
    for number in range(1, run.rounds + 1):
        print(f"Round {number} of {run.rounds}", flush=True)
        for setting in run.settings:
            server.shape(setting.network)
            one_round(Stage(run, playwright, server, setting, number))
        yield number


def one_round(stage: Stage) -> None:
    """Each contender once, each time beginning with another. One that fails is told and passed over."""
    begin = stage.number % len(PEERS)
    for peer in (*PEERS[begin:], *PEERS[:begin]):
        with forgiven(stage, peer.name):
            peer_visits(stage, peer)
    with forgiven(stage, FIRST.name):
        our_visits(stage)


def peer_visits(stage: Stage, peer: Contender) -> None:
    """A first visit, and in some rounds a second one: what the browser itself has kept."""
    with profile() as folder:
        with stage.browser(folder, peer) as page:
            stage.run.note(stage.setting, peer.name, visit(page, stage.server, peer, steps=stage.steps))
            if stage.is_again:
                rest(page, stage.server)
        if stage.is_again:
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
def forgiven(stage: Stage, name: str) -> Iterator[None]:
    """A visit that fails on a busy machine is told, and counted, and does not end the run."""
    try:
        yield
    except (BenchError, Error) as error:
        stage.run.fail(stage.setting, name, str(error).splitlines()[0])
