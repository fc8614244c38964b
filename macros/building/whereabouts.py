"""Which edition is being made, and where readers will find it. A site without editions stands at its own address."""

from __future__ import annotations

import os
from typing import Any

from macros.register import DRAFT

MIKE = "MIKE_DOCS_VERSION"  # in the environment, the edition that mike deploys


def is_edition() -> bool:
    """Whether this build is one edition of several, in a folder of its own."""
    return MIKE in os.environ


def number() -> str:
    """The edition that is being made; without one it is the draft of the next."""
    return os.environ.get(MIKE, DRAFT)


def address(env: Any, edition: str) -> str:  # noqa: ANN401 - the generator has no types
    """Where an edition stands, or "" where nobody knows.

    mike puts the edition behind the site's address, before or after this is asked.
    """
    site = root_address(env)
    return f"{site}{edition}/" if site and is_edition() else site


def root_address(env: Any) -> str:  # noqa: ANN401 - the generator has no types
    """Where the root stands that all editions share."""
    site = (env.conf["site_url"] or "").rstrip("/")
    if is_edition():
        site = site.removesuffix("/" + number())
    return f"{site}/" if site else ""
