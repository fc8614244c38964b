"""Git, and what goes wrong with it: the policy as it stood, taken out of real repositories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.browser.compare.editions import compare_editions
from macros.editions.publish import POLICY, TREES, publish
from macros.editions.sides import find_side
from macros.history import project_at, published
from macros.problems import Problem
from macros.project import Project, load
from tests.editions.amended import FIRST, amend, commit, first_edition, git, put
from tests.trees.workshop import ROOT, copy_of_ours

PAGE = "docs/policy/1-statement.md"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our policy with a first edition, a branch that reads otherwise, and a working copy that reads otherwise again."""
    root = first_edition(tmp_path_factory.mktemp("repository"))
    git(root, "switch", "--quiet", "--create", "proposal/calmer")
    put(root / PAGE, "a big part of people's lives", "a part of people's lives")
    commit(root, "A calmer first sentence")
    git(root, "switch", "--quiet", "main")
    put(root / PAGE, "a big part of people's lives", "a large part of people's lives")
    return root


def first_clause(root: Path, name: str) -> str:
    """How the first clause read there."""
    found = project_at(root, name)
    assert isinstance(found, Project)
    return found.policy["1.1"].text


def test_a_tag_a_branch_and_a_commit_are_read_as_they_stood(repository: Path) -> None:
    short = git(repository, "rev-parse", "--short", "main").strip()
    assert "a big part" in first_clause(repository, FIRST)
    assert "a part" in first_clause(repository, "proposal/calmer")
    assert "a big part" in first_clause(repository, short)
    assert "a part" in first_clause(repository, "proposal/calmer~0")


def test_looking_back_changes_nothing(repository: Path) -> None:
    before = (
        git(repository, "status", "--porcelain"),
        git(repository, "worktree", "list"),
        git(repository, "for-each-ref"),
    )
    project_at(repository, "proposal/calmer")
    after = (
        git(repository, "status", "--porcelain"),
        git(repository, "worktree", "list"),
        git(repository, "for-each-ref"),
    )
    assert after == before
    assert "a large part" in (repository / PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["", ".", "draft"])
def test_the_working_copy_is_the_draft_with_what_was_not_committed(name: str, repository: Path) -> None:
    side, problems = find_side(repository, name)
    assert problems == ()
    assert side
    assert side.number == "draft"
    assert "a large part" in side.policy["clauses"][1]["text"][0]


def test_a_policy_in_a_folder_of_a_larger_repository_is_found(tmp_path: Path) -> None:
    first_edition(tmp_path)
    copy_of_ours(tmp_path / "inside")
    put(tmp_path / "inside" / PAGE, "a big part", "another part")
    commit(tmp_path, "A second policy, further down")
    assert "another part" in first_clause(tmp_path / "inside", "HEAD")
    assert "a big part" in first_clause(tmp_path, "HEAD")


def problem(root: Path, name: str) -> Problem:
    """What stood in the way."""
    found = project_at(root, name)
    assert isinstance(found, Problem)
    return found


def test_a_name_that_git_does_not_know_is_told_with_the_nearest(repository: Path) -> None:
    told = problem(repository, "proposal/calmest")
    assert (told.code, told.fix) == ("unknown-edition", 'Did you mean "proposal/calmer"?')
    told = problem(repository, "xyzzy")
    assert told.what == 'git knows no edition, tag, branch or commit "xyzzy".'
    assert told.fix == "There are: main, proposal/calmer, 2024-01."


@pytest.mark.parametrize("name", ["--help", "-n1", "--output=made-here", "HEAD:docs", "main..main", "HEAD\n"])
def test_nothing_but_a_commit_is_taken_for_one(name: str, repository: Path) -> None:
    assert problem(repository, name).code == "unknown-edition"
    assert not (repository / "made-here").exists()


def test_a_folder_without_git_is_told(tmp_path: Path) -> None:
    copy_of_ours(tmp_path)
    told = problem(tmp_path, "2024-01")
    assert told.code == "no-git"
    assert "not a git repository" in told.what


def test_a_machine_without_git_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    told = problem(repository, FIRST)
    assert (told.code, told.what) == ("no-git", "git is not on this machine, or cannot be run.")


def test_a_repository_without_a_commit_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert problem(tmp_path, "2024-01").code == "unknown-edition"


