"""Makes the whole site, and serves it on this machine with the right file types, anew whenever a file is saved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from macros import project, sources
from macros.printing import ASKED_FOR
from macros.problems import faults
from macros.runtime import RuntimeProblem, prepare_runtime

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
# What the generator says of itself: nothing in it helps a writer. What goes wrong is still told.
CHATTER = ("INFO", "DEBUG")
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def build(root: Path, *, with_pdf: bool = False) -> int:
    """Make the site in site/, with the whole policy as a PDF if asked. The old one stays until the new one is whole."""
    say("Checking the policy and its trees")
    loaded = project.load(root)
    if found := faults(loaded.problems):
        print(*found, sep="\n", file=sys.stderr)
        return 1
    try:
        prepare_runtime(root, sources.engine_sources(loaded), say=say)
    except RuntimeProblem as error:
        print(error, file=sys.stderr)
        return 1
    say("Making the pages in site/")
    new = root / ".cache" / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    if not generate(root, new, with_pdf=with_pdf):
        print("The site was not made: see above.", file=sys.stderr)
        return 1
    swap(root / "site", new)
    return 0


def say(words: str) -> None:
    """One step, on a line of its own, at once."""
    print(words, flush=True)


def generate(root: Path, folder: Path, *, with_pdf: bool = False) -> bool:
    """Run the site generator, and pass on only its warnings and errors."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)]
    settings = {**os.environ, **QUIET, **({ASKED_FOR: "true"} if with_pdf else {})}
    with subprocess.Popen(command, cwd=root, env=settings, stderr=subprocess.PIPE, encoding="utf-8") as made:
        for line in made.stderr or ():
            if not line.startswith(CHATTER):
                print(line, end="", file=sys.stderr, flush=True)
    return made.returncode == 0


def swap(site: Path, new: Path) -> None:
    """Put the new site where the old one is."""
    old = new.with_name("site.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


class Handler(SimpleHTTPRequestHandler):
    """Serves files with types that do not depend on this machine, and lets no browser keep an old page."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 - the base class has it so

    def end_headers(self) -> None:
        """Always ask again: the site may have been made anew."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is not there is told by the site's own page, as on a real host."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing of each file."""


class Server(ThreadingHTTPServer):
    """Goes on quietly when a reader leaves the page before all of it has come."""

    request_queue_size = 128  # a page asks for twenty files at once; those beyond the queue would be hung up on

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the base class takes both
        """Tell what is a fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Saved(FileSystemEventHandler):
    """Hears that a file was saved, and makes the site again once the saving is over."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.timer: threading.Timer | None = None
        self.making = threading.Lock()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wait a moment: an editor often writes several files at once."""
        touched = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in ("opened", "closed_no_write") or not any(map(self.matters, touched)):
            return
        if self.timer:
            self.timer.cancel()
        self.timer = threading.Timer(PAUSE, self.make)
        self.timer.daemon = True
        self.timer.start()

    def matters(self, path: Path) -> bool:
        """Whether the site is made from this file."""
        parts = path.relative_to(self.root).parts
        return bool(parts) and parts[0] in WATCHED and "__pycache__" not in parts

    def make(self) -> None:
        """One build at a time, in a process of its own: a Python file that was saved is read anew."""
        with self.making:
            made = subprocess.run([sys.executable, "-m", "macros", "build"], cwd=self.root, check=False)
            say(
                f"Ready: {address()}" if made.returncode == 0 else "The site stays as it was. Mend this and save again."
            )


def address() -> str:
    """Where the site is served."""
    return f"http://{ADDRESS[0]}:{ADDRESS[1]}"


def serve(root: Path) -> int:
    """Make the site, serve it, and watch. The first build may fail: the next save may mend it."""
    try:
        server = Server(ADDRESS, partial(Handler, directory=str(root / "site")))
    except OSError as error:
        print(f"{address()} cannot be used: {error.strerror}. Is it being served already?", file=sys.stderr)
        return 1
    saved, observer = Saved(root), Observer()
    for name in WATCHED:
        path = root / name
        observer.schedule(saved, str(path if path.is_dir() else root), recursive=path.is_dir())
    observer.start()
    saved.make()
    say("It is made again whenever a file is saved. Ctrl+C stops it.")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("\nStopped.")
    finally:
        observer.stop()
        server.server_close()
    return 0
