"""Writes a record for people: as a page of its own in one file, as a part of the page for printing, and as plain text.

All three say the same, block by block. Every word is escaped here, the reader's note too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .dates import write_date
from .html_parts import element, escape, forces_in_words, paragraphs
from .marks import mark
from .record import safety

Json = Mapping[str, Any]
Words = Mapping[str, str]

DRAFT = "draft"
DATA = "policy-record"  # the name of the part of the page that holds the record as data
# The page loads nothing and runs nothing, whatever stands in it.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1a2024; --quiet: #56626a; --line: #75828a; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181b; --ink: #e4e9ec; --quiet: #a5b0b7; --line: #7d8a92; } }
@page { margin: 16mm 20mm; }
body { margin: 0; background: #fff; background: var(--paper); color: #1a2024; color: var(--ink); }
body { font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
main { max-width: 38rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
h1, h2 { margin: 0 0 .5em; line-height: 1.25; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.0625rem; }
p, dl, ul { margin: 0 0 .75em; }
.rec-block { margin-top: 1.5rem; }
.rec-verdict { padding: 1rem; border: 2px solid; border-radius: 8px; }
.rec-verdict h2 { display: flex; align-items: center; font-size: 1.6rem; }
.dt-mark { flex: none; margin-right: .75rem; fill: none; stroke: currentColor; stroke-width: 2; }
.rec-verdict > :last-child { margin-bottom: 0; }
dt { color: #56626a; color: var(--quiet); }
dd { margin: 0 0 .6em; font-weight: 600; }
.rec-note p { white-space: pre-wrap; }
.rec-about { padding-top: 1rem; border-top: 1px solid #75828a; border-top-color: var(--line); font-size: .9em; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #333; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .rec-block { break-inside: avoid; margin-top: 4mm; }
}
"""


@dataclass(frozen=True)
class Block:
    """A part of a record: a heading or none, paragraphs, rows of a question with its answer, and points of a list."""

    kind: str
    heading: str = ""
    text: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()


def blocks(record: Json, words: Words) -> Iterator[Block]:
    """A record in the order in which it is read: the answer, why, the note, safety, and where it comes from."""
    told = record["outcome"]
    yield Block("verdict", told["word"], parts(told["say"], told["until"]))
    if told["reminders"]:
        yield Block("reminders", words["outcome.reminders"], points=tuple(told["reminders"]))
    yield Block("clauses", words["record.clauses"], points=tuple(clause(one, words) for one in record["clauses"]))
    for title, wanted in (("explain.decided", True), ("explain.others", False), ("ask.given", None)):
        rows = tuple((one["ask"], one["said"]) for one in record["answers"] if one["decided"] is wanted)
        if rows:
            yield Block("answers", words[title], rows=rows)
    if record["note"]:
        yield Block("note", words["record.noted"], (record["note"],))
    yield Block("safety", text=tuple(safety(record, words)))
    yield Block("about", text=tuple(about(record, words)))


def parts(*texts: str) -> tuple[str, ...]:
    """The paragraphs of a writer's texts, set apart by empty lines."""
    found = (" ".join(part.split()) for text in texts for part in text.split("\n\n"))
    return tuple(part for part in found if part)


def clause(told: Json, words: Words) -> str:
    """A clause as people cite it, with its force."""
    force = f" ({forces_in_words(told['force'], words)})" if told["force"] else ""
    return f"{told['number']} {told['heading']}{force}"


def about(record: Json, words: Words) -> Iterator[str]:
    """Which policy, which edition, which day, and what the record can prove."""
    policy, edition = record["policy"], record["edition"]
    draft = edition["number"] == DRAFT
    number = words["record.draft"] if draft else words["record.edition"].format(number=edition["number"])
    yield ", ".join(part for part in (policy["organisation"], policy["title"], number) if part)
    day = write_date(date.fromisoformat(record["date"]), words["months"])
    codes = f"{edition['fingerprint']}-{record['question']['fingerprint']}"
    yield f"{words['record.made-on'].format(day=day)} {words['record.check'].format(code=codes)}"
    yield words["record.proves"]


def as_text(record: Json, words: Words) -> str:
    """The record as plain text, to be pasted anywhere. A note is quoted as in a letter, so that its end is seen."""
    lines = [words["record.title"], record["question"]["title"]]
    for block in blocks(record, words):
        sign = "> " if block.kind == "note" else ""
        lines += ["", *([block.heading] if block.heading else [])]
        lines += [f"{sign}{line}" for text in block.text for line in text.splitlines()]
        lines += [f"- {point}" for point in block.points]
        lines += [f"- {asked} {said}" for asked, said in block.rows]
    return "\n".join(lines) + "\n"


def as_part(record: Json, words: Words) -> str:
    """The record without its title, as a part of a page that has the question as its title."""
    return "".join(draw(block, record["outcome"]["verdict"]) for block in blocks(record, words))


def draw(block: Block, verdict: str) -> str:
    """A block as HTML."""
    shape = mark(verdict) if block.kind == "verdict" else ""
    inside = element("h2", shape + element("span", escape(block.heading))) if block.heading else ""
    # A note keeps its lines: what a reader wrote is shown as it was written.
    inside += "".join(element("p", escape(text)) for text in block.text)
    if block.points:
        inside += element("ul", "".join(element("li", escape(point)) for point in block.points))
    if block.rows:
        inside += element(
            "dl", "".join(element("dt", escape(ask)) + element("dd", escape(said)) for ask, said in block.rows)
        )
    return element("div", inside, class_=f"rec-block rec-{block.kind}")


def as_page(record: Json, words: Words, language: str, direction: str = "") -> str:
    """The record as a page of its own, with its data inside; without scripts, and without anything to load."""
    title = record["question"]["title"]
    head = "".join(
        [
            '<meta charset="utf-8">',
            meta("http-equiv", "Content-Security-Policy", POLICY),
            meta("name", "viewport", "width=device-width, initial-scale=1"),
            meta("name", "robots", "noindex"),
            meta("name", DATA, json.dumps(record, ensure_ascii=False, separators=(",", ":"))),
            element("title", escape(f"{words['record.title']}: {title}")),
            element("style", STYLE),
        ]
    )
    kind = paragraphs(words["record.title"], "rec-title")
    main = element("main", kind + element("h1", escape(title)) + as_part(record, words))
    html = element("html", element("head", head) + element("body", main), lang=language, dir=direction or None)
    return f"<!DOCTYPE html>\n{html}\n"


def meta(kind: str, name: str, content: str) -> str:
    """One line of a page's head."""
    return f'<meta {kind}="{name}" content="{escape(content)}">'


def as_data(record: Json) -> str:
    """The record as data, for programs and for ``policy verify-record``."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
