"""What every page says of its edition: its number, its days, and from when its review is due soon and overdue."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from macros.editions.policy_data import edition_data
from macros.register import DAY, DRAFT, Edition, in_words

SOON = timedelta(days=30)
OWNER = "policy_owner"  # the parameter that names the role to ask


def status(
    editions: Sequence[Edition], number: str, parameters: Mapping[str, str], words: Mapping[str, str]
) -> dict[str, Any]:
    """All that the theme's templates show, in words; and the days that the page compares with today, to the day."""
    data = edition_data(tuple(editions), number)
    told = {key: in_words(data[key], words["months"]) for key in ("in-force", "reviewed", "review-due")}
    is_draft = number == DRAFT
    name = words["edition.draft"] if is_draft else words["edition.number"].format(number=number)
    owner = parameters.get(OWNER, "") or words["edition.owner"]
    in_force = "" if is_draft else told["in-force"]
    reviewed = words["edition.reviewed-draft" if is_draft else "edition.reviewed"]
    return {
        "number": number,
        "is_draft": is_draft,
        "name": name,
        "in_force": in_force and words["edition.in-force"].format(day=in_force),
        "reviewed": told["reviewed"] and reviewed.format(day=told["reviewed"]),
        "review_due": told["review-due"] and words["edition.review-due"].format(day=told["review-due"]),
        "soon_words": words["edition.soon"].format(owner=owner),
        "overdue_words": words["edition.overdue-draft" if is_draft else "edition.overdue"].format(owner=owner),
        "draft_words": words["notice.draft"].format(owner=owner) if is_draft else "",
        "future_words": in_force and words["notice.future"].format(day=in_force),
        "from": "" if is_draft else first_day(data["in-force"]),
        **due_days(data["review-due"]),
    }


def due_days(due: str) -> dict[str, str]:
    """The day from which a review is due soon, and the last day on which it is not overdue."""
    if not due:
        return {"soon": "", "due": ""}
    last = date.fromisoformat(last_day(due))
    return {"soon": (last - SOON).isoformat(), "due": last.isoformat()}


def first_day(day: str) -> str:
    """The day itself, or the first of a month."""
    return f"{day}-01" if day and not has_day(day) else day


def last_day(day: str) -> str:
    """The day itself, or the last of a month."""
    if has_day(day):
        return day
    year, month = map(int, day.split("-"))
    return f"{day}-{monthrange(year, month)[1]:02}"


def has_day(day: str) -> bool:
    """Whether a day is told, and not only a month."""
    found = DAY.fullmatch(day)
    return bool(found and found["day"])
