"""Makes the pages that no writer writes: one for each role that has duties. mkdocs.yml names this file as a hook.

They follow from the clauses alone, so a policy with other roles has other pages, and no copy of them can grow old.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from macros.browser.html_parts import in_words
from macros.clauses.duty_lists import FOLDER, duties_of, roles_with_lists, slug
from macros.pages.clause_markup import project_at
from macros.project import Project

INDEX = f"{FOLDER}/index.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, and put them below their index in the menu. Without the index there are none."""
    if files.get_file_from_path(INDEX):
        project = project_at(Path(config.config_file_path).parent)
        made = {f"{FOLDER}/{slug(role)}.md": role for role in roles_with_lists(project.policy, project.counting)}
        for path, role in made.items():
            files.append(File.generated(config, path, content=page_of(role, project)))
        config.nav = in_menu(config.nav, [INDEX, *made])
    return files


def page_of(role: str, project: Project) -> str:
    """A role's page: what it is to search engines, and the call that makes the rest."""
    name, count = in_words("role", role, project.words), len(duties_of(project.policy, role, project.counting))
    told = project.words["duties.description"].format(role=name, count=count)
    return f'---\ndescription: {json.dumps(told, ensure_ascii=False)}\n---\n{{{{ duties("{role}") }}}}\n'


def in_menu(menu: Any, pages: list[str]) -> Any:  # noqa: ANN401 - a menu is lists and mappings of text, however deep
    """The menu with all these pages where the first of them stands."""
    if isinstance(menu, list):
        return [in_menu(item, pages) for item in menu]
    if isinstance(menu, dict):
        return {title: pages if item == pages[0] else in_menu(item, pages) for title, item in menu.items()}
    return menu
