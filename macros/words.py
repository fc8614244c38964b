"""Reads the words of a language: every one that a reader sees and that is neither policy nor tree."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.clauses.parameters import fill
from macros.problems import Place, Problem
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar

FOLDER, LANGUAGE = "overrides/locales", "en"

# Each key, with the places that are filled in when it is shown.
NEEDED: dict[str, tuple[str, ...]] = {
    "verdict.yes": (),
    "verdict.yes-if": (),
    "verdict.ask": (),
    "verdict.no": (),
    "verdict.act-now": (),
    "verdict.nothing-to-do": (),
    "verdict.goto": (),
    "ask.why": (),
    "ask.not-sure": (),
    "ask.continue": (),
    "ask.day": (),
    "ask.month": (),
    "ask.year": (),
    "ask.number": (),
    "ask.date-hint": (),
    "ask.or-choose": (),
    "ask.or-range": (),
    "ask.tick-hint": (),
    "ask.none": (),
    "ask.any": (),
    "ask.given": (),
    "ask.change": (),
    "ask.change-of": ("question",),
    "ask.restart": (),
    "ask.begin": (),
    "ask.print-step": ("number",),
    "ask.print-outcome": ("number",),
    "ask.print-goes-to": ("number",),
    "error.title": (),
    "error.choose": (),
    "error.date": (),
    "error.year": (),
    "error.no-such-day": (),
    "error.future": (),
    "error.number": (),
    "outcome.because": (),
    "outcome.because-of": ("clauses",),
    "outcome.one-of": (),
    "outcome.reminders": (),
    "outcome.goto": (),
    "outcome.ours": (),
    "outcome.not-sure-say": (),
    "explain.decided": (),
    "explain.others": (),
    "explain.change": (),
    "explain.then": ("change", "verdict"),
    "explain.more": ("change",),
    "explain.yes-if": (),
    "explain.find-out": (),
    "explain.nothing": (),
    "explain.nothing-alone": (),
    "reminder.5.17": (),
    "reminder.4.8": (),
    "reminder.5.9": (),
    "reminder.5.21": (),
    "reminder.3.6": (),
    "safety.ask": (),
    "safety.tell": ("clauses",),
    "safety.ours-lead": ("lead",),
    "safety.ours-emergency": ("note",),
    "safety.another-manager": (),
    "safety.brief": ("clauses",),
    "safety.cards": (),
    "outcome.card": (),
    "cards.tell": ("clauses",),
    "cards.reach": (),
    "cards.fill-in": (),
    "cards.ask": (),
    "python.starting": (),
    "python.ready": (),
    "python.unavailable": (),
    "python.typed": ("typed",),
    "leave.link": (),
    "leave.note": ("site",),
    "chart.open": (),
    "chart.title": ("title",),
    "chart.same": (),
    "chart.list": (),
    "chart.list-hint": (),
    "chart.look": (),
    "chart.otherwise": (),
    "chart.is": ("question", "answers"),
    "chart.is-not": ("question", "answers"),
    "chart.answered": (),
    "chart.quoted": ("answer",),
    "chart.or": (),
    "chart.go-to": ("question",),
    "chart.your-way": (),
    "chart.you-are-here": (),
    "clause.unnumbered": (),
    "clause.reference": ("number",),
    "clause.duties": (),
    "clause.topics": (),
    "clause.see-also": (),
    "clause.questions": (),
    "clause.alongside": ("roles",),
    "clause.definition": (),
    "clause.statement": (),
    "clause.repealed": (),
    "duties.title": ("role",),
    "duties.one": ("count",),
    "duties.many": ("count",),
    "duties.how-to-read": (),
    "duties.not-named": ("role",),
    "duties.none": (),
    "duties.nobody": (),
    "duties.nobody-means": (),
    "duties.by-reading-means": ("other", "reading", "role"),
    "duties.by-word-means": ("other", "role"),
    "duties.by-reading": ("reading", "role"),
    "duties.by-word": ("role",),
    "duties.for-everyone": (),
    "duties.readings": ("readings",),
    "duties.topic": (),
    "duties.all-topics": (),
    "duties.shown": ("all", "count", "topic"),
    "duties.shown-all": (),
    "duties.by-topic": (),
    "duties.part": (),
    "duties.part-means": (),
    "duties.other-roles": (),
    "duties.names-nobody": (),
    "duties.only-everyone": (),
    "duties.not-a-role": (),
    "duties.paper-date": (),
    "duties.must": (),
    "duties.must not": (),
    "duties.should": (),
    "duties.should not": (),
    "duties.may only": (),
    "duties.may": (),
    "duties.encouraged": (),
    "duties.advised": (),
    "duties.asked": (),
    "duties.instruction": (),
    "duties.group-encouraged": (),
    "reviewed.never": (),
    "reviewed.reviewed": ("day", "role"),
    "reviewed.changed": ("day", "role"),
    "coverage.caption": (),
    "coverage.clause": (),
    "coverage.waived": ("reason",),
    "coverage.open": (),
    "figures.caption": (),
    "figures.tree": (),
    "figures.questions": (),
    "figures.paths": (),
    "figures.deepest": (),
    "figures.examples": (),
    "figures.median": (),
    "figures.nine-in-ten": (),
    "figures.all": (),
    "reading-clauses.caption": (),
    "reading-trees.caption": (),
    "reading.what": (),
    "reading.age": (),
    "reading.words": (),
    "reading.sentences": (),
    "reading.longest": (),
    "reading.too-short": (),
    "edition.about": (),
    "edition.number": ("number",),
    "edition.draft": (),
    "edition.in-force": ("day",),
    "edition.reviewed": ("day",),
    "edition.review-due": ("day",),
    "edition.soon": ("owner",),
    "edition.overdue": ("owner",),
    "edition.owner": (),
    "edition.calendar": (),
    "edition.more": (),
    "edition.all": (),
    "edition.compare": (),
    "edition.elsewhere": (),
    "editions.none": (),
    "editions.adopted": (),
    "editions.reviewed": (),
    "editions.review-due": (),
    "editions.in-force": (),
    "editions.approved-by": (),
    "editions.why": ("why",),
    "editions.data": (),
    "editions.policy-data": (),
    "editions.trees-data": (),
    "editions.schema": (),
    "notice.draft": (),
    "notice.old": (),
    "notice.future": ("day",),
    "notice.next": ("day",),
    "notice.same": ("edition",),
    "notice.renumbered": ("edition", "number"),
    "notice.repealed": ("edition",),
    "notice.gone": ("edition",),
    "notice.page": ("edition",),
    "notice.start": ("edition",),
    "calendar.due": ("title",),
    "history.since": ("edition",),
    "history.changed": ("edition",),
    "history.of": ("edition", "kinds"),
    "history.why": ("why",),
    "history.draft": (),
    "feed.title": ("title",),
    "feed.first": ("edition",),
    "feed.link": (),
    "compare.no-range": (),
    "compare.none": (),
    "compare.draft": (),
    "compare.edition": ("number",),
    "compare.from-to": ("new", "old"),
    "compare.size.answers": (),
    "compare.size.questions": (),
    "compare.size.words": (),
    "compare.size.nothing": (),
    "compare.size.clauses-only": (),
    "compare.force": (),
    "compare.added": (),
    "compare.removed": (),
    "compare.reworded": (),
    "compare.renumbered": (),
    "compare.editorial": (),
    "compare.parameters": (),
    "compare.answers": (),
    "compare.kind.force": (),
    "compare.kind.added": (),
    "compare.kind.removed": (),
    "compare.kind.repealed": (),
    "compare.kind.restored": (),
    "compare.kind.reworded": (),
    "compare.kind.kind": (),
    "compare.kind.renamed": (),
    "compare.kind.moved": (),
    "compare.kind.renumbered": (),
    "compare.kind.editorial": (),
    "compare.kind.notes": (),
    "compare.duty.turned": (),
    "compare.duty.raised": (),
    "compare.duty.lowered": (),
    "compare.duty.changed": (),
    "compare.duty.dropped": (),
    "compare.duty.added": (),
    "compare.duty.alongside": (),
    "compare.duty.reworded": (),
    "compare.ins": (),
    "compare.del": (),
    "compare.end": (),
    "compare.before": ("number",),
    "compare.by-parameter": (),
    "compare.unsaid": ("words",),
    "compare.of": ("all", "number"),
    "compare.previous": (),
    "compare.next": (),
    "compare.loosened": (),
    "compare.tightened": (),
    "compare.otherwise": (),
    "compare.words": (),
    "compare.clauses": (),
    "compare.editorial-end": (),
    "compare.ways": ("all", "count"),
    "compare.whoever": (),
    "compare.they-all": (),
    "compare.example": (),
    "compare.only-old": (),
    "compare.only-new": (),
    "compare.no-longer": ("clauses",),
    "compare.now-also": ("clauses",),
    "compare.too-wide": ("question",),
    "compare.tree-added": (),
    "compare.tree-dropped": (),
    "compare.question-added": ("question",),
    "compare.question-dropped": ("question",),
    "compare.question-changed": ("question",),
    "compare.option-added": ("answer", "verdicts"),
    "compare.option-dropped": ("answer", "verdicts"),
    "compare.option-reworded": (),
    "compare.range": ("new", "old"),
    "compare.ticks-new": (),
    "compare.ticks-old": (),
    "compare.choose": (),
    "compare.choose-old": (),
    "compare.choose-new": (),
    "compare.show": (),
    "compare.waiting": (),
    "compare.failed": (),
    "compare.neighbours": ("new", "old"),
    "stretch.more": ("low",),
    "stretch.or-over": ("low",),
    "stretch.exactly": ("low",),
    "stretch.or-less": ("high",),
    "stretch.under": ("high",),
    "stretch.both": ("lower", "upper"),
    "stretch.years": ("count",),
    "stretch.year": ("count",),
    "page.contents": (),
    "missing.title": (),
    "missing.text": (),
    "missing.found": (),
    "moved.text": (),
    "moved.link": (),
    "offline.available": (),
    "offline.missing-title": (),
    "offline.missing-text": (),
    "months": (),
    "and": (),
}

MONTHS = 12


def read_words(root: Path, parameters: Mapping[str, str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The words by key, with what the safety note takes from the parameters; and all that is wrong with them."""
    name = f"{FOLDER}/{LANGUAGE}.yml"
    text, unreadable = read_text(root / name, name)
    if unreadable:
        return {}, unreadable
    value, problems = read_yaml(name, text)
    if problems:
        return {}, problems  # What it lacks is known once it can be read.
    mapped = value if isinstance(value, Mapped) else Mapped({}, {}, Place(name))
    words: dict[str, str] = {}
    wrong: tuple[Problem, ...] = ()
    for key, value in mapped.entries.items():
        if isinstance(value, Scalar):
            words[key], unfilled = fill(value.text, parameters, value.place)
            wrong += unfilled
    wrong += tuple(
        Problem(mapped.keys.get(key, Place(name)), "wrong-words", what, fix) for key, what, fix in wrong_words(words)
    )
    ours = {"lead": "safeguarding_lead", "note": "emergency_note"}
    words |= {f"safety.{key}": parameters.get(parameter, "") for key, parameter in ours.items()}
    return words, problems + wrong


