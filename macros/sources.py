"""Gathers the Python that goes to the browser: the engine, the compiled trees, and the words they are shown with."""

from __future__ import annotations

import pprint
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.project import Project
from macros.proofs.fingerprints import clause_hash, edition_hash, tree_hash
from macros.register import DRAFT
from macros.words import FOLDER

ENGINE = Path(__file__).parent / "browser"
NOT_IN_QUESTIONS = (
    "calendar.",
    "cite.",
    "compare.",
    "duties.",
    "edition.",
    "editions.",
    "feed.",
    "find.",
    "glossary.",
    "history.",
    "notice.",
    "peek.",
    "role.",
    "stretch.",
    "theme.",
)


def engine_sources(project: Project, number: str = DRAFT) -> dict[str, str]:
    """The Python that goes to the browser: the engine, the compiled trees, the words of the site, and the edition."""
    engine = {f"browser/{path.name}": path.read_text(encoding="utf-8") for path in sorted(ENGINE.glob("*.py"))}
    trees = {f"compiled/{name.replace('-', '_')}.py": source for name, source in project.sources.items()}
    words = {key: text for key, text in project.words.items() if not key.startswith(NOT_IN_QUESTIONS)}
    told = as_module(WORDS=words, EDITION=edition_facts(project, number))
    return {**engine, "compiled/__init__.py": "", "compiled/words.py": told, **trees}


def edition_facts(project: Project, number: str) -> dict[str, Any]:
    """What a record of an answer tells of the edition it was made in. ``questions`` has a hash of each tree."""
    trees = {name: tree_hash(tree) for name, tree in project.trees.items()}
    clauses = {str(clause.number): clause_hash(clause) for clause in project.policy}
    return {
        "policy": project.title,
        "organisation": project.parameters.get("org_name", ""),
        "number": number,
        "fingerprint": edition_hash(clauses, trees),
        "questions": trees,
    }


def comparing_sources(project: Project) -> dict[str, str]:
    """The Python that the browser fetches besides, only to compare editions; and every word of the site."""
    room = {
        f"browser/compare/{path.name}": path.read_text(encoding="utf-8") for path in sorted(ENGINE.glob("compare/*.py"))
    }
    return {**room, "compared/__init__.py": "", "compared/words.py": as_module(WORDS=project.words)}


def as_module(**values: Mapping[str, Any]) -> str:
    """Some values as a module of Python: the words, and what tells of the edition."""
    parts = [f"{name} = {pprint.pformat(dict(value), width=120)}\n" for name, value in values.items()]
    return "\n".join([f'"""The words of the site, from {FOLDER}."""\n', *parts])
