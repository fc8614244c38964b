"""Advice on options: words of their own, no second "I am not sure", and no change that coaches people what to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.advice.passages import Passage
from macros.advice.sentences import words
from macros.problems import Problem
from macros.trees.model import NOT_SURE

UNSURE = re.compile(
    r"(?:^|\bor,? )(?:(?:I(?: am|'m)?|we(?: are)?) )?"
    r"(?:not sure|unsure|no idea|can(?:'t|not) (?:tell|say)|(?:don't|do not) know)\W*$",
    re.IGNORECASE,
)


COACHES = re.compile(r"^(?:say|claim|pretend|answer)\b|\bsay (?:that )?(?:I|you|he|she|they|it)\b", re.IGNORECASE)


def coaches(changes: Sequence[Passage]) -> Iterator[Problem]:
    """A change that tells people what to say, where only what they can do should stand."""
    for change in changes:
        if found := COACHES.search(change.text):
            what = f'"{found[0]}" tells people what to say, not what to do.'
            fix = "Say what they can bring about: consent, permission, a talk. A fact about a person is none of these."
            yield change.advice("coaches", found.start(), found[0], what, fix)


def same_words(options: Sequence[Passage]) -> Iterator[Problem]:
    """Options that read alike: nobody can choose between them. In any language."""
    seen: dict[tuple[str, ...], str] = {}
    for option in options:
        plain = tuple(words(option.text.casefold()))
        if plain and plain in seen:
            what = f'The options "{seen[plain]}" and "{option.name}" have the same words.'
            yield option.advice("same-option-words", 0, option.text, what, "Say in each what makes it another answer.")
        seen.setdefault(plain, option.name)


def unsure(options: Sequence[Passage]) -> Iterator[Problem]:
    """An option that means the same as the "I'm not sure" under every question."""
    for option in options:
        found = None if option.name == NOT_SURE else UNSURE.search(option.text)
        if found:
            what = f'"{found[0].strip()}" is offered twice: every question has "I\'m not sure" by itself.'
            fix = 'Take it out, and let "not-sure" under "go" lead where it should. Other words for it: not-sure: …'
            yield option.advice("says-not-sure", found.start(), found[0].strip(), what, fix)
