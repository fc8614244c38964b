"""The pretended lines are as fast and as far as they say."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

import pytest

from bench.shaping import NETWORKS, Line, Network

FAST, SLOW = NETWORKS[1:]


@dataclass
class Clock:
    """Time that passes only where somebody sleeps."""

    now: float = 100.0

    def __call__(self) -> float:
        """What the time is."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


def line(network: Network) -> tuple[Line, Clock]:
    clock = Clock()
    return Line(network, clock=clock, sleep=clock.sleep), clock


def test_the_lines_are_those_that_were_promised() -> None:
    assert [(network.name, network.megabits, network.delay) for network in NETWORKS] == [
        ("local", 0, 0),
        ("fast-4g", 9, 0.060),
        ("slow-4g", 1.6, 0.150),
    ]


def test_nine_megabits_take_a_second_on_a_line_of_nine() -> None:
    shaped, clock = line(FAST)
    for _ in range(1125):
        shaped.carry(1000)
    assert clock.now == pytest.approx(101)


def test_a_line_that_rested_does_not_save_up_speed() -> None:
    shaped, clock = line(FAST)
    shaped.carry(1000)
    clock.now += 60
    began = clock.now
    shaped.carry(1_125_000)
    assert clock.now - began == pytest.approx(1)


def test_opening_a_connection_and_asking_cost_a_round_trip_each() -> None:
    shaped, clock = line(SLOW)
    shaped.wait_for_opening()
    shaped.wait_for_reply()
    assert clock.now == pytest.approx(100.3)


def test_near_by_nothing_waits() -> None:
    shaped, clock = line(NETWORKS[0])
    shaped.wait_for_opening()
    shaped.wait_for_reply()
    shaped.carry(10**9)
    assert clock.now == 100


def test_two_connections_share_one_line() -> None:
    shaped = Line(Network("test", 80))  # 10 bytes in a microsecond

    def carry() -> None:
        for _ in range(5):
            shaped.carry(100_000)

    threads = [threading.Thread(target=carry) for _ in range(2)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.monotonic() - began >= 0.099
