"""policy diff: what a manager reads, in the terminal and on a pull request, and what a program gets."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.cli import main
from tests.editions.amended import FIRST, amend, commit, first_edition, git, put


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A first edition under git, and a working copy amended by hand."""
    root = first_edition(tmp_path_factory.mktemp("amended"))
    amend(root)
    return root


@pytest.fixture
def here(amended: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """We stand in it."""
    monkeypatch.chdir(amended)
    return amended


def sections(text: str) -> dict[str, list[str]]:
    """The lines of a report under each of its titles."""
    found: dict[str, list[str]] = {}
    for part in text.strip().split("\n\n"):
        title, *lines = part.splitlines()
        found[title] = lines
    return found


@pytest.mark.usefixtures("here")
def test_a_manager_reads_the_loudest_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", FIRST]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert list(sections(told.out)) == [
        "From 2024-01 to the working copy: answers changed.",
        "Who must do what has changed",
        "Clauses that say something else",
        "Clauses that say the same",
        "Parameters that changed",
        "Look at these questions again",
        "Answers and questions that changed",
    ]


@pytest.mark.usefixtures("here")
def test_the_force_of_a_duty_and_the_words_of_its_clause_stand_together(capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", FIRST])
    lines = sections(capsys.readouterr().out)["Who must do what has changed"]
    start = next(at for at, line in enumerate(lines) if line.startswith("  5.21 "))
    assert lines[start : start + 4] == [
        "  5.21 Changing privacy settings: reworded",
        "    worker: must, now should (lowered): take responsibility for changing privacy settings as",
        "        appropriate",
        "    Workers [-must-] {+should+} take responsibility for changing privacy settings as appropriate.",
    ]
    assert "  4.4 Feedback in team meetings: repealed" in lines


@pytest.mark.usefixtures("here")
def test_a_number_that_another_clause_bore_is_pointed_out(capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", FIRST])
    told = capsys.readouterr().out
    assert '  2.7 What a podcast is: new\n    Before, 2.7 was "What wikis are".\n' in told
    assert '  2.7, now 2.8 What wikis are: renumbered\n    Before, 2.8 was "What instant messaging is".\n' in told
    assert told.count("Before, ") == 2


@pytest.mark.usefixtures("here")
def test_a_changed_answer_comes_with_an_example_in_the_readers_words(capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", FIRST])
    lines = sections(capsys.readouterr().out)["Answers and questions that changed"]
    start = lines.index("  Can I set up a page, profile or group for my work? (set-up-page)")
    assert [" ".join(line.split()) for line in lines[start + 1 : start + 6]] == [
        "More permissive: Ask first (get-email), now Yes, if (get-email), in 1 of 16 ways of answering.",
        "Whoever answers:",
        "Have you talked it over with the right project manager? → Yes",
        "Has a risk assessment been done? → Yes",
        "What still stands in the way? Choose the first that fits. → I have no work email address yet",
    ]
    assert any(line.endswith("→ more than 2 and at most 3 years") for line in lines)
    assert "    Question added: Do you know that it is the DSL who asks? (known)" in lines


@pytest.mark.usefixtures("here")
def test_the_questions_to_look_at_again_are_named_with_their_outcomes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", FIRST])
    lines = sections(capsys.readouterr().out)["Look at these questions again"]
    named = [line for line in lines if re.match(r"  \S", line)]
    assert [line.rpartition("(")[2].rstrip(")") for line in named] == [
        "account-break-in",
        "close-or-hand-over",
        "friend-request",
        "set-up-page",
        "share-login",
        "write-post",
    ]
    assert "    It rests on 5.5, which changed: outcomes yes, other, personal." in lines
    assert lines.count("    Nobody has reviewed it yet.") == 6


def test_a_review_of_tree_and_clauses_as_they_now_are_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = first_edition(tmp_path)
    monkeypatch.chdir(root)
    assert main(["reviewed", "share-login", "set-up-page", "--by", "line manager"]) == 0
    commit(root, "Reviewed")
    put(root / "docs/policy/5-profiles.md", "Line management should hold", "Line management should keep")
    assert main(["reviewed", "share-login", "--by", "line manager"]) == 0
    capsys.readouterr()
    assert main(["diff", "HEAD"]) == 0
    lines = [line.strip() for line in sections(capsys.readouterr().out)["Look at these questions again"]]
    done = "Somebody has reviewed it as it is now."
    assert lines[-1] == done  # what is done stands last
    assert lines.count(done) == 1
    (open_one,) = (at for at, line in enumerate(lines) if line.endswith("(set-up-page)"))
    assert lines[open_one + 2] == "Not reviewed since it changed."


@pytest.mark.usefixtures("here")
def test_markdown_shows_what_is_gone_and_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", FIRST, "--markdown"]) == 0
    told = capsys.readouterr().out
    lines = told.splitlines()
    assert lines[0] == "# From 2024-01 to the working copy: answers changed."
    assert "## Who must do what has changed" in lines
    assert "- 5.21 Changing privacy settings: reworded" in lines
    assert any(line.startswith("  - Workers ~~must~~ **should** take responsibility") for line in lines)
    assert '- cooling\\_off\\_years: "2", now "3"' in lines
    assert "\n\n\n" not in told


def test_nothing_from_the_policy_becomes_a_mark_of_markdown_or_html(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = first_edition(tmp_path)
    put(root / "mkdocs.yml", "location: Brighton\n", 'location: "<img src=x> | *B* [a](b) @tarner"\n')
    monkeypatch.chdir(root)
    assert main(["diff", FIRST, "--markdown"]) == 0
    told = capsys.readouterr().out
    assert "\\<img src=x\\> \\| \\*B\\* \\[a\\](b)" in told
    assert not re.search(r"(?<!\\)[<|]", told)
    assert "@tarner" not in told  # Nobody of that name is to be called.


@pytest.mark.usefixtures("here")
def test_a_program_gets_the_whole_comparison(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", FIRST, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["format", "old", "new", "size", "clauses", "parameters", "trees", "look-again"]
    assert (told["old"], told["new"], told["size"]["kind"]) == (FIRST, "draft", "answers")
    assert told["clauses"][0]["by-parameter"] is False
    assert told["clauses"][0]["kinds"] == ["force", "repealed"]
    assert {change["name"] for change in told["trees"]} == {"friend-request", "set-up-page", "share-login"}


def test_other_words_alone_are_called_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = first_edition(tmp_path)
    monkeypatch.chdir(root)
    assert main(["diff", FIRST]) == 0
    assert capsys.readouterr().out == "From 2024-01 to the working copy: nothing changed.\n"
    put(root / "docs/policy/1-statement.md", "a big part", "a large part")
    assert main(["diff", FIRST]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == [
        "From 2024-01 to the working copy: words only, and no answer changed.",
        "  1 clause that says something else",
    ]


def test_with_faults_in_the_trees_only_the_clauses_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = first_edition(tmp_path)
    monkeypatch.chdir(root)
    put(root / "decision_trees/friend-request.yml", "too-young: under13", "too-young: under31")
    put(root / "docs/policy/1-statement.md", "a big part", "a large part")
    assert main(["diff", FIRST]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("From 2024-01 to the working copy: only the clauses could be compared.\n")
    assert told.err.startswith("This version finds a fault in the working copy. Only the clauses are compared. ")
    assert ": unknown-target: " in told.err


def test_a_name_that_is_not_there_ends_with_1(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2024-10"]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == (
        "",
        'git knows no edition, tag, branch or commit "2024-10". Did you mean "2024-01"?\n',
    )
    assert git(here, "tag").split() == [FIRST]
