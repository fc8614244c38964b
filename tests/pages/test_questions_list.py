"""The questions as lists: by situation, with a line each, and those that cannot wait before all others."""

from __future__ import annotations

import re
from dataclasses import replace

from macros.browser.html_parts import Setting
from macros.menu import Menu
from macros.pages.questions_list import questions_list, situations, slug, urgent
from macros.project import Project
from tests.finding.search import ours


def setting(project: Project) -> Setting:
    return Setting(project.words, "../")


def shown(html: str) -> list[str]:
    """The questions it leads to, in order."""
    return re.findall(r'href="\.\./ask/([\w-]+)/"', html)


def test_every_question_stands_once_with_its_line_below_the_heading_of_its_situation() -> None:
    project = ours()
    text = questions_list(project, setting(project))
    assert sorted(shown(text)) == sorted(project.trees)
    assert text.count("<p>") == len(project.trees)
    headings = re.findall(r"^## (.+) \{: #([\w-]+) \}$", text, re.MULTILINE)
    assert headings == [(title, slug(title)) for title in project.menu.grouped(project.trees)]
    about_photos = text.split("#photos-and-posts")[1].split("\n## ")[0]
    assert shown(about_photos) == ["post-photo-video", "write-post"]


def test_the_home_page_folds_each_situation_away() -> None:
    project = ours()
    text = situations(project, setting(project))
    assert text.count("<details") == len(project.menu.grouped(project.trees)) == 6
    assert sorted(shown(text)) == sorted(project.trees)


def test_what_cannot_wait_is_said_by_the_trees() -> None:
    project = ours()
    text = urgent(project, setting(project))
    assert shown(text) == ["worried-about-young-person", "online-abuse", "account-break-in"]
    assert "In an emergency: call 999. (not from the policy)" in text
    patient = {name: replace(tree, urgent=False) for name, tree in project.trees.items()}
    assert urgent(replace(project, trees=patient), setting(project)) == ""


def test_without_situations_there_is_one_plain_list() -> None:
    project = replace(ours(), menu=Menu())
    for text in (questions_list(project, setting(project)), situations(project, setting(project))):
        assert "##" not in text
        assert "<details" not in text
        assert shown(text) == list(project.trees)


def test_what_a_writer_wrote_is_shown_as_it_is() -> None:
    project = ours()
    tree = replace(project.trees["write-post"], title="<b>This</b>", scope="1 < 2 & 3")
    text = questions_list(replace(project, trees={"write-post": tree}), setting(project))
    assert "&lt;b&gt;This&lt;/b&gt;" in text
    assert "1 &lt; 2 &amp; 3" in text
