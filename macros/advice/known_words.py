"""The words a reader may be trusted with: the policy's own, the names in its settings, and a list writers keep."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from macros.advice.sentences import sentences, straight, words
from macros.clauses.model import ROLES, Policy

ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]+(?=s?\b)")
# "Instant messaging (IM)", and the same the other way round.
EXPLAINED = re.compile(r"\(([A-Z][A-Z0-9]+)s?\)|\b([A-Z][A-Z0-9]+)s? \([a-z]")


@dataclass(frozen=True)
class KnownWords:
    """``defined`` and ``names`` are words in small letters; ``names`` may stand with a capital, or in quotes.

    ``easy`` words are known to everybody here, however long. ``acronyms`` are explained somewhere.
    """

    defined: frozenset[str]
    names: frozenset[str]
    easy: frozenset[str]
    acronyms: frozenset[str]


def know_words(policy: Policy, parameters: Mapping[str, str], listed: str) -> KnownWords:
    """What is known, from a policy, its settings and the list: one entry a line, ``#`` before a remark."""
    entries = [entry for line in listed.splitlines() if (entry := line.split("#", 1)[0].strip())]
    definitions = [clause for clause in policy if clause.kind == "definition"]
    defined = small([text for clause in definitions for text in (clause.heading, *clause.topics)])
    settings = small(parameters.values())
    named = small(name for clause in policy for text in (clause.heading, *clause.paragraphs) for name in capitals(text))
    glossary = " ".join(f"{clause.heading} {clause.text} {' '.join(clause.topics)}" for clause in definitions)
    return KnownWords(
        defined=defined,
        names=defined | settings | named | small(entries),
        easy=defined | settings | small(ROLES) | small(entries),
        acronyms=frozenset(ACRONYM.findall(" ".join([glossary, *parameters.values(), *entries]))),
    )


def small(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts in small letters."""
    return frozenset(word for text in texts for word in words(straight(text).lower()))


def capitals(text: str) -> list[str]:
    """The words with a capital that no beginning of a sentence asks for."""
    return [word for sentence in sentences(straight(text)) for word in words(sentence.text)[1:] if word[0].isupper()]


@cache
def known(word: str, among: frozenset[str]) -> bool:
    """Whether a word is one of some, in the singular, in the plural, or as an owner's."""
    plain = re.sub(r"'s?$", "", word.lower())
    one = re.sub(r"(?<=[^s])s$", "", plain)
    return not {plain, one, f"{plain}s", re.sub(r"ies$", "y", plain)}.isdisjoint(among)
