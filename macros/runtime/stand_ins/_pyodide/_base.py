"""Stands in for what runs text as Python: Pyodide's own scripts hand over a few lines such as "import sys; sys"."""

from importlib import import_module


def eval_code(source: str, scope: dict[str, object] | None = None) -> object:
    """Carry out all parts but the last, and return the value of that."""
    scope = {} if scope is None else scope
    before, _, last = source.rpartition(";")
    exec(before, scope)
    return eval(last.strip(), scope)


def pyimport_impl(path: str) -> object:
    """A module by its whole name."""
    return import_module(path)
