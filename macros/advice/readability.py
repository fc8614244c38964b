"""Tells in figures how easily each clause and each tree reads: as advice, since a clause may need its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from macros.advice.known_words import KnownWords
from macros.advice.reading import FEWEST_WORDS, reading_age
from macros.advice.sentences import sentences, straight, words
from macros.clauses.model import Policy
from macros.trees.model import Tree


@dataclass(frozen=True)
class Readability:
    """Of one clause or tree: its words, its sentences, the words of the longest, and the age at which it reads easily.

    Of few words the formula says more about chance than about the writing: then the age is None.
    """

    name: str
    words: int
    sentences: int
    longest: int
    age: int | None

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        told = {"words": self.words, "sentences": self.sentences, "longest-sentence": self.longest}
        return {"name": self.name, **told, "reading-age": self.age}


def of_clauses(policy: Policy, known: KnownWords) -> tuple[Readability, ...]:
    """Each clause that has text, by its number."""
    return tuple(measure(str(clause.number), "\n".join(clause.paragraphs), known) for clause in policy if clause.text)


def of_trees(trees: Mapping[str, Tree], known: KnownWords) -> tuple[Readability, ...]:
    """Each tree by its name: its title, its questions with their options, and what its outcomes say."""
    return tuple(measure(name, "\n".join(shown(tree)), known) for name, tree in trees.items())


def shown(tree: Tree) -> Iterator[str]:
    """The words of a tree that are ours; what its outcomes quote is the policy's."""
    yield tree.title
    for question in tree.questions.values():
        yield from filter(None, (question.ask, *(option.text for option in question.options.values())))
    yield from (outcome.say for outcome in tree.outcomes.values() if outcome.say)


def measure(name: str, text: str, known: KnownWords) -> Readability:
    """The figures of a text."""
    lengths = [len(words(sentence.text)) for sentence in sentences(straight(text))]
    age = reading_age(straight(text), known) if sum(lengths) >= FEWEST_WORDS else None
    return Readability(name, sum(lengths), len(lengths), max(lengths, default=0), age)


def middle(figures: tuple[Readability, ...]) -> float:
    """Half of them read easily at this age or below; 0 where none has an age."""
    return median([one.age for one in figures if one.age is not None] or [0])


def hardest(figures: tuple[Readability, ...], number: int) -> list[Readability]:
    """Those that ask most of their readers, the hardest first."""
    aged = [one for one in figures if one.age is not None]
    return sorted(aged, key=lambda one: (-(one.age or 0), -one.longest))[:number]
