"""The words of a tree that readers see, piece by piece, each able to say where in the file any of them stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from macros.advice.sentences import straight
from macros.problems import Place, Problem
from macros.trees.graph import Node
from macros.trees.model import Outcome, Question, Tree

Part = Literal["title", "ask", "why", "option", "bring-about", "say", "although", "until"]
APART = 200  # letters that quotes, spaces and parameters may add in the file


@dataclass(frozen=True)
class Passage:
    """Some words of a question, an outcome or ("") the tree itself, with the key they stand after.

    ``name`` tells one of several: the option's id, the clause number.
    """

    step: Node
    part: Part
    text: str
    place: Place
    source: str
    name: str = ""

    def at(self, start: int, words: str) -> Place:
        """Where words that begin at a letter of the text stand in the file; where they cannot be found, the key."""
        found = re.compile(r"\s+".join(map(as_it_may_stand, words.split())))
        before = len(found.findall(self.text[:start]))
        begin = offset(self.source, self.place)
        begin = self.source.find(":", begin) + 1
        places = [match.start() for match in found.finditer(self.source, begin, begin + 2 * len(self.text) + APART)]
        return place_at(self.source, self.place.path, places[before]) if before < len(places) else self.place

    def advice(self, code: str, start: int, words: str, what: str, fix: str) -> Problem:
        """Advice on some of the words."""
        return Problem(self.at(start, words), code, what, fix, "advice")


def passages(tree: Tree, source: str) -> tuple[Passage, ...]:
    """Everything a reader of the tree can see, in the order of the file's parts."""
    title = re.search("^title:", source, re.MULTILINE)
    place = place_at(source, tree.place.path, title.start()) if title else tree.place
    found = [Passage(("", tree.name), "title", tree.title, place, source)]
    for question in tree.questions.values():
        found += of_question(question, source)
    for outcome in tree.outcomes.values():
        found += of_outcome(outcome, source)
    return tuple(replace(passage, text=straight(passage.text)) for passage in found if passage.text)


def of_question(question: Question, source: str) -> Iterator[Passage]:
    """The words of a question, and of its options."""
    step = ("question", question.name)
    yield Passage(step, "ask", question.ask, question.at("ask"), source)
    yield Passage(step, "why", question.why, question.at("why"), source)
    for name, words in question.options.items():
        yield Passage(step, "option", words.text, question.at(f"options.{name}"), source, name)
    for change in question.bring_about:
        yield Passage(step, "bring-about", change.do.text, change.to.place, source, change.to.text)


def of_outcome(outcome: Outcome, source: str) -> Iterator[Passage]:
    """The words of an outcome."""
    step = ("outcome", outcome.name)
    yield Passage(step, "say", outcome.say, outcome.at("say"), source)
    for number, words in outcome.although.items():
        yield Passage(step, "although", words.text, outcome.at(f"although.{number}"), source, number)
    if outcome.until:
        yield Passage(step, "until", outcome.until.say, outcome.at("until.say"), source, "say")
        yield Passage(step, "until", outcome.until.otherwise, outcome.at("until.otherwise"), source, "otherwise")


def as_it_may_stand(word: str) -> str:
    """A pattern for a word in the file: quotes may be curly there, or written twice."""
    return re.escape(word).replace("'", "['\u2018\u2019]{1,2}").replace('"', '\\\\?["\u201c\u201d]')


def offset(source: str, place: Place) -> int:
    """How many letters stand before a place."""
    lines = source.splitlines(keepends=True)
    return sum(map(len, lines[: place.line - 1])) + place.column - 1


def place_at(source: str, path: str, letter: int) -> Place:
    """The place of a letter, counted from 0."""
    before = source[:letter]
    return Place(path, before.count("\n") + 1, letter - before.rfind("\n"))
