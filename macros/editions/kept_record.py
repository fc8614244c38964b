"""Reads a record that a reader kept, from its data or from its page. Whatever is wrong with the file is a Problem."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from macros.browser.record import FORMAT, LONGEST_NOTE
from macros.browser.record_page import DATA
from macros.problems import Place, Problem

Json = Any
Shape = Any
WHOLE = "The record"
MOST_SHOWN = 120  # letters
MOST = 200_000  # bytes; a long record has some ten thousand
AGAIN = 'Save it again from the page, with "Save it as data".'
CHANGED = "Do not trust this file. Ask for the record as it was saved."
CODE, NAME = r"[0-9a-f]{16}", r"[a-z0-9][a-z0-9-]{0,99}"
# What a record holds: a text, a text of some form, a list of one thing, a choice of kinds, or keys with what they hold.
ANSWER = {"question": NAME, "ask": str, "answer": (str, [NAME]), "said": str, "decided": (bool, None)}
SHAPE: Mapping[str, Any] = {
    "format": int,
    "policy": {"title": str, "organisation": str},
    "edition": {"number": r"(draft|[12][0-9]{3}-[0-9]{2}(-[0-9]{2})?)", "fingerprint": CODE},
    "question": {"tree": NAME, "title": str, "fingerprint": CODE},
    "answers": [ANSWER],
    "outcome": {"name": NAME, "verdict": NAME, "word": str, "say": str, "until": str, "reminders": [str]},
    "clauses": [{"number": str, "heading": str, "force": str}],
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "note": str,
}
KINDS: Mapping[Any, str] = {str: "a text", bool: "true or false", int: "a number", None: "null"}


@dataclass(frozen=True)
class Kept:
    """A record as it was read; with its page, if it came as one."""

    place: Place
    data: Json
    page: str = ""


def read_kept(path: Path, today: date) -> tuple[Kept | None, tuple[Problem, ...]]:
    """The record in a file, if it is one, and all that is wrong with its form."""
    place = Place(str(path))
    try:
        if path.stat().st_size > MOST:
            return None, (told(place, f"The file has more than {MOST:,} bytes. No record is so long.", AGAIN),)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return None, (told(place, f"The file cannot be read: {error.strerror}.", "Name a file that is there."),)
    except UnicodeDecodeError:
        return None, (told(place, "The file is not plain text in UTF-8.", AGAIN),)
    # As a page it may have come over a machine that ends its lines otherwise.
    text = text.replace("\r\n", "\n")
    is_page = text.lstrip()[:1] == "<"
    inside = data_in_page(text) if is_page else text
    if inside is None:
        return None, (told(place, "This page holds no record.", AGAIN),)
    data, problem = read_data(place, inside)
    problems = (problem,) if problem else tuple(wrong_form(place, data)) or tuple(wrong_day(place, data, today))
    return (None, problems) if problems else (Kept(place, data, text if is_page else ""), ())


def data_in_page(page: str) -> str | None:
    """The data inside a page; nothing where it holds none, or more than one."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
            named = dict(attrs)
            if tag == "meta" and named.get("name") == DATA:
                found.append(named.get("content") or "")

    try:
        Reader().feed(page)
    except AssertionError:  # how it gives up, for instance at "<![foo bar"
        return None
    return found[0] if len(found) == 1 else None


def read_data(place: Place, text: str) -> tuple[Json, Problem | None]:
    """The data as values. A key that stands twice would say one thing to people and another to programs."""

    def once(pairs: Sequence[tuple[str, Json]]) -> dict[str, Json]:
        if len({key for key, _ in pairs}) < len(pairs):
            raise ValueError("a key stands there twice")
        return dict(pairs)

    def never(name: str) -> None:
        raise ValueError(f"{name} is no number")

    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=never), None
    except json.JSONDecodeError as error:
        where = Place(place.path, error.lineno, error.colno)
        return None, told(where, f"The file is not JSON: {error.msg}.", AGAIN)
    except (ValueError, RecursionError) as error:
        why = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        return None, told(place, f"The file is no record: {why}.", AGAIN)


def wrong_form(place: Place, data: Json) -> Iterator[Problem]:
    """What a record may not hold, or lacks; first of all whether a later version wrote it."""
    number = data.get("format") if isinstance(data, dict) else None
    if type(number) is int and number != FORMAT:
        what = f"The record has the form {number}. This version reads {FORMAT}."
        yield told(place, what, "Use the newest version of this project.")
        return
    for what in unlike(data, SHAPE, WHOLE):
        yield told(place, what, AGAIN)
    if isinstance(data, dict) and isinstance(data.get("note"), str) and len(data["note"]) > LONGEST_NOTE:
        yield told(place, f"The note has more than {LONGEST_NOTE:,} letters.", AGAIN)


def unlike(value: Json, shape: Shape, at: str) -> Iterator[str]:
    """How a value differs from a shape."""
    if isinstance(shape, Mapping):
        yield from unlike_keys(value, shape, at)
    elif isinstance(shape, list):
        items = enumerate(value, start=1) if isinstance(value, list) else ()
        yield from () if isinstance(value, list) else (f"{at} is no list.",)
        yield from (told for number, item in items for told in unlike(item, shape[0], f"{at} {number}"))
    elif isinstance(shape, tuple):
        if all(any(True for _ in unlike(value, one, at)) for one in shape):
            yield f"{at} is of the wrong kind."
    elif isinstance(shape, str):
        if not isinstance(value, str) or not re.fullmatch(shape, value, re.ASCII):
            yield f'{at} is not written as in a record: "{shown(value)}".'
    elif (value is not None) if shape is None else type(value) is not shape:
        yield f"{at} is not {KINDS[shape]}."


def unlike_keys(value: Json, shape: Mapping[str, Shape], at: str) -> Iterator[str]:
    """How a value differs from a list of keys."""
    if not isinstance(value, dict):
        yield f"{at} is no list of keys."
        return
    yield from (f"{at} has no {key}." for key in shape if key not in value)
    yield from (f'{at} has a key that no record has: "{shown(key)}".' for key in value if key not in shape)
    for key, inner in shape.items():
        if key in value:
            yield from unlike(value[key], inner, key if at == WHOLE else f"{at}, {key}")


def wrong_day(place: Place, data: Json, today: date) -> Iterator[Problem]:
    """A day that the calendar does not have, or that has not come. Tomorrow has, east of here."""
    try:
        day = date.fromisoformat(data["date"])
    except ValueError:
        yield Problem(place, "changed-record", f"There is no such day: {data['date']}.", CHANGED)
        return
    if day > today + timedelta(days=1):
        yield Problem(place, "changed-record", f"The day of the record has not come yet: {data['date']}.", CHANGED)


def told(place: Place, what: str, fix: str) -> Problem:
    """A file that is no record."""
    return Problem(place, "no-record", what, fix)


def shown(value: Json) -> str:
    """What a file says, short, and without signs that could play a trick on a terminal."""
    text = value if isinstance(value, str) else json.dumps(value)
    clean = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in " ".join(text.split()))
    return clean if len(clean) <= MOST_SHOWN else f"{clean[:MOST_SHOWN]} …"
