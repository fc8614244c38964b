"""Where readers will find the editions: an edition keeps its address for good, so it cannot be this machine's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from macros.addresses import is_public
from macros.problems import Place, Problem
from macros.settings import SETTINGS, read_settings
from macros.trees.yaml_values import Mapped, Scalar, Sequence, Value

KEY = "site_url"


def no_public_address(root: Path) -> Iterator[Problem]:
    """The fault that ``site_url`` leads nobody here, or only whoever sits at this machine.

    Whoever sets SITE_URL in the environment says it on purpose, for example to try a release out.
    """
    settings, _ = read_settings(root)
    given = settings.entries.get(KEY) if isinstance(settings, Mapped) else None
    address, is_said = resolved(given)
    if not is_said and not is_public(address):
        what = f'The address of the site, "{address}", is none that readers can open.'
        fix = f"Set it behind {KEY}, as in https://NAME.github.io/REPOSITORY/: an edition keeps it for good."
        yield Problem(given.place if given else Place(SETTINGS), "no-address", what, fix)


def resolved(given: Value | None) -> tuple[str, bool]:
    """The address; of ``!ENV [NAME, "default"]`` what the environment says, else the default. And whether it does."""
    if isinstance(given, Scalar):
        return given.text, False
    if not isinstance(given, Sequence):
        return "", False
    *names, default = [item.text for item in given if isinstance(item, Scalar)] or [""]
    said = [os.environ[name] for name in names if os.environ.get(name)]
    return (said or [default])[0], bool(said)
