"""Reads from ``leave_to`` in mkdocs.yml where "Leave quickly" leads: a harmless page of another site."""

from __future__ import annotations

import re

from macros.problems import Place, Problem
from macros.settings import NULL
from macros.trees.yaml_values import Mapped, Scalar

KEY = "leave_to"
# Nothing that could end an attribute, no name and password, and always encrypted: nobody on the way sees what is asked.
ADDRESS = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\s\"'<>\\]*)?", re.IGNORECASE)
FIX = (
    "Write the whole address of a harmless page, as in https://example.org/weather, or nothing: then no link is shown."
)


def read_leaving(extra: Mapped | None) -> tuple[Problem, ...]:
    """What is wrong with the address. Empty is well: the link is then left out."""
    value = extra.entries.get(KEY) if extra else None
    if extra is None or value is None or (isinstance(value, Scalar) and value.text in ("", *NULL)):
        return ()
    if not isinstance(value, Scalar):
        return (no_address(extra.keys[KEY], "no address"),)
    return () if ADDRESS.fullmatch(value.text) else (no_address(value.place, f'"{value.text}"'),)


def no_address(place: Place, what: str) -> Problem:
    """An address that could not be gone to."""
    return Problem(place, "wrong-address", f'"{KEY}" has {what}, which is no address to leave to.', FIX)
