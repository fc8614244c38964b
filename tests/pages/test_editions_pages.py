"""The list of editions, and the page that compares them: what is not known is not said, nor linked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from macros.browser.compare.clauses import ClauseChange
from macros.browser.compare.editions import Published
from macros.browser.compare.lives import Life, Step
from macros.browser.html_parts import Setting
from macros.editions.past import find_past
from macros.editions.policy_data import policy_data
from macros.editions.trees_data import trees_data
from macros.pages.ask import PythonAddresses
from macros.pages.clause_life import life_part
from macros.pages.compare import compare_part
from macros.pages.editions_list import editions_list
from macros.problems import Place
from macros.project import Project, load
from macros.register import DRAFT, Edition, Note
from tests.editions.amended import FIRST, SECOND, commit, git

PLACE = Place("mkdocs.yml")
PYTHON = PythonAddresses("runtime/1/", "runtime/2/engine.zip", "runtime/3/compare.zip")
NOTES = (Note("Less <b>time</b>", "The review & we", ("5.2", "99.9")),)
NEW = Edition("2026-12", PLACE, {"in-force": "2026-12-01"}, "board of trustees", NOTES)
OLD = Edition("2024-01", PLACE, {"reviewed": "2024-01"})


@pytest.fixture(scope="module")
def project() -> Project:
    return load(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def setting(project: Project) -> Setting:
    return Setting(project.words, "../")


@pytest.fixture(scope="module")
def here(project: Project) -> Published:
    return Published(policy_data(project), trees_data(project))


def numbered(edition: Published, number: str) -> Published:
    """The same policy under another number."""
    named = {**edition.policy["edition"], "number": number}
    assert edition.trees
    return Published({**edition.policy, "edition": named}, {**edition.trees, "edition": number})


def test_an_edition_is_linked_where_it_can_be_read(project: Project, setting: Setting) -> None:
    drawn = editions_list((NEW, OLD), project.policy, setting, root="../", readable={"2024-01"})
    assert '<a href="../../2024-01/">Edition 2024-01</a>' in drawn
    assert '<h2 id="edition-2026-12">Edition 2026-12</h2>' in drawn


def test_an_edition_tells_who_approved_it_and_what_changed_and_why(project: Project, setting: Setting) -> None:
    drawn = editions_list((NEW,), project.policy, setting)
    assert "<dt>In force from</dt><dd>1 December 2026</dd><dt>Approved by</dt><dd>board of trustees</dd>" in drawn
    assert "Less &lt;b&gt;time&lt;/b&gt; (<a href=" in drawn
    assert "#friend-requests" in drawn
    assert ", 99.9). Why: The review &amp; we" in drawn
    assert "Last reviewed" not in drawn


def test_without_editions_the_list_says_so(project: Project, setting: Setting) -> None:
    assert "No edition has been published yet." in editions_list((), project.policy, setting)


def test_without_an_earlier_edition_there_is_nothing_to_compare(setting: Setting, here: Published) -> None:
    drawn = compare_part([], here, setting, "", PYTHON)
    assert "There is no earlier edition to compare with." in drawn
    assert "<form" not in drawn
    assert "data-root" not in drawn


def test_a_draft_outside_of_editions_is_compared_and_the_old_edition_not_linked(
    setting: Setting, here: Published
) -> None:
    old = numbered(here, "2024-01")
    clauses = [{**clause, "text": ["Other words."]} for clause in old.policy["clauses"][:1]]
    old = replace(old, policy={**old.policy, "clauses": [*clauses, *old.policy["clauses"][1:]]})
    drawn = compare_part([old], here, setting, "", PYTHON)
    assert 'id="2024-01..draft"' in drawn
    assert "to the draft" in drawn
    assert "2024-01/policy" not in drawn
    assert "None" not in drawn


def test_below_a_root_any_two_can_be_chosen_and_earlier_pairs_are_linked(setting: Setting, here: Published) -> None:
    past = [numbered(here, number) for number in ("2022-01", "2023-01", "2024-01")]
    drawn = compare_part(past, numbered(here, "2025-01"), setting, "../", PYTHON)
    assert drawn.count('<option value="2022-01">') == 2
    assert 'data-root="../../"' in drawn
    assert 'data-compare="../runtime/3/compare.zip"' in drawn
    assert '<a href="../../2023-01/compare/">' in drawn
    assert '<a href="../../2024-01/compare/">' in drawn
    assert "../../2025-01/compare/" not in drawn  # that is this page


def test_the_life_of_a_clause_is_a_line_or_opens(setting: Setting) -> None:
    assert life_part(Life("2024-01"), setting.words).text == "Published here since edition 2024-01."
    change = ClauseChange("a", "1.1", ("force", "reworded"), None, None)
    part = life_part(Life("2022-01", (Step("2023-01", change), Step(DRAFT, change, ("So",)))), setting.words)
    assert [line.text for line in part.iter("summary")] == [
        "Published here since edition 2022-01, last changed in this draft"
    ]
    assert [line.text for line in part.iter("li")] == [
        "this draft: who must do what, reworded. Why: So",
        "2023-01: who must do what, reworded.",
    ]


@pytest.fixture
def published(tmp_path: Path, here: Published) -> Path:
    """A repository with two published editions."""
    git(tmp_path, "init", "--quiet", "--initial-branch=gh-pages")
    for number in (FIRST, SECOND):
        (tmp_path / number).mkdir()
        side = numbered(here, number)
        for name, data in (("policy", side.policy), ("trees", side.trees)):
            (tmp_path / number / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    commit(tmp_path, "Published")
    return tmp_path


def test_what_came_later_counts_for_nothing(published: Path) -> None:
    register = (Edition(SECOND, PLACE), Edition(FIRST, PLACE))
    found = {number: find_past(published, register, number) for number in (FIRST, SECOND, DRAFT)}
    numbers = {number: [one.number for one in past.editions] for number, past in found.items()}
    assert numbers == {FIRST: [], SECOND: [FIRST], DRAFT: [FIRST, SECOND]}
    assert all(past.is_whole for past in found.values())


def test_where_an_edition_is_missing_or_unreadable_the_past_is_not_whole(published: Path) -> None:
    register = (Edition(SECOND, PLACE), Edition("2025-05", PLACE), Edition(FIRST, PLACE))
    past = find_past(published, register, DRAFT)
    assert ([one.number for one in past.editions], past.is_whole) == ([FIRST, SECOND], False)
    file = published / FIRST / "policy.json"
    file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), "format": 2}), encoding="utf-8")
    commit(published, "A later form")
    assert [one.number for one in find_past(published, register, DRAFT).editions] == [SECOND]
