"""Tells what changed between two editions as a manager would ask: who is bound, what is said, whose answer changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from macros.browser.compare.clauses import ClauseChange
from macros.browser.compare.duties import OF_FORCE, Duty, DutyChange
from macros.browser.compare.editions import Comparison, LookAgain, Published, Size
from macros.editions.answers_report import tell_trees
from macros.editions.lettering import ITEM, SECTION, TITLE, Line, line
from macros.register import DRAFT

DETAIL = ITEM + 1
Json = Mapping[str, Any]
SIZES = {
    "answers": "answers changed",
    "questions": "questions added, and no answer changed",
    "words": "words only, and no answer changed",
    "nothing": "nothing changed",
}
FORCES = {
    "turned": "turned round",
    "raised": "raised",
    "lowered": "lowered",
    "changed": "changed",
    "dropped": "dropped",
    "added": "added",
    "alongside": "with somebody else",
    "reworded": "in other words",
}
KINDS = {
    "force": "",  # its duties stand below it
    "added": "new",
    "removed": "taken out without a trace",
    "repealed": "repealed",
    "restored": "in force again",
    "reworded": "reworded",
    "kind": "another kind of clause",
    "renamed": "another id, so links to it break",
    "moved": "moved to another section",
    "renumbered": "renumbered",
    "editorial": "editorial only",
    "notes": "our notes",
}
STANDINGS = {
    "never": "Nobody has reviewed it yet.",
    "changed": "Not reviewed since it changed.",
    "reviewed": "Somebody has reviewed it as it is now.",
}


def report(comparison: Comparison, old: Published, new: Published, words: Mapping[str, str]) -> Iterator[Line]:
    """The whole report, the loudest first."""
    size = SIZES[comparison.size.kind]
    if comparison.trees is None:
        size = "only the clauses could be compared"
    yield line(TITLE, f"From {called(comparison.old)} to {called(comparison.new)}: {size}.")
    yield from (line(ITEM, counted) for counted in [", ".join(counts(comparison.size))] if counted)
    forced = [change for change in comparison.clauses if "force" in change.kinds]
    other = [change for change in comparison.clauses if change not in forced]
    numbers = {clause["number"]: clause for clause in old.policy["clauses"]}
    yield from tell_clauses("Who must do what has changed", forced, numbers)
    yield from tell_clauses("Clauses that say something else", [one for one in other if one.is_substantive], numbers)
    yield from tell_clauses("Clauses that say the same", [one for one in other if not one.is_substantive], numbers)
    yield from tell_parameters(comparison.parameters)
    yield from tell_look_again(comparison.look_again)
    if old.trees and new.trees:
        yield from tell_trees(comparison.trees or (), old.trees, new.trees, words)


def called(number: str) -> str:
    """An edition by its number; the draft is the working copy."""
    return "the working copy" if number == DRAFT else number


def counts(size: Size) -> Iterator[str]:
    """What there is of each kind, without what there is none of."""
    told = {
        "clause with another force": (size.duties, "clauses with another force"),
        "clause that says something else": (size.clauses, "clauses that say something else"),
        "clause that says the same": (size.editorial, "clauses that say the same"),
        "answer more permissive": (size.loosened, "answers more permissive"),
        "answer stricter": (size.tightened, "answers stricter"),
        "answer otherwise": (size.otherwise, "answers otherwise"),
        "question added": (size.questions_added, "questions added"),
        "question dropped": (size.questions_dropped, "questions dropped"),
        "tree added": (size.trees_added, "trees added"),
        "tree dropped": (size.trees_dropped, "trees dropped"),
        "tree too wide to compare": (size.too_wide, "trees too wide to compare"),
    }
    for one, (count, many) in told.items():
        if count:
            yield f"{count} {one if count == 1 else many}"


def tell_clauses(title: str, changes: Sequence[ClauseChange], numbers: Mapping[str, Json]) -> Iterator[Line]:
    """Some clauses that changed, under a title. ``numbers`` has the clauses that bore these numbers before."""
    if changes:
        yield line(SECTION, title)
    for change in changes:
        yield line(ITEM, f"{name_of(change)}{kinds_of(change)}")
        before = numbers.get(change.number)
        if before and change.new and before["id"] != (change.old or change.new)["id"]:
            yield line(DETAIL, f'Before, {change.number} was "{before["heading"]}".')
        yield from tell_words(change)


def tell_words(change: ClauseChange) -> Iterator[Line]:
    """Whom a clause binds and what it says, as far as it changed; of a clause that came or went, all of it."""
    is_whole = change.old is None or change.new is None
    yield from (tell_duty(duty) for duty in change.duties if duty.kind in OF_FORCE)
    yield from [line(DETAIL, change.heading, "Heading: ")] if change.heading else []
    yield from (line(DETAIL, pieces) for pieces in change.text if any(piece.kind != "same" for piece in pieces))
    yield from (line(DETAIL, text) for text in ((change.new or change.old or {})["text"] if is_whole else ()))
    yield from (tell_duty(duty) for duty in change.duties if duty.kind not in OF_FORCE)
    if change.by_parameter:
        yield line(DETAIL, "Only a parameter in it changed.")
    if change.unsaid:
        said = ", ".join(f'"{word}"' for word in change.unsaid)
        yield line(DETAIL, f"Look: {said} came or went in the text, and no duty says that the force changed.")


def name_of(change: ClauseChange) -> str:
    """``5.2, now 5.3 Friend requests``."""
    old, new = change.old, change.new
    was = f"{old['number']}, now " if old and new and old["number"] != new["number"] else ""
    heading = old["heading"] if old and "repealed" in change.kinds else (new or old or {})["heading"]
    return f"{was}{change.number} {heading}"


def kinds_of(change: ClauseChange) -> str:
    """The ways in which a clause changed, in words."""
    words = ", ".join(KINDS[kind] for kind in change.kinds if KINDS[kind])
    return f": {words}" if words else ""


def tell_duty(change: DutyChange) -> Line:
    """``worker: should not, now must not (raised): say yes to …``."""
    old, new = change.old, change.new
    duty = new or old
    assert duty  # noqa: S101 - a change has at least one side
    force = f"{old.force}, now {new.force}" if old and new and old.force != new.force else duty.force
    what = f"{duty.what}, before: {old.what}" if change.kind == "reworded" and old else duty.what
    return line(DETAIL, f"{who(change, duty)}: {force} ({FORCES[change.kind]}): {what}")


def who(change: DutyChange, duty: Duty) -> str:
    """Whom a duty binds, and with whom."""
    return ", ".join(change.roles) + (f" with {', '.join(duty.alongside)}" if duty.alongside else "")


def tell_parameters(parameters: Iterable[tuple[str, str, str]]) -> Iterator[Line]:
    """The names and numbers that changed."""
    rows = [line(ITEM, f'{name}: "{old}", now "{new}"') for name, old, new in parameters]
    yield from [line(SECTION, "Parameters that changed"), *rows] if rows else []


def tell_look_again(trees: Sequence[LookAgain]) -> Iterator[Line]:
    """The questions to look at again, those that nobody has looked at first."""
    waiting = [tree for tree in trees if tree.standing != "reviewed"]
    if trees:
        yield line(SECTION, f"Look at {'this question' if len(waiting) == 1 else 'these questions'} again")
    for tree in [*waiting, *(tree for tree in trees if tree not in waiting)]:
        yield line(ITEM, f"{tree.title} ({tree.tree})")
        if tree.clauses:
            rests = f"It rests on {', '.join(tree.clauses)}, which changed"
            yield line(DETAIL, f"{rests}: outcomes {', '.join(tree.outcomes)}." if tree.outcomes else f"{rests}.")
        if tree.gone:
            yield line(DETAIL, f"It rested on {', '.join(tree.gone)}, which is gone.")
        yield line(DETAIL, STANDINGS[tree.standing])
