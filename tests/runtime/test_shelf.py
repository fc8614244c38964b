"""The shelf keeps what was made: whole or not at all, and once."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.runtime.shelf import digest, kept


def test_a_name_does_not_depend_on_the_order() -> None:
    assert digest({"a": b"1", "b": b"2"}) == digest({"b": b"2", "a": b"1"})


@pytest.mark.parametrize("other", [{"a": b"2"}, {"b": b"1"}, {"a": b"1", "b": b""}, {"a1": b""}, {}])
def test_a_name_tells_other_contents_apart(other: dict[str, bytes]) -> None:
    assert digest({"a": b"1"}) != digest(other)


def test_a_thing_is_made_once(tmp_path: Path) -> None:
    made: list[Path] = []
    folders = [kept(tmp_path / "shelf", "key", made.append) for _ in range(2)]
    assert folders == [tmp_path / "shelf" / "key"] * 2
    assert len(made) == 1


def test_what_was_half_made_is_not_there(tmp_path: Path) -> None:
    def half(folder: Path) -> None:
        (folder / "first").write_text("1", encoding="utf-8")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept(tmp_path / "shelf", "key", half)
    assert list((tmp_path / "shelf").iterdir()) == []


def test_a_quicker_neighbour_is_no_problem(tmp_path: Path) -> None:
    def while_another_does(folder: Path) -> None:
        (folder / "it").write_text("same", encoding="utf-8")
        theirs = tmp_path / "key"
        theirs.mkdir()
        (theirs / "it").write_text("same", encoding="utf-8")

    assert (kept(tmp_path, "key", while_another_does) / "it").read_text(encoding="utf-8") == "same"
