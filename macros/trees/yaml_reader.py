"""Reads YAML so that nothing is lost: every scalar stays text, every value keeps its place, every fault is told.

YAML 1.2 with less: no tags, no anchors, no key twice. So ``no`` stays "no" and clause 5.10 stays "5.10".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros.problems import Place, Problem


@dataclass(frozen=True)
class Scalar:
    """A piece of text."""

    text: str
    place: Place


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
    problems: list[Problem] = field(default_factory=list)

    def fault(self, place: Place, code: str, what: str, fix: str) -> None:
        """Note a fault and go on."""
        self.problems.append(Problem(place, code, what, fix))


def read_yaml(path: str, text: str) -> tuple[Value | None, tuple[Problem, ...]]:
    """The value a YAML file holds, and what is wrong with it. None where it cannot be read at all, or is empty."""
    reading = Reading(path)
    try:
        refuse_extras(reading, text)
        node = YAML(pure=True).compose(text)
    except MarkedYAMLError as error:
        reading.fault(
            place_of_error(path, error),
            "not-yaml",
            f"This is not YAML: {error.problem or error.context}.",
            "Look at the spaces at the start of the line, at colons and at brackets. "
            "A text that begins with { or holds a colon and a space goes in quotes.",
        )
        return None, tuple(reading.problems)
    except YAMLError as error:
        reading.fault(
            Place(path),
            "not-yaml",
            f"This is not YAML: {str(error).splitlines()[0]}.",
            "Save the file as plain text (UTF-8), without control characters.",
        )
        return None, tuple(reading.problems)
    return (read_node(reading, node) if node else None), tuple(reading.problems)


def place_of_error(path: str, error: MarkedYAMLError) -> Place:
    """Where the YAML reader stopped."""
    mark = error.problem_mark or error.context_mark
    return Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)


def refuse_extras(reading: Reading, text: str) -> None:
    """Tags and anchors: YAML has them, a tree needs none, and each is a way to be misread."""
    for event in YAML(pure=True).parse(text):
        place = Place(reading.path, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            reading.fault(
                place,
                "yaml-anchor",
                "A tree has no anchors (& and *).",
                "Write the words out, or put the text in quotes.",
            )
        if getattr(event, "ctag", None) and not getattr(event, "implicit", True):
            reading.fault(place, "yaml-tag", "A tree has no tags (!).", "Leave it out, or put the text in quotes.")


def read_node(reading: Reading, node: Node) -> Value:
    """One node with all that is in it."""
    place = place_of(reading, node)
    if isinstance(node, MappingNode):
        return read_mapping(reading, node, place)
    if isinstance(node, SequenceNode):
        return Sequence(tuple(read_node(reading, item) for item in node.value), place)
    return Scalar(node.value if isinstance(node, ScalarNode) else "", place)


def read_mapping(reading: Reading, node: MappingNode, place: Place) -> Mapped:
    """Keys and values; a key that stands twice is a fault, and the first one counts."""
    entries: dict[str, Value] = {}
    keys: dict[str, Place] = {}
    for key_node, value_node in node.value:
        key, key_place = str(getattr(key_node, "value", "")), place_of(reading, key_node)
        if not isinstance(key_node, ScalarNode):
            reading.fault(key_place, "key-not-text", "A key must be plain text.", "Check the brackets on this line.")
        elif key in entries:
            reading.fault(
                key_place,
                "key-twice",
                f'"{key}" stands here twice; the first is in line {keys[key].line}.',
                "Keep one of them.",
            )
        else:
            entries[key], keys[key] = read_node(reading, value_node), key_place
    return Mapped(entries, keys, place)


def place_of(reading: Reading, node: Node) -> Place:
    """Where a node begins."""
    return Place(reading.path, node.start_mark.line + 1, node.start_mark.column + 1)
