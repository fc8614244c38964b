"""A file that somebody hands in: whatever it holds, it is told what is wrong with it, and nothing breaks."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros.browser import record_page
from macros.editions.kept_record import MOST, SHAPE, Kept, read_kept
from macros.editions.record_check import check_record
from macros.editions.sides import find_side, side_of
from macros.project import Project, load
from macros.register import DRAFT
from macros.trees.paths import every_path
from tests.browser.records import DAY, changed, record_of
from tests.json_schema import wrong
from tests.trees.workshop import ROOT

Json = Any
SCHEMA = json.loads((ROOT / "docs/schemas/record.schema.json").read_text(encoding="utf-8"))
JUNK: tuple[Json, ...] = (None, True, 0, -1, 1.5, "", "x", "\x1b[2J\ud800", [], ["x"], [[]], {}, {"x": 1}, 10**400)
FREE = {("date",), ("note",)}  # what nobody can hold against an edition


@cache
def ours() -> Project:
    """Our own project."""
    return load(ROOT)


@cache
def example() -> Json:
    """A record with everything in it: ticks, reminders, a range."""
    answers = {"request": "personal", "identity": "adult", "link": "earlier", "years": "recent"}
    return record_of(ours(), "friend-request", answers, note="Asked at the lunch club.")


def read(file: Path, text: str | bytes, today: date = DAY) -> tuple[Kept | None, list[str]]:
    """Write a file and read it as a record."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    kept, problems = read_kept(file, today)
    assert {problem.level for problem in problems} <= {"fault"}
    assert (kept is None) == bool(problems)
    return kept, [f"{problem.code}: {problem.what}" for problem in problems]


def test_a_record_is_read_from_its_data_and_from_its_page(tmp_path: Path) -> None:
    file, made = tmp_path / "file", example()
    kept, told = read(file, record_page.as_data(made))
    assert (kept and (kept.data, kept.page), told) == ((made, ""), [])
    page = record_page.as_page(made, ours().words, "en")
    kept, told = read(file, page)
    assert (kept and (kept.data, kept.page), told) == ((made, page), [])
    assert read(file, page.replace("\n", "\r\n"))[0] == kept
    assert read(file, b"\xef\xbb\xbf" + record_page.as_data(made).encode())[1] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no-record: The file is not JSON: Expecting value."),
        ("{", "no-record: The file is not JSON: Expecting property name enclosed in double quotes."),
        ("[]", "no-record: The record is no list of keys."),
        ("NaN", "no-record: The file is no record: NaN is no number."),
        ('{"a": 1, "a": 2}', "no-record: The file is no record: a key stands there twice."),
        ("[" * 150_000, "no-record: The file is no record: it is nested too deeply."),
        (b"\xff\xfe{", "no-record: The file is not plain text in UTF-8."),
        ("x" * (MOST + 1), "no-record: The file has more than 200,000 bytes. No record is so long."),
        ("<!DOCTYPE html><p>Hello", "no-record: This page holds no record."),
        ("<![foo bar", "no-record: This page holds no record."),
        ('<meta name="policy-record" content="{}">' * 2, "no-record: This page holds no record."),
        ('{"format": 2}', "no-record: The record has the form 2. This version reads 1."),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_record_is_told_as_such(tmp_path: Path, text: str | bytes, told: str) -> None:
    assert read(tmp_path / "file", text)[1][0] == told


def test_a_place_in_a_file_that_is_not_json_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text('{"format": 1,\n "note": oops}', encoding="utf-8")
    (problem,) = read_kept(tmp_path / "file", DAY)[1]
    assert (problem.place.line, problem.place.column) == (2, 10)


def test_a_number_too_long_to_be_read_is_no_crash(tmp_path: Path) -> None:
    assert read(tmp_path / "file", '{"format": ' + "9" * 5_000 + "}")[0] is None


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        kept, (problem,) = read_kept(path, DAY)
        assert kept is None
        assert problem.what.startswith("The file cannot be read: ")


@pytest.mark.parametrize(("day", "fine"), [("2026-11-28", True), ("2026-11-29", True), ("2026-11-30", False)])
def test_a_day_that_has_not_come_is_refused_but_for_tomorrow(tmp_path: Path, day: str, *, fine: bool) -> None:
    """Tomorrow is today already east of here."""
    told = read(tmp_path / "file", record_page.as_data({**example(), "date": day}))[1]
    assert told == ([] if fine else [f"changed-record: The day of the record has not come yet: {day}."])
    assert read(tmp_path / "file", record_page.as_data({**example(), "date": "2026-02-30"}))[1] == [
        "changed-record: There is no such day: 2026-02-30."
    ]


def places(value: Json, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a record."""
    if at:
        yield at
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places(item, (*at, key))


@cache
def draft() -> Any:  # noqa: ANN401 - the working copy as an edition
    """What the working copy would publish."""
    return side_of(ours(), DRAFT, "the working copy")[0]


def test_junk_anywhere_is_refused_and_never_breaks_anything(tmp_path: Path) -> None:
    """Also what reads its form: the schema and the command refuse the same."""
    tried = 0
    for at in places(example()):
        for junk in JUNK:
            data = changed(example(), at, junk)
            if data == example() or (at in FREE and isinstance(junk, str)):
                continue
            tried += 1
            kept, told = read(tmp_path / "file", json.dumps(data))
            told += [problem.what for problem in check_record(kept, draft(), ours().words)] if kept else []
            assert told, (at, junk)
            assert all(line.isprintable() for line in told), told
    assert tried > 500


def test_true_is_no_number(tmp_path: Path) -> None:
    told = read(tmp_path / "file", json.dumps({**example(), "format": True}))[1]
    assert told == ["no-record: format is not a number."]


def test_nothing_can_be_left_out_or_put_in(tmp_path: Path) -> None:
    for at in [(), *places(example())]:
        data = copy.deepcopy(example())
        inner = data
        for key in at:
            inner = inner[key]
        if not isinstance(inner, dict):
            continue
        for key in list(inner):
            less = {name: value for name, value in inner.items() if name != key}
            lacking = changed(example(), at, less) if at else less
            assert f"has no {key}." in " ".join(read(tmp_path / "file", json.dumps(lacking))[1])
            assert list(wrong(lacking, SCHEMA))
        more = changed(example(), (*at, "by"), "Sam")
        assert 'a key that no record has: "by"' in " ".join(read(tmp_path / "file", json.dumps(more))[1])
        assert list(wrong(more, SCHEMA))


def test_the_schema_promises_what_the_command_reads() -> None:
    def same(shape: Json, schema: Json) -> None:
        if isinstance(shape, dict):
            assert list(shape) == list(schema["properties"]) == schema["required"]
            for key, inner in shape.items():
                same(inner, schema["properties"][key])
        if isinstance(shape, list):
            same(shape[0], schema["items"])
        if isinstance(shape, str) and "enum" not in schema:
            assert schema["pattern"] == f"^{shape}$"

    same(SHAPE, SCHEMA)


@pytest.mark.parametrize("name", ["friend-request", "record-it", "post-photo-video"])
def test_every_record_keeps_its_schema(name: str) -> None:
    for path in every_path(ours().compiled[name]):
        if path.verdict != "goto":
            assert list(wrong(record_of(ours(), name, path.answers), SCHEMA)) == []


def test_the_working_copy_is_found_as_the_draft() -> None:
    side, told = find_side(ROOT, DRAFT)
    assert (side and side.trees == draft().trees, told) == (True, ())
