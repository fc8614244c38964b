"""Draws what changed in the answers of one tree, the more permissive first, and then in what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..html_parts import element, escape
from ..machine import ANY, NONE, NOT_SURE
from .ends import OF_VERDICT, ORDER, told
from .page_parts import Block, Frame
from .questions import LOWEST, Cut
from .reworded import OptionChange, QuestionChange, RangeChange
from .trees import AnswerChange, Given, TreeChange
from .words import Piece

Json = Mapping[str, Any]
END = {kind: "compare.editorial-end" if kind == "editorial" else f"compare.{kind}" for kind in ORDER}


def loudest_first(changes: Iterable[TreeChange]) -> list[TreeChange]:
    """The trees in the order of their loudest change: those where an answer is more permissive stand first."""
    return sorted(
        changes, key=lambda one: min((ORDER.index(answer.end.kind) for answer in one.answers), default=len(ORDER))
    )


def tree_block(change: TreeChange, old: Json, new: Json, frame: Frame) -> Block:
    """A tree that changed, came or went."""
    title = frame.pieces(change.retitled) if change.retitled else escape(change.title)
    if change.kind != "changed":
        return Block(title, element("p", escape(frame.say(f"compare.tree-{change.kind}"))))
    return Block(title, Tree(change, old["trees"][change.name], new["trees"][change.name], frame).body())


class Tree:
    """One tree on both sides, for the words of its questions and answers."""

    def __init__(self, change: TreeChange, old: Json, new: Json, frame: Frame) -> None:
        self.change, self.old, self.new, self.frame = change, old, new, frame

    def body(self) -> str:
        """Everything below the tree's title."""
        rows = [self.answer(one) for one in self.change.answers]
        if self.change.too_wide:
            rows.insert(0, element("li", escape(self.frame.say("compare.too-wide", question=self.change.too_wide))))
        rows += [element("li", question(one, self.frame)) for one in self.change.questions]
        return element("ul", "".join(rows), class_="change-answers")

    def answer(self, change: AnswerChange) -> str:
        """An outcome that became another: how, in how many ways of answering, and one of them."""
        frame, end = self.frame, change.end
        before, after = (frame.words[f"verdict.{name}"] for name in (change.old_verdict, change.new_verdict))
        verdict = escape(after) if before == after else frame.old_and_new(before, after)
        ways = frame.say("compare.ways", count=f"{change.ways:,}", all=f"{self.change.ways:,}")
        head = f"{element('em', escape(frame.say(END[end.kind])))}: {element('strong', verdict)}, {escape(ways)}."
        return element("li", head + self.example(change) + self.said(change), class_=f"answer-{end.kind}")

    def example(self, change: AnswerChange) -> str:
        """Whose answer it is: what they all have in common, and one of them where that does not say it all."""
        if change.end.kind not in OF_VERDICT:
            return ""
        is_one = change.ways == 1
        rows = ""
        if change.always and not is_one:
            rows += self.answers("compare.whoever" if change.is_all else "compare.they-all", change.always)
        if is_one or not change.is_all:
            rows += self.answers("compare.whoever" if is_one else "compare.example", [(one,) for one in change.given])
        return rows

    def answers(self, key: str, answers: Iterable[Sequence[Given]]) -> str:
        """Questions with their answers, as readers meet them."""
        rows = "".join(element("li", escape(self.given(*said))) for said in answers)
        return element("p", escape(self.frame.say(key))) + element("ul", rows)

    def said(self, change: AnswerChange) -> str:
        """What it says, and which clauses it rests on."""
        frame, end = self.frame, change.end
        rows = [element("p", frame.pieces(map(without_day, pieces))) for pieces in self.texts(change)]
        for key, numbers in (("no-longer", end.no_longer), ("now-also", end.now_also)):
            if numbers:
                rows.append(element("p", escape(frame.say(f"compare.{key}", clauses=", ".join(numbers)))))
        return "".join(rows)

    def texts(self, change: AnswerChange) -> tuple[tuple[Piece, ...], ...]:
        """What it says, with the words that changed; the whole of both where hardly a word stayed."""
        pieces = change.end.text
        kept = sum(len(piece.text) for piece in pieces if piece.kind == "same")
        if not pieces or 2 * kept >= sum(len(piece.text) for piece in pieces if piece.kind != "gone"):
            return (pieces,) if pieces else ()
        old, new = told(self.old["outcomes"][change.old]), told(self.new["outcomes"][change.new])
        return (Piece("gone", old),), (Piece("new", new),)

    def given(self, given: Given, *others: Given) -> str:
        """A question and the answers to it."""
        side = self.old if given.asked_by == "old" else self.new
        asked = side["questions"][given.question]
        only = "" if given.asked_by == "both" else f"{self.frame.say(f'compare.only-{given.asked_by}')} "
        chosen = " / ".join(self.chosen(asked, one) for one in (given, *others))
        return f"{only}{asked['ask']} → {chosen}"

    def chosen(self, asked: Json, given: Given) -> str:
        """An answer in words; of a date or a number, the stretch that both sides tell apart."""
        if given.stretch:
            return stretch(given.stretch[0] or LOWEST, given.stretch[1], asked["kind"], self.frame)
        if {given.old, given.new} == {NONE, ANY}:
            return self.frame.say("compare.ticks-new" if given.new == ANY else "compare.ticks-old")
        option = given.new or given.old
        if option == NOT_SURE:
            return str(asked[NOT_SURE] or self.frame.words["ask.not-sure"])
        return self.frame.words[f"ask.{option}"] if asked["kind"] == "several" else str(asked["options"][option])


