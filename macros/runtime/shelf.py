"""Keeps what was made under the hash of what it was made from, so that nothing is made twice."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path


def digest(parts: Mapping[str, bytes]) -> str:
    """A short name for these named bytes, whatever order they come in."""
    whole = hashlib.sha256()
    for name in sorted(parts):
        for piece in (name.encode(), parts[name]):
            whole.update(len(piece).to_bytes(8, "big") + piece)
    return whole.hexdigest()[:12]


def kept(shelf: Path, key: str, make: Callable[[Path], None]) -> Path:
    """The folder `shelf/key`: there already, or filled by `make` now. It is there whole or not at all."""
    place = shelf / key
    if place.is_dir():
        return place
    shelf.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=shelf) as folder:
        new = Path(folder, key)
        new.mkdir()
        make(new)
        try:
            new.rename(place)
        except OSError:
            if not place.is_dir():  # Otherwise another build was quicker, with the same result.
                raise
    return place
