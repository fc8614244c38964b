"""Reads YAML so that nothing is lost: every scalar stays text, every value keeps its place, every fault is told.

YAML 1.2 with less: no tags, no anchors, no key twice. So ``no`` stays "no" and clause 5.10 stays "5.10".
The values are built from the parser's events, so that no file, however odd, can send us round in a circle.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from macros.problems import Place, Problem
from macros.trees.yaml_values import Mapped, Reading, Scalar, Sequence, Value
from macros.trees.yaml_words import ANCHOR, QUOTES, explain

JOINED = re.compile(r"([\w-]+):(\S.*)")
CUT = re.compile(r"[ \t]+(?P<rest>#\S+)")  # a comment to YAML, but its writer meant #5.2
FAST = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # in C, where the machine has it
DEEPEST = 20  # A tree needs six levels. Beyond this somebody is playing, or a bracket is missing.


class TooDeepError(Exception):
    """Lists in lists without end: to read on could take for ever."""


def read_yaml(path: str, text: str) -> tuple[Value | None, tuple[Problem, ...]]:
    """The value a YAML file holds, and what is wrong with it. None where it cannot be read at all, or is empty."""
    reading = Reading(path, text=re.sub("\r\n?", "\n", text.removeprefix("\ufeff")))
    refuse_unseen(reading)
    if reading.problems:
        return None, tuple(reading.problems)
    value = None
    try:
        events = yaml.parse(reading.text, Loader=FAST)
        for event in events:
            if isinstance(event, DocumentStartEvent) and value:
                only_one_document(reading, event)
                break
            if isinstance(event, (CollectionStartEvent, ScalarEvent, AliasEvent)):
                value = read_value(reading, event, events, 0)
    except yaml.MarkedYAMLError as error:
        problem = explain(path, reading.text, error)
        if problem.place.line not in [told.place.line for told in reading.problems]:
            reading.problems.append(problem)
        return None, tuple(reading.problems)
    except TooDeepError:
        return None, tuple(reading.problems)
    empty = isinstance(value, Scalar) and not value.text and not reading.problems
    return (None if empty else value), tuple(reading.problems)


def refuse_unseen(reading: Reading) -> None:
    """Control characters, which nobody can see: they come along when text is copied from elsewhere."""
    if not any(map(unseen, set(reading.text))):
        return
    for number, line in enumerate(reading.text.split("\n"), start=1):
        for column, letter in enumerate(line, start=1):
            if unseen(letter):
                reading.fault(
                    Place(reading.path, number, column),
                    "control-character",
                    f"A character stands here that cannot be seen (U+{ord(letter):04X}).",
                    "Delete it, and type the words beside it again.",
                )


def unseen(letter: str) -> bool:
    """Whether a character has no business in a text: controls, odd ends of lines, halves of characters."""
    return (
        unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") and letter not in "\t\n"
    ) or letter in "\ufffe\uffff"


def only_one_document(reading: Reading, event: Event) -> None:
    """A line of three dashes begins another document."""
    reading.fault(
        place_of(reading, event),
        "second-document",
        "A line of three dashes begins a second document.",
        "Take it out, or make a file of what follows.",
    )


def read_value(reading: Reading, event: Event, events: Iterator[Event], depth: int) -> Value:
    """One value with all that is in it."""
    place = place_of(reading, event)
    refuse_extras(reading, event, place)
    if isinstance(event, ScalarEvent):
        return read_scalar(reading, event, place)
    if not isinstance(event, CollectionStartEvent):
        return Scalar(source(reading, event), place)
    if reading.text.startswith("{{", event.start_mark.index):
        what, fix = "A text cannot begin with {{.", 'Put all of it in quotes: "{{ org_short }} page".'
        reading.fault(place, "unquoted-parameter", what, fix)
        skip(events)
        return Scalar("{{ }}", place)
    if depth == DEEPEST:
        reading.fault(place, "too-deep", "Too many lists stand inside each other here.", "Look at the brackets.")
        raise TooDeepError
    if isinstance(event, MappingStartEvent):
        return read_mapping(reading, place, events, depth + 1)
    return Sequence(tuple(read_items(reading, events, depth + 1)), place)


def refuse_extras(reading: Reading, event: Event, place: Place) -> None:
    """Tags and anchors: YAML has them, a tree needs none, and each is a way to be misread."""
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        reading.fault(place, "yaml-anchor", ANCHOR, QUOTES)
    if getattr(event, "tag", None):
        what = "A text cannot begin with !: YAML would take it for a tag."
        reading.fault(place, "yaml-tag", what, QUOTES)


def read_scalar(reading: Reading, event: ScalarEvent, place: Place) -> Scalar:
    """A piece of text. Its place is that of its first letter, inside the quotes."""
    raw = source(reading, event)
    if event.style in ("'", '"'):
        raw, place = raw[1:-1], Place(place.path, place.line, place.column + 1)
    elif not event.style and (cut := CUT.match(reading.text, event.end_mark.index)):
        what = f'The text stops here: YAML passes over "{cut["rest"]}" and all after it.'
        at = Place(place.path, event.end_mark.line + 1, event.end_mark.column + 1 + cut.start("rest") - cut.start())
        reading.fault(at, "cut-text", what, "Put the whole text in quotes, or a space behind the # of a comment.")
    for letter in event.value if event.style == '"' else "":  # only there does a backslash stand for something
        if unseen(letter):
            reading.fault(
                place,
                "control-character",
                f"A \\ in this text stands for a character that cannot be seen (U+{ord(letter):04X}).",
                "Put the text in single quotes, or take the \\ out.",
            )
    return Scalar(event.value, place, raw)


def source(reading: Reading, event: Event) -> str:
    """What stands in the file for a value."""
    return reading.text[event.start_mark.index : event.end_mark.index]


def read_items(reading: Reading, events: Iterator[Event], depth: int) -> Iterator[Value]:
    """The entries of a list."""
    while not isinstance(event := next(events), SequenceEndEvent):
        yield read_value(reading, event, events, depth)


def read_mapping(reading: Reading, place: Place, events: Iterator[Event], depth: int) -> Mapped:
    """Keys and values; a key that stands twice is a fault, and the first one counts."""
    entries: dict[str, Value] = {}
    keys: dict[str, Place] = {}
    while not isinstance(event := next(events), MappingEndEvent):
        written, value = read_value(reading, event, events, depth), read_value(reading, next(events), events, depth)
        key, value = read_pair(reading, written, value)
        if key in entries:
            reading.fault(
                written.place,
                "key-twice",
                f'"{key}" stands here twice; the first is in line {keys[key].line}.',
                "Keep one of them.",
            )
        elif key is not None:
            entries[key], keys[key] = value, written.place
    return Mapped(entries, keys, place)


def read_pair(reading: Reading, key: Value, value: Value) -> tuple[str | None, Value]:
    """A key as text, and its value. Where there is no value its place is that of the key."""
    if not isinstance(key, Scalar):
        what, fix = "A list stands where a name should be.", "Look at the brackets on this line."
        reading.fault(key.place, "key-not-text", what, fix)
        return None, value
    if value != Scalar("", value.place):
        return key.text, value
    joined = JOINED.fullmatch(key.raw)
    if joined:
        what = f'No space stands after the colon in "{key.text}".'
        reading.fault(key.place, "no-space", what, f"Write {joined[1]}: {joined[2]}")
        return joined[1], Scalar(joined[2], key.place)
    return key.text, Scalar("", key.place)


def skip(events: Iterator[Event]) -> None:
    """Pass over the rest of a list that will not be read."""
    open_lists = 1
    while open_lists:
        event = next(events)
        open_lists += isinstance(event, CollectionStartEvent) - isinstance(event, (MappingEndEvent, SequenceEndEvent))


def place_of(reading: Reading, event: Event) -> Place:
    """Where a value begins."""
    return Place(reading.path, event.start_mark.line + 1, event.start_mark.column + 1)
