"""Writes find.json, what the search loads when a reader first touches the field."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from macros.browser.html_parts import in_words
from macros.clauses.model import FORCES
from macros.finding.documents import Document
from macros.finding.readers_words import ReadersWords, is_word

INDEX = "find.json"
ENGLISH = "en"  # the one language whose endings the stemmer knows


def index_data(
    found: Iterable[Document], readers: ReadersWords, words: Mapping[str, str], language: str
) -> dict[str, Any]:
    """Everything the search needs."""
    found = list(found)
    return {
        "stems": language.startswith(ENGLISH),
        "words": {key.removeprefix("find."): text for key, text in words.items() if key.startswith("find.")},
        "forces": [in_words("force", force, words) for force in FORCES],
        "ignore": list(readers.ignore),
        "alike": alike(readers),
        "help": help_for(found, words),
        "documents": [{key: text for key, text in asdict(one).items() if text and key != "is_urgent"} for one in found],
    }


def help_for(found: Iterable[Document], words: Mapping[str, str]) -> list[dict[str, str]]:
    """Where somebody goes who finds nothing: first to what cannot wait, then to all there is."""
    cannot_wait = [{"title": one.title, "at": one.at} for one in found if one.is_urgent]
    lists = [{"title": words[f"find.{name}"], "at": at} for name, at in (("questions", "ask/"), ("policy", "policy/"))]
    return [*cannot_wait, *lists]


def alike(readers: ReadersWords) -> dict[str, list[str]]:
    """For each word of the policy the readers' words: {"photo": ["pic", "selfie"]}."""
    turned: dict[str, list[str]] = {}
    for word, meant in readers.say.items():
        for one in meant:
            if is_word(one.text):
                turned.setdefault(one.text.lower(), []).append(word)
    return turned


def write_index(site: Path, data: Mapping[str, Any]) -> None:
    """Beside the pages of the edition."""
    (site / INDEX).write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
