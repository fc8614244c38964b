"""A tree's page: every step once, each way leading to one of them, and nothing from a writer that becomes markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.browser.html_parts import Setting
from macros.pages.ask import PythonAddresses, as_markdown, ask_page
from macros.pages.steps import built_steps, carried_here
from macros.project import Project, load
from macros.trees.compiler import load_compiled
from tests.browser.setting import SETTING
from tests.trees.workshop import kitchen_sink

ROOT = Path(__file__).parent.parent.parent
PYTHON = PythonAddresses("runtime/abc/", "runtime/def/engine.zip")


@pytest.fixture(scope="module")
def project() -> Project:
    """Our own trees."""
    return load(ROOT)


@pytest.mark.parametrize("name", ["friend-request", "post-photo-video"])
def test_every_way_leads_to_a_step_of_the_page_and_no_step_stands_twice(project: Project, name: str) -> None:
    page = ask_page(project.compiled[name], Setting(project.words), PYTHON)
    ids = re.findall(r'<section id="(\w+)"', page)
    assert len(ids) == len(set(ids)) > 20
    assert set(re.findall(r'href="#(\w+)"', page)) <= set(ids)


def test_a_step_keeps_only_the_answers_that_something_further_on_looks_at(project: Project) -> None:
    steps = built_steps(project.compiled["friend-request"])
    assert [step.step.answers for step in steps if step.step.kind == "outcome"] == [
        {} for step in steps if step.step.kind == "outcome"
    ]
    assert {"identity": "adult"} in [step.step.answers for step in steps if step.step.name == "years"]


def test_the_first_step_stands_last_so_that_css_can_hide_it(project: Project) -> None:
    page = ask_page(project.compiled["friend-request"], Setting(project.words), PYTHON)
    assert page.rindex('class="dt-step dt-first"') == page.rindex('class="dt-step')


def test_the_ids_are_the_same_in_every_build_and_tell_nothing(project: Project) -> None:
    steps = built_steps(project.compiled["friend-request"])
    assert all(re.fullmatch(r"s[0-9a-f]{8}", step.id) for step in steps)
    assert steps == built_steps(project.compiled["friend-request"])


@pytest.mark.parametrize(
    ("title", "markdown"),
    [
        ("Can I post it?", "Can I post it?"),
        ("R&D <b>now</b>", "R&amp;D &lt;b>now&lt;/b>"),
        ("*Star* [link](x) `code` {: #id }", r"\*Star\* \[link\](x) \`code\` \{: \#id \}"),
    ],
)
def test_a_title_is_shown_as_it_is_written(title: str, markdown: str) -> None:
    assert as_markdown(title) == markdown


def test_a_step_that_another_tree_hands_over_to_says_which_answers_were_carried() -> None:
    folder = kitchen_sink()
    trees = {name: load_compiled(source, name) for name, source in folder.sources.items()}
    carried = carried_here("other-tree", trees.values())
    step = trees["kitchen-sink"].OUTCOMES["abuse"]["fragment"]
    assert carried == {step: "kind=abuse&ticks=faces"}
    assert carried_here("kitchen-sink", trees.values()) == {}
    page = ask_page(trees["other-tree"], SETTING, PYTHON, carried)
    assert f'<section id="{step}" class="dt-step dt-end" data-carried="kind=abuse&amp;ticks=faces">' in page
    assert page.count("data-carried") == 1


def test_where_two_hand_overs_lead_to_one_step_with_different_answers_nobody_can_tell_which() -> None:
    trees = [load_compiled(kitchen_sink().sources["kitchen-sink"], "kitchen-sink") for _ in range(2)]
    trees[1].OUTCOMES["abuse"]["knowing"] = {"kind": "other", "ticks": "faces"}
    assert carried_here("other-tree", trees) == {}
