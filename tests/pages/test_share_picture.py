"""The picture of a shared link: always of one size, with the site's own name where the font has its letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from macros.pages.share_picture import EDGE, INK, MARK, NAME, SIZE, draw_picture, fit, knows, room, write_picture

OVERRIDES = Path(__file__).parents[2] / "overrides"
LONG = "Règles d'usage des réseaux sociaux de l'association des amis de la très longue rue du Faubourg"


@pytest.fixture(scope="module")
def mark() -> Image.Image:
    with Image.open(OVERRIDES / MARK) as picture:
        return picture.convert("RGBA")


def words_in(picture: Image.Image) -> int:
    """How many pixels are of the colour of words."""
    ink = tuple(int(INK[at : at + 2], 16) for at in (1, 3, 5))
    return sum(count for count, colour in picture.convert("RGB").getcolors(SIZE[0] * SIZE[1]) or () if colour == ink)


def test_each_build_writes_it_small_and_of_the_right_size(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    write_picture(tmp_path, OVERRIDES, "Social Media Policy")
    with Image.open(tmp_path / NAME) as picture:
        assert (picture.size, picture.format) == (SIZE, "PNG") == ((1200, 630), "PNG")
    assert (tmp_path / NAME).stat().st_size < 40_000


def test_another_name_makes_another_picture_and_the_same_name_the_same(mark: Image.Image) -> None:
    ours, theirs, again = (draw_picture(mark, name).tobytes() for name in ("Ours", "Theirs", "Ours"))
    assert ours == again != theirs


@pytest.mark.parametrize("name", ["Social Media Policy", "Polisi'r Cyfryngau", "Κανόνες", "Правила", LONG])
def test_a_name_in_letters_that_the_font_has_is_written(mark: Image.Image, name: str) -> None:
    assert knows(name)
    assert words_in(draw_picture(mark, name)) > 500


@pytest.mark.parametrize("name", ["سياسة", "規程", "", "Ours 規"])
def test_any_other_is_left_out_rather_than_shown_as_boxes(mark: Image.Image, name: str) -> None:
    assert not knows(name)
    assert words_in(draw_picture(mark, name)) == 0


@pytest.mark.parametrize("name", [LONG, LONG * 4, "A" * 200, f"{'A' * 90} {'b' * 90} {'c' * 90} {'d' * 90}"])
def test_no_name_stands_over_the_edge(name: str) -> None:
    lines, font = fit(name)
    assert 1 <= len(lines) <= 3
    assert max(font.getlength(line) for line in lines) <= room() == SIZE[0] - 2 * EDGE