def test_a_shallow_clone_is_told_with_the_way_out(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=proposal/calmer", f"file://{repository}", "clone")
    told = problem(tmp_path / "clone", FIRST)
    assert (told.code, told.fix) == ("shallow-clone", "Fetch the rest: git fetch --unshallow --tags")
    git(tmp_path / "clone", "fetch", "--quiet", "--unshallow", "--tags")
    assert "a big part" in first_clause(tmp_path / "clone", FIRST)


def test_a_commit_without_a_policy_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (tmp_path / "notes.txt").write_text("Before there was a policy", encoding="utf-8")
    commit(tmp_path, "Notes")
    copy_of_ours(tmp_path)
    commit(tmp_path, "A policy")
    assert problem(tmp_path, "HEAD~1").code == "unreadable-edition"
    assert "a big part" in first_clause(tmp_path, "HEAD")


def test_trees_that_this_version_cannot_read_leave_the_clauses_to_compare(tmp_path: Path) -> None:
    root = first_edition(tmp_path)
    put(root / "decision_trees/friend-request.yml", "title: Can I accept", "titel: Can I accept")
    commit(root, "A slip")
    side, (told,) = find_side(root, "HEAD")
    assert side
    assert side.trees is None
    assert len(side.policy["clauses"]) == len(load(ROOT).policy)
    assert told.what == "This version finds a fault in HEAD."
    assert told.fix.startswith("Only the clauses are compared. decision_trees/friend-request.yml:2:1: unknown-key: ")


def test_a_claim_that_fails_makes_no_answer_another(tmp_path: Path) -> None:
    root = first_edition(tmp_path)
    put(root / "decision_trees/friend-request.yml", "  under13:\n    verdict: no", "  under13:\n    verdict: ask")
    commit(root, "A slip that a newer version forbids")
    (old, _), (new, (told,)) = find_side(root, FIRST), find_side(root, "HEAD")
    assert told.fix.startswith("The answers are compared all the same. decision_trees/friend-request.yml:")
    assert old
    assert new
    found = compare_editions(old, new)
    assert found.trees is not None
    assert [(tree.name, len(tree.answers), found.size.loosened) for tree in found.trees] == [("friend-request", 1, 1)]


def test_pages_that_this_version_cannot_read_leave_nothing(tmp_path: Path) -> None:
    root = first_edition(tmp_path)
    put(root / PAGE, "{: #part-of-peoples-lives", "{ #part-of-peoples-lives")
    commit(root, "A slip")
    side, (told,) = find_side(root, "HEAD")
    assert side is None
    assert told.fix.startswith(f"Nothing can be compared. {PAGE}:")


def publish_edition(root: Path, number: str) -> None:
    """An edition on the branch of pages, as mike would put it there."""
    project = load(root)
    git(root, "switch", "--quiet", "--orphan", "gh-pages")
    (root / number).mkdir()
    publish(project, root / number, number)
    commit(root, f"Deployed {number}")
    git(root, "switch", "--quiet", "main")


def test_a_published_edition_is_read_from_what_it_published(tmp_path: Path) -> None:
    root = first_edition(tmp_path)
    git(root, "tag", "--delete", FIRST)
    publish_edition(root, FIRST)
    amend(root)
    commit(root, "The second edition")
    side, problems = find_side(root, FIRST)
    assert problems == ()
    assert side
    assert side.number == FIRST
    assert "a big part of people's lives" in side.policy["clauses"][1]["text"][0]
    assert published(root, "2099-01", (POLICY, TREES)) is None
    git(tmp_path, "clone", "--quiet", f"file://{root}", "clone")
    assert find_side(tmp_path / "clone", FIRST)[0] == side
    assert problem(root, "2024-02").fix == 'Did you mean "2024-01"?'


def test_an_edition_in_a_form_of_the_future_is_not_misread(tmp_path: Path) -> None:
    root = first_edition(tmp_path)
    publish_edition(root, "2030-01")
    git(root, "switch", "--quiet", "gh-pages")
    file = root / "2030-01" / POLICY
    data = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**data, "format": 2}), encoding="utf-8")
    commit(root, "Of the future")
    git(root, "switch", "--quiet", "main")
    side, (told,) = find_side(root, "2030-01")
    assert (side, told.code) == (None, "unreadable-edition")
