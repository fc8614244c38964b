"""A working copy, loaded once: all that is wrong with it at once, and nothing compiled while anything is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.problems import faults
from macros.project import load
from macros.settings import load_parameters
from macros.sources import engine_sources
from tests.trees.workshop import ROOT, copy_of_ours

OURS = load(ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A working copy of ours."""
    return copy_of_ours(tmp_path)


def told(root: Path) -> list[str]:
    """What is wrong with a working copy: files and codes."""
    return [f"{problem.place.path} {problem.code}" for problem in faults(load(root).problems)]


def test_ours_is_without_a_fault() -> None:
    assert faults(OURS.problems) == ()
    assert set(OURS.compiled) == set(OURS.trees)
    assert all(name == OURS.compiled[name].TREE for name in OURS.trees)


def test_each_clause_knows_the_questions_that_rest_on_it() -> None:
    assert ("friend-request", "Can I accept this friend request?") in OURS.questions_on("6.2")
    names = [name for name, _ in OURS.questions_on("5.1")]
    assert names == sorted(names)
    assert {"friend-request", "post-photo-video"} <= {*names}
    assert OURS.questions_on("1.1") == ()
    assert OURS.questions_on("99.9") == ()


def test_parameters_are_texts_and_what_belongs_to_the_theme_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        'site_url: !ENV [A, "b"]\nextra:\n  age: 13\n  lead: ""\n  social: [a]\n  on: off\n', encoding="utf-8"
    )
    assert load_parameters(tmp_path) == ({"age": "13", "lead": "", "on": "off"}, ())


def test_a_parameter_changes_words_dates_and_answers_alike(copy: Path) -> None:
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "cooling_off_years: 2 " in text
    settings.write_text(text.replace("cooling_off_years: 2 ", "cooling_off_years: 5 "), encoding="utf-8")
    assert told(copy) == ["decision_trees/friend-request.yml example-fails"]
    tree_file = copy / "decision_trees/friend-request.yml"
    tree_file.write_text(tree_file.read_text(encoding="utf-8").partition("\nexamples:")[0], encoding="utf-8")
    project = load(copy)
    assert faults(project.problems) == ()
    tree = project.compiled["friend-request"]
    assert tree.QUESTIONS["years"]["ranges"] == {"recent": (None, (5, 1)), "earlier": ((5, 1), None)}
    assert tree.OUTCOMES["two-years"]["until"][1] == 5
    assert "5 years" in tree.OUTCOMES["two-years"]["say"]


def test_a_parameter_that_is_no_number_is_told_where_it_is_counted(copy: Path) -> None:
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("consent_age: 16 ", "consent_age: sixteen ")
    settings.write_text(text, encoding="utf-8")
    assert set(told(copy)) == {"decision_trees/post-photo-video.yml unknown-range"}


def test_faults_of_the_policy_and_of_the_trees_are_told_together_in_file_order(copy: Path) -> None:
    page = copy / "docs/policy/6-young-people.md"
    page.write_text(page.read_text(encoding="utf-8").replace("## 6.5 ", "## 6.6 ", 1), encoding="utf-8")
    (copy / "decision_trees/another.yml").write_text("title: Another\n", encoding="utf-8")
    problems = told(copy)
    assert problems == sorted(problems, key=lambda line: line.split()[0])
    assert "decision_trees/another.yml missing-key" in problems
    assert "decision_trees/friend-request.yml unknown-clause" in problems
    assert load(copy).sources == {}


def test_a_fault_in_the_policy_alone_keeps_the_trees_from_being_compiled(copy: Path) -> None:
    page = copy / "docs/policy/1-statement.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n### 9.9 Stray\n\nText.\n", encoding="utf-8")
    project = load(copy)
    assert project.problems
    assert project.sources == {}