def wrong_words(words: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """What a language file lacks or spells wrongly, as (key, what is wrong, the way out)."""
    for key, places in NEEDED.items():
        if not words.get(key, "").strip():
            yield key, f'There are no words for "{key}".', "Copy the line from another language, and translate it."
        elif places_in(words[key]) != sorted(places):
            wanted = " and ".join(f"{{{place}}}" for place in places) or "no { }"
            yield key, f'The words for "{key}" need {wanted}.', "Keep the names in { } as they are."
    if len(words.get("months", "").split()) != MONTHS:
        yield "months", "There must be twelve months.", "Write their names in order, with a space between."
    for key in words:
        if key not in NEEDED:
            yield key, f'Nothing shows the words "{key}".', "Look for a spelling mistake, or take the line out."


def places_in(words: str) -> list[str]:
    """The names in { }, sorted; a { that is never closed is a name of its own."""
    try:
        return sorted(place for _, place, _, _ in string.Formatter().parse(words) if place is not None)
    except ValueError:
        return ["{"]


def read_text(path: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """A file's text, or the fault that it is none."""
    try:
        return path.read_text(encoding="utf-8-sig"), ()
    except UnicodeDecodeError:
        return "", (
            Problem(Place(name), "not-text", "This file is not plain text in UTF-8.", "Save it again as UTF-8."),
        )
