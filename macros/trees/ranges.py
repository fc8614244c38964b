"""Reads ranges as a writer says them ("under 13 years", "within 2 years") and proves that they leave no gap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from macros.problems import did_you_mean
from macros.trees.model import LOWEST, Cut, Range

Cuts = tuple[Cut | None, Cut | None]

# N is a whole number, or the name of a parameter with or without "+ 1": the first age that is more than 25 is 25 + 1.
# Each wording says where the range begins and where it ends.
N = r"((?:[a-z][a-z0-9_]*|\d+)(?: \+ 1)?)"
WORDINGS: tuple[tuple[str, Callable[..., Cuts]], ...] = (
    (rf"under {N}", lambda n: (None, (n, 0))),
    (rf"{N} or over", lambda n: ((n, 0), None)),
    (rf"{N} to {N}", lambda low, high: ((low, 0), (high + 1, 0))),
    (rf"within {N}", lambda n: (None, (n, 1))),
    (rf"more than {N}", lambda n: ((n, 1), None)),
)
SAY = "Say under 13 years, 13 years or over, 13 to 25 years, within 2 years or more than 2 years"
YEAR_DIGITS, NUMBER_DIGITS = 3, 6  # More is a slip of the finger, and no calendar goes so far.


class NotARange(ValueError):  # noqa: N818 - it reads better than an Error where it is caught
    """A wording that makes no range; ``fix`` is the way out."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.fix = fix


def read_range(text: str, parameters: Mapping[str, str], *, years: bool) -> Cuts:
    """Where a range begins and ends. Dates are counted in ``years``. Raises NotARange with what is wrong."""
    words = text.split()
    said = " ".join(word for word in words if not (years and word in ("year", "years")))
    fix = f"{SAY}." if years else f"{SAY}, all without years."
    if years and len(said.split()) == len(words):
        raise NotARange(f'"{text}" does not say "years".', fix)
    for wording, cuts in WORDINGS:
        if match := re.fullmatch(wording, said):
            start, end = cuts(*(whole_number(word, parameters, years=years) for word in match.groups()))
            return (start, end) if years else (next_whole(start), next_whole(end))
    raise NotARange(f'"{text}" is not a range I know.', fix)


def next_whole(cut: Cut | None) -> Cut | None:
    """For plain numbers, "more than 2" is "3 or over": nothing lies between."""
    return (cut[0] + cut[1], 0) if cut else None


def whole_number(word: str, parameters: Mapping[str, str], *, years: bool) -> int:
    """A number in a range, or NotARange."""
    word, is_one_more = word.removesuffix(" + 1"), word.endswith(" + 1")
    number = read_number(word, parameters, years=years)
    if number is not None:
        return number + is_one_more
    if word not in parameters and not word.isdecimal():
        raise NotARange(f'There is no parameter "{word}".', did_you_mean(word, parameters) or "Write a number.")
    most = "9" * (YEAR_DIGITS if years else NUMBER_DIGITS)
    holds = f'"{word}" holds "{parameters[word]}", which' if word in parameters else f'"{word}"'
    raise NotARange(f"{holds} is not a whole number.", f"Give a whole number up to {most}, in digits.")


def read_number(word: str, parameters: Mapping[str, str], *, years: bool) -> int | None:
    """A number as written, or the whole number that a parameter holds; None for anything else."""
    value = parameters.get(word, word)
    return int(value) if value.isdecimal() and len(value) <= (YEAR_DIGITS if years else NUMBER_DIGITS) else None


def gaps_and_overlaps(ranges: Mapping[str, Range], unit: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong between one range and the next: (range id, what, fix). Ranges that tile give nothing."""
    reached: Cut | None = LOWEST
    furthest = ""
    for name, stretch in sorted(ranges.items(), key=lambda item: item[1].start or LOWEST):
        start = stretch.start or LOWEST
        if reached is None or start < reached:
            both = describe(start, first_of(reached, stretch.end), unit)
            yield name, f'"{furthest}" and "{name}" are both for "{both}".', "Let one begin where the other ends."
        elif start > reached:
            missing = describe(reached, start, unit)
            fix = "Let one begin where the other ends." if furthest else f'Add a range: "{missing}".'
            yield name, f'No range is for "{missing}".', fix
        if reached is not None and (stretch.end is None or stretch.end > reached):
            reached, furthest = stretch.end, name
    if ranges and reached is not None:
        missing = describe(reached, None, unit)
        yield furthest, f'No range is for "{missing}".', f'Add a range: "{missing}".'


def first_of(one: Cut | None, other: Cut | None) -> Cut | None:
    """The cut that comes first; an open end comes last."""
    return min((cut for cut in (one, other) if cut), default=None)


def describe(start: Cut, end: Cut | None, unit: str) -> str:
    """A stretch in words, those of the ranges where they have any."""
    if end is None:
        return f"more than {count(start, unit)}" if start[1] else f"{count(start, unit)} or over"
    if end == (start[0], 1):
        return f"exactly {count(start, unit)}"
    if start == LOWEST:
        return f"{count(end, unit)} or less" if end[1] else f"under {count(end, unit)}"
    if not start[1] and not end[1]:
        last = (end[0] - 1, 0)
        return count(start, unit) if last == start else f"{start[0]} to {count(last, unit)}"
    low = f"more than {start[0]}" if start[1] else f"{start[0]} or over"
    return f"{low} and {'at most' if end[1] else 'under'} {count(end, unit)}"


def count(cut: Cut, unit: str) -> str:
    """``2 years``, ``1 year``, or for plain numbers ``2``."""
    return f"{cut[0]} {unit.removesuffix('s') if cut[0] == 1 else unit}".rstrip()
