"""Advice on words that are hard to read: the age at which a reader takes them in, by the Flesch-Kincaid formula.

The formula knows sentences, words and syllables only. So that it measures the writing and not the subject, a name, a
number and a word that everybody here knows (``KnownWords.easy``) count as one syllable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pyphen

from macros.advice.known_words import KnownWords, known
from macros.advice.passages import Passage
from macros.advice.sentences import Sentence, sentences, words
from macros.problems import Problem
from macros.trees.model import Tree

OLDEST, ADULT, FEWEST_WORDS = 12, 18, 15  # Of fewer words the formula says more about chance than about the writing.
SCHOOL_STARTS_AT = 5
# A hyphen never stands after a first vowel alone (a-bout), so hyphenation misses some that are spoken.
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"[^aeiouyl]e$|[aeiouy]le$|[^aeioutd]ed$|[^aeiouyscgzx]es$")


def hard_to_read(tree: Tree, found: tuple[Passage, ...], easy: KnownWords) -> Iterator[Problem]:
    """A question with its options, or an outcome, for which readers must be older than they need be."""
    for kind, names, parts in (("question", tree.questions, ("ask", "option")), ("outcome", tree.outcomes, ("say",))):
        for name in names:
            own = [passage for passage in found if passage.step == (kind, name) and passage.part in parts]
            yield from too_old(own, f'{kind.capitalize()} "{name}"', easy)


def too_old(own: list[Passage], what: str, easy: KnownWords) -> Iterator[Problem]:
    """Advice on one step, at its longest sentence."""
    count = sum(len(words(passage.text)) for passage in own)
    if count < FEWEST_WORDS:
        return
    age = reading_age("\n".join(passage.text for passage in own), easy)
    if age > OLDEST:
        passage, longest = max(
            ((passage, sentence) for passage in own for sentence in sentences(passage.text)),
            key=lambda pair: len(words(pair[1].text)),
        )
        what = f"{what} is hard to read under the age of {min(age, ADULT)}. Its longest sentence begins here."
        fix = "Make two sentences of it, and choose shorter words."
        yield passage.advice("hard-to-read", longest.start, longest.text, what, fix)


def reading_age(text: str, easy: KnownWords) -> int:
    """The age in whole years (Flesch, Kincaid and others, 1975: a school grade; children start school at five)."""
    spoken = [count for sentence in sentences(text) for count in syllables_of(sentence, easy)]
    if not spoken:
        return 0
    grade = 0.39 * len(spoken) / len(sentences(text)) + 11.8 * sum(spoken) / len(spoken) - 15.59
    return int(grade + SCHOOL_STARTS_AT)


def syllables_of(sentence: Sentence, easy: KnownWords) -> Iterator[int]:
    """How many syllables each word has."""
    for number, word in enumerate(words(sentence.text)):
        is_name = word[0].isdigit() or (number > 0 and word[0].isupper())
        yield 1 if is_name or known(word, easy.easy) else sum(map(syllables, re.findall("[a-z]+", word.lower())))


@cache
def hyphenation() -> pyphen.Pyphen:
    """Where English words are broken: American breaks follow the sound, British ones the history of a word."""
    return pyphen.Pyphen(lang="en_US")


@cache
def syllables(word: str) -> int:
    """The syllables of a word: its breaks, or its groups of vowels where these are more."""
    vowels = len(VOWELS.findall(word)) - bool(SILENT.search(word))
    return max(len(hyphenation().positions(word)) + 1, vowels)
