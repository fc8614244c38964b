"""What stands beside the editions at the root of the published site, right after each release."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from macros.cli import main
from macros.editions import release
from macros.editions.site_root import current
from macros.history import PAGES
from macros.hosting.markup import read_page
from tests.editions.amended import FIRST, SECOND, commit, git
from tests.editions.conftest import THIRD

AT_ROOT = {
    *(".nojekyll", "404.html", "_headers", "assets", "index.html", "manifest.webmanifest", "missing.js", "moved.js"),
    *("editions.js", "notices.js", "policy", "runtime", "service-worker.js", "sitemap.xml", "versions.json"),
}


def names(root: Path, at: str = PAGES, *options: str) -> list[str]:
    """What a commit or a folder in it holds."""
    return git(root, "ls-tree", *options, "--name-only", at).splitlines()


def shown(root: Path, path: str, at: str = PAGES) -> str:
    """A file of the branch."""
    return git(root, "show", f"{at}:{path}")


def releases(root: Path) -> list[str]:
    """How the branch stood after each release: mike's commit and that of the root come together."""
    return git(root, "log", "--reverse", "--format=%H", PAGES).split()[1::2]


def test_after_each_release_the_root_is_whole(three: Path) -> None:
    after = releases(three)
    assert len(after) == 3
    for count, at in enumerate(after, start=1):
        held = {*names(three, at)}
        assert held >= AT_ROOT
        assert held >= {"current", *(FIRST, SECOND, THIRD)[:count]}
        number = (FIRST, SECOND, SECOND)[count - 1]  # the third is not current yet
        assert shown(three, "404.html", at) == shown(three, f"{number}/404.html", at)
        assert 'href="current/"' in shown(three, "index.html", at)


def test_an_edition_never_changes_when_others_come(three: Path) -> None:
    for number, since in ((FIRST, 0), (SECOND, 1)):
        assert len({git(three, "rev-parse", f"{at}:{number}") for at in releases(three)[since:]}) == 1


def test_what_all_share_stands_in_no_edition(three: Path) -> None:
    shared = {"runtime", "notices.js", "editions.js", "missing.js", "service-worker.js", "manifest.webmanifest"}
    for number in (FIRST, SECOND, THIRD, "current"):
        assert not {*names(three, f"{PAGES}:{number}")} & {*shared, "_headers"}


def test_every_runtime_that_an_edition_needs_is_there_once(three: Path) -> None:
    due = [json.loads(shown(three, f"{number}/manifest.json"))["shared"] for number in (FIRST, SECOND, THIRD)]
    there = {f"runtime/{name}" for name in names(three, f"{PAGES}:runtime", "-r")}
    assert there == {name for files in due for name in files}
    folders = [{name.split("/")[1] for name in files} for files in due]
    assert folders[0] & folders[2]  # Python itself is the same
    assert folders[2] - folders[0]  # the engine is not
    before = {*names(three, f"{releases(three)[0]}:runtime")}
    assert before <= {*names(three, f"{PAGES}:runtime")}


def test_pages_name_the_runtime_that_is_there(three: Path) -> None:
    text = shown(three, f"{THIRD}/ask/friend-request/index.html")
    named = re.findall(r'"(?:\.\./)+(runtime/[^"]+)"', text)
    assert named
    there = {f"runtime/{name}" for name in names(three, f"{PAGES}:runtime", "-r")}
    assert [name for name in named if name not in there and not any(one.startswith(name) for one in there)] == []
    kept = json.loads(shown(three, f"{THIRD}/offline.json"))["runtime"]
    assert kept
    assert {*kept} <= there


def test_an_address_without_an_edition_leads_to_the_current_one(three: Path) -> None:
    text = shown(three, "policy/5-profiles/index.html")
    assert text.count('"../../current/policy/5-profiles/"') == 3  # canonical, script, link
    assert '<noscript><meta http-equiv="refresh" content="0; url=../../current/policy/5-profiles/"></noscript>' in text
    assert '<meta http-equiv="Content-Security-Policy"' in text
    assert not [one for one in read_page(text) if one.is_inline]
    assert "location.hash" in shown(three, "moved.js")


def test_every_page_that_leads_on_leads_somewhere(three: Path) -> None:
    files = {*names(three, PAGES, "-r")}
    editions = {FIRST, SECOND, THIRD, "current"}
    leading = [name for name in files if name.endswith(".html") and name.split("/")[0] not in editions]
    assert len(leading) > 40
    for page in leading:
        if page != "404.html":
            (to,) = re.findall(r'<link rel="canonical" href="(?:\.\./)*([^"]*)"', shown(three, page))
            assert (f"{to}index.html" if to.endswith("/") else to) in files, page