def without_day(piece: Piece) -> Piece:
    """The day that an outcome names is known to nobody here."""
    return Piece(piece.kind, piece.text.replace("{day}", "…"))


def question(change: QuestionChange, frame: Frame) -> str:
    """A question that came, went, or is asked otherwise."""
    head = escape(frame.say(f"compare.question-{change.kind}", question=change.ask))
    rows = [frame.pieces(words) for words in (change.asked, change.why) if words]
    rows += [option(one, frame) for one in change.options]
    rows += [escape(told) for one in change.ranges for told in moved(one, frame)]
    return head + (element("ul", "".join(element("li", row) for row in rows)) if rows else "")


def option(change: OptionChange, frame: Frame) -> str:
    """An answer that came, went, or reads otherwise."""
    if change.kind in ("added", "dropped"):
        leads = ", ".join(frame.words[f"verdict.{name}"] for name in change.leads)
        return escape(frame.say(f"compare.option-{change.kind}", answer=change.new or change.old, verdicts=leads))
    unsure = frame.words["ask.not-sure"]
    both = frame.old_and_new(change.old or unsure, change.new or unsure)
    return f"{escape(frame.say('compare.option-reworded'))} {both}"


def moved(change: RangeChange, frame: Frame) -> Iterator[str]:
    """A range that begins or ends elsewhere."""
    sides = [side and stretch(side[0] or LOWEST, side[1], "date", frame) for side in (change.old, change.new)]
    nowhere = frame.words["compare.no-range"]
    yield frame.say("compare.range", old=sides[0] or nowhere, new=sides[1] or nowhere)


def stretch(start: Cut, end: Cut | None, kind: str, frame: Frame) -> str:
    """A stretch of years or of numbers in words, those of the ranges where they have any."""
    low, high = (count(cut, kind, frame) if cut else "" for cut in (start, end))
    if end is None:
        return frame.say("stretch.more" if start[1] else "stretch.or-over", low=low)
    if end == (start[0], 1):
        return frame.say("stretch.exactly", low=low)
    upper = frame.say("stretch.or-less" if end[1] else "stretch.under", high=high)
    if start == LOWEST:
        return upper
    lower = frame.say("stretch.more" if start[1] else "stretch.or-over", low=low)
    return frame.say("stretch.both", lower=lower, upper=upper)


def count(cut: Cut, kind: str, frame: Frame) -> str:
    """``2 years``, ``1 year``, or for plain numbers ``2``."""
    if kind != "date":
        return str(cut[0])
    return frame.say("stretch.year" if cut[0] == 1 else "stretch.years", count=str(cut[0]))
