"""Reads the words of a language: every one that a reader sees and that is neither policy nor tree."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from macros.clauses.model import FORCES, ROLES
from macros.clauses.parameters import fill
from macros.files import read_text
from macros.problems import Place, Problem
from macros.settings import SETTINGS, read_settings
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar

FOLDER, ENGLISH = "overrides/locales", "en"

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
    "ask.urgent": (),
    "ask.private": (),
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
    "record.keep": (),
    "record.on-paper": (),
    "record.made": (),
    "record.note": (),
    "record.noted": (),
    "record.no-names": (),
    "record.print": (),
    "record.copy": (),
    "record.page": (),
    "record.data": (),
    "record.see": (),
    "record.close": (),
    "record.copied": (),
    "record.refused": (),
    "record.saved": (),
    "record.failed": (),
    "record.title": (),
    "record.clauses": (),
    "record.edition": ("number",),
    "record.draft": (),
    "record.made-on": ("day",),
    "record.check": ("code",),
    "record.proves": (),
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
    "duties.description": ("count", "role"),
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
    "duties.akin": ("roles",),
    "duties.to-group": (),
    "duties.names-nobody": (),
    "duties.only-everyone": (),
    "duties.not-a-role": (),
    "duties.paper-date": (),
    "duties.group-encouraged": (),
    "reviewed.never": (),
    "reviewed.reviewed": ("day", "role"),
    "reviewed.changed": ("day", "role"),
    "cite.cite": (),
    "cite.of": ("number",),
    "cite.citation": ("clause", "edition", "owner", "title"),
    "cite.edition": ("number",),
    "cite.draft": (),
    "cite.clause": ("heading", "number"),
    "cite.item": ("heading", "number"),
    "cite.copy-link": (),
    "cite.copy-citation": (),
    "cite.copied-link": (),
    "cite.copied-citation": (),
    "cite.refused": (),
    "cite.text": (),
    "peek.to-clause": ("number",),
    "peek.to-item": ("number",),
    "peek.to-section": ("number",),
    "peek.to-reading": ("number",),
    "peek.to-glossary": (),
    "peek.close": (),
    "glossary.ours": (),
    "glossary.defined": ("number",),
    "glossary.defined-in": ("clause",),
    "glossary.also": ("words",),
    "glossary.used": ("clauses",),
    "glossary.unused": (),
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
    "edition.reviewed-draft": ("day",),
    "edition.review-due": ("day",),
    "edition.soon": ("owner",),
    "edition.overdue": ("owner",),
    "edition.overdue-draft": ("owner",),
    "edition.owner": (),
    "edition.calendar": (),
    "edition.more": (),
    "edition.all": (),
    "edition.compare": (),
    "edition.elsewhere": (),
    "editions.none": (),
    "editions.draft": (),
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
    "notice.draft": ("owner",),
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
    "find.label": (),
    "find.short": (),
    "find.example": (),
    "find.question": (),
    "find.clause": (),
    "find.definition": (),
    "find.page": (),
    "find.one": (),
    "find.many": ("count",),
    "find.best": ("count",),
    "find.none": ("words",),
    "find.help": (),
    "find.failed": (),
    "find.questions": (),
    "find.policy": (),
    "page.contents": (),
    "page.for-writers": (),
    "paper.print": (),
    "paper.uncontrolled": (),
    "paper.current": ("address",),
    "whole.contents": (),
    "whole.check": ("hash",),
    "whole.pdf": (),
    "about.section": ("clauses", "policy", "section"),
    "about.tree": ("clauses", "policy"),
    "about.picture": ("title",),
    "about.locale": (),
    **{f"force.{force.replace(' ', '-')}": () for force in FORCES},
    **{f"role.{role.replace(' ', '-')}": () for role in ROLES},
    "theme.action.skip": (),
    "theme.footer": (),
    "theme.footer.previous": (),
    "theme.footer.next": (),
    "theme.nav": (),
    "missing.title": (),
    "missing.text": (),
    "missing.found": (),
    "moved.text": (),
    "moved.link": (),
    "offline.available": (),
    "offline.missing-title": (),
    "offline.missing-text": (),
    "direction": (),
    "months": (),
    "and": (),
}

MONTHS, DIRECTIONS = 12, ("ltr", "rtl")


def read_words(root: Path, parameters: Mapping[str, str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The words by key, in the language of the site, and all that is wrong with them; of other languages it is advice.

    Beside the words stands what the safety note takes from the parameters.
    """
    language, place = site_language(root)
    others = (path for path in sorted((root / FOLDER).glob("*.yml")) if path.stem != language)
    later = tuple(replace(problem, level="advice") for path in others for problem in read_language(path, parameters)[1])
    path = root / FOLDER / f"{language}.yml"
    if not path.is_file():
        what = f'There are no words for the language "{language}".'
        fix = f"Copy {FOLDER}/{ENGLISH}.yml to {FOLDER}/{language}.yml, and translate what stands behind each colon."
        return {}, (Problem(place, "wrong-words", what, fix), *later)
    words, problems = read_language(path, parameters)
    if words:
        ours = {"lead": "safeguarding_lead", "note": "emergency_note"}
        words |= {f"safety.{key}": parameters.get(parameter, "") for key, parameter in ours.items()}
    return words, problems + later


def site_language(root: Path) -> tuple[str, Place]:
    """What ``language`` says under ``theme`` in mkdocs.yml, and where; without it, English."""
    settings, _ = read_settings(root) if (root / SETTINGS).is_file() else (None, ())
    theme = settings.entries.get("theme") if isinstance(settings, Mapped) else None
    language = theme.entries.get("language") if isinstance(theme, Mapped) else None
    return (language.text, language.place) if isinstance(language, Scalar) else (ENGLISH, Place(SETTINGS))


def read_language(path: Path, parameters: Mapping[str, str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The words of one file; none where it cannot be read."""
    name = f"{FOLDER}/{path.name}"
    text, unreadable = read_text(path, name)
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
    if words.get("direction", "").strip() and words["direction"] not in DIRECTIONS:
        yield "direction", f'"{words["direction"]}" is no direction.', "Write ltr (from left to right) or rtl."
    for key in words:
        if key not in NEEDED:
            yield key, f'Nothing shows the words "{key}".', "Look for a spelling mistake, or take the line out."


def places_in(words: str) -> list[str]:
    """The names in { }, sorted; a { that is never closed is a name of its own."""
    try:
        return sorted(place for _, place, _, _ in string.Formatter().parse(words) if place is not None)
    except ValueError:
        return ["{"]
