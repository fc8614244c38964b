"""Compares two editions whole: the clauses, the answers, what to look at again, and how large the change is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from .clauses import ClauseChange, compare_clauses, compare_parameters
from .ends import OF_VERDICT
from .trees import TreeChange, compare_trees

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Published:
    """What an edition publishes: policy.json, and trees.json where its trees could be compiled."""

    policy: Json
    trees: Json | None

    @property
    def number(self) -> str:
        """The number of the edition, or "draft"."""
        return str(self.policy["edition"]["number"])


@dataclass(frozen=True)
class LookAgain:
    """A tree of the new edition that somebody should hold against its clauses again.

    ``clauses`` are those it cites that make another rule now, ``gone`` those it cited before that are repealed or
    removed. ``outcomes`` cite them. ``standing`` says whether somebody reviewed the tree as tree and clauses now read.
    """

    tree: str
    title: str
    clauses: tuple[str, ...]
    gone: tuple[str, ...]
    outcomes: tuple[str, ...]
    standing: Literal["never", "changed", "reviewed"]


@dataclass(frozen=True)
class Size:
    """How large a change is, counted. ``kind`` is its one word: the largest of what happened to the answers.

    Each clause counts once: among ``duties`` if a force changed, else among ``clauses`` if it makes another rule, else
    among ``editorial``.
    """

    kind: Literal["answers", "questions", "words", "nothing"]
    duties: int
    clauses: int
    editorial: int
    loosened: int
    tightened: int
    otherwise: int
    questions_added: int
    questions_dropped: int
    trees_added: int
    trees_dropped: int
    too_wide: int


@dataclass(frozen=True)
class Comparison:
    """All that changed from one edition to another. ``trees`` is None where one of them has no compiled trees."""

    old: str
    new: str
    size: Size
    clauses: tuple[ClauseChange, ...]
    parameters: tuple[tuple[str, str, str], ...]
    trees: tuple[TreeChange, ...] | None
    look_again: tuple[LookAgain, ...]

    def as_json(self) -> Json:
        """The comparison for programs."""
        return {"format": 1, **with_hyphens(asdict(self))}


def with_hyphens(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """The same with keys as all our JSON has them: ``look-again``."""
    if isinstance(value, Mapping):
        return {key.replace("_", "-"): with_hyphens(inner) for key, inner in value.items()}
    return [with_hyphens(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def compare_editions(old: Published, new: Published) -> Comparison:
    """All that changed."""
    clauses = compare_clauses(old.policy, new.policy)
    trees = compare_trees(old.trees, new.trees) if old.trees and new.trees else None
    again = tuple(look_again(clauses, old.trees or {"trees": {}}, new.trees or {"trees": {}}))
    size = measure(clauses, trees or ())
    return Comparison(old.number, new.number, size, clauses, compare_parameters(old.policy, new.policy), trees, again)


def look_again(clauses: Iterable[ClauseChange], old: Json, new: Json) -> Iterator[LookAgain]:
    """The trees that rest on a clause which makes another rule now, and those that changed since their review."""
    rules = [change for change in clauses if change.is_substantive]
    live = {change.number for change in rules if change.new and change.new["kind"] != "repealed"}
    dead = {change.old["number"] for change in rules if change.old and change.number not in live}
    for name, tree in new["trees"].items():
        before = old["trees"].get(name)
        cited = tuple(number for number in cites(tree) if number in live)
        gone = tuple(number for number in (cites(before) if before else ()) if number in dead)
        standing = tree["review"]["standing"]
        if cited or gone or standing == "changed":
            outcomes = tuple(end for end, told in tree["outcomes"].items() if {*told["because"]} & {*cited})
            yield LookAgain(name, tree["title"], cited, gone, outcomes, standing)


def cites(tree: Json) -> tuple[str, ...]:
    """Every clause a tree names, in order."""
    named = [*tree["rests-on"], *(number for outcome in tree["outcomes"].values() for number in outcome["because"])]
    return tuple(dict.fromkeys(named))


def measure(clauses: Sequence[ClauseChange], trees: Sequence[TreeChange]) -> Size:
    """The size of a change."""
    ends = [answer.end.kind for tree in trees for answer in tree.answers]
    asked = [question for tree in trees for question in tree.questions]
    options = [option.kind for question in asked for option in question.options]
    kinds = [question.kind for question in asked]
    whole = [tree.kind for tree in trees]
    too_wide = sum(bool(tree.too_wide) for tree in trees)
    kind: Literal["answers", "questions", "words", "nothing"] = "words" if clauses or trees else "nothing"
    if "added" in {*kinds, *options, *whole}:
        kind = "questions"
    if {*ends} & {*OF_VERDICT} or "dropped" in {*options, *whole} or too_wide:
        kind = "answers"
    return Size(
        kind=kind,
        duties=sum("force" in change.kinds for change in clauses),
        clauses=sum(change.is_substantive and "force" not in change.kinds for change in clauses),
        editorial=sum(not change.is_substantive for change in clauses),
        loosened=ends.count("loosened"),
        tightened=ends.count("tightened"),
        otherwise=ends.count("otherwise"),
        questions_added=kinds.count("added"),
        questions_dropped=kinds.count("dropped"),
        trees_added=whole.count("added"),
        trees_dropped=whole.count("dropped"),
        too_wide=too_wide,
    )