def test_the_map_and_the_app_are_those_of_the_whole_site(three: Path) -> None:
    places = re.findall(r"<loc>([^<]*)", shown(three, "sitemap.xml"))
    assert len(places) > 30
    assert [place for place in places if "/current/" not in place or SECOND in place] == []
    app = json.loads(shown(three, "manifest.webmanifest"))
    assert app["id"] == "/"
    assert {icon["src"] for icon in app["icons"]} <= {*names(three, PAGES, "-r")}


def test_the_map_for_search_engines_leaves_out_what_asks_not_to_be_found(three: Path) -> None:
    found, listed = (shown(three, path) for path in ("sitemap.xml", f"{SECOND}/sitemap.xml"))
    for hidden in ("policy/whole/", "guides/problems/"):
        assert f"/{SECOND}/{hidden}</loc>" in listed
        assert hidden not in found
    assert "/current/policy/5-profiles/</loc>" in found
    assert found.count("<url>") == found.count("</url>") == found.count("<loc>") > 30


def test_a_pdf_is_part_of_the_edition_that_was_released_with_one_and_of_no_other(three: Path) -> None:
    for number in (FIRST, SECOND, THIRD):
        has_pdf = number == THIRD
        assert ("policy.pdf" in json.loads(shown(three, f"{number}/manifest.json"))["files"]) is has_pdf
        assert ("policy.pdf" in names(three, f"{PAGES}:{number}")) is has_pdf
        assert ("policy.pdf" in shown(three, f"{number}/policy/whole/index.html")) is has_pdf


def test_the_headers_allow_what_the_pages_of_every_edition_hold(three: Path) -> None:
    headers = shown(three, "_headers")
    for number in (FIRST, SECOND, THIRD):
        hashes = re.findall(r"'sha256-[^']+'", shown(three, f"{number}/policy/5-profiles/index.html"))
        assert hashes
        assert [one for one in hashes if one not in headers] == []


def test_without_a_current_edition_the_newest_is_led_to() -> None:
    versions = [{"version": "2024-01", "aliases": []}, {"version": "2026-12", "aliases": []}]
    assert current(versions) == ("2026-12", "2026-12")
    assert current([{"version": "2024-01", "aliases": ["current"]}, *versions]) == ("2024-01", "current")


def test_what_is_current_already_stays_as_it_is(
    three: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "again"
    shutil.copytree(three, root, symlinks=True)
    monkeypatch.chdir(root)
    before = git(root, "rev-parse", PAGES)
    assert main(["release", THIRD, "--current"]) == 0  # its day has come: nothing is built
    told = capsys.readouterr().out
    assert 'Let "current" be 2027-11.' in told
    assert shown(root, "404.html") == shown(root, f"{THIRD}/404.html")
    assert git(root, "rev-parse", f"{PAGES}:runtime") == git(root, "rev-parse", f"{before.strip()}:runtime")
    after = git(root, "rev-parse", PAGES)
    assert after != before
    assert main(["release", THIRD, "--current"]) == 0
    assert 'Let "current"' not in capsys.readouterr().out
    assert git(root, "rev-parse", PAGES) == after
    assert main(["verify"]) == 0


def test_a_release_that_breaks_off_leaves_no_half_of_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(here, "branch", release.BEING_MADE)  # one was killed before

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(release, "write_site_root", stop)
        assert main(["release", FIRST, "--current"]) == 130
    assert git(here, "for-each-ref", "--format=%(refname:short)").split() == ["main"]
    assert main(["release", FIRST, "--current"]) == 0
    assert {*names(here)} >= AT_ROOT
    assert len(git(here, "log", "--format=%H", PAGES).split()) == 2
    assert main(["verify"]) == 0


@pytest.mark.usefixtures("public")
def test_a_runtime_that_an_edition_needs_and_does_not_find_is_told(
    public: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(public, "switch", "--quiet", PAGES)
    engine = next(public.glob("runtime/*/engine.zip"))
    engine.unlink()
    commit(public, "Tidied up")
    git(public, "switch", "--quiet", "-")
    assert main(["verify"]) == 1
    name = engine.relative_to(public).as_posix()
    told = f"{name}:1:1: broken-edition: This file is missing, and edition "
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith(told)]


def test_branches_that_went_different_ways_are_refused(public: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(public, "switch", "--quiet", PAGES)
    commit_of_ours(public)
    git(public, "switch", "--quiet", "--detach", f"{PAGES}~2")
    commit_of_ours(public)
    git(public, "update-ref", f"refs/remotes/origin/{PAGES}", "HEAD")
    git(public, "switch", "--quiet", "main")
    assert main(["release", SECOND]) == 1
    assert "gh-pages and origin/gh-pages have gone different ways" in capsys.readouterr().err


def commit_of_ours(root: Path) -> None:
    """Any commit."""
    (root / "note.txt").write_text(git(root, "rev-parse", "HEAD"), encoding="utf-8")
    commit(root, "A note")
