"""The door for the site generator: it asks for define_env, and after a build for on_post_build.

The pages are imported inside, so that the rest of this package never needs the generator.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:  # noqa: ANN401 - the generator has no types
    """Before the first page: refuse a working copy with faults, make the browser's Python, register the macros."""
    from macros.building.before import begin

    begin(env)


def on_post_build(env: Any) -> None:  # noqa: ANN401 - the generator has no types
    """After the last page: put beside the pages what belongs to them, and ready all for their host."""
    from macros.building.after import finish

    finish(env)
