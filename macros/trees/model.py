"""What a tree is made of. Values only: the loader makes them, everything after reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from macros.problems import Place
from macros.trees.conditions import Condition

Verdict = Literal["yes", "yes-if", "nothing-to-do", "ask", "no", "act-now"]
Kind = Literal["choice", "date", "number", "several"]
Cut = tuple[int, int]

# From most to least permissive; "nothing-to-do" ranks with "yes".
VERDICTS: dict[str, int] = {"yes": 0, "nothing-to-do": 0, "yes-if": 1, "ask": 2, "no": 3, "act-now": 4}
KINDS: tuple[Kind, ...] = ("choice", "date", "number", "several")
NOT_SURE = "not-sure"
HOLD_AND_ASK = "hold-and-ask"
NONE, ANY = "none", "any"
LOWEST: Cut = (0, 0)  # No age, no time gone by and no number is less.


@dataclass(frozen=True)
class Text:
    """Words from YAML with the place they stand at; ``plain`` when they stand there letter by letter."""

    text: str
    place: Place
    plain: bool = False

    def at(self, column: int) -> Place:
        """Where a letter of the text stands, counted from 0, as near as can be told."""
        line, start = self.place.line, self.place.column
        return Place(self.place.path, line, start + column) if self.plain else self.place

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Target:
    """Where a way leads: a question or an outcome of this tree. ``kind`` is empty while the name could be either."""

    name: str
    place: Place
    kind: Literal["", "question", "outcome"] = ""


@dataclass(frozen=True)
class Range:
    """A stretch of ages, of years gone by or of numbers, from one cut to the next; None is open."""

    start: Cut | None
    end: Cut | None
    place: Place


@dataclass(frozen=True)
class Look:
    """One line of a question that asks nothing: where to go when something already known is so."""

    when: Condition | None
    go: Target
    place: Place


@dataclass(frozen=True)
class Change:
    """What a reader who gave one of some answers can honestly bring about, and how: "Get permission first".

    Consent, permission, a talk; never another fact about a person, and nothing after a refusal.
    """

    start: tuple[Text, ...]
    to: Text
    do: Text


@dataclass(frozen=True)
class Question:
    """Something to ask, or (with ``look``) something to look up in the answers so far.

    ``alike`` names options that never differ, on purpose. ``bring_about`` says what a reader can honestly bring about.
    """

    name: str
    place: Place
    ask: str = ""
    why: str = ""
    kind: Kind = "choice"
    options: Mapping[str, Text] = field(default_factory=dict)
    ranges: Mapping[str, Range] = field(default_factory=dict)
    go: Mapping[str, Target] = field(default_factory=dict)
    look: tuple[Look, ...] = ()
    alike: tuple[Text, ...] = ()
    bring_about: tuple[Change, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    @property
    def answers(self) -> tuple[str, ...]:
        """The keys its ways may have, "not sure" apart: option ids, range ids, or none and any for a tick list."""
        return (NONE, ANY) if self.kind == "several" else tuple(name for name in self.options if name != NOT_SURE)

    @property
    def ladder(self) -> dict[str, int]:
        """Its ranges from the lowest to the highest, numbered: what < and > go by, however the file lists them."""
        rising = sorted(self.ranges, key=lambda name: self.ranges[name].start or LOWEST)
        return {name: rank for rank, name in enumerate(rising)}

    def at(self, key: str) -> Place:
        """Where a key stands in the file, or a name below it (``go.too-young``); else the question itself."""
        return self.places.get(key, self.place)


@dataclass(frozen=True)
class Until:
    """A day an outcome names: so many years after the date given for a question, and words for when it is unknown."""

    question: Text
    years: int
    say: str
    otherwise: str


@dataclass(frozen=True)
class Outcome:
    """Where a path ends: a verdict with its reasons, or a hand-over (``goto``) to another tree.

    ``although`` says of a cited clause why its force does not stand against the verdict.
    """

    name: str
    place: Place
    verdict: Verdict | None = None
    say: str = ""
    because: tuple[Text, ...] = ()
    although: Mapping[str, Text] = field(default_factory=dict)
    until: Until | None = None
    on_work_account: bool = False
    goto: Text | None = None
    knowing: Mapping[str, Text] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def at(self, key: str) -> Place:
        """Where a key stands in the file, or a name below it; else the outcome itself."""
        return self.places.get(key, self.place)


@dataclass(frozen=True)
class Claim:
    """Something that always holds: on each path where ``when`` is so, the rest is so too.

    ``monotone`` lists answers of a question, each never more permissive than the one before. ``independent_of`` names
    questions that make no difference. Each verdict in ``reachable`` comes on some path. ``at_most`` counts questions.
    """

    claim: str
    place: Place
    when: Condition
    verdict: tuple[Text, ...] = ()
    never: tuple[Text, ...] = ()
    given: Condition | None = None
    cites: tuple[Text, ...] = ()
    monotone: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    independent_of: tuple[Text, ...] = ()
    reachable: tuple[Text, ...] = ()
    at_most: int | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def at(self, key: str) -> Place:
        """Where a key stands in the file; else the claim itself."""
        return self.places.get(key, self.place)


@dataclass(frozen=True)
class Example:
    """A person's case, with the answers they would give and where these must lead."""

    name: str
    place: Place
    answers: Mapping[str, str | tuple[str, ...]]
    outcome: Text
    today: Text | None = None
    verdict: Text | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def at(self, key: str) -> Place:
        """Where a key stands in the file, or a name below it (``answers.age``); else the example itself."""
        return self.places.get(key, self.place)


@dataclass(frozen=True)
class Tree:
    """One question people ask, with everything that decides it."""

    name: str
    title: str
    place: Place
    audience: tuple[str, ...]
    rests_on: tuple[Text, ...]
    private: bool
    questions: Mapping[str, Question]
    outcomes: Mapping[str, Outcome]
    always: tuple[Claim, ...] = ()
    examples: tuple[Example, ...] = ()
    scope: str = ""
    urgent: bool = False

    @property
    def first(self) -> str:
        """The question it begins with: the first in the file."""
        return next(iter(self.questions))

    @property
    def cites(self) -> tuple[str, ...]:
        """Every clause it names, in the order of the file, without repeats."""
        named = [*self.rests_on, *(clause for outcome in self.outcomes.values() for clause in outcome.because)]
        return tuple(dict.fromkeys(str(clause) for clause in named))
