"""Stands in for what writes the help texts of Pyodide's own objects, by taking every signature apart at each start."""

from collections.abc import Callable


def dedent_docstring(text: str) -> str:
    """Nobody reads it."""
    return text


def get_cmeth_docstring(function: Callable[..., object]) -> str:
    """The least that the interpreter takes for a signature and its text."""
    return f"{function.__name__}()\n--\n\n"
