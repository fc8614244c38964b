"""Draws the picture that stands beside a shared link: the mark and the site's name, made with each build.

No browser is asked for: a fork that changes its name in mkdocs.yml has it in the picture by the next build.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import mkdocs
from PIL import Image, ImageDraw, ImageFont

NAME = "assets/share.png"
SIZE = (1200, 630)  # the shape that those who show such pictures ask for
MARK = "assets/icons/mark-512.png"
# Lato, which the generator brings along for one of its themes: Latin, Greek and Cyrillic.
FONT = Path(mkdocs.__file__).parent / "themes/readthedocs/css/fonts/lato-bold.woff2"
PAPER, INK, ACCENT = "#ffffff", "#1a2024", "#0b5a7a"  # as in overrides/assets/stylesheets/policy.css, by day
EDGE, MARK_SIZE, BAND = 80, 170, 18
LARGEST, SMALLEST, STEP = 88, 48, 8
MOST_LINES = 3
DOTS = "…"
NO_LETTER = "\U0010ffff"  # What a font shows for this it shows for every letter that it lacks.


def data(address: str) -> dict[str, str]:
    """What pages say of it: its own edition's, since the current one may be older than this one and have none."""
    return {"address": address and address + NAME, "width": str(SIZE[0]), "height": str(SIZE[1])}


def write_picture(site: Path, overrides: Path, title: str) -> None:
    """Put it into the built site, for the pages of this edition."""
    with Image.open(overrides / MARK) as mark:
        draw_picture(mark.convert("RGBA"), title).save(site / NAME, optimize=True)


def draw_picture(mark: Image.Image, title: str) -> Image.Image:
    """The mark above the name. A name in letters that the font lacks is left to the words beside the picture."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, SIZE[1] - BAND, *SIZE), fill=ACCENT)
    words = " ".join(title.split())
    lines, font = fit(words) if knows(words) else ((), None)
    small = mark.resize((MARK_SIZE, MARK_SIZE), Image.Resampling.LANCZOS)
    across = EDGE if lines else (SIZE[0] - MARK_SIZE) // 2
    picture.paste(small, (across, EDGE if lines else (SIZE[1] - MARK_SIZE) // 2), small)
    if font:
        pen.multiline_text((EDGE, SIZE[1] - BAND - EDGE), "\n".join(lines), INK, font, anchor="ld", spacing=12)
    return picture.quantize(64)


def fit(words: str) -> tuple[Sequence[str], ImageFont.FreeTypeFont]:
    """The largest letters in which the words stand on few lines; what is longer still ends in three dots."""
    for size in range(LARGEST, SMALLEST - 1, -STEP):
        font = letters(size)
        lines = list(wrap(words, font))
        if len(lines) <= MOST_LINES and all(font.getlength(line) <= room() for line in lines):
            return lines, font
    shown = lines[:MOST_LINES]
    return [cut(line, font, is_last=line is shown[-1] and len(lines) > MOST_LINES) for line in shown], font


def cut(line: str, font: ImageFont.FreeTypeFont, *, is_last: bool) -> str:
    """As much of a line as there is room for; what was cut, or goes on below the last, ends in three dots."""
    end = DOTS if is_last else ""
    while font.getlength(line + end) > room():
        line, end = line[:-1].rstrip(), DOTS
    return line + end


def wrap(words: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Lines as wide as there is room; a single word may be wider."""
    line = ""
    for word in words.split():
        if line and font.getlength(f"{line} {word}") > room():
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def knows(words: str) -> bool:
    """Whether the font has every letter."""
    font = letters(SMALLEST)
    missing = bytes(font.getmask(NO_LETTER))
    return bool(words) and all(bytes(font.getmask(letter)) != missing for letter in set(words) - {" "})


def letters(size: int) -> ImageFont.FreeTypeFont:
    """The font. Its own plain layout is the same on every machine."""
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def room() -> int:
    """How wide a line may be."""
    return SIZE[0] - 2 * EDGE
