"""What the bench serves: every file in memory, compressed beforehand as GitHub Pages would send it."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".mjs": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".png": "image/png",
    ".ico": "image/vnd.microsoft.icon",
    ".py": "application/octet-stream",
}
OTHER = "application/octet-stream"
# What Pages compresses goes by the type of a file, not by whether it would pay.
COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".webmanifest", ".svg", ".xml", ".txt", ".wasm")
LEVEL = 6


@dataclass(frozen=True)
class File:
    """One file, as it lies on the server and as it is sent."""

    name: str
    content: bytes

    @property
    def type(self) -> str:
        """What the browser is told it is."""
        return TYPES.get(suffix(self.name), OTHER)

    @property
    def is_compressed(self) -> bool:
        """Whether the host compresses a file of this type."""
        return suffix(self.name) in COMPRESSED

    @cached_property
    def sent(self) -> bytes:
        """The bytes that go over the line."""
        return gzip.compress(self.content, LEVEL, mtime=0) if self.is_compressed else self.content

    @cached_property
    def tag(self) -> str:
        """Changes when the content does. Weak where it is compressed, as on Pages."""
        strong = f'"{hashlib.sha256(self.content).hexdigest()[:16]}"'
        return f"W/{strong}" if self.is_compressed else strong


Files = Mapping[str, File]  # by path from the root of the server, without the first slash


def suffix(name: str) -> str:
    """The end of a name that tells the type."""
    return PurePosixPath(name).suffix.lower()


def read_folder(folder: Path, prefix: str = "") -> dict[str, File]:
    """Every file of a folder, by its path behind this prefix."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {prefix + path.relative_to(folder).as_posix(): path for path in paths}
    return {name: File(name, path.read_bytes()) for name, path in names.items()}


def find(files: Files, address: str) -> File | None:
    """The file at an address: of a folder, its page."""
    path = address.partition("?")[0].partition("#")[0].lstrip("/")
    return files.get(f"{path}index.html" if path.endswith("/") or not path else path)
