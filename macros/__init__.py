"""The door for the site generator: it asks for define_env, and after a build for on_post_build.

The pages are imported inside, so that the rest of this package never needs the generator.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.browser.compare.editions import Published
    from macros.project import Project
    from macros.runtime import Runtime
    from macros.runtime.comparing import Comparing

MIKE = "MIKE_DOCS_VERSION"  # in the environment, the edition that mike deploys
made: dict[Path, Runtime] = {}
made_to_compare: dict[Path, Comparing] = {}
known: dict[Path, tuple[list[Published], bool]] = {}


def define_env(env: Any) -> None:  # noqa: ANN401 - the generator has no types
    """Load the working copy, refuse it if it has faults, make the browser's Python, register the macros."""
    from macros import project
    from macros.browser.compare.lives import lives
    from macros.editions import publish
    from macros.editions.legislation import legislation
    from macros.editions.manifest import sha256
    from macros.editions.status import status
    from macros.pages import plugin, share_picture
    from macros.pages.about import Describer
    from macros.pages.ask import PythonAddresses
    from macros.pages.cite import Source
    from macros.pages.clause_markup import project_at
    from macros.printing import ASKED_FOR
    from macros.runtime import prepare_runtime
    from macros.runtime.comparing import prepare_comparing

    root = Path(env.project_dir)
    project_at.cache_clear()  # A second build in one process reads anew.
    loaded = project_at(root)
    # What the generator read from the same lines of mkdocs.yml may be a number or a date; ours is the text, as written.
    env.variables.update({name: text.replace("<", "&lt;") for name, text in loaded.parameters.items()})
    env.conf["extra"]["words"] = loaded.words  # for the theme's templates
    env.conf["extra"].setdefault("offline", True)
    env.conf["extra"]["edition"] = status(loaded.editions, number(), loaded.parameters, loaded.words)
    env.conf["extra"]["root"] = top = "../" if MIKE in os.environ else ""  # the site's root, seen from this edition
    env.conf["extra"]["canonical"] = address(env, "current")
    env.conf["mdx_configs"].setdefault("macros.pages.clause_markup", {})["root"] = str(root)
    plugin.refuse_faults(loaded)
    made[root] = runtime = prepare_runtime(root, project.engine_sources(loaded, number()), say=print)
    made_to_compare[root] = comparing = prepare_comparing(root, project.comparing_sources(loaded), say=print)
    known[root] = editions, is_whole = at_hand(root, loaded)
    env.conf["extra"]["edition"]["compares"] = bool(top or editions[1:])
    policies = [edition.policy for edition in editions]
    env.conf["mdx_configs"]["macros.pages.clause_markup"]["lives"] = lives(policies) if is_whole else {}
    env.conf["mdx_configs"]["macros.pages.clause_markup"]["source"] = Source(
        loaded.parameters.get("org_name", ""), env.conf["site_name"], number(), address(env, number())
    )
    env.conf["extra"]["legislation"] = legislation(
        policies[-1], env.conf["site_name"], address(env, number()), env.conf["theme"]["language"]
    )
    # All editions share the folder at the site's root.
    python = PythonAddresses(*(top + url for url in (runtime.runtime_url, runtime.engine_url, comparing.url)))
    env.conf["extra"]["policy_hash"] = sha256(publish.as_text(dict(policies[-1])).encode())
    env.conf["extra"]["has_pdf"] = ASKED_FOR in os.environ
    env.conf["extra"]["picture"] = share_picture.data(address(env, number()))
    env.conf["extra"]["about"] = Describer(
        loaded, env.conf["site_name"], env.conf["site_description"] or "", env.conf["extra"]["canonical"]
    )
    plugin.define(env, loaded, python)
    plugin.define_tables(env, loaded)
    plugin.define_questions(env, loaded)
    plugin.define_to_print(env, loaded)
    plugin.define_editions(env, loaded, python, editions)


def at_hand(root: Path, loaded: Project) -> tuple[list[Published], bool]:
    """The editions published before this one, and this one; and whether these are all that the register names."""
    from macros.browser.compare.editions import Published
    from macros.editions.past import find_past
    from macros.editions.policy_data import policy_data
    from macros.editions.trees_data import trees_data

    past = find_past(root, loaded.editions, number())
    here = Published(policy_data(loaded, number()), trees_data(loaded, number()))
    return [*past.editions, here], past.is_whole


def address(env: Any, edition: str) -> str:  # noqa: ANN401 - the generator has no types
    """Where an edition stands, or "" where nobody knows; a site without editions stands at its own address.

    mike puts the edition behind the site's address, before or after this is asked.
    """
    site = root_address(env)
    return f"{site}{edition}/" if site and MIKE in os.environ else site


def root_address(env: Any) -> str:  # noqa: ANN401 - the generator has no types
    """Where the root stands that all editions share."""
    site = (env.conf["site_url"] or "").rstrip("/")
    if MIKE in os.environ:
        site = site.removesuffix("/" + number())
    return f"{site}/" if site else ""


def number() -> str:
    """The edition that is being made; without one it is the draft of the next."""
    from macros.register import DRAFT

    return os.environ.get(MIKE, DRAFT)


def on_post_build(env: Any) -> None:  # noqa: ANN401 - the generator has no types
    """Put beside the pages the browser's Python and what the edition tells of itself, and ready all for their host."""
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
    from macros.runtime import lay_out
    from macros.runtime.comparing import lay_out_comparing

    root, site, theme = Path(env.project_dir), Path(env.conf["site_dir"]), env.conf["theme"]
    loaded, edition = project_at(root), number()
    top = Path(os.environ.get(ROOT, site))
    lay_out(made[root], top)
    lay_out_comparing(made_to_compare[root], top)
    publish(loaded, site, edition)
    write_index(site, index_data(loaded.findable, loaded.readers_words, loaded.words, theme["language"]))
    plugin.refuse("The search cannot be made:", lay_out_libraries(root, site))
    policies = [one.policy for one in known[root][0]]
    write_feed(site, policies, env.conf["site_name"], env.conf["extra"]["canonical"], loaded.words)
    days = edition_data(loaded.editions, edition)
    write_calendar(site, days, env.conf["site_name"], address(env, edition), loaded.words)
    foot = env.conf["site_name"], env.conf["extra"]["edition"]["name"], loaded.words["paper.uncontrolled"]
    write_foot(site, foot)
    share_picture.write_picture(site, root / theme.custom_dir, env.conf["site_name"])
    used = Theme([Path(folder) for folder in theme.dirs], root / theme.custom_dir, env.conf["extra_css"])
    app = web_app({**env.conf, "site_url": root_address(env)})
    plugin.refuse("The pages have faults:", ready(site, root, used, app, Shared(top, made[root].folders)))
    if ASKED_FOR in os.environ:
        told = print_page(site / whole.ADDRESS / "index.html", address(env, edition) + whole.ADDRESS, site / whole.PDF)
        plugin.refuse("The PDF could not be made:", [told] if told else [])
    if source := os.environ.get(SOURCE):  # The manifest names every other file, so it comes last.
        write_manifest(site, loaded.editions, edition, source, shared(top / "runtime"))
