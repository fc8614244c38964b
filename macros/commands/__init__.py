"""What each command of `policy` does: it calls the rooms below, prints, and gives the number to end with."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.commands import answering, building, checking, comparing, keeping, listing, mutating, recording, releasing

Command = Callable[[Path, argparse.Namespace], int]

COMMANDS: Mapping[str, Command] = {
    "check": checking.check,
    "paths": listing.paths,
    "ask": answering.ask,
    "ledger": keeping.ledger,
    "reviewed": keeping.reviewed,
    "mutants": mutating.mutants,
    "diff": comparing.diff,
    "release": releasing.release,
    "verify": releasing.verify,
    "verify-record": recording.verify_record,
    "build": building.build,
    "pdf": building.pdf,
    "serve": building.serve,
}
