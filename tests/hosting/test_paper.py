"""The foot of every printed sheet: the edition's own words, and nothing in them that ends the style."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.hosting.paper import STYLE, quoted, write_foot

OURS = Path(__file__).parents[2] / "overrides" / STYLE


def test_the_words_take_their_place_in_our_style(tmp_path: Path) -> None:
    (tmp_path / STYLE).parent.mkdir(parents=True)
    (tmp_path / STYLE).write_bytes(OURS.read_bytes())
    write_foot(tmp_path, ["Our rules", "Edition 2024-01", "", "Uncontrolled"])
    style = (tmp_path / STYLE).read_text(encoding="utf-8")
    assert style.count('"Our rules · Edition 2024-01 · Uncontrolled"') == 1


def test_a_style_without_the_place_is_no_style_of_ours(tmp_path: Path) -> None:
    (tmp_path / STYLE).parent.mkdir(parents=True)
    (tmp_path / STYLE).write_text("@media print { }", encoding="utf-8")
    with pytest.raises(ValueError, match="no place"):
        write_foot(tmp_path, ["Our rules"])


def test_nothing_in_a_name_ends_the_text_or_the_style() -> None:
    assert quoted("Règles «A» ·") == '"Règles «A» ·"'
    assert quoted('a"b\\c\nd</style>') == '"a\\22 b\\5c c\\a d\\3c /style\\3e "'
