"""Stands in for asyncio in the reader's browser: Pyodide asks for it when it starts, and nothing here ever uses it.

With the real one come sockets, threads, processes and logs: half of what would be loaded.
"""


def get_event_loop() -> None:
    """The engine answers at once and waits for nothing."""
    raise RuntimeError("The browser's Python has no event loop.")
