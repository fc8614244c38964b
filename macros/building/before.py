"""Before the first page: loads the working copy, makes the browser's Python, and gives the pages all they need."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import sources
from macros.browser.compare.editions import Published
from macros.browser.compare.lives import lives
from macros.building.whereabouts import address, is_edition, number
from macros.editions import publish
from macros.editions.legislation import legislation
from macros.editions.manifest import sha256
from macros.editions.past import find_past
from macros.editions.policy_data import policy_data
from macros.editions.status import status
from macros.editions.trees_data import trees_data
from macros.pages import plugin, share_picture
from macros.pages.about import Describer
from macros.pages.ask import PythonAddresses
from macros.pages.cite import Source
from macros.pages.clause_markup import project_at
from macros.printing import ASKED_FOR
from macros.project import Project
from macros.runtime import Runtime, prepare_runtime
from macros.runtime.comparing import Comparing, prepare_comparing

MARKUP = "macros.pages.clause_markup"


@dataclass(frozen=True)
class Made:
    """What was made before the first page: Python for the browser, and the editions at hand.

    The oldest edition stands first, the one that is being made last; ``is_whole`` says whether these are all that the
    register names.
    """

    runtime: Runtime
    comparing: Comparing
    editions: Sequence[Published]
    is_whole: bool


made_for: dict[Path, Made] = {}  # by the folder of the project, for what comes after the last page


def begin(env: Any) -> None:  # noqa: ANN401 - the generator has no types
    """Refuse what has faults, make what the pages need, register the macros."""
    root = Path(env.project_dir)
    project_at.cache_clear()  # A second build in one process reads anew.
    loaded = project_at(root)
    tell_words(env, loaded)
    env.conf["mdx_configs"].setdefault(MARKUP, {})["root"] = str(root)
    plugin.refuse_faults(loaded)
    made = made_for[root] = make(root, loaded)
    tell_edition(env, loaded, made)
    tell_markup(env, loaded, made)
    plugin.define_all(env, loaded, python_addresses(env, made), made.editions)


def tell_words(env: Any, loaded: Project) -> None:  # noqa: ANN401 - as above
    """What pages and templates call by name: the parameters, the words, the edition."""
    # What the generator read from the same lines of mkdocs.yml may be a number or a date; ours is the text, as written.
    env.variables.update({name: text.replace("<", "&lt;") for name, text in loaded.parameters.items()})
    extra = env.conf["extra"]
    extra.setdefault("offline", True)
    extra["words"] = loaded.words
    extra["edition"] = status(loaded.editions, number(), loaded.parameters, loaded.words)
    extra["root"] = "../" if is_edition() else ""  # the site's root, seen from this edition
    extra["canonical"] = address(env, "current")


def make(root: Path, loaded: Project) -> Made:
    """The browser's Python, and the editions published before this one, with this one."""
    runtime = prepare_runtime(root, sources.engine_sources(loaded, number()), say=print)
    comparing = prepare_comparing(root, sources.comparing_sources(loaded), say=print)
    past = find_past(root, loaded.editions, number())
    here = Published(policy_data(loaded, number()), trees_data(loaded, number()))
    return Made(runtime, comparing, (*past.editions, here), past.is_whole)


def tell_edition(env: Any, loaded: Project, made: Made) -> None:  # noqa: ANN401 - as above
    """What templates say of this edition, and of each page of it."""
    extra, site_name = env.conf["extra"], env.conf["site_name"]
    policy, here = made.editions[-1].policy, address(env, number())
    extra["edition"]["compares"] = bool(extra["root"] or made.editions[1:])
    extra["legislation"] = legislation(policy, site_name, here, env.conf["theme"]["language"])
    extra["policy_hash"] = sha256(publish.as_text(dict(policy)).encode())
    extra["has_pdf"] = ASKED_FOR in os.environ
    extra["picture"] = share_picture.data(here)
    extra["about"] = Describer(loaded, site_name, env.conf["site_description"] or "", extra["canonical"])


def tell_markup(env: Any, loaded: Project, made: Made) -> None:  # noqa: ANN401 - as above
    """What our Markdown says of each clause: its life through the editions, and how it is cited."""
    markup = env.conf["mdx_configs"][MARKUP]
    markup["lives"] = lives([edition.policy for edition in made.editions]) if made.is_whole else {}
    owner = loaded.parameters.get("org_name", "")
    markup["source"] = Source(owner, env.conf["site_name"], number(), address(env, number()))


def python_addresses(env: Any, made: Made) -> PythonAddresses:  # noqa: ANN401 - as above
    """Where pages find Python: all editions share the folder at the site's root."""
    urls = (made.runtime.runtime_url, made.runtime.engine_url, made.comparing.url)
    return PythonAddresses(*(env.conf["extra"]["root"] + url for url in urls))
