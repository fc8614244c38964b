"""Answers the page's message of type record: the record of an answer, in every form in which it can be kept.

In   {"type": "record", "tree", "answers" or "fragment", "today", "note", "language": "en", "direction": ""}
Out  {"type": "record", "panel", "part" (for paper), "text", "page", "data", "file" (its name, without an ending)}

Nobody else is told of it, and nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from . import explain, record, record_page
from .html_parts import Setting
from .machine import Answers, CompiledTree
from .record_panel import panel

Json = Mapping[str, Any]


def keep(tree: CompiledTree, answers: Answers, message: Json, facts: Json, words: Mapping[str, str]) -> dict[str, Any]:
    """The record of these answers, made today."""
    on = record.Occasion(facts, words, date.fromisoformat(message["today"]), message["note"])
    made = record.make(tree, answers, explain.decided_by(tree, answers), on)
    part, text = record_page.as_part(made, words), record_page.as_text(made, words)
    return {
        "type": "record",
        "panel": panel(Setting(words), part, text),
        "part": part,
        "text": text,
        "page": record_page.as_page(made, words, message["language"], message["direction"]),
        "data": record_page.as_data(made),
        # The name of a file tells nothing of a private question.
        "file": f"record-{made['date']}" + ("" if tree.PRIVATE else f"-{tree.TREE}"),
    }
