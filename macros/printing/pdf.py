"""Makes a PDF of a built page: tagged, with an outline, page numbers and links that lead somewhere."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from macros.printing.chromium import arguments, find_chromium, version, way_out
from macros.printing.standing_alone import standing_alone
from macros.problems import Place, Problem

ASKED_FOR = "POLICY_PDF"  # in the environment, tells a build that the whole policy is wanted as a PDF too
OLDEST = 131  # Before that, Chromium could not write at the foot of a sheet, and so not number it.
SECONDS = 120
FLAGS = ("--headless", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline")
# As Chromium writes when it made a file. The day is kept; as many letters stand there after as before.
TIME = re.compile(rb"(/(?:CreationDate|ModDate) \(D:\d{8})\d{6}[+-]\d\d'\d\d'")
BEGINS, MIDNIGHT = b"%PDF-", rb"\g<1>000000+00'00'"


def print_page(page: Path, address: str, to: Path) -> Problem | None:
    """Write the PDF of a page, which stands at this address once it is published; or say why there is none."""
    browser = find_chromium()
    if told := missing_browser():
        return told
    with tempfile.TemporaryDirectory(prefix="policy-") as folder:
        alone, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        alone.write_text(standing_alone(page, address), encoding="utf-8")
        options = [*arguments(), *FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}"]
        said = run([str(browser), *options, alone.as_uri()])
        content = made.read_bytes() if made.is_file() else b""
    if not content.startswith(BEGINS):
        fix = "Start the same command again; if that does not help, try another version of Chromium."
        return refused(f"Chromium made no PDF{said}.", fix)
    to.write_bytes(TIME.sub(MIDNIGHT, content))
    return None


def missing_browser() -> Problem | None:
    """What stands in the way of any PDF on this machine."""
    browser = find_chromium()
    if browser is None:
        return refused("There is no Chromium on this machine, and only a browser can make the PDF.", way_out())
    found = re.search(r" (\d+)\.", version(browser))
    if found and int(found[1]) < OLDEST:
        what = f"The Chromium on this machine is version {found[1]}, which cannot number the pages of a PDF."
        return refused(what, f"Install version {OLDEST} or newer.")
    return None


def run(command: list[str]) -> str:
    """Nothing where all went well; else how it ended, for the message."""
    try:
        subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f" within {SECONDS} seconds"
    except (OSError, subprocess.SubprocessError) as error:
        return f": {str(error).splitlines()[0]}" if isinstance(error, OSError) else ""
    return ""


def refused(what: str, fix: str) -> Problem:
    """There is no PDF, and nothing that a writer wrote is at fault."""
    return Problem(Place("."), "no-pdf", what, fix)
