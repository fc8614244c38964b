"""Stands in for the door of Pyodide's inner package; how a failure is printed is left to the interpreter."""

from . import _base, _importhook

__all__ = ["_base", "_importhook", "set_excepthook"]


def set_excepthook() -> None:
    """Nothing is set: the real one has tracebacks drawn in colour."""
