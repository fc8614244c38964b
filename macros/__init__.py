"""The door for the site generator: it asks for define_env, and after a build for on_post_build.

The pages are imported inside, so that the rest of this package never needs the generator.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.runtime import Runtime

MIKE = "MIKE_DOCS_VERSION"  # in the environment, the edition that mike deploys
made: dict[Path, Runtime] = {}


def define_env(env: Any) -> None:  # noqa: ANN401 - the generator has no types
    """Load the working copy, refuse it if it has faults, make the browser's Python, register the macros."""
    from macros import project
    from macros.editions.status import status
    from macros.pages import plugin
    from macros.pages.ask import PythonAddresses
    from macros.pages.clause_markup import project_at
    from macros.runtime import prepare_runtime

    root = Path(env.project_dir)
    project_at.cache_clear()  # A second build in one process reads anew.
    loaded = project_at(root)
    # What the generator read from the same lines of mkdocs.yml may be a number or a date; ours is the text, as written.
    env.variables.update({name: text.replace("<", "&lt;") for name, text in loaded.parameters.items()})
    env.conf["extra"]["words"] = loaded.words  # for the theme's templates
    env.conf["extra"]["edition"] = status(loaded.editions, number(), loaded.parameters, loaded.words)
    env.conf["extra"].setdefault("root", "../" if MIKE in os.environ else "")  # the site's root, seen from this edition
    env.conf["extra"]["canonical"] = canonical(env.conf["site_url"] or "")
    env.conf["mdx_configs"].setdefault("macros.pages.clause_markup", {})["root"] = str(root)
    plugin.refuse_faults(loaded)
    made[root] = runtime = prepare_runtime(root, project.engine_sources(loaded), say=print)
    plugin.define(env, loaded, PythonAddresses(runtime.runtime_url, runtime.engine_url))


def canonical(address: str) -> str:
    """Where a page of this edition has its like in the current one; a site without editions is its own."""
    return f"{address.rstrip('/').rpartition('/')[0]}/current/" if MIKE in os.environ and address else address


def number() -> str:
    """The edition that is being made; without one it is the draft of the next."""
    from macros.register import DRAFT

    return os.environ.get(MIKE, DRAFT)


def on_post_build(env: Any) -> None:  # noqa: ANN401 - the generator has no types
    """Put the browser's Python and the edition's own data beside the pages; say in each page what it may load."""
    from macros.editions.calendar_file import write_calendar
    from macros.editions.policy_data import edition_data
    from macros.editions.publish import publish
    from macros.hosting import leave_out, secure, write_headers
    from macros.pages import plugin
    from macros.pages.clause_markup import project_at
    from macros.runtime import lay_out

    root, site = Path(env.project_dir), Path(env.conf["site_dir"])
    loaded = project_at(root)
    lay_out(made[root], site)
    publish(loaded, site, number())
    days = edition_data(loaded.editions, number())
    write_calendar(site, days, env.conf["site_name"], env.conf["site_url"] or "", loaded.words)
    leave_out(site)
    plugin.refuse("The pages have faults:", secure(site, map(Path, env.conf["theme"].dirs), root))
    write_headers(site)