def test_the_clauses_beside_every_answer_must_stand(copy: Path) -> None:
    page = copy / "docs/policy/7-abuse.md"
    page.write_text(page.read_text(encoding="utf-8").replace("## 7.3 ", "## 7.4 ", 1), encoding="utf-8")
    assert "docs/policy unknown-clause" in told(copy)
    assert load(copy).sources == {}


def test_a_file_that_is_no_text_is_told_and_the_others_are_read(copy: Path) -> None:
    (copy / "decision_trees/latin.yml").write_bytes("title: Café\n".encode("latin-1"))
    assert told(copy) == ["decision_trees/latin.yml not-text"]
    assert set(load(copy).trees) == set(OURS.trees)


@pytest.mark.parametrize("name", ["another.yaml", "another.YML"])
def test_a_tree_under_another_ending_is_told_and_not_passed_over(name: str, copy: Path) -> None:
    (copy / f"decision_trees/{name}").write_text("title: Another\n", encoding="utf-8")
    assert told(copy) == [f"decision_trees/{name} not-yml"]


def test_what_is_no_tree_may_lie_beside_the_trees(copy: Path) -> None:
    (copy / "decision_trees/notes.txt").write_text("Notes.", encoding="utf-8")
    assert told(copy) == []


def test_a_tree_without_a_page_is_told(copy: Path) -> None:
    (copy / "docs/ask/friend-request.md").unlink()
    assert told(copy) == ["decision_trees/friend-request.yml no-page"]


def test_a_page_that_does_not_show_its_tree_is_told(copy: Path) -> None:
    (copy / "docs/ask/friend-request.md").write_text('{{ ask("post-photo-video") }}', encoding="utf-8")
    assert told(copy) == ["decision_trees/friend-request.yml no-page"]


def test_a_page_that_calls_for_an_unknown_tree_is_told_at_the_word(copy: Path) -> None:
    (copy / "docs/extra.md").write_text('# Extra\n\n{{ ask("frend-request") }}\n', encoding="utf-8")
    (problem,) = faults(load(copy).problems)
    assert str(problem) == (
        'docs/extra.md:3:9: unknown-tree: There is no tree "frend-request". Did you mean "friend-request"?'
    )


def test_a_name_with_signs_of_its_own_stands_whole_in_quoted_clauses(copy: Path) -> None:
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("org_short: Tarner", 'org_short: "O\'Neill & *Sons* <Trust>"')
    settings.write_text(text, encoding="utf-8")
    project = load(copy)
    assert faults(project.problems) == ()
    assert "came to O'Neill & *Sons* <Trust> would need" in project.policy["5.2"].text


@pytest.mark.parametrize("nothing", ["null", "~", '""', ""])
def test_nothing_is_empty_however_it_is_written(nothing: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  safeguarding_lead: {nothing}\n", encoding="utf-8")
    assert load_parameters(tmp_path)[0] == {"safeguarding_lead": ""}


def test_a_byte_order_mark_changes_nothing(copy: Path) -> None:
    for file in (*copy.glob("decision_trees/*.yml"), copy / "mkdocs.yml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    project = load(copy)
    assert faults(project.problems) == ()
    assert project.sources == OURS.sources


def test_the_engine_holds_every_tree_and_the_words() -> None:
    sources = engine_sources(OURS)
    assert {"compiled/friend_request.py", "compiled/post_photo_video.py", "compiled/words.py"} <= set(sources)
    assert {"browser/machine.py", "browser/worker.py"} <= set(sources)


def test_the_engine_knows_which_edition_it_belongs_to() -> None:
    held: dict[str, Any] = {}
    exec(engine_sources(OURS, "2024-01")["compiled/words.py"], held)  # noqa: S102 - as the browser does
    edition = held["EDITION"]
    assert (edition["policy"], edition["organisation"], edition["number"]) == (
        "Social Media Policy",
        "Tarner",
        "2024-01",
    )
    assert edition["questions"].keys() == OURS.trees.keys()
    assert "'number': 'draft'" in engine_sources(OURS)["compiled/words.py"]
