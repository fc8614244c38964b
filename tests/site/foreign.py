"""Our own site as a fork would have it in another language: made-up words in Hebrew letters, from right to left.

Every letter that a writer wrote is another letter, in the words of the site, the policy, the trees and the settings.
So what still stands in Latin letters on a page came from our code.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

OURS = Path(__file__).parents[2]
# Yiddish: a language that is written so, and that the theme does not know.
LANGUAGE = "yi"
KEPT = (".cache", "node_modules", "macros", "requirements-pyodide.txt")  # what a build needs and does not change
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיךכלםמןנסעףפץצקרש")
# What is no prose: front matter, parameters and places, calls, the addresses of links, tags, the names of notes.
KEEP = re.compile(
    r"\A---\n[\s\S]*?\n---\n|\{:(?:\{\{.*?\}\}|[^{}])*\}|\{\{[\s\S]*?\}\}|\{%.*?%\}|\{[^{}]*\}"
    r"|\]\([^)]*\)|<[^>]*>|^!!! [\w-]+|&\w+;|\b(?:AIM|REV-\d+|A\.\d+)\b",
    re.MULTILINE,
)
PROSE = ("title", "scope", "ask", "why", "say", "do", "otherwise")
ATTRIBUTES = re.compile(r'(topics|duties)="([^"]*)"')
# In the call for a card, and in the front matter.
LABEL = re.compile(r'^(  ")([^"]+)(?=": ")|^((?:description|title): (?:>-\n  )?)(.+)$', re.MULTILINE)
CODED = ("data-when", "data-to", "data-from", "data-answer")  # for scripts: names of states, steps and answers
TOLD = ("alt", "aria-label", "placeholder", "title")
# Codes of clauses and readings, hashes, addresses, places that a script fills in.
NO_WORDS = re.compile(
    r"\b(?:AIM|REV-\d+|A\.\d+|R\d+)\b|https?://\S+|[0-9a-f]{64}|[0-9a-f]{16}|bbc\.co\.uk|@\w+|[\w./-]+\.(?:json|xml|ics)|\{\w+\}"
)
# At the end of every word but two lists that no reader sees: what would break a page that took words for markup.
SIGNS = ' "<i>'
BARE = ("about.locale", "months")
BROKEN_NAME = re.compile(r"[^a-z0-9:_.-]")
TWICE = re.compile(r"&(?:amp|lt|gt|quot|#3[49])")
LATIN = re.compile(r"[A-Za-z]{2,}")


def write_foreign(root: Path) -> None:
    """The whole project in made-up words."""
    for part in ("docs", "overrides", "decision_trees"):
        shutil.copytree(OURS / part, root / part, ignore=shutil.ignore_patterns("design", "problems", "pictures"))
    for name in KEPT:
        (root / name).symlink_to(OURS / name)
    for path in (root / "docs").rglob("*.md"):
        change(path, markdown)
    change(root / "docs/glossary.yml", glossary)
    for path in (root / "decision_trees").glob("[!k]*.yml"):
        change(path, tree)
    change(root / "decision_trees/records/waived.yml", language)
    english = root / "overrides/locales/en.yml"
    english.with_name(f"{LANGUAGE}.yml").write_text(language(english.read_text(encoding="utf-8")), encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings((OURS / "mkdocs.yml").read_text(encoding="utf-8")), encoding="utf-8")


def change(path: Path, into: Any) -> None:  # noqa: ANN401 - text to text
    """A file in other words."""
    path.write_text(into(path.read_text(encoding="utf-8")), encoding="utf-8")


def foreign(text: str) -> str:
    """Prose in other letters; what is no prose stays."""
    kept = iter([*KEEP.findall(text), ""])
    return "".join(part.lower().translate(LETTERS) + next(kept) for part in KEEP.split(text))


def language(text: str) -> str:
    """A language file."""
    words = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - every value is text
    made = {key: foreign(value) + ("" if key in BARE else SIGNS) for key, value in words.items()}
    made |= {"direction": "rtl"} if "direction" in made else {}
    return dump(made)


def glossary(text: str) -> str:
    """The glossary: its words, and what we say of them."""
    terms = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - as above
    for term in terms.values():
        term["words"] = [foreign(word) for word in term["words"]]
        if "means" in term:
            term["means"] = foreign(term["means"])
    return dump(terms)


def dump(value: Any) -> str:  # noqa: ANN401 - YAML's own values
    """As YAML, in the same order, each text in one line."""
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000))


def tree(text: str) -> str:
    """A tree: what readers see of it."""
    return dump(in_tree(yaml.load(text, yaml.BaseLoader)))  # noqa: S506 - as above


def in_tree(value: Any, *, is_prose: bool = False) -> Any:  # noqa: ANN401 - YAML's own values
    """Any part of a tree."""
    if isinstance(value, dict):
        return {
            key: in_tree(one, is_prose=is_prose or (key in PROSE and isinstance(one, str)) or key == "options")
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [in_tree(one) for one in value]
    return foreign(value) if is_prose else value


def markdown(text: str) -> str:
    """A page: its prose, and in a clause's attributes its topics and what its duties ask."""
    labelled = LABEL.sub(lambda one: (one[1] or one[3]) + foreign(one[2] or one[4]), foreign(text))
    return ATTRIBUTES.sub(attribute, labelled)


