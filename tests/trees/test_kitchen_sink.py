"""The kitchen sink uses every key there is, so that whoever looks for one finds it there."""

from __future__ import annotations

from collections.abc import Iterator

from macros.trees import case_reader, loader, outcome_reader, question_reader
from macros.trees.model import KINDS
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar, Value
from tests.trees.workshop import KITCHEN_SINK

ROOMS = (loader, question_reader, outcome_reader, case_reader)
KEYS = {key for room in ROOMS for name, keys in vars(room).items() if name.endswith("_KEYS") for key in keys}


def keys_in(value: Value | None) -> Iterator[str]:
    """Every key, however deep."""
    if isinstance(value, Mapped):
        yield from value.keys
    for inner in (
        value.entries.values() if isinstance(value, Mapped) else () if isinstance(value, Scalar) else value or ()
    ):
        yield from keys_in(inner)


def test_the_kitchen_sink_uses_every_key_and_every_kind() -> None:
    value, _ = read_yaml("kitchen-sink.yml", KITCHEN_SINK)
    assert KEYS - {*keys_in(value)} == set()
    assert all(kind == "choice" or f"kind: {kind}" in KITCHEN_SINK for kind in KINDS)
