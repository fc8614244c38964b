"""Answers the page's message of type compare: two editions as they were published, drawn as HTML.

In   {"type": "compare", "root": "../", "old": {"policy": …, "trees": …}, "new": {…}}, each file as it was published
Out  {"type": "compare", "html"}
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

from .editions import Published, compare_editions
from .page import compare_page
from .page_parts import Frame

FORMAT = 1  # of the files, as this version reads them


def compare(message: Mapping[str, Any]) -> dict[str, Any]:
    """The comparison of the two."""
    old, new = (read(message[side]) for side in ("old", "new"))
    addresses = (f"{message['root']}{side.number}/" for side in (old, new))
    words = importlib.import_module("compared.words").WORDS
    return {"type": "compare", "html": compare_page(compare_editions(old, new), old, new, Frame(words, *addresses))}


def read(side: Mapping[str, Any]) -> Published:
    """An edition, or an error where a later version of this project wrote it."""
    for file in side.values():
        if file["format"] != FORMAT:
            raise ValueError(f"This version reads format {FORMAT}, not {file['format']}.")
    return Published(side["policy"], side["trees"])
