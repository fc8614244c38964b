"""The policy as values: clauses, their numbers, their duties. Everything read remembers its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from macros.problems import Place

FORCES = (
    "must", "must not", "should", "should not", "may", "may only",
    "encouraged", "advised", "asked", "instruction",
)  # fmt: skip
ROLES = (
    "worker", "youth worker", "community development worker", "staff", "volunteer", "trustee",
    "line manager", "manager", "project manager", "co-worker", "service user", "young person",
    "parent or carer", "supported group", "group admin", "group member", "blog author",
    "organisation", "everyone", "nobody named",
)  # fmt: skip
KINDS = ("definition", "statement", "repealed")

NUMBER = r"(?:AIM|REV-[1-9][0-9]{0,2}|A\.[1-9][0-9]{0,2}|[1-9][0-9]{0,2}\.[1-9][0-9]{0,2})"


class ClauseNumber(str):
    """What people cite: text, ordered as the policy is printed, so that 4.10 comes after 4.9."""

    __slots__ = ()

    @property
    def is_well_formed(self) -> bool:
        """Anything else is only what somebody wrote where a number belongs."""
        return re.fullmatch(NUMBER, self) is not None

    @property
    def is_ours(self) -> bool:
        """The policy gives this item no number: AIM, REV-1 and A.4 are only our names for it."""
        return not self[:1].isdigit()

    @property
    def section(self) -> str:
        """The part before the last figure: "5" for 5.2, "REV" for REV-1, "AIM" for AIM."""
        return re.split(r"[.-]", self)[0]

    @property
    def step(self) -> int:
        """Its place in its section: 2 for 5.2, 1 for AIM."""
        return int("".join(re.findall(r"[.-]([0-9]{1,3})$", self)) or 1)

    @property
    def _rank(self) -> tuple[int, int, int, str]:
        if not self.is_well_formed:
            return 4, 0, 0, str(self)
        if not self.is_ours:
            return 1, int(self.section), self.step, ""
        return {"AIM": 0, "REV": 2, "A": 3}[self.section], 0, self.step, ""

    def __lt__(self, other: str) -> bool:
        return self._rank < ClauseNumber(other)._rank

    def __le__(self, other: str) -> bool:
        return self == other or self < other

    def __gt__(self, other: str) -> bool:
        return ClauseNumber(other) < self

    def __ge__(self, other: str) -> bool:
        return self == other or self > other


@dataclass(frozen=True)
class Duty:
    """Who, with whom, with what force, to do what: ``worker with line manager: must (talk it over)``."""

    roles: tuple[str, ...]
    alongside: tuple[str, ...]
    force: str
    action: str
    place: Place


@dataclass(frozen=True)
class Note:
    """An editor's note: ours, apart from the policy's text."""

    text: str
    place: Place


@dataclass(frozen=True)
class Reference:
    """A clause named by another."""

    number: ClauseNumber
    place: Place


@dataclass(frozen=True)
class Clause:
    """One numbered rule. Its texts are plain: no Markdown marks, parameters filled. Only ``written`` is as written."""

    number: ClauseNumber
    id: str
    heading: str
    topics: tuple[str, ...]
    kind: str | None
    duties: tuple[Duty, ...]
    see: tuple[Reference, ...]
    paragraphs: tuple[str, ...]
    notes: tuple[Note, ...]
    page: str
    place: Place
    written: str = ""

    @property
    def page_address(self) -> str:
        """Where its page is read, from the site's root: ``policy/5-profiles/``."""
        return self.page.removesuffix(".md") + "/"

    @property
    def address(self) -> str:
        """Where it is read itself: ``policy/5-profiles/#friend-requests``."""
        return f"{self.page_address}#{self.id}"

    @property
    def text(self) -> str:
        """The clause in one line, as an answer quotes it."""
        return " ".join(self.paragraphs)

    @property
    def forces(self) -> tuple[str, ...]:
        """What a quiet label shows: the kind, if any, then each force once, in order."""
        words = ([self.kind] if self.kind else []) + [duty.force for duty in self.duties]
        return tuple(dict.fromkeys(words))


@dataclass(frozen=True)
class Policy:
    """The whole text: ``"4.2" in policy``, ``policy["4.2"]``, ``for clause in policy`` in the printed order.

    ``titles`` has the title of each page: ``{"policy/5-profiles.md": "5. Personal and work profiles"}``.
    """

    clauses: tuple[Clause, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    _by_number: dict[str, Clause] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_number", {str(clause.number): clause for clause in self.clauses})

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.clauses)

    def __len__(self) -> int:
        return len(self.clauses)

    def __contains__(self, number: object) -> bool:
        return number in self._by_number

    def __getitem__(self, number: str) -> Clause:
        return self._by_number[number]

    @property
    def numbers(self) -> tuple[ClauseNumber, ...]:
        """What may be cited."""
        return tuple(clause.number for clause in self.clauses)

    @property
    def sections(self) -> dict[str, tuple[Clause, ...]]:
        """The clauses of each section, under "AIM", "1" ... "9", "REV" and "A"."""
        names = dict.fromkeys(clause.number.section for clause in self.clauses)
        return {name: tuple(clause for clause in self if clause.number.section == name) for name in names}
