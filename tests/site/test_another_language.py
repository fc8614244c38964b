"""A fork in another language, from right to left: none of our English is left, and every page stands as it should."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from macros import project
from macros.browser import machine, record_page
from macros.browser.compare.editions import Published, compare_editions
from macros.browser.compare.page import compare_page
from macros.browser.compare.page_parts import Frame
from macros.browser.html_parts import Setting
from macros.browser.worker import draw
from macros.editions.kept_record import Kept
from macros.editions.policy_data import policy_data
from macros.editions.record_check import check_record
from macros.editions.trees_data import trees_data
from macros.finding.index import index_data
from macros.problems import Place, faults
from macros.serve import Handler, Server, generate
from macros.trees.paths import every_path
from tests.browser.records import record_of
from tests.finding.search import searches
from tests.site.barriers import sideways
from tests.site.conftest import ROOT, TREES, Site
from tests.site.foreign import LANGUAGE, SIGNS, Markup, Told, latin, write_foreign
from tests.site.reader import Reader
from tests.site.watch import Watch

SHORT_NAMES = {name.replace("-", " ") for name in TREES}  # of the pages, in a table for managers
STATES = ("friend-request", "post-photo-video", "record-it", "online-abuse")  # every kind and every verdict
TODAY = date(2026, 11, 28)
PHYSICAL = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right)|text-align: (?:left|right)|[^-]float:|[; {](?:left|right):"
)
PROGRAMMERS = re.compile(r"Error\(|\.(?:stop|end)\(|why: ")
SENTENCE = re.compile(r"""["'`][A-Z][a-z]+ [a-z]+ """)


@pytest.fixture(scope="module")
def project_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("foreign")
    write_foreign(root)
    return root


@pytest.fixture(scope="module")
def foreign_site(project_root: Path) -> Iterator[Site]:
    folder = project_root / "site"
    with (
        Server(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server,
        pytest.MonkeyPatch.context() as env,
    ):
        address = f"http://127.0.0.1:{server.server_port}/"
        env.setenv("SITE_URL", address)
        assert generate(project_root, folder), "the site could not be built"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder, address)
        server.shutdown()


def test_the_second_language_is_whole(project_root: Path) -> None:
    assert faults(project.load(project_root).problems) == ()


def test_no_page_holds_a_word_of_ours_that_the_language_file_lacks(foreign_site: Site) -> None:
    pages = sorted(foreign_site.folder.rglob("*.html"))
    assert len(pages) > len(TREES)
    for path in pages:
        page = path.read_text(encoding="utf-8")
        config = re.search(r'id="__config"[^>]*>(.*?)</script>', page)
        told = [*Told(page).told, *(json.loads(config[1])["translations"].values() if config else ())]
        assert (path.name, set(latin(told)) - SHORT_NAMES) == (path.name, set())
        assert f'<html lang="{LANGUAGE}"' in page
        assert '<body dir="rtl"' in page


def test_no_sign_in_a_word_of_the_language_is_taken_for_markup(foreign_site: Site) -> None:
    for path in foreign_site.folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert (path.name, SIGNS in "".join(Told(page).told), Markup(page).broken) == (path.name, True, [])


