"""After the last page: puts beside the pages what belongs to the edition, and readies all of it for the host."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from macros.building.before import Made, made_for
from macros.building.whereabouts import address, number, root_address
from macros.editions.calendar_file import write_calendar
from macros.editions.feed import write_feed
from macros.editions.manifest import shared, write_manifest
from macros.editions.policy_data import edition_data
from macros.editions.publish import publish
from macros.editions.release import ROOT, SOURCE
from macros.finding.index import index_data, write_index
from macros.hosting import Shared, Theme, lay_out_libraries, ready, web_app
from macros.hosting.paper import write_foot
from macros.pages import plugin, share_picture, whole
from macros.pages.clause_markup import project_at
from macros.printing import ASKED_FOR, print_page
from macros.project import Project
from macros.runtime import lay_out
from macros.runtime.comparing import lay_out_comparing


def finish(env: Any) -> None:  # noqa: ANN401 - the generator has no types
    """The order matters: what changes a page comes before what tells of the files, and the manifest comes last."""
    root, site = Path(env.project_dir), Path(env.conf["site_dir"])
    loaded, made, top = project_at(root), made_for[root], Path(os.environ.get(ROOT, site))
    lay_out(made.runtime, top)
    lay_out_comparing(made.comparing, top)
    put_search(env, root, site, loaded)
    put_edition(env, site, loaded, made)
    put_paper(env, site, loaded)
    share_picture.write_picture(site, root / env.conf["theme"].custom_dir, env.conf["site_name"])
    make_ready(env, root, site, Shared(top, made.runtime.folders))
    if ASKED_FOR in os.environ:
        told = print_page(site / whole.ADDRESS / "index.html", address(env, number()) + whole.ADDRESS, site / whole.PDF)
        plugin.refuse("The PDF could not be made:", [told] if told else [])
    if source := os.environ.get(SOURCE):
        write_manifest(site, loaded.editions, number(), source, shared(top / "runtime"))


def put_search(env: Any, root: Path, site: Path, loaded: Project) -> None:  # noqa: ANN401 - as above
    """What the search looks through, and its libraries."""
    language = env.conf["theme"]["language"]
    write_index(site, index_data(loaded.findable, loaded.readers_words, loaded.words, language))
    plugin.refuse("The search cannot be made:", lay_out_libraries(root, site))


def put_edition(env: Any, site: Path, loaded: Project, made: Made) -> None:  # noqa: ANN401 - as above
    """The edition as plain data, the feed of its changes, and its review in anybody's calendar."""
    name, words = env.conf["site_name"], loaded.words
    publish(loaded, site, number())
    write_feed(site, [one.policy for one in made.editions], name, env.conf["extra"]["canonical"], words)
    write_calendar(site, edition_data(loaded.editions, number()), name, address(env, number()), words)


def put_paper(env: Any, site: Path, loaded: Project) -> None:  # noqa: ANN401 - as above
    """What stands at the foot of each printed sheet."""
    foot = env.conf["site_name"], env.conf["extra"]["edition"]["name"], loaded.words["paper.uncontrolled"]
    write_foot(site, foot)


def make_ready(env: Any, root: Path, site: Path, shared_by_all: Shared) -> None:  # noqa: ANN401 - as above
    """All for the host; or what a writer has to mend first."""
    theme = env.conf["theme"]
    used = Theme([Path(folder) for folder in theme.dirs], root / theme.custom_dir, env.conf["extra_css"])
    app = web_app({**env.conf, "site_url": root_address(env)})
    plugin.refuse("The pages have faults:", ready(site, root, used, app, shared_by_all))
