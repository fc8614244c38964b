"""The few pieces of HTML that questions and outcomes share. Every word that comes in is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# As html.escape has it; but that module brings a table of all 2,231 named characters along, to every reader's phone.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


@dataclass(frozen=True)
class Setting:
    """What a drawing needs besides the tree: the words of the site, and the way from this page to the site's root."""

    words: Mapping[str, str]
    base: str = "../../"


def escape(text: str) -> str:
    """Text as it may stand in HTML, in an attribute too."""
    return text.translate(ESCAPES)


def element(tag: str, content: str, **attributes: str | bool | None) -> str:
    """One element around content that is HTML already; ``data_answer="yes"`` is written ``data-answer="yes"``."""
    return f"<{tag}{''.join(write_attributes(attributes))}>{content}</{tag}>"


def write_attributes(attributes: Mapping[str, str | bool | None]) -> Iterable[str]:
    """Attributes with their values escaped; True stands as a bare name, False and None not at all."""
    for key, value in attributes.items():
        name = key.rstrip("_").replace("_", "-")
        if value is True:
            yield f" {name}"
        elif isinstance(value, str):
            yield f' {name}="{escape(value)}"'


def in_words(thing: str, name: str, words: Mapping[str, str]) -> str:
    """A force, a role or a kind of clause as a reader sees it; an edition of another day may have others than today."""
    key = name.replace(" ", "-")
    return words.get(f"{thing}.{key}") or words.get(f"clause.{key}", name)


def forces_in_words(forces: str, words: Mapping[str, str]) -> str:
    """All forces of a clause, as a compiled tree or an edition tells them: ``must · should not``."""
    return " · ".join(in_words("force", force, words) for force in forces.split(" · "))


def paragraphs(text: str, class_: str) -> str:
    """Each paragraph of a writer's text, set apart by empty lines, as a paragraph."""
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return "".join(element("p", escape(part), class_=class_) for part in parts if part)


def clause_link(number: str, clause: Mapping[str, str], setting: Setting, words: str | None = None) -> str:
    """A clause's number, or other words, as a link to where it stands in the policy."""
    address = f"{setting.base}{clause['page']}#{clause['id']}"
    return element("a", escape(words or number), href=address, class_="dt-clause-link")


def clause_links(numbers: Iterable[str], clauses: Mapping[str, Mapping[str, str]], setting: Setting) -> str:
    """Several clause numbers as links, separated by commas."""
    return ", ".join(clause_link(number, clauses[number], setting) for number in numbers)
