"""Writes _headers, for hosts that read such a file: what no page can say of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.hosting.content_policy import policy_for, written_hashes

NAME = "_headers"
ABOUT = "# How Netlify and Cloudflare Pages serve this site. Written by each build; other hosts pass it over."
FOREVER = "public, max-age=31536000, immutable"  # A folder below runtime/ is named by what is in it.
NOT_USED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
TYPES = {".wasm": "application/wasm", ".mjs": "text/javascript"}


def write_headers(site: Path) -> None:
    """For the whole site, at its root; what lies in an edition's folder has no say in this."""
    rules = [ABOUT]
    for path, headers in rules_for(site):
        rules += ["", path, *(f"  {name}: {value}" for name, value in headers.items())]
    (site / NAME).write_text("\n".join([*rules, ""]), encoding="utf-8")


def rules_for(site: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each path with its headers. No header is given twice to a path: the hosts differ in what they make of that."""
    yield "/*", everywhere(site)
    yield "/runtime/*", {"Cache-Control": FOREVER}
    yield "/service-worker.js", {"Cache-Control": "no-cache"}
    # Each file by its whole address: the hosts also differ in how they read /*.wasm.
    for path in sorted((site / "runtime").rglob("*")):
        if path.suffix in TYPES:
            yield f"/{path.relative_to(site).as_posix()}", {"Content-Type": TYPES[path.suffix]}


def everywhere(site: Path) -> Mapping[str, str]:
    """For every file. A worker has no page to tell it its policy: it goes by the header of its own file."""
    return {
        "Content-Security-Policy": policy_for(written_hashes(site), "frame-ancestors 'none'"),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in NOT_USED),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
