"""Draws one changed clause: what kind of change it is, whom it binds now, and its words with what came and went."""

from __future__ import annotations

from collections.abc import Iterable

from ..html_parts import element, escape, in_words
from .clauses import ClauseChange
from .duties import OF_FORCE, Duty, DutyChange
from .page_parts import Block, Frame


def clause_block(change: ClauseChange, frame: Frame) -> Block:
    """A clause that changed."""
    forced = [duty for duty in change.duties if duty.kind in OF_FORCE]
    other = [duty for duty in change.duties if duty.kind not in OF_FORCE]
    body = tags(change, frame) + duties(forced, frame) + text(change, frame) + duties(other, frame)
    return Block(heading(change, frame), body + remarks(change, frame))


def heading(change: ClauseChange, frame: Frame) -> str:
    """The clause by number and heading; with both numbers, where it got another."""
    old, new = change.old, change.new
    clause = new or old or {}
    named = old if old and "repealed" in change.kinds else clause
    base = frame.new if new else frame.old
    link = frame.clause(clause, base, f"{clause['number']} {named['heading']}")
    if old and new and old["number"] != new["number"]:
        return f"{link} {element('small', escape(frame.say('compare.before', number=old['number'])))}"
    return link


def tags(change: ClauseChange, frame: Frame) -> str:
    """In which ways it changed."""
    names = [element("li", escape(frame.say(f"compare.kind.{kind}")), class_=f"tag-{kind}") for kind in change.kinds]
    return element("ul", "".join(names), class_="change-kinds")


def text(change: ClauseChange, frame: Frame) -> str:
    """Its words: those that changed, or all of a clause that came or went."""
    if change.old is None or change.new is None:
        tag = "ins" if change.new else "del"
        whole = (change.new or change.old or {})["text"]
        return "".join(element("p", escape(one)) for one in whole) if tag == "ins" else gone(whole, frame)
    if "repealed" in change.kinds:
        return gone(change.old["text"], frame)
    rows = [element("p", frame.pieces(change.heading), class_="change-heading")] if change.heading else []
    rows += [element("p", frame.pieces(pieces)) for pieces in change.text]
    return "".join(rows)


def gone(paragraphs: list[str], frame: Frame) -> str:
    """The words of a clause that is no longer there."""
    return "".join(element("p", frame.marked("del", escape(one))) for one in paragraphs)


def duties(changes: list[DutyChange], frame: Frame) -> str:
    """Who must do what, before and now."""
    rows = [element("li", duty(change, frame), class_=f"duty-{change.kind}") for change in changes]
    return element("ul", "".join(rows), class_="change-duties") if rows else ""


def duty(change: DutyChange, frame: Frame) -> str:
    """``worker: should not, now must not: say yes to … (raised)``."""
    old, new = change.old, change.new
    one = new or old
    if one is None:
        return ""
    who = roles(change.roles, frame)
    if one.alongside:
        who += f" {frame.say('clause.alongside', roles=roles(one.alongside, frame))}"
    how = element("em", escape(frame.say(f"compare.duty.{change.kind}")))
    return f"{escape(who)}: {force(old, new, frame)} {said(change, one, frame)} ({how})"


def roles(names: Iterable[str], frame: Frame) -> str:
    """Roles as a reader sees them."""
    return ", ".join(in_words("role", name, frame.words) for name in names)


def force(old: Duty | None, new: Duty | None, frame: Frame) -> str:
    """The force, with the one before it where that was another."""
    before, after = (in_words("force", one.force, frame.words) if one else "" for one in (old, new))
    return element("strong", escape(after) if before == after else frame.old_and_new(before, after))


def said(change: DutyChange, one: Duty, frame: Frame) -> str:
    """What is to be done."""
    if change.kind == "reworded" and change.old and change.new:
        return frame.old_and_new(change.old.what, change.new.what)
    return escape(one.what)


def remarks(change: ClauseChange, frame: Frame) -> str:
    """What somebody should know beside it."""
    told = [frame.say("compare.by-parameter")] if change.by_parameter else []
    if change.unsaid:
        told.append(frame.say("compare.unsaid", words=", ".join(f"“{word}”" for word in change.unsaid)))
    return "".join(element("p", escape(one), class_="change-remark") for one in told)
