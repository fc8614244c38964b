"""Editions released for real, by mike, into real repositories: what is refused, what is kept, and what is found out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.browser.record_page import as_page
from macros.cli import main
from macros.history import PAGES, project_at
from macros.printing import pdf
from macros.project import Project
from macros.trees.paths import every_path
from tests.browser.records import record_of
from tests.editions.amended import FIRST, SECOND, commit, git, put
from tests.editions.released import ADDRESS, review


def refused(capsys: pytest.CaptureFixture[str], number: str = FIRST) -> list[str]:
    """Why an edition is not released; and it is not."""
    capsys.readouterr()
    assert main(["release", number]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert PAGES not in git(Path.cwd(), "branch")
    *reasons, last = told.err.splitlines()
    assert last.startswith(f"Edition {number} is not released: ")
    return reasons


def published(root: Path, path: str) -> Any:  # noqa: ANN401 - any JSON
    """A JSON file of the branch of pages."""
    return json.loads(git(root, "show", f"{PAGES}:{path}"))


@pytest.mark.usefixtures("here")
def test_a_dry_run_says_what_would_happen_and_does_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", FIRST, "--current", "--dry-run"]) == 0
    build, *lines = capsys.readouterr().out.splitlines()
    assert build.startswith("Build edition 2024-01 from commit ")
    assert lines == [
        "Put it on the branch gh-pages, in the folder 2024-01, and beside it what all editions share.",
        'Let "current" be 2024-01.',
        'Seal it with the tag "2024-01".',
        "Nothing was done.",
    ]
    assert git(Path.cwd(), "for-each-ref", "--format=%(refname:short)").split() == ["main"]


@pytest.mark.usefixtures("here")
def test_a_pdf_is_made_only_where_it_is_asked_for_and_can_be_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", FIRST, "--pdf", "--dry-run"]) == 0
    assert "with its manifest and its PDF." in capsys.readouterr().out
    monkeypatch.setattr(pdf, "find_chromium", lambda: None)
    assert main(["release", FIRST, "--dry-run"]) == 0
    assert "PDF" not in capsys.readouterr().out
    assert main(["release", FIRST, "--pdf", "--dry-run"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("There is no Chromium on this machine, and only a browser can make the PDF. Run: ")
    assert told[1] == "Edition 2024-01 is not released: 1 thing stands in the way."


def test_files_that_are_not_committed_are_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here / "docs/policy/1-statement.md", "a big part", "a large part")
    (here / "docs/policy/notes.txt").write_text("Not for publication", encoding="utf-8")
    review(here)
    commit_but = [line for line in refused(capsys) if "differ" in line]
    assert commit_but == [
        (
            "Files differ from the last commit: docs/policy/1-statement.md, docs/policy/notes.txt. "
            "Commit them, or put them back: an edition is made of a commit."
        )
    ]


def test_faults_and_unproved_claims_are_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here / "decision_trees/friend-request.yml", "  under13:\n    verdict: no", "  under13:\n    verdict: ask")
    commit(here, "A slip")
    codes = {line.split(": ")[1] for line in refused(capsys)}
    assert "claim-broken" in codes


def test_a_tree_that_nobody_reviewed_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "decision_trees/records/reviewed/share-login.yml").unlink()
    commit(here, "A review is lost")
    (reason,) = refused(capsys)
    assert ": never-reviewed: " in reason


def test_a_clause_that_changed_since_the_review_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(here / "docs/policy/5-profiles.md", "Line management should hold", "Line management should keep")
    commit(here, "Another word")
    reasons = refused(capsys)
    assert {line.split(": ")[1] for line in reasons} == {"clause-changed"}
    assert len(reasons) == 4  # the trees that cite 5.5


def test_an_edition_that_the_register_does_not_have_first_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reason,) = refused(capsys, "2024-02")
    assert reason.endswith('In mkdocs.yml, under "editions", let "2024-02:" stand first, with its days.')
    put(
        here / "mkdocs.yml",
        "  editions:\n",
        "  editions:\n    2024-02:\n      reviewed: 2024-02\n      review-due: 2025-02\n",
    )
    commit(here, "A second edition")
    assert any("The newest edition of the register is 2024-02, not 2024-01." in line for line in refused(capsys))
    (reason,) = refused(capsys, "2024-02")
    assert "Edition 2024-02 does not say what changed in it." in reason


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ('!ENV [SITE_URL, "http://127.0.0.1:8000/"]', "http://127.0.0.1:8000/"),
        ("http://policy.localhost/", "http://policy.localhost/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("example.org/policy/", "example.org/policy/"),
        ('""', ""),
    ],
)
def test_an_address_that_leads_readers_nowhere_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, address: str, told: str
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    put(here / "mkdocs.yml", f'!ENV [SITE_URL, "{ADDRESS}"]', address)
    commit(here, "Another address")
    (reason,) = refused(capsys)
    assert f'The address of the site, "{told}", is none that readers can open.' in reason
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:8000/")  # on purpose: to try it out
    assert (main(["release", FIRST, "--dry-run"]) == 0) == address.startswith("!ENV")


def test_a_number_that_would_sort_below_an_older_edition_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(here, "switch", "--quiet", "--orphan", PAGES)
    (here / "2025-06").mkdir()
    (here / "2025-06/index.html").write_text("Published", encoding="utf-8")
    commit(here, "A later edition")
    git(here, "switch", "--quiet", "main")
    assert main(["release", FIRST]) == 1
    assert "2025-06 is published and sorts after 2024-01" in capsys.readouterr().err


def test_a_tag_that_names_another_commit_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(here, "tag", FIRST)
    (here / "README.md").write_text("Ours", encoding="utf-8")
    commit(here, "A readme")
    (reason,) = refused(capsys)
    assert reason.startswith('The tag "2024-01" names another commit, ')


def test_without_git_nothing_is_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mkdocs.yml").write_text("extra: {}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["release", FIRST]) == 1
    assert "not a git repository" in capsys.readouterr().err


def test_an_edition_carries_its_data_and_a_manifest_of_every_file(released: Path) -> None:
    manifest = published(released, f"{SECOND}/manifest.json")
    assert manifest["source"] == git(released, "rev-parse", "main").strip()
    assert manifest["edition"]["review-due"] == "2027-11"
    listed = git(released, "ls-tree", "-r", "--name-only", f"{PAGES}:{SECOND}").splitlines()
    assert sorted([*manifest["files"], "manifest.json"]) == sorted(listed)
    assert {"policy.json", "trees.json", "index.html", "schemas/policy.schema.json"} <= {*listed}
    for number in (FIRST, SECOND):
        assert published(released, f"{number}/policy.json")["edition"]["number"] == number
        assert published(released, f"{number}/trees.json")["edition"] == number


def test_the_newest_is_current_and_each_says_when_it_is_due(released: Path) -> None:
    versions = published(released, "versions.json")
    assert [(one["version"], one["aliases"]) for one in versions] == [(SECOND, ["current"]), (FIRST, [])]
    assert versions[1]["properties"] == {"reviewed": "2024-01", "review_due": "2025-01"}
    assert published(released, "current/manifest.json") == published(released, f"{SECOND}/manifest.json")


def test_the_first_edition_did_not_change_when_the_second_came(released: Path) -> None:
    first, *_ = git(released, "log", "--reverse", "--format=%H", PAGES).split()
    trees = [git(released, "rev-parse", f"{commit}:{FIRST}") for commit in (first, PAGES)]
    assert trees[0] == trees[1]


def test_two_releases_of_one_commit_are_the_same_to_the_byte(
    released: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")
    assert main(["release", FIRST]) == 0
    assert git(here, "rev-parse", "HEAD") == git(released, "rev-parse", "2024-01^{commit}")
    one, other = (git(root, "ls-tree", "-r", f"{PAGES}:{FIRST}").splitlines() for root in (here, released))
    assert set(one) ^ set(other) == set()  # names and hashes
    assert len(one) > 100


def test_two_published_editions_are_compared_by_what_they_published(
    released: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(released)
    assert main(["diff", FIRST, SECOND]) == 0
    told = capsys.readouterr().out
    assert told.startswith("From 2024-01 to 2026-12: answers changed.\n")
    assert "1 answer more permissive, 3 answers stricter" in " ".join(told.split())
    # The reviews were made anew, so nobody needs to look again.
    assert told.count("Somebody has reviewed it as it is now.") == 6


def test_a_record_is_held_against_what_its_edition_published(
    released: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also in a clone that has the pages and no tag."""
    root = tmp_path / "there"
    shutil.copytree(released, root, symlinks=True)
    first = project_at(root, FIRST)
    assert isinstance(first, Project)
    git(root, "tag", "--delete", FIRST, SECOND)
    monkeypatch.chdir(root)
    path = next(path for path in every_path(first.compiled["set-up-page"]) if path.end == "get-email")
    made = record_of(first, "set-up-page", path.answers, FIRST)
    (tmp_path / "record.html").write_text(as_page(made, first.words, "en"), encoding="utf-8")
    assert main(["verify-record", str(tmp_path / "record.html")]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("The record agrees with edition 2024-01: ")
    assert told[-1].startswith("In the current edition, 2026-12, these answers lead to another outcome: Yes, if")


def test_an_edition_is_published_once(
    released: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "again"
    shutil.copytree(released, root, symlinks=True)
    monkeypatch.chdir(root)
    before = git(root, "rev-parse", PAGES)
    put(root / "docs/next-review.md", "# Points for the next review", "# Points for the review")
    commit(root, "A word more")
    assert main(["release", SECOND]) == 1
    told = capsys.readouterr().err
    assert "Edition 2026-12 is published already, from commit " in told
    assert "A published edition never changes: release the next one." in told
    assert git(root, "rev-parse", PAGES) == before


def test_an_interrupted_release_is_taken_up_where_it_stopped(
    released: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "interrupted"
    shutil.copytree(released, root, symlinks=True)
    monkeypatch.chdir(root)
    before = git(root, "rev-parse", PAGES)
    sealed = git(root, "for-each-ref", "--format=%(contents)", f"refs/tags/{SECOND}")
    git(root, "tag", "--delete", SECOND)
    assert main(["release", SECOND]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Edition 2026-12 is on the branch gh-pages already, from this very commit.",
        'Seal it with the tag "2026-12".',
        "Released. To publish it: git push --atomic origin gh-pages 2026-12",
    ]
    assert git(root, "for-each-ref", "--format=%(contents)", f"refs/tags/{SECOND}") == sealed
    assert git(root, "rev-parse", PAGES) == before


@pytest.mark.usefixtures("public")
def test_what_was_released_is_verified(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "gh-pages: 2024-01: as released.",
        "gh-pages: 2026-12: as released.",
        "gh-pages: current: as released.",
    ]


def tamper(root: Path, change: str) -> None:
    """Change something on the branch of pages."""
    git(root, "switch", "--quiet", PAGES)
    page, manifest = root / FIRST / "policy/5-profiles/index.html", root / FIRST / "manifest.json"
    if change == "changed":
        put(page, "<title>", "<title>Not ")
    elif change == "missing":
        page.unlink()
    elif change == "added":
        (root / FIRST / "policy/6-new.html").write_text("One more rule", encoding="utf-8")
    elif change == "unlisted":
        manifest.unlink()
    else:  # a page and its line in the manifest together
        from macros.editions.manifest import sha256  # noqa: PLC0415 - what whoever tampers would use

        old = sha256(page.read_bytes())
        put(page, "<title>", "<title>Not ")
        put(manifest, old, sha256(page.read_bytes()))
    commit(root, "Nobody will notice")
    git(root, "switch", "--quiet", "-")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            "changed",
            "2024-01/policy/5-profiles/index.html:1:1: broken-edition: This file was changed after the release.",
        ),
        ("missing", "2024-01/policy/5-profiles/index.html:1:1: broken-edition: This file is missing."),
        ("added", "2024-01/policy/6-new.html:1:1: broken-edition: This file was not part of the release."),
        (
            "unlisted",
            "2024-01/manifest.json:1:1: broken-edition: This file is missing, so nobody knows what was released.",
        ),
        ("both", "2024-01/manifest.json:1:1: broken-edition: This file is not the one that was released."),
    ],
)
def test_a_branch_that_was_tampered_with_is_found_out(
    change: str, told: str, public: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(public, change)
    assert main(["verify"]) == 1
    problem, *lines = capsys.readouterr().out.splitlines()
    assert problem == f"{told} A published edition never changes: put the branch back, or release a new edition."
    assert lines == [
        "gh-pages: 2024-01: 1 file is not as released.",
        "gh-pages: 2026-12: as released.",
        "gh-pages: current: as released.",
    ]


@pytest.mark.usefixtures("here")
def test_where_nothing_is_published_there_is_nothing_to_verify(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify"]) == 0
    assert capsys.readouterr().out == "No edition is published on the branch gh-pages.\n"
