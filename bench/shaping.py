"""The networks that the bench pretends: one shared line with a speed and a delay, as a phone has."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

CHUNK = 8 * 1024  # bytes sent before the line is asked again: small, so that files share it fairly


@dataclass(frozen=True)
class Network:
    """A line to the reader. ``megabits`` of 0 is a line without a limit; ``delay`` is a round trip in seconds."""

    name: str
    megabits: float = 0
    delay: float = 0

    def seconds(self, size: int) -> float:
        """How long so many bytes take at the least, asked for over a connection that is open already."""
        return self.delay + (size * 8 / (self.megabits * 1e6) if self.megabits else 0)


LOCAL = Network("local")
NETWORKS = (LOCAL, Network("fast-4g", 9, 0.060), Network("slow-4g", 1.6, 0.150))


@dataclass
class Line:
    """The one line that every connection of a visit shares."""

    network: Network = LOCAL
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep
    free_at: float = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wait_for_reply(self) -> None:
        """The way of a question to the server, and of the first byte back."""
        self.rest(self.network.delay)

    def wait_for_opening(self) -> None:
        """The round trip that opens a connection."""
        self.rest(self.network.delay)

    def carry(self, size: int) -> None:
        """Return when these bytes are through. Whoever asks first is served first."""
        if not self.network.megabits:
            return
        with self.lock:
            begins = max(self.clock(), self.free_at)
            self.free_at = begins + size * 8 / (self.network.megabits * 1e6)
            until = self.free_at
        self.rest(until - self.clock())

    def rest(self, seconds: float) -> None:
        """Sleep, where there is anything to sleep."""
        if seconds > 0:
            self.sleep(seconds)
