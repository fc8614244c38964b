"""Advice on words that a reader cannot look up: terms that nobody defined, letters that nobody explained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.advice.known_words import ACRONYM, EXPLAINED, KnownWords, known
from macros.advice.passages import Passage
from macros.advice.sentences import Sentence, sentences
from macros.problems import Problem

LIST = "decision_trees/known-words.txt"
# One or more words with a capital, and small ones between them: Head of Care.
CAPITALS = re.compile(r"\b[A-Z][a-z][\w'-]*(?:(?: (?:of|and|for))? [A-Z][a-z][\w'-]*)*")
# In quotes, as nobody says it aloud: "vetted person". Not what somebody says or taps ("yes"), nor a title.
QUOTED = re.compile(r"\"(?P<words>[a-z][\w'-]*(?: [\w'-]+){0,2})\"")
SPOKEN = re.compile(
    r"\b(?:say|says|said|saying|answer|answers|choose|tap|press|click|tick|write|writes|type|reads|word|words"
    r"|called|marked|named)[\s:]+$",
    re.IGNORECASE,
)


def undefined_terms(found: Iterable[Passage], words: KnownWords) -> Iterator[Problem]:
    """Words that look as if they were defined, and that neither the policy nor the list knows. Told once each."""
    found = tuple(found)
    told = {letters for passage in found for letters in ACRONYM.findall(passage.text)}
    fix = f"Say it in plain words without capitals or quotes. If it is a name, add it to {LIST}."
    for passage in found:
        for sentence in sentences(passage.text):
            for start, term in (*capitals_in(sentence, words), *quoted_in(sentence, words)):
                if told.isdisjoint({term, initials(term)}):
                    told.add(term)
                    what = f'"{term}" is written as if it were defined, but the policy does not define it.'
                    yield passage.advice("undefined-term", sentence.start + start, term, what, fix)


def initials(term: str) -> str:
    """The letters that would stand for it: DSL for Designated Safeguarding Lead."""
    return "".join(word[0] for word in term.split() if word[0].isupper())


def capitals_in(sentence: Sentence, words: KnownWords) -> Iterator[tuple[int, str]]:
    """The unknown ones with a capital. A capital after a quote or a bracket begins a sentence, or a title."""
    for found in CAPITALS.finditer(sentence.text):
        before = sentence.text[: found.start()].rstrip()
        term = found[0]
        if not before or before[-1] in "\"'([-*":
            term = re.sub(r"^\S+ ?(?:(?:of|and|for) )?", "", term)
        unknown = [word for word in term.split() if word[0].isupper() and not known(word, words.names)]
        if unknown and not inside_quotes(sentence.text, found.start()):
            yield found.end() - len(term), term


def inside_quotes(text: str, letter: int) -> bool:
    """Whether a letter stands in double quotes: a title, or what somebody says."""
    return text[:letter].count('"') % 2 == 1


def quoted_in(sentence: Sentence, words: KnownWords) -> Iterator[tuple[int, str]]:
    """The unknown ones in quotes."""
    for found in QUOTED.finditer(sentence.text):
        is_spoken = SPOKEN.search(sentence.text[: found.start()])
        if not is_spoken and not all(known(word, words.names) for word in found["words"].split()):
            yield found.start("words"), found["words"]


def acronyms(found: Iterable[Passage], words: KnownWords) -> Iterator[Problem]:
    """Letters that stand for words, which neither the tree nor the policy's definitions give. Told once each."""
    found = tuple(found)
    told = {letters for passage in found for pair in EXPLAINED.findall(passage.text) for letters in pair if letters}
    told |= words.acronyms | {initials(term) for passage in found for term in CAPITALS.findall(passage.text)}
    for passage in found:
        for match in ACRONYM.finditer(passage.text):
            if match[0] not in told and not is_shouted(match[0], found):
                told.add(match[0])
                what = f'"{match[0]}" is never explained.'
                fix = f"Write the words it stands for. If everybody knows it, add it to {LIST}."
                yield passage.advice("unexplained-acronym", match.start(), match[0], what, fix)


def is_shouted(letters: str, found: Iterable[Passage]) -> bool:
    """Whether it is a common word in capitals: the tree also has it in small letters."""
    return any(re.search(rf"\b{letters.lower()}\b", passage.text) for passage in found)