def attribute(found: re.Match[str]) -> str:
    """Topics whole; of duties only what stands in brackets, since roles and forces are names."""
    name, value = found.groups()
    inner = foreign(value) if name == "topics" else re.sub(r"\(([^()]*)\)", lambda one: f"({foreign(one[1])})", value)
    return f'{name}="{inner}"'


def settings(text: str) -> str:
    """The names in mkdocs.yml, its menu, and its language."""
    names = "site_name|site_description|org_name|org_short|location|community_group|emergency_note|complaints_procedure"
    names += "|child_policy|consent_record|appendix_date|- what"
    text = re.sub(rf"^( *(?:{names}): )([^#\n]*)", lambda one: one[1] + foreign(one[2]), text, flags=re.MULTILINE)
    text = re.sub(r"^( +- )([A-Z][^:\n]*)(?=:)", lambda one: one[1] + foreign(one[2]), text, flags=re.MULTILINE)
    text = text.replace("  language: en\n", f"  language: {LANGUAGE}\n")
    return text.replace("lint_language: en", "lint_language: off")


class Told(HTMLParser):
    """What a page tells: its text, and the attributes that are read out or that scripts put on the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.told: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Attributes; a script's inside is its own affair."""
        self.inside = tag
        named = dict(attrs)
        is_description = named.get("name") == "description"
        for name, value in attrs:
            is_told = name in TOLD or (name.startswith("data-") and " " in (value or "") and name not in CODED)
            if value and (is_told or (is_description and name == "content")):
                self.told.append(value)

    def handle_endtag(self, _tag: str) -> None:
        """Out of a script, or of anything else."""
        self.inside = ""

    def handle_data(self, data: str) -> None:
        """Text that is seen."""
        if self.inside not in ("script", "style"):
            self.told.append(data)


class Markup(HTMLParser):
    """What became of ``SIGNS``: ``broken`` holds each tag and each text in which they are not what was written."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.broken: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that nobody wrote, or one whose attributes were ended by a sign."""
        self.inside = tag
        if tag == "i" or any(BROKEN_NAME.search(name) for name, _ in attrs):
            self.broken.append(self.get_starttag_text() or tag)
        for _, value in attrs:
            self.look_at(value or "")

    def handle_endtag(self, _tag: str) -> None:
        """Out of a script, or of anything else."""
        self.inside = ""

    def handle_data(self, data: str) -> None:
        """Text that is seen."""
        if self.inside not in ("script", "style"):
            self.look_at(data)

    def look_at(self, text: str) -> None:
        """Signs that were escaped twice."""
        if TWICE.search(text):
            self.broken.append(text)


def latin(texts: list[str]) -> Iterator[str]:
    """The texts that hold words in Latin letters."""
    for text in texts:
        if LATIN.search(NO_WORDS.sub("", text)):
            yield " ".join(text.split())
