"""Makes the whole site, and serves it on this machine with the right file types, anew whenever a file is saved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

ADDRESS = ("127.0.0.1", 8000)
WATCHED = ("docs", "decision_trees", "macros", "overrides", "mkdocs.yml")
PAUSE = 0.3  # seconds without a further save before the site is made again
TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".css": "text/css",
    ".zip": "application/zip",
    ".webmanifest": "application/manifest+json",
}


def build(root: Path) -> int:
    """Make the site in site/. The old one stays until the new one is whole."""
    print("Making the site in site/", flush=True)
    new, old = root / ".cache" / "site.new", root / ".cache" / "site.old"
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)
    # A process of its own: a Python file that was just saved is read anew.
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "--color" if sys.stdout.isatty() else "--no-color",
        "build",
        "--site-dir",
        str(new),
    ]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    made = subprocess.run(command, cwd=root, env={**os.environ, **quiet}, check=False)
    if made.returncode:
        print("The site was not made: see above.", file=sys.stderr)
        return 1
    site = root / "site"
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return 0


class Handler(SimpleHTTPRequestHandler):
    """Serves files with types that do not depend on this machine, and lets no browser keep an old page."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 - the base class has it so

    def end_headers(self) -> None:
        """Always ask again: the site may have been made anew."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing of what went well."""


class Saved(FileSystemEventHandler):
    """Hears that a file was saved, and makes the site again once the saving is over."""

    def __init__(self, root: Path) -> None:
        self.root, self.timer = root, threading.Timer(0, print)
        self.making = threading.Lock()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wait a moment: an editor often writes several files at once."""
        if event.event_type in ("opened", "closed_no_write") or "__pycache__" in str(event.src_path):
            return
        self.timer.cancel()
        self.timer = threading.Timer(PAUSE, self.make)
        self.timer.start()

    def make(self) -> None:
        """One build at a time."""
        with self.making:
            if build(self.root) == 0:
                print(f"Ready: {address()}", flush=True)


def address() -> str:
    """Where the site is served."""
    return f"http://{ADDRESS[0]}:{ADDRESS[1]}"


def serve(root: Path) -> int:
    """Make the site, serve it, and watch. The first build may fail: the next save may mend it."""
    build(root)
    observer = Observer()
    for name in WATCHED:
        path = root / name
        observer.schedule(Saved(root), str(path if path.is_dir() else root), recursive=path.is_dir())
    try:
        server = ThreadingHTTPServer(ADDRESS, partial(Handler, directory=str(root / "site")))
    except OSError as error:
        print(f"{address()} cannot be used: {error.strerror}. Is it being served already?", file=sys.stderr)
        return 1
    observer.start()
    print(f"Ready: {address()}   (Ctrl+C to stop)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nStopped.")
    finally:
        observer.stop()
        server.server_close()
    return 0
