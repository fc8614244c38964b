"""Reads the glossary: which clause defines a word, and the words that we explain, as editor's notes, where none does.

An entry is ``sns: {words: [SNS], clause: 2.6}`` or ``dsl: {words: [DSL], means: Usually the Designated …}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.clauses.model import Clause, Policy
from macros.files import read_text
from macros.problems import Place, Problem, did_you_mean
from macros.trees.fields import ID, Fields, nearest_id
from macros.trees.model import Text
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Reading

FILE = "docs/glossary.yml"
KEYS = ("words", "clause", "means")
HOW = 'Write a name and a colon for each, and below it, set in, "words: [ … ]" and "means: …" or "clause: …".'
DEFINITION = "definition"  # the kind of clause that a word may be defined by


@dataclass(frozen=True)
class Term:
    """One meaning, and the words that have it; the first is what the glossary calls it.

    Either a clause of the policy defines it, or ``means`` does, in our words.
    """

    id: str
    words: tuple[Text, ...]
    clause: str
    means: str
    place: Place

    @property
    def name(self) -> str:
        """What the glossary calls it."""
        return self.words[0].text

    @property
    def is_ours(self) -> bool:
        """Whether the policy leaves it to us."""
        return not self.clause


@dataclass(frozen=True)
class Glossary:
    """All terms, in the order of the file."""

    terms: tuple[Term, ...] = ()

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Term]]:
        """Where its words stand in a text: whole words alone, the longest first, in the singular or the plural."""
        if self.terms:
            forms, pattern = self._pattern
            yield from ((found, forms[(found.lastindex or 1) - 1]) for found in pattern.finditer(text))

    def used_in(self, clause: Clause) -> tuple[Term, ...]:
        """The terms that a clause's own text uses, each once; none in its own definition."""
        found = {term.id: term for _, term in self.find(clause.text) if term.clause != clause.number}
        return tuple(found.values())

    @cached_property
    def _pattern(self) -> tuple[list[Term], re.Pattern[str]]:
        forms = [(word.text, term) for term in self.terms for word in term.words]
        forms.sort(key=lambda form: len(form[0]), reverse=True)
        either = "|".join(f"({form_of(word)})" for word, _ in forms)
        return [term for _, term in forms], re.compile(rf"(?<![\w\x02-])(?:{either})(?![\w\x03-])")


def form_of(word: str) -> str:
    """``blog`` also finds Blog and blogs, and ``body`` bodies; a capital stays one: ``SNS`` never finds sns."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        spelt = re.escape(word[:-1]) + "(?:y|ies)"
    else:
        spelt = re.escape(word) + "(?:e?s)?"
    if word == word.lower() and word[0].isalpha():
        spelt = f"[{word[0]}{word[0].upper()}]{spelt[1:]}"
    return spelt.replace(r"\ ", r"\s+")


def read_glossary(root: Path, policy: Policy, parameters: Mapping[str, str]) -> tuple[Glossary, tuple[Problem, ...]]:
    """The glossary of a working copy, if it has one, and all that is wrong with it."""
    if not (root / FILE).is_file():
        return Glossary(), ()
    text, unreadable = read_text(root / FILE, FILE)
    value, problems = (None, unreadable) if unreadable else read_yaml(FILE, text)
    reading = Reading(FILE, text)
    if value is not None and not isinstance(value, Mapped):
        reading.fault(value.place, "wrong-term", "The glossary names no term.", HOW)
    if not isinstance(value, Mapped):
        return Glossary(), (*problems, *reading.problems)
    terms = [read_term(reading, name, value, parameters) for name in value.entries]
    told = [*reading.problems, *wrong_clauses(terms, policy), *words_twice(terms)]
    glossary = Glossary(tuple(term for term in terms if term.words and (term.clause in policy or term.means)))
    advice = () if problems or told else (*unused(glossary, policy), *left_out(glossary, policy))
    return glossary, (*problems, *told, *advice)


def read_term(reading: Reading, name: str, file: Mapped, parameters: Mapping[str, str]) -> Term:
    """One entry."""
    place = file.keys[name]
    if not ID.fullmatch(name):
        fix = f'It is the end of an address. Small letters, digits and hyphens only: "{nearest_id(name)}".'
        reading.fault(place, "wrong-term", f'"{name}" cannot be used as a name.', fix)
    fields = Fields(reading, file.entries[name], f'The term "{name}"', KEYS, parameters, place=place)
    words = tuple(word for word in fields.list("words", required=True) if word.text.strip())
    term = Term(name, words, fields.line("clause"), fields.line("means"), place)
    if {"clause", "means"} <= fields.mapped.entries.keys():
        fix = 'Keep "clause" where the policy defines it. What we add goes into an editor\'s note there.'
        reading.fault(place, "wrong-term", f'The term "{name}" is defined twice: by a clause and by us.', fix)
    elif fields.is_mapping and not {"clause", "means"} & fields.mapped.entries.keys() and not fields.unknown:
        fix = 'Add "clause: 2.6" if a clause of the policy defines it, or "means: …" with our words.'
        reading.fault(place, "wrong-term", f'The term "{name}" has no meaning.', fix)
    return term


def wrong_clauses(terms: Sequence[Term], policy: Policy) -> Iterator[Problem]:
    """Terms whose clause is not there, or defines nothing."""
    for term in terms:
        if not term.clause:
            continue
        if term.clause not in policy:
            fix = did_you_mean(term.clause, policy.numbers) or "Write the number of a clause that defines it."
            yield Problem(term.place, "wrong-term", f"There is no clause {term.clause}.", fix)
        elif policy[term.clause].kind != DEFINITION:
            what = f"Clause {term.clause} defines nothing."
            fix = 'Name a clause with kind="definition", or write "means: …" with our words.'
            yield Problem(term.place, "wrong-term", what, fix)


def words_twice(terms: Sequence[Term]) -> Iterator[Problem]:
    """Words that two terms, or one, name twice: nobody could tell which meaning to show."""
    known: dict[str, str] = {}
    for term in terms:
        for word in term.words:
            if word.text in known:
                what = f'"{word.text}" already belongs to the term "{known[word.text]}".'
                yield Problem(word.place, "wrong-term", what, "Leave it with one of the two.")
            known.setdefault(word.text, term.id)


def unused(glossary: Glossary, policy: Policy) -> Iterator[Problem]:
    """Words of ours that no clause uses: nobody needs them to read the policy."""
    used = {term.id for clause in policy for term in glossary.used_in(clause)}
    for term in glossary.terms:
        if term.is_ours and term.id not in used:
            what = f'No clause uses the term "{term.name}".'
            fix = "Write the words as the clauses have them, or take the term out."
            yield Problem(term.place, "unused-term", what, fix, "advice")


def left_out(glossary: Glossary, policy: Policy) -> Iterator[Problem]:
    """Definitions of the policy whose words nobody could look up."""
    defined = {term.clause for term in glossary.terms}
    for clause in policy:
        if clause.kind == DEFINITION and clause.number not in defined:
            what = f"Clause {clause.number} is a definition, and the glossary does not have its words."
            fix = f'Add them to {FILE}, with "clause: {clause.number}".'
            yield Problem(clause.place, "left-out-term", what, fix, "advice")
