"""What a YAML file holds, before it means anything: texts, lists and keys with values, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from macros.problems import Place, Problem


@dataclass(frozen=True)
class Scalar:
    """A piece of text, and the same as it stands in the file, quotes apart."""

    text: str
    place: Place
    raw: str = ""


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple[Value, ...]
    place: Place

    def __iter__(self) -> Iterator[Value]:
        return iter(self.items)


@dataclass(frozen=True)
class Mapped:
    """Keys with values, in the order of the file; ``keys`` says where each key stands."""

    entries: Mapping[str, Value]
    keys: Mapping[str, Place]
    place: Place


Value = Scalar | Sequence | Mapped


@dataclass
class Reading:
    """One file being read, and the problems found in it so far."""

    path: str
    text: str = ""
    problems: list[Problem] = field(default_factory=list)

    def fault(self, place: Place, code: str, what: str, fix: str) -> None:
        """Note a fault and go on."""
        self.problems.append(Problem(place, code, what, fix))