def test_feed_calendar_and_app_speak_it_too(foreign_site: Site) -> None:
    feed = (foreign_site.folder / "changes.xml").read_text(encoding="utf-8")
    calendar = (foreign_site.folder / "next-review.ics").read_text(encoding="utf-8")
    app = json.loads((foreign_site.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert list(latin([unescape(told) for told in re.findall(r"<(?:title|summary|name)>([^<]*)", feed)])) == []
    assert list(latin(re.findall(r"(?:SUMMARY|DESCRIPTION):(.*)", calendar))) == []
    assert list(latin([app["name"], app["short_name"], app["description"]])) == []
    assert (app["lang"], app["dir"]) == (LANGUAGE, "rtl")


@pytest.mark.parametrize("name", STATES)
def test_no_step_that_python_draws_holds_one(project_root: Path, name: str) -> None:
    loaded = project.load(project_root)
    tree, seen = loaded.compiled[name], set()
    for path in every_path(tree):
        for count in range(len(path.answers) + 1):
            stands = machine.replay(tree, dict(list(path.answers.items())[:count]))
            if (stands.kind, stands.name) not in seen:
                seen.add((stands.kind, stands.name))
                page = draw(tree, stands, {}, None, Setting(loaded.words))
                assert (stands.name, list(latin(Told(page).told))) == (stands.name, [])
    assert len(seen) > len(tree.OUTCOMES)


@pytest.mark.parametrize("name", STATES)
def test_no_record_holds_one(project_root: Path, name: str) -> None:
    """Its words of force too; and verify-record writes the same page from what the edition published."""
    loaded = project.load(project_root)
    edition = Published(*json.loads(json.dumps([policy_data(loaded, "2026-12"), trees_data(loaded, "2026-12")])))
    english = {key: text for key, text in project.load(ROOT).words.items() if key.startswith("force.")}
    forced = False
    for path in {path.end: path for path in every_path(loaded.compiled[name]) if path.verdict != "goto"}.values():
        made = record_of(loaded, name, path.answers, "2026-12")
        page = record_page.as_page(made, loaded.words, LANGUAGE, "rtl")
        assert (path.end, list(latin(Told(page).told))) == (path.end, [])
        assert list(latin(record_page.as_text(made, loaded.words).splitlines())) == []
        assert check_record(Kept(Place("record.html"), made, page), edition, {**loaded.words, **english}) == ()
        forced = forced or any(clause["force"] for clause in made["clauses"])
    assert forced


def test_the_search_knows_its_words_of_force(project_root: Path) -> None:
    loaded = project.load(project_root)
    # Without the signs behind each word, which nobody types.
    loaded = replace(loaded, words={key: words.removesuffix(SIGNS) for key, words in loaded.words.items()})
    index = index_data(loaded.findable, loaded.readers_words, loaded.words, LANGUAGE)
    assert list(latin([*index["forces"], *(one.get("force", "") for one in index["documents"])])) == []
    typed = [loaded.words["force.must-not"], loaded.words["force.should-not"]]
    for force, found in zip(typed, searches(index, typed), strict=True):
        assert found, force
        assert [one["title"] for one in found if force not in one["force"].split(", ")] == []


def test_no_comparison_of_editions_holds_one(project_root: Path) -> None:
    loaded = project.load(project_root)
    new = Published(policy_data(loaded, "2026-12"), trees_data(loaded, "2026-12"))
    policy, trees = json.loads(json.dumps([new.policy, new.trees]))
    policy["edition"]["number"] = trees["edition"] = "2024-01"
    policy["parameters"]["org_short"] = "ש"
    stronger, other, *_, gone = (clause for clause in policy["clauses"] if clause["duties"])
    stronger["duties"][0] |= {"force": "encouraged", "with": ["line manager"]}
    other["text"] = [*other["text"], "ש"]
    policy["clauses"].remove(gone)
    del trees["trees"]["friend-request"]
    old = Published(policy, trees)
    page = compare_page(compare_editions(old, new), old, new, Frame(loaded.words))
    assert page.count("<section") > 3
    assert set(latin(Told(page).told)) == {"org short"}  # a parameter has the name of its key


def test_no_script_holds_a_sentence_of_its_own() -> None:
    """Their words come with the page; what only a programmer would read is an Error."""
    for path in (ROOT / "overrides").rglob("*.js"):
        lines = path.read_text(encoding="utf-8").splitlines()
        code = [
            line for line in lines if not line.lstrip().startswith(("//", "*", "/*")) and not PROGRAMMERS.search(line)
        ]
        assert (path.name, [line for line in code if SENTENCE.search(line)]) == (path.name, [])


def test_no_style_names_left_or_right() -> None:
    for path in (ROOT / "overrides").rglob("*.css"):
        assert (path.name, PHYSICAL.findall(path.read_text(encoding="utf-8"))) == (path.name, [])


def test_a_reader_from_right_to_left(context: Callable[..., BrowserContext], watch: Watch, foreign_site: Site) -> None:
    watch.address = foreign_site.address
    reader = Reader(context().new_page(), foreign_site.address)
    page = reader.page

    def is_right() -> None:
        assert (page.url, set(latin(Told(page.content()).told)) - SHORT_NAMES, sideways(page)) == (page.url, set(), 0)

    for address in ("", "policy/5-profiles/", "editions/", "clauses-and-questions/", "404.html"):
        page.goto(foreign_site.address + address)
        is_right()
    page.goto(foreign_site.address + "policy/5-profiles/")
    assert page.locator(".way-up a").evaluate("$a => getComputedStyle($a, '::before').content").startswith('"→ "')
    reader.opens_with_python("friend-request")
    is_right()
    reader.gives("personal", "old-enough", "now")
    is_right()
    page.locator(".chart summary").first.click()
    expect(page.locator(".chart-view")).to_be_visible()
    # Its words begin where the drawing has them, else they stand outside their boxes.
    expect(page.locator(".chart-picture text").first).to_have_css("direction", "ltr")
    is_right()
