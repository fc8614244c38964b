"""Tells whose answers changed from one edition to the next: the more permissive first, each with an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.browser.compare.ends import OF_VERDICT, told
from macros.browser.compare.reworded import OptionChange, QuestionChange, RangeChange
from macros.browser.compare.trees import AnswerChange, Given, TreeChange
from macros.browser.machine import ANY, NONE, NOT_SURE
from macros.editions.lettering import ITEM, SECTION, Line, line
from macros.trees.model import LOWEST, Cut
from macros.trees.ranges import describe

Json = Mapping[str, Any]
DETAIL, MORE = ITEM + 1, ITEM + 2
ENDS = {
    "loosened": "More permissive",
    "tightened": "Stricter",
    "otherwise": "Another answer",
    "words": "The same verdict in other words",
    "clauses": "The same, resting on other clauses",
    "editorial": "Editorial only",
}


def tell_trees(trees: Sequence[TreeChange], old: Json, new: Json, words: Mapping[str, str]) -> Iterator[Line]:
    """Every tree that changed."""
    if trees:
        yield line(SECTION, "Answers and questions that changed")
    for tree in trees:
        came = {"added": "a new question to ask", "dropped": "no longer asked", "changed": ""}[tree.kind]
        yield line(ITEM, f"{tree.title} ({tree.name})" + (f": {came}" if came else ""))
        yield from [line(DETAIL, tree.retitled, "Title: ")] if tree.retitled else []
        if tree.too_wide:
            what = f'Nobody knows which answers changed: both ask "{tree.too_wide}" in another order, in too many ways.'
            yield line(DETAIL, what)
        for change in tree.answers:
            teller = Teller(old["trees"][tree.name], new["trees"][tree.name], words)
            yield from teller.tell_answer(change, tree.ways)
        for question in tree.questions:
            yield from tell_question(question, words)


class Teller:
    """One tree on both sides, for the words of its questions and answers."""

    def __init__(self, old: Json, new: Json, words: Mapping[str, str]) -> None:
        self.old, self.new, self.words = old, new, words

    def tell_answer(self, change: AnswerChange, ways: int) -> Iterator[Line]:
        """One changed outcome, how many ways of answering lead there, and one of them."""
        before, after = verdict(change.old_verdict, self.words), verdict(change.new_verdict, self.words)
        names = change.old if change.old == change.new else f"{change.old}, now {change.new}"
        said = f"{before} ({names})" if before == after else f"{before} ({change.old}), now {after} ({change.new})"
        many = f"{change.ways:,} of {ways:,} ways of answering"
        yield line(DETAIL, f"{ENDS[change.end.kind]}: {said}, in {many}.")
        if change.end.kind in OF_VERDICT:
            yield from self.tell_who(change)
        yield from self.tell_words(change)
        if change.end.no_longer:
            yield line(MORE, f"It no longer rests on {', '.join(change.end.no_longer)}.")
        if change.end.now_also:
            yield line(MORE, f"It now rests on {', '.join(change.end.now_also)} too.")

    def tell_who(self, change: AnswerChange) -> Iterator[Line]:
        """Whose answer it is: what they all have in common, and an example where that does not say it all."""
        is_one = change.ways == 1
        if change.always and not is_one:
            yield line(MORE, "Whoever answers:" if change.is_all else "They all answer:")
            yield from (line(MORE + 1, self.tell_given(*answers)) for answers in change.always)
        if is_one or not change.is_all:
            yield line(MORE, "Whoever answers:" if is_one else "For instance:")
            yield from (line(MORE + 1, self.tell_given(given)) for given in change.given)

    def tell_words(self, change: AnswerChange) -> Iterator[Line]:
        """What the outcome says: the words that changed, or the new ones alone where hardly one stayed."""
        kept = sum(len(piece.text) for piece in change.end.text if piece.kind == "same")
        if change.end.text and 2 * kept < sum(len(piece.text) for piece in change.end.text if piece.kind != "gone"):
            yield line(MORE, f"It now says: {told(self.new['outcomes'][change.new])}")
        elif change.end.text:
            yield line(MORE, change.end.text, "It says: ")

    def tell_given(self, given: Given, *others: Given) -> str:
        """A question and the answers to it, as a reader meets them."""
        only = {"old": "before only: ", "new": "now only: ", "both": ""}[given.asked_by]
        side = self.old if given.asked_by == "old" else self.new
        asked = side["questions"][given.question]
        return f"{only}{asked['ask']} → {' / '.join(self.answer(asked, each) for each in (given, *others))}"

    def answer(self, asked: Json, given: Given) -> str:
        """An answer in words; of a date or a number, the stretch that both sides tell apart."""
        if given.stretch:
            return as_stretch(given.stretch, asked["kind"])
        if (given.old, given.new) == (NONE, ANY):
            return "only what is new in the list"
        if (given.old, given.new) == (ANY, NONE):
            return "only what is no longer in the list"
        return option_in_words(asked, given.new or given.old, self.words)


def verdict(name: str, words: Mapping[str, str]) -> str:
    """A verdict as readers see it."""
    return words.get(f"verdict.{name}", name)


def option_in_words(asked: Json, option: str, words: Mapping[str, str]) -> str:
    """An answer as readers see it."""
    if option == NOT_SURE:
        return asked[NOT_SURE] or words.get("ask.not-sure", NOT_SURE)
    if asked["kind"] == "several":
        return words.get(f"ask.{option}", option)
    return str(asked["options"][option])


def as_stretch(stretch: Sequence[Cut | None], kind: str) -> str:
    """A stretch of years or numbers in words."""
    return describe(stretch[0] or LOWEST, stretch[1], "years" if kind == "date" else "")


def tell_question(change: QuestionChange, words: Mapping[str, str]) -> Iterator[Line]:
    """A question that came, went, or is asked otherwise."""
    if change.kind != "changed":
        yield line(DETAIL, f"Question {change.kind}: {change.ask} ({change.name})")
        return
    editorial = ", editorial only" if change.is_editorial else ""
    was = f", before: {change.was}" if change.was else ""
    yield line(DETAIL, f"Asked otherwise{editorial}: {change.ask} ({change.name}{was})")
    yield from [line(MORE, change.asked)] if change.asked else []
    yield from [line(MORE, change.why, "Why it is asked: ")] if change.why else []
    yield from (line(MORE, tell_option(option, words)) for option in change.options)
    yield from (line(MORE, tell_range(one)) for one in change.ranges)


def tell_option(change: OptionChange, words: Mapping[str, str]) -> str:
    """An option that came, went, or reads otherwise."""
    leads = ", ".join(verdict(name, words) for name in change.leads)
    if change.kind == "added":
        return f"New answer: {change.new} ({change.name}). It can lead to: {leads}."
    if change.kind == "dropped":
        return f"Answer dropped: {change.old} ({change.name}). It could lead to: {leads}."
    unsure = words.get("ask.not-sure", NOT_SURE)
    editorial = " (editorial only)" if change.kind == "editorial" else ""
    return f'Answer reworded{editorial}: "{change.old or unsure}", now "{change.new or unsure}" ({change.name})'


def tell_range(change: RangeChange) -> str:
    """A range whose cuts moved."""
    before, after = (as_stretch(side, "date") if side else "not there" for side in (change.old, change.new))
    return f"Range {change.name}: {before}, now {after}"
