"""Reads the menu, `nav` in mkdocs.yml: which pages it leads to, and in which situation each question stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from macros.problems import Place, Problem
from macros.trees.yaml_values import Mapped, Scalar, Sequence, Value

QUESTIONS = "ask/"
NO_SITUATION = ""


@dataclass(frozen=True)
class Menu:
    """Each page and each question with its place in the settings, in the order of the menu.

    ``situations`` is {"friend-request": "Requests and messages"}; a question that stands in none has "".
    """

    pages: Mapping[str, Place] = field(default_factory=dict)
    situations: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, Place] = field(default_factory=dict)

    def grouped(self, trees: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        """The trees by situation; those without one come last, and those that the menu leaves out at the very end."""
        named = {name: self.situations.get(name, NO_SITUATION) for name in (*self.situations, *trees)}
        titles = [title for title in dict.fromkeys(named.values()) if title != NO_SITUATION]
        groups = {
            title: tuple(name for name in named if named[name] == title and name in trees)
            for title in (*titles, NO_SITUATION)
        }
        return {title: names for title, names in groups.items() if names}


def read_menu(settings: Value | None) -> Menu:
    """The menu in the settings. What is no page of ours, such as a link, is passed over."""
    nav = settings.entries.get("nav") if isinstance(settings, Mapped) else None
    pages: dict[str, Place] = {}
    situations: dict[str, str] = {}
    questions: dict[str, Place] = {}
    for page, part_of in named(nav) if nav else ():
        pages.setdefault(page.text, page.place)
        if is_question(page.text) and (name := PurePosixPath(page.text).stem) != "index":
            questions.setdefault(name, page.place)
            # The first name is the part of the site; what stands below it, if anything does, the situation.
            situations.setdefault(name, part_of[-1] if part_of[1:] else NO_SITUATION)
    return Menu(pages, situations, questions)


def is_question(page: str) -> bool:
    """Whether a line of the menu names a page below "ask/". A folder, or a link such as "ask/x", is none."""
    return page.startswith(QUESTIONS) and page.endswith(".md")


def named(value: Value, part_of: tuple[str, ...] = ()) -> Iterator[tuple[Scalar, tuple[str, ...]]]:
    """Every page below a part of the menu, with the names of the parts it stands in."""
    if isinstance(value, Scalar):
        yield value, part_of
    elif isinstance(value, Sequence):
        for item in value:
            yield from named(item, part_of)
    else:
        for name, item in value.entries.items():
            # "Home: index.md" names a page, "Groups: [...]" a part.
            yield from named(item, part_of if isinstance(item, Scalar) else (*part_of, name))


def without_situation(menu: Menu) -> list[Problem]:
    """Questions that stand beside the situations, where there are any: the list shows them last, under no heading."""
    if not any(menu.situations.values()):
        return []
    fix = "Put its line below one of them, or below a new one."
    return [
        Problem(
            menu.questions[name],
            "no-situation",
            f'The question "{name}" stands in no situation.',
            fix,
            "advice",
        )
        for name, title in menu.situations.items()
        if title == NO_SITUATION
    ]
